// From token ranges to actors and venues: who speaks, through whom, to whom, and where.

import Model

/// Finds the actor that a noun phrase names, and the venue of an attribution clause.
enum SpeakerLinker {
  /// The actor of a noun phrase, or -1.
  ///
  /// The phrase's head decides: a person before a role, pronoun or collective, these before a body.
  /// Behind a preposition only bodies count: a spokesman for the ministry speaks for the ministry,
  /// but the supporters of a president do not speak for the president.
  static func actor(
    of phrase: Range<Int>?, _ text: SpeechText, _ analysis: borrowing Analysis
  ) -> Int32 {
    guard let phrase, !analysis.mentions.isEmpty else { return -1 }
    var best: Int32 = -1
    var bestRank = 0
    var isHead = true
    var last: Int32 = -1
    for index in phrase {
      if text.has(index, SpeechWord.preposition), index > phrase.lowerBound { isHead = false }
      let number = analysis.mentionOfToken[index]
      guard number >= 0, number != last else { continue }
      last = number
      let mention = analysis.mentions[Int(number)]
      guard mention.actor >= 0 else { continue }
      let rank = rank(of: mention, isHead: isHead)
      if rank > bestRank {
        bestRank = rank
        best = mention.actor
      }
    }
    return best
  }

  private static func rank(of mention: MentionDraft, isHead: Bool) -> Int {
    switch mention.kind {
    case .person: isHead ? 5 : 0
    case .role, .pronoun: isHead ? 4 : 0
    case .collective: isHead ? 3 : 1
    case .organization: isHead ? 3 : 2
    case .place: mention.metonym ? (isHead ? 3 : 1) : 0
    case .nationality: 0
    }
  }

  /// The venue named in an attribution clause behind its cue, or -1: told reporters in Ankara.
  static func venue(
    of attribution: Attribution, _ text: SpeechText, _ analysis: borrowing Analysis
  ) -> Int32 {
    guard !analysis.mentions.isEmpty else { return -1 }
    let from = min(attribution.cue.upperBound, attribution.clause.upperBound)
    var index = from
    while index < attribution.clause.upperBound {
      // A relative clause is another matter: in Tokyo, where he met X from Y.
      if text.has(index, SpeechWord.relative | SpeechWord.question), text.kind(index - 1) == .comma
      {
        return -1
      }
      let number = analysis.mentionOfToken[index]
      if number >= 0 {
        let mention = analysis.mentions[Int(number)]
        if mention.kind == .place, mention.venue >= 0, !mention.metonym,
          index > 0, isLocative(index - 1, text)
        {
          return mention.venue
        }
        index = max(index + 1, Int(mention.tokens.upperBound))
      } else {
        index += 1
      }
    }
    return -1
  }

  private static func isLocative(_ index: Int, _ text: SpeechText) -> Bool {
    var before = index
    while before > 0, text.has(before, SpeechWord.determiner) { before -= 1 }
    return locatives.contains(text.tokens[before].hash)
  }

  private static let locatives = WordSet("in at from near outside")
}
