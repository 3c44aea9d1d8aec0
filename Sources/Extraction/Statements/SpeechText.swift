// What attribution reads: tokens with their word classes and the quotations around them.

import Model

/// One article's tokens, classified for attribution.
struct SpeechText {
  let tokens: [Token]
  let text: [UInt8]
  /// Bits of ``SpeechWord``, one entry for each token.
  let words: [UInt32]
  let marks: TokenMarks
  let quotations: [Quotation]
  /// One for each token: the index of the quotation that holds it, or -1.
  let quotationOf: [Int32]

  init(_ analysis: borrowing Analysis) {
    tokens = analysis.article.tokens
    text = analysis.article.text
    words = analysis.speech
    marks = analysis.marks
    let quotations = QuotationFinder.find(in: analysis.article.tokens, marks: analysis.marks)
    self.quotations = quotations
    quotationOf = [Int32](unsafeUninitializedCapacity: analysis.article.tokens.count) {
      inside, count in
      count = inside.count
      inside.initialize(repeating: -1)
      for (number, quotation) in quotations.enumerated() {
        inside[quotation.tokens].update(repeating: Int32(number))
      }
    }
  }

  @inline(__always)
  func has(_ index: Int, _ bits: UInt32) -> Bool {
    index >= 0 && index < words.count && words[index] & bits != 0
  }

  @inline(__always)
  func kind(_ index: Int) -> Mark {
    index >= 0 && index < tokens.count ? Mark(tokens[index].kind) : .period
  }

  @inline(__always)
  func isWord(_ index: Int) -> Bool { kind(index) == .word }

  func isOpening(_ index: Int) -> Bool {
    guard let quotation = quotation(at: index) else { return false }
    return quotation.tokens.lowerBound == index
  }

  func isClosing(_ index: Int) -> Bool {
    guard let quotation = quotation(at: index) else { return false }
    return quotation.isClosed && quotation.tokens.upperBound == index + 1
  }

  func quotation(at index: Int) -> Quotation? {
    guard index >= 0, index < quotationOf.count, quotationOf[index] >= 0 else { return nil }
    return quotations[Int(quotationOf[index])]
  }

  /// Ends a clause: period, question, exclamation, semicolon.
  func isStop(_ index: Int) -> Bool {
    switch kind(index) {
    case .period, .question, .exclamation, .semicolon: true
    default: false
    }
  }

  /// An adverb of the table, or a word in -ly.
  func isAdverb(_ index: Int) -> Bool {
    if has(index, SpeechWord.adverb) { return true }
    guard isWord(index) else { return false }
    let token = tokens[index]
    guard token.end - token.start > 4 else { return false }
    return text[Int(token.end) - 1] | 0x20 == UInt8(ascii: "y")
      && text[Int(token.end) - 2] | 0x20 == UInt8(ascii: "l")
      && (!token.isCapitalized || token.flags.contains(.sentenceStart)
        || token.flags.contains(.allCapitals))
  }

  /// A word in -ing.
  func isGerund(_ index: Int) -> Bool {
    guard isWord(index), tokens[index].end - tokens[index].start > 4 else { return false }
    let end = Int(tokens[index].end)
    return text[end - 1] | 0x20 == UInt8(ascii: "g") && text[end - 2] | 0x20 == UInt8(ascii: "n")
      && text[end - 3] | 0x20 == UInt8(ascii: "i")
  }

  /// Can stand in a noun phrase: a word that is no clause word, a number, what joins them.
  func isNominal(_ index: Int) -> Bool {
    switch kind(index) {
    case .word:
      !has(
        index,
        SpeechWord.auxiliary | SpeechWord.conjunction | SpeechWord.that | SpeechWord.question
          | SpeechWord.relative | SpeechWord.subordinator | SpeechWord.to)
    case .number, .hyphen, .possessive, .symbol: true
    default: false
    }
  }

  /// Number of words among tokens.
  func wordCount(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (tokens[$1].hash != 0 ? 1 : 0) }
  }
}
