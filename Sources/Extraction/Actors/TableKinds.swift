// Where the tables know a name of several words, their kind stands over the tagger's.

import Model

/// Corrects names that the tagger took for the wrong kind of actor.
enum TableKinds {
  /// Places that the gazetteer does not have and the tables know as a government: the Kremlin.
  static func applyToPlaces(_ analysis: inout Analysis) {
    for index in analysis.names.indices where analysis.names[index].kind == .place {
      let tokens = analysis.names[index].tokens
      guard analysis.entries[Int(tokens.lowerBound)].phraseSummary.has(.actor),
        analysis.placeCandidates(tokens).isEmpty
      else { continue }
      let isGovernment = analysis.rows(of: tokens, .actor).contains {
        analysis.lexicon.actor($0).kind == .government
      }
      if isGovernment { analysis.names[index].kind = .organization }
    }
  }

  /// Persons and organizations of two words and more that the tables know as the other kind only.
  static func apply(_ analysis: inout Analysis) {
    for index in analysis.names.indices {
      let name = analysis.names[index]
      guard name.kind == .person || name.kind == .organization, name.tokens.count > 1,
        analysis.entries[Int(name.tokens.lowerBound)].phraseSummary.has(.actor),
        analysis.entries[Int(name.tokens.lowerBound)].end == name.tokens.upperBound
      else { continue }
      var persons = 0
      var others = 0
      for row in analysis.rows(at: Int(name.tokens.lowerBound), .actor) {
        if analysis.lexicon.actor(row).kind == .person { persons += 1 } else { others += 1 }
      }
      if name.kind == .organization, others == 0 {
        analysis.names[index].kind = .person
      } else if name.kind == .person, persons == 0 {
        analysis.names[index].kind = .organization
      }
    }
  }
}
