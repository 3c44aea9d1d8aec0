// What the tagger sees of a token: words around it, its shape, the lexicon, the whole article.

import Model

/// Computes the features of tokens; one instance belongs to one worker.
///
/// A feature is a 64-bit hash whose high bits name a row of the model.
struct TagFeatures {
  /// Features of one token.
  static let count = 31

  private let article = ArticleWords()

  /// Reads the whole article once: which words stand in lower case, which capitalized mid-sentence.
  mutating func prepare(_ analysis: borrowing Analysis) {
    article.read(analysis)
  }

  /// One multiplication a feature: the model takes the high bits, which it mixes best.
  @inline(__always)
  private static func mix(_ template: UInt64, _ value: UInt64) -> UInt64 {
    ((value ^ (value >> 29)) &+ template &* 0x9e37_79b9_7f4a_7c15) &* 0xff51_afd7_ed55_8ccd
  }

  /// A word's identity; marks are known by their kind.
  @inline(__always)
  private static func word(_ tokens: UnsafeBufferPointer<Token>, _ index: Int) -> UInt64 {
    guard index >= 0, index < tokens.count else { return 3 }
    let token = tokens[index]
    if token.kind == .number { return 5 + UInt64(min(token.end - token.start, 6)) }
    return token.hash != 0 ? token.hash : 16 + UInt64(token.kind.code)
  }

  @inline(__always)
  private static func shape(_ tokens: UnsafeBufferPointer<Token>, _ index: Int) -> UInt64 {
    guard index >= 0, index < tokens.count else { return 0x3ff }
    let token = tokens[index]
    let flags =
      token.flags.rawValue & 0x3f | (token.flags.rawValue & Token.Flags.initial.rawValue) >> 4
    let length = UInt64(min(max(token.end - token.start, 1), 4))
    return UInt64(flags) | UInt64(token.kind.code) << 8
      | (token.flags.contains(.allCapitals) ? length << 16 : 0)
  }

  @inline(__always)
  private static func gazetteer(
    _ entries: UnsafeBufferPointer<TokenEntry>, _ index: Int
  ) -> UInt64 {
    guard index >= 0, index < entries.count else { return 0xffff_ffff }
    return UInt64(entries[index].summary.bits & 0x00ff_ffff)
  }

  /// Writes the features of a token.
  ///
  /// - Parameters:
  ///   - run: the capitalized run that holds the token.
  ///   - cover: the lexicon phrase that covers the token, and the token's place in it.
  func write(
    _ index: Int, run: Range<Int>, cover: UInt64, tokens: UnsafeBufferPointer<Token>,
    entries: UnsafeBufferPointer<TokenEntry>, text: UnsafeBufferPointer<UInt8>,
    isAllCapitals: Bool, into out: UnsafeMutableBufferPointer<UInt64>
  ) {
    let token = tokens[index]
    let w = TagFeatures.word(tokens, index)
    let w1 = TagFeatures.word(tokens, index + 1)
    let w0 = TagFeatures.word(tokens, index - 1)
    let w2 = TagFeatures.word(tokens, index + 2)
    let wm = TagFeatures.word(tokens, index - 2)
    let caps: UInt64 = isAllCapitals ? 1 : 0
    let s = TagFeatures.shape(tokens, index) | caps << 24
    let s0 = TagFeatures.shape(tokens, index - 1)
    let s1 = TagFeatures.shape(tokens, index + 1)
    let g = TagFeatures.gazetteer(entries, index)
    let g0 = TagFeatures.gazetteer(entries, index - 1)
    let g1 = TagFeatures.gazetteer(entries, index + 1)
    let level = UInt64(entries[index].summary.caseLevel)
    let flags = UInt64(article.flags(of: token.hash))
    let seen = flags & ArticleWords.caseBits
    let evidence = flags >> 3
    let starts: UInt64 = token.flags.contains(.sentenceStart) ? 1 : 0
    let position = UInt64(min(index - run.lowerBound, 3))
    let rest = UInt64(min(run.upperBound - 1 - index, 3))
    var n = 0
    @inline(__always) func put(_ value: UInt64) {
      out[n] = TagFeatures.mix(UInt64(n + 1), value)
      n += 1
    }
    put(caps)
    put(w)
    put(w0)
    put(w1)
    put(wm)
    put(w2)
    put(w0 &* 31 &+ w)
    put(w &* 31 &+ w1)
    put(s0 << 40 ^ s << 20 ^ s1)
    let (prefix, suffix2, suffix4) = TagFeatures.affixes(token, text)
    put(prefix)
    put(suffix2)
    put(suffix4)
    put(cover)
    put(g)
    put(g0 << 1)
    put(g1 << 1)
    put(g << 24 ^ g1)
    put(g0 << 24 ^ g)
    put(level << 8 | starts << 4 | caps << 3 | (token.isCapitalized ? 1 : 0))
    put(cover << 8 ^ seen ^ starts << 4)
    // The words at the edges of the capitalized run: University …, … Corp., said …
    put(TagFeatures.word(tokens, run.lowerBound - 1) &+ position &* 7)
    put(TagFeatures.word(tokens, run.upperBound) &+ rest &* 7)
    put(TagFeatures.word(tokens, run.lowerBound) &* 3 &+ position)
    put(TagFeatures.word(tokens, run.upperBound - 1) &* 5 &+ rest)
    put(position << 8 | rest << 4 | UInt64(min(run.count, 6)))
    put(w0 &* 31 &+ w1)
    put(cover << 24 ^ g1 & 0xffff ^ (TagFeatures.word(tokens, run.upperBound) << 40))
    put(s << 32 ^ g)
    // What the article's other mentions of the word say.
    put(evidence)
    put(evidence << 24 ^ g)
    put(evidence << 8 ^ position << 4 ^ rest)
  }

  /// Hashes of the first three, the last two and the last four bytes of a word, in lower case.
  @inline(__always)
  private static func affixes(
    _ token: Token, _ text: UnsafeBufferPointer<UInt8>
  ) -> (UInt64, UInt64, UInt64) {
    let start = Int(token.start)
    let end = Int(token.end)
    let length = end - start
    guard length >= 3 else { return (1, 2, 3) }
    @inline(__always) func byte(_ at: Int) -> UInt64 { UInt64(text[at] | 0x20) }
    let prefix = byte(start) | byte(start + 1) << 8 | byte(start + 2) << 16
    let suffix2 = byte(end - 1) | byte(end - 2) << 8
    let suffix3 = suffix2 | byte(end - 3) << 16
    let suffix4 = length >= 4 ? suffix3 | byte(end - 4) << 24 : suffix3
    return (prefix, suffix2, suffix4)
  }
}
