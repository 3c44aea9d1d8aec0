// Where sentences end: after periods that are not abbreviations', and with every paragraph.

import Model

/// Groups tokens into sentences and flags the first word of each.
enum SentenceSplitter {
  /// Ranges that together cover all tokens, in order; none ends inside the dateline.
  ///
  /// - Parameter candidates: the tokens to look at, as ``Tokenizer/Result/candidates`` has them.
  static func split(
    _ tokens: inout [Token], candidates: [Int32], dateline: DatelineSpan?
  ) -> [Range<Int32>] {
    var sentences: [Range<Int32>] = []
    sentences.reserveCapacity(candidates.count + 1)
    let body = dateline.map { Int($0.tokens.upperBound) - 1 } ?? 0
    tokens.withUnsafeMutableBufferPointer { tokens in
      var start = 0
      func close(_ end: Int) {
        sentences.append(Int32(start)..<Int32(end))
        flagStart(of: start..<end, tokens)
        start = end
      }
      for candidate in candidates {
        let index = Int(candidate)
        guard index >= start, index < tokens.count else { continue }
        if index > start, tokens[index].flags.contains(.paragraphStart) { close(index) }
        if index >= body, let end = endOfSentence(at: index, tokens) { close(end) }
      }
      if start < tokens.count { close(tokens.count) }
    }
    return sentences
  }

  /// The index after the sentence that ends with the mark at `index`; nil when it goes on.
  private static func endOfSentence(
    at index: Int, _ tokens: UnsafeMutableBufferPointer<Token>
  ) -> Int? {
    let token = tokens[index]
    switch token.kind {
    case .period, .question, .exclamation: break
    case .word where token.flags.contains(.abbreviation): break
    default: return nil
    }
    var next = index + 1
    // The closing marks belong to the sentence that they close.
    while next < tokens.count, isCloser(tokens[next].kind),
      !tokens[next].flags.contains(.spaceBefore)
    {
      next += 1
    }
    guard next < tokens.count else { return next }
    let follower = tokens[next]
    if follower.flags.contains(.paragraphStart) { return next }
    guard follower.flags.contains(.spaceBefore) else { return nil }
    if token.kind == .word {
      return abbreviationEnds(token, follower) ? next : nil
    }
    switch follower.kind {
    case .word, .number:
      // After a closing quotation mark a lower-case word goes on: "No!" he said.
      return follower.isCapitalized || follower.kind == .number ? next : nil
    case .openQuote, .quote, .openParenthesis, .dash, .symbol: return next
    default: return nil
    }
  }

  private static func isCloser(_ kind: Token.Kind) -> Bool {
    kind == .closeQuote || kind == .closeParenthesis
  }

  private static func abbreviationEnds(_ token: Token, _ follower: Token) -> Bool {
    if token.flags.contains(.initial) { return false }
    if Abbreviations.kinds[token.hash] & Abbreviations.inner != 0 { return false }
    if follower.kind == .openQuote { return true }
    return follower.kind == .word && follower.isCapitalized
      && Abbreviations.starters.contains(follower.hash)
  }

  private static func flagStart(
    of sentence: Range<Int>, _ tokens: UnsafeMutableBufferPointer<Token>
  ) {
    for index in sentence {
      let kind = tokens[index].kind
      guard kind == .word || kind == .number else { continue }
      tokens[index].flags.insert(.sentenceStart)
      return
    }
  }
}
