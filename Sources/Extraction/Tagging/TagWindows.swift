// Where names can be: runs of capitalized words and what may join them.

import Model

/// Finds the stretches of a sentence that are worth decoding.
enum TagWindows {
  /// Lower-case words that stand inside or before names.
  static let particles = WordSet(
    """
    al el ul ad as ar an bin ibn ben abu abd de da do das dos del della di du des van von der den ter
    ten la le los las zu zur y e bint
    """)

  /// Lower-case words that join the parts of an organization's name.
  static let connectors = WordSet(
    "of for and the on")

  /// A token that can be part of a name by itself.
  @inline(__always)
  static func isCore(_ token: Token, _ entry: TokenEntry, isAllCapitals: Bool) -> Bool {
    guard token.kind == .word else { return false }
    if isAllCapitals {
      // Everything is capitals: the lexicon and the case statistics tell where names can be.
      let level = entry.summary.caseLevel
      return level >= 1 || entry.summary.hasAny(nameKinds)
    }
    return token.isCapitalized
  }

  private static let nameKinds = PhraseSummary.mask(
    .place, .country, .demonym, .regionDemonym, .actor, .title)

  /// The windows of a sentence, in order: cores, joined over at most three other tokens.
  static func find(
    in sentence: Range<Int>, _ tokens: UnsafeBufferPointer<Token>,
    _ entries: UnsafeBufferPointer<TokenEntry>, _ marks: borrowing TokenMarks,
    isAllCapitals: Bool, _ body: (Range<Int>) -> Void
  ) {
    var index = sentence.lowerBound
    while true {
      index = marks.next(TokenMarks.core, from: index, to: sentence.upperBound)
      guard index < sentence.upperBound else { return }
      var start = index
      // al-Shabaab, bin Laden, de Mistura
      while start > sentence.lowerBound,
        tokens[start - 1].kind == .hyphen
          || (tokens[start - 1].kind == .word && entries[start - 1].summary.isParticle),
        index - start < 4
      {
        start -= 1
      }
      var end = index + 1
      var next = end
      while next < sentence.upperBound, next - end < 3 {
        let token = tokens[next]
        if marks.has(TokenMarks.core, next) {
          next += 1
          end = next
          continue
        }
        if next > end, tokens[next - 1].kind == .hyphen, isSecondHalf(token, entries[next - 2]) {
          // Ki-moon, Ing-wen, al-sisi: the half behind the hyphen may be in lower case.
          next += 1
          end = next
          continue
        }
        guard joins(token, entries[next]) else { break }
        next += 1
      }
      // 2nd Division, Boeing 737: a number may end a name.
      if end < sentence.upperBound, tokens[end].kind == .number,
        tokens[end].flags.contains(.spaceBefore)
      {
        end += 1
      }
      if end - start > 1 || !isOrdinaryStart(tokens[start], entries[start], isAllCapitals) {
        body(start..<end)
      }
      index = end
    }
  }

  /// A lower-case word right behind the hyphen of a name that is no place and no nationality; those
  /// make adjectives: Moscow-based, Russian-led.
  @inline(__always)
  private static func isSecondHalf(_ token: Token, _ before: TokenEntry) -> Bool {
    token.kind == .word && !token.flags.contains(.spaceBefore)
      && !before.summary.hasAny(adjectiveKinds)
  }

  private static let adjectiveKinds = PhraseSummary.mask(
    .place, .country, .demonym, .regionDemonym, .actor)

  /// A sentence's first word that is otherwise always in lower case: The, But, However.
  @inline(__always)
  private static func isOrdinaryStart(
    _ token: Token, _ entry: TokenEntry, _ isAllCapitals: Bool
  ) -> Bool {
    token.flags.contains(.sentenceStart) && entry.summary.caseLevel == 0 && !isAllCapitals
      && !entry.summary.hasAny(nameKinds)
  }

  @inline(__always)
  private static func joins(_ token: Token, _ entry: TokenEntry) -> Bool {
    switch token.kind {
    case .hyphen, .possessive, .symbol, .number: true
    case .word: entry.summary.isParticle || entry.summary.isConnector
    default: false
    }
  }

  /// The capitalized run that holds each token of a window: cores with particles and hyphens
  /// between them; connectors belong to none but themselves.
  static func runs(
    of window: Range<Int>, _ tokens: UnsafeBufferPointer<Token>,
    _ entries: UnsafeBufferPointer<TokenEntry>, _ marks: borrowing TokenMarks,
    into runs: inout [Range<Int>]
  ) {
    runs.removeAll(keepingCapacity: true)
    var index = window.lowerBound
    while index < window.upperBound {
      var end = index
      while end < window.upperBound,
        marks.has(TokenMarks.core, end)
          || (end > index && tokens[end].kind == .hyphen)
          || entries[end].summary.isParticle
      {
        end += 1
      }
      if end == index { end = index + 1 }
      for _ in index..<end { runs.append(index..<end) }
      index = end
    }
  }
}
