// Statistic: who is where.

package import Model

/// Sentences that join an actor and a venue, by day and the venue's role.
///
/// A sentence joins the two when it mentions both, or when a statement or an event in it puts the
/// actor there. It counts once for a pair: as `speech` for a statement, otherwise under the role
/// that the venue mainly plays in the article.
package enum ActorVenueDay: Statistic {
  package static let name = "actor_venue_day"
  package static let summary =
    "How often an actor and a venue come together, by day and the venue's role."
  package static let dimensions = [
    Dimension("actor", .actor, "Key of the actor."),
    Dimension("venue", .venue, "Key of the venue."),
    Dimension(
      "role", .text, "Part of the venue: speech for a statement there, else its main role."),
  ]
  package static let unit = "Sentences that mention both, or put the actor at the venue."

  package static func count(
    _ record: Record, _ article: FoldedArticle, symbols: inout SymbolTable,
    into table: inout ArticleCounts
  ) {
    let speech = article.roles[VenueRole.speech.index]
    var spoken: [UInt64] = []
    for sentence in article.sentences {
      spoken.removeAll(keepingCapacity: true)
      for position in sentence.statements {
        let index = Int(article.statementOrder[Int(position)])
        guard let actor = article.actor(record.statements[index].speaker),
          let venue = article.venue(record.statements[index].venue)
        else { continue }
        table.add(
          article.actors[actor], article.venues[venue], speech, unit: sentence.unit)
        spoken.append(UInt64(actor) << 32 | UInt64(venue))
      }
      for position in sentence.events {
        let index = Int(article.eventOrder[Int(position)])
        guard !record.events[index].background,
          let venue = article.venue(record.events[index].venue)
        else { continue }
        for party in record.events[index].source.prefix(EventDay.partyLimit) {
          guard let actor = article.actor(party) else { continue }
          join(actor, venue, sentence.unit, spoken, article, &table)
        }
        for party in record.events[index].target.prefix(EventDay.partyLimit) {
          guard let actor = article.actor(party) else { continue }
          join(actor, venue, sentence.unit, spoken, article, &table)
        }
      }
      for actor in sentence.actors {
        for venue in sentence.venues {
          join(
            Int(article.sentenceActors[Int(actor)]), Int(article.sentenceVenues[Int(venue)]),
            sentence.unit, spoken, article, &table)
        }
      }
    }
  }

  /// Counts a pair under the venue's main role, unless the sentence has it as `speech` already.
  private static func join(
    _ actor: Int, _ venue: Int, _ unit: UInt32, _ spoken: [UInt64], _ article: FoldedArticle,
    _ table: inout ArticleCounts
  ) {
    if spoken.contains(UInt64(actor) << 32 | UInt64(venue)) { return }
    table.add(
      article.actors[actor], article.venues[venue], article.venueParts[venue], unit: unit)
  }
}
