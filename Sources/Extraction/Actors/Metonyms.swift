// Governments that the article calls by the name of their capital or country.

import Model

/// Points metonyms, which ``Metonymy`` marked, to the government that they stand for.
enum Metonyms {
  static func resolve(_ analysis: inout Analysis, _ table: inout ActorTable) {
    for index in analysis.mentions.indices where analysis.mentions[index].metonym {
      let mention = analysis.mentions[index]
      let country = analysis.venues[Int(mention.venue)].country
      let actor = table.actor(row: analysis.lexicon.governmentRow(country), analysis)
      table.addAlias(mention.tokens, of: actor, analysis)
      analysis.mentions[index].actor = actor
    }
  }
}
