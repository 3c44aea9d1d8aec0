// How an article writes its names, and what stands around them: evidence for each mention.

import Model

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
