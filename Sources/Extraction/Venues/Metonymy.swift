// Capitals and countries that stand for their governments: Moscow said, Ankara's position.

import Model

/// Marks mentions of places that act, want or answer for something.
///
/// Only capitals and countries do. The mention stays a place and keeps its venue, but plays no role
/// there; the actor is added when actors are resolved.
enum Metonymy {
  /// Sets ``MentionDraft/metonym``; from the last mention to the first, since in "Washington and
  /// Tehran agreed" the second tells of the first.
  static func mark(_ analysis: inout Analysis) {
    for index in analysis.mentions.indices.reversed() {
      let mention = analysis.mentions[index]
      guard mention.kind == .place, mention.venue >= 0,
        analysis.venues[Int(mention.venue)].isSeatOfPower
      else { continue }
      if let dateline = analysis.article.dateline,
        dateline.tokens.contains(mention.tokens.lowerBound)
      {
        continue
      }
      if acts(mention.tokens, index, analysis) { analysis.mentions[index].metonym = true }
    }
  }

  private static func acts(
    _ range: Range<Int32>, _ index: Int, _ analysis: borrowing Analysis
  ) -> Bool {
    let next = Int(range.upperBound)
    let before = Int(range.lowerBound) - 1
    let sentence = analysis.article.sentences[
      Int(analysis.sentenceOfToken[Int(range.lowerBound)])]
    let end = Int(sentence.upperBound)
    if before >= Int(sentence.lowerBound) {
      let hash = analysis.hash(before)
      // Where something is cannot be who does it.
      if MetonymWords.table[hash] & MetonymWords.place != 0 { return false }
      if isComplete(next, end, analysis),
        isAddressed(before, Int(sentence.lowerBound), analysis)
          || isParty(before, Int(sentence.lowerBound), analysis)
      {
        return true
      }
      if MetonymWords.table[hash] & MetonymWords.preposition != 0 { return false }
      // "The Indian capital Delhi", "the city of Cairo" only say what it is.
      if analysis.tokens[before].kind == .word, analysis.tokens[before].isCapitalized,
        analysis.mentionOfToken[before] >= 0
      {
        return false
      }
    }
    guard next < end else { return false }
    if analysis.tokens[next].kind == .possessive { return isStance(next + 1, end, analysis) }
    if isWilling(next, end, analysis) { return true }
    // Russia, which had granted …
    if analysis.tokens[next].kind == .comma, analysis.hash(next + 1) == whichHash,
      isWilling(next + 2, end, analysis)
    {
      return true
    }
    // Washington and Tehran agreed.
    return index + 1 < analysis.mentions.count && analysis.mentions[index + 1].metonym
      && analysis.hash(next) == andHash
      && analysis.mentions[index + 1].tokens.lowerBound == range.upperBound + 1
  }

  private static let whichHash = Folding.hash(of: "which".utf8)
  private static let andHash = Folding.hash(of: "and".utf8)

  /// Whether the name is not the first word of another: "talks with Japan Airlines", "Oslo-based".
  private static func isComplete(
    _ next: Int, _ end: Int, _ analysis: borrowing Analysis
  ) -> Bool {
    guard next < end else { return true }
    switch analysis.tokens[next].kind {
    case .word:
      return !analysis.tokens[next].isCapitalized
        && (MetonymWords.table[analysis.hash(next)] != 0
          || RoleWords.grammar[analysis.hash(next)] != 0
          || conjunctions.contains(analysis.hash(next)))
    case .hyphen, .possessive: return false
    default: return true
    }
  }

  private static let conjunctions = WordSet(
    "and or but which who that when where while if because earlier last this yesterday today")

  /// Behind a name: a verb that only those who have a will can be subjects of.
  private static func isWilling(_ index: Int, _ end: Int, _ analysis: borrowing Analysis) -> Bool {
    var at = index
    var hasAuxiliary = false
    while at < end, at - index < 4,
      MetonymWords.table[analysis.hash(at)] & MetonymWords.helper != 0
    {
      hasAuxiliary = true
      at += 1
    }
    guard at < end, analysis.tokens[at].kind == .word, !analysis.tokens[at].isCapitalized else {
      return false
    }
    let classes = MetonymWords.table[analysis.hash(at)]
    // Tashkent offered to host the talks: that is about the place.
    for index in at + 1..<max(at + 1, min(at + 3, end))
    where RoleWords.motion[analysis.hash(index)] & RoleWords.hosting != 0 {
      return false
    }
    return classes & MetonymWords.finite != 0
      || hasAuxiliary && classes & MetonymWords.base != 0
  }

  /// "Ankara's position": what only a government has.
  private static func isStance(_ index: Int, _ end: Int, _ analysis: borrowing Analysis) -> Bool {
    var at = index
    // Ankara's official position, Beijing's first response
    while at < end, at - index < 2, analysis.tokens[at].kind == .word,
      !analysis.tokens[at].isCapitalized
    {
      if MetonymWords.table[analysis.hash(at)] & MetonymWords.stance != 0 { return true }
      at += 1
    }
    return at < end && MetonymWords.table[analysis.hash(at)] & MetonymWords.stance != 0
  }

  /// Urged Damascus to, accused Tehran of, according to Kigali, backed by Riyadh.
  private static func isAddressed(
    _ before: Int, _ start: Int, _ analysis: borrowing Analysis
  ) -> Bool {
    let hash = analysis.hash(before)
    if MetonymWords.table[hash] & MetonymWords.address != 0 { return true }
    guard before > start else { return false }
    let governor = analysis.hash(before - 1)
    return hash == toHash && governor == accordingHash
      || hash == byHash && MetonymWords.support.contains(governor)
  }

  private static let toHash = Folding.hash(of: "to".utf8)
  private static let accordingHash = Folding.hash(of: "according".utf8)
  private static let byHash = Folding.hash(of: "by".utf8)

  /// Relations between Moscow and Kyiv, a deal with Islamabad, sanctions against Minsk.
  private static func isParty(
    _ before: Int, _ start: Int, _ analysis: borrowing Analysis
  ) -> Bool {
    var preposition = before
    if analysis.hash(preposition) == andHash, preposition > start {
      // The second of two: the first stands before, and before it the preposition.
      let covering = analysis.mentionOfToken[preposition - 1]
      guard covering >= 0, analysis.mentions[Int(covering)].kind == .place else { return false }
      preposition = Int(analysis.mentions[Int(covering)].tokens.lowerBound) - 1
      guard preposition > start,
        MetonymWords.table[analysis.hash(preposition)] & MetonymWords.pair != 0
      else { return false }
    }
    guard MetonymWords.table[analysis.hash(preposition)] & MetonymWords.pair != 0 else {
      return false
    }
    var at = preposition - 1
    // Struck with: one word may stand between.
    while at >= start, preposition - at <= 3, analysis.tokens[at].kind == .word {
      if MetonymWords.relations.contains(analysis.hash(at)) { return true }
      at -= 1
    }
    return false
  }
}

extension VenueDraft {
  /// Whether the place is a country or a capital.
  var isSeatOfPower: Bool { country != 0xffff && (isCountry || isCapital) }
}
