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

/// How the words of one article are written throughout it.
final class ArticleWords {
  private struct Entry {
    var hash: UInt64 = 0
    var value: UInt16 = 0
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var capacity = 64
  private var mask = 0
  /// A bit for each capitalized word: most words in lower case need no look-up.
  private let filter: UnsafeMutablePointer<UInt64>

  init() {
    entries = .allocate(capacity: capacity)
    entries.initialize(repeating: Entry(), count: capacity)
    filter = .allocate(capacity: 64)
    filter.initialize(repeating: 0, count: 64)
  }

  deinit {
    entries.deallocate()
    filter.deallocate()
  }

  /// Capitalized inside a sentence.
  static let capitalized: UInt16 = 1
  /// In lower case anywhere.
  static let lower: UInt16 = 2
  /// Capitalized inside a sentence more than once.
  static let frequent: UInt16 = 4
  /// The bits above.
  static let caseBits: UInt64 = 7
  /// Behind a title or a given name.
  static let afterPerson: UInt16 = 8
  /// Before a name that persons bear.
  static let beforePerson: UInt16 = 16
  /// Behind in, at, from, near.
  static let afterPlace: UInt16 = 32
  /// Before a reporting verb.
  static let beforeSpeech: UInt16 = 64
  /// Behind the article.
  static let afterThe: UInt16 = 128
  /// Beside another capitalized word.
  static let inRun: UInt16 = 256
  /// Alone among words in lower case.
  static let alone: UInt16 = 512
  /// Before a possessive.
  static let possessor: UInt16 = 1024

  /// Notes the capitalized words first, then which of them also stand in lower case.
  func read(_ analysis: borrowing Analysis) {
    let count = analysis.article.tokens.count
    let isAllCapitals = analysis.article.isAllCapitals
    makeRoom(for: isAllCapitals ? count : analysis.marks.count(of: TokenMarks.core))
    analysis.article.tokens.withUnsafeBufferPointer { tokens in
      var index = -1
      while true {
        // Marked words are the capitalized ones, unless all are.
        index += 1
        if !isAllCapitals { index = analysis.marks.next(TokenMarks.core, from: index, to: count) }
        guard index < count else { break }
        noteCapitalized(tokens[index], evidence(index, tokens, analysis))
      }
      for token in tokens where !token.isCapitalized {
        guard filter[Int(truncatingIfNeeded: token.hash >> 6) & 63] & (1 << (token.hash & 63)) != 0,
          token.kind == .word
        else { continue }
        let slot = find(token.hash)
        if entries[slot].hash != 0 { entries[slot].value |= ArticleWords.lower }
      }
    }
  }

  /// Empties the table and makes it large enough for so many words.
  private func makeRoom(for count: Int) {
    var size = 64
    while size < count * 2 { size *= 2 }
    if capacity < size {
      entries.deallocate()
      entries = .allocate(capacity: size)
      capacity = size
    }
    entries.initialize(repeating: Entry(), count: size)
    mask = size - 1
    filter.update(repeating: 0, count: 64)
  }

  @inline(__always)
  private func noteCapitalized(_ token: Token, _ evidence: UInt16) {
    guard token.kind == .word, token.isCapitalized else { return }
    filter[Int(truncatingIfNeeded: token.hash >> 6) & 63] |= 1 << (token.hash & 63)
    let slot = find(token.hash)
    entries[slot].hash = token.hash
    entries[slot].value |= evidence
    guard !token.flags.contains(.sentenceStart), !token.flags.contains(.allCapitals) else {
      return
    }
    entries[slot].value |=
      entries[slot].value & ArticleWords.capitalized != 0
      ? ArticleWords.frequent : ArticleWords.capitalized
  }

  /// What the words around a mention say of it.
  @inline(__always)
  private func evidence(
    _ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ analysis: borrowing Analysis
  ) -> UInt16 {
    var bits: UInt16 = 0
    var isAlone = true
    if index > 0, !tokens[index].flags.contains(.sentenceStart) {
      let before = analysis.entries[index - 1].summary
      let hash = tokens[index - 1].hash
      if before.has(.title)
        || (tokens[index - 1].isCapitalized && before.name & (NameBits.given) != 0)
      {
        bits |= ArticleWords.afterPerson
      }
      if ArticleWords.places.contains(hash) { bits |= ArticleWords.afterPlace }
      if hash == ArticleWords.the { bits |= ArticleWords.afterThe }
      if tokens[index - 1].isCapitalized { isAlone = false }
    }
    if index + 1 < tokens.count {
      let after = tokens[index + 1]
      if after.kind == .possessive { bits |= ArticleWords.possessor }
      if after.kind == .word {
        if after.isCapitalized {
          isAlone = false
          if analysis.entries[index + 1].summary.name & NameBits.surname != 0 {
            bits |= ArticleWords.beforePerson
          }
        } else if analysis.speech[index + 1] & SpeechWord.cue != 0 {
          bits |= ArticleWords.beforeSpeech
        }
      }
    }
    return bits | (isAlone ? ArticleWords.alone : ArticleWords.inRun)
  }

  private static let places = WordSet("in at from near outside")
  private static let the = Folding.hash(of: "the".utf8)

  @inline(__always)
  private func find(_ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> 17) & mask
    while entries[slot].hash != 0 && entries[slot].hash != hash { slot = (slot + 1) & mask }
    return slot
  }

  /// What is known of a word; 0 when nothing is.
  @inline(__always)
  func flags(of hash: UInt64) -> UInt16 {
    let slot = find(hash)
    return entries[slot].hash == hash ? entries[slot].value : 0
  }
}
