// The words around a name of a place, within its sentence.

import Model

/// A place and the sentence in which it stands: what governs its name, and what it is part of.
struct PlaceContext {
  /// The first token of the name, and the first behind it.
  let first: Int
  let last: Int
  /// The sentence.
  let start: Int
  let end: Int
  /// "Kazakhstan's capital": the possessor only says where.
  let isPossessor: Bool

  init(_ range: Range<Int32>, _ analysis: borrowing Analysis) {
    first = Int(range.lowerBound)
    last = Int(range.upperBound)
    let sentence = analysis.article.sentences[Int(analysis.sentenceOfToken[first])]
    start = Int(sentence.lowerBound)
    end = Int(sentence.upperBound)
    isPossessor = last < end && analysis.tokens[last].kind == .possessive
  }

  // MARK: Names in names

  /// "The U.S. Treasury", "the Black Sea port of Varna": the name only says which.
  func isModifier(_ analysis: borrowing Analysis) -> Bool {
    guard last < end, analysis.tokens[last].kind == .word else { return false }
    return analysis.tokens[last].isCapitalized
      || PlaceContext.heads.contains(analysis.hash(last))
  }

  private static let heads = WordSet(
    "port resort city town capital region province state island suburb district coast")

  /// The Geneva talks, the proposed Minsk peace talks, the Beirut blast.
  func compound(_ analysis: borrowing Analysis) -> VenueRole? {
    guard last < end, analysis.tokens[last].kind == .word else { return nil }
    if PlaceContext.heads.contains(analysis.hash(last)), last + 1 < end,
      analysis.hash(last + 1) == PlaceContext.ofHash
    {
      return .mention
    }
    var head = last
    if PlaceContext.modifiers.contains(analysis.hash(head)), head + 1 < end { head += 1 }
    let classes = RoleWords.events[analysis.hash(head)]
    if classes & RoleWords.process != 0 {
      for index in max(start, first - 3)..<first
      where PlaceContext.ahead.contains(analysis.hash(index)) {
        return .proposed
      }
      return .host
    }
    guard head == last else { return nil }
    if classes & RoleWords.treaty != 0 { return .mention }
    // "The Kabul attack", but not "Kabul attacks its neighbour".
    if classes & RoleWords.blow != 0, first > start,
      RoleWords.grammar[analysis.hash(first - 1)] & RoleWords.determiner != 0
    {
      return .scene
    }
    return nil
  }

  private static let modifiers = WordSet("peace security climate ceasefire donor donors nuclear")
  private static let ofHash = Folding.hash(of: "of".utf8)
  private static let ahead = WordSet("proposed planned upcoming next future possible scheduled")

  /// "…, where he met": the place hosts; nil when nothing of the kind follows.
  func relativeMeeting(_ analysis: borrowing Analysis) -> VenueRole? {
    var index = last
    if index < end, analysis.tokens[index].kind == .comma { index += 1 }
    guard index < end, analysis.hash(index) == PlaceContext.whereHash else { return nil }
    var next = index + 1
    while next < end, next - index < 8, analysis.tokens[next].kind != .comma {
      if RoleWords.events[analysis.hash(next)] & RoleWords.meeting != 0 {
        return isProposed(next, from: index, analysis) ? .proposed : .host
      }
      next += 1
    }
    return nil
  }

  private static let whereHash = Folding.hash(of: "where".utf8)

  // MARK: Government

  /// The preposition that governs the name, over determiners and adjectives of place.
  func governor(_ analysis: borrowing Analysis) -> Int? {
    var index = first - 1
    var steps = 0
    while index >= start, steps < 6 {
      let classes = RoleWords.grammar[analysis.hash(index)]
      let isBetween = classes & RoleWords.between != 0
      if classes & (RoleWords.within | RoleWords.from | RoleWords.into | RoleWords.through) != 0 {
        return index
      }
      // "the siege of Aleppo", but "the city of Aleppo"
      if classes & RoleWords.object != 0, index > start,
        RoleWords.events[analysis.hash(index - 1)] & RoleWords.blow != 0
      {
        return index
      }
      let covering = analysis.mentionOfToken[index]
      let isNationality =
        covering >= 0 && analysis.mentions[Int(covering)].kind == .nationality
      guard isBetween || isNationality || analysis.tokens[index].kind == .hyphen else { return nil }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// Whether something between two tokens says that it has not happened yet.
  func isProposed(_ index: Int, from bound: Int, _ analysis: borrowing Analysis) -> Bool {
    var at = index - 1
    while at >= bound {
      if RoleWords.events[analysis.hash(at)] & RoleWords.proposal != 0 { return true }
      at -= 1
    }
    return false
  }

  /// The last word before the name that is no adjective of place.
  func wordBefore(_ analysis: borrowing Analysis) -> Int? {
    var index = first - 1
    while index >= start, RoleWords.grammar[analysis.hash(index)] & RoleWords.between != 0 {
      // "Rebels besieged the city", but "in the besieged city".
      if RoleWords.events[analysis.hash(index)] & RoleWords.strike != 0, index > start,
        RoleWords.grammar[analysis.hash(index - 1)] == 0
      {
        break
      }
      index -= 1
    }
    return index >= start && analysis.tokens[index].kind == .word ? index : nil
  }
}
