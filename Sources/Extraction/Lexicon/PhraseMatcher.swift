// Finds the words of an article in the lexicon: each alone, and the longest phrases.

import Model

/// What the lexicon says at one token.
struct TokenEntry {
  /// Senses of the token alone.
  var summary = PhraseSummary.none
  /// The phrase of the token alone, or -1.
  var single: Int32 = -1
  /// The longest phrase of names that begins here and is written as it must be, or -1.
  var phrase: Int32 = -1
  /// One past the last token of ``phrase``.
  var end: Int32 = 0
  /// Whether the rows are those of the user's tables.
  var isOverlay = false
  /// Senses of ``phrase``.
  var phraseSummary = PhraseSummary.none
}

/// Looks all tokens of an article up. One instance belongs to one worker and keeps its array.
struct PhraseMatcher {
  private let lexicon: Lexicon
  private(set) var entries: [TokenEntry] = []
  /// What the table holds where each token's own state would be.
  private var slots: [UInt64] = []

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// Kinds whose phrases are names: they need their capitals.
  static let names = PhraseSummary.mask(
    .place, .country, .demonym, .regionDemonym, .actor, .family, .name)

  /// Fills ``entries``, one for each token.
  mutating func match(_ article: Article) {
    entries.removeAll(keepingCapacity: true)
    entries.reserveCapacity(article.tokens.count)
    let isAllCapitals = article.isAllCapitals
    article.tokens.withUnsafeBufferPointer { tokens in
      article.text.withUnsafeBufferPointer { text in
        // A pass of its own: the loads do not wait for each other, nor for what follows.
        lexicon.load(tokens, into: &slots)
        for index in tokens.indices {
          var entry = TokenEntry()
          if slots[index] != 0 {
            look(at: index, slots[index], tokens, text, isAllCapitals, in: lexicon, &entry)
          }
          if tokens[index].hash != 0 {
            if let overlay = lexicon.overlay {
              var own = TokenEntry()
              look(at: index, 1, tokens, text, isAllCapitals, in: overlay, &own)
              if own.phrase >= 0 && own.end >= entry.end {
                own.isOverlay = true
                own.summary.bits |= entry.summary.bits & ~(0xf << 24)
                own.single = entry.single
                entry = own
              }
            }
          }
          entries.append(entry)
        }
      }
    }
  }

  @inline(__always)
  private func look(
    at index: Int, _ slot: UInt64, _ tokens: UnsafeBufferPointer<Token>,
    _ text: UnsafeBufferPointer<UInt8>, _ isAllCapitals: Bool, in lexicon: Lexicon,
    _ entry: inout TokenEntry
  ) {
    var state = tokens[index].hash
    guard var found = lexicon.find(state, first: slot) else { return }
    let isCapitalized = tokens[index].isCapitalized || tokens[index].kind != .word
    if found.phrase >= 0 {
      entry.single = found.phrase
      entry.summary = lexicon.summary(ofPhrase: found.phrase)
      if isWritten(found.phrase, index, index, tokens, isAllCapitals, lexicon) {
        entry.phrase = found.phrase
        entry.end = Int32(index + 1)
        entry.phraseSummary = entry.summary
      }
    }
    var next = index + 1
    while found.hasLonger(isCapitalized: isCapitalized), next < tokens.count {
      // Hyphens and ampersands do not count; a paragraph's end does.
      if tokens[next].flags.contains(.paragraphStart) { break }
      if tokens[next].kind == .hyphen
        || (tokens[next].kind == .symbol && text[Int(tokens[next].start)] == UInt8(ascii: "&"))
      {
        next += 1
        continue
      }
      let hash = tokens[next].kind == .possessive ? LexiconFormat.possessive : tokens[next].hash
      guard hash != 0 else { break }
      state = LexiconFormat.advance(state, hash)
      guard let longer = lexicon.find(state) else { break }
      found = longer
      if found.phrase >= 0, isWritten(found.phrase, index, next, tokens, isAllCapitals, lexicon) {
        entry.phrase = found.phrase
        entry.end = Int32(next + 1)
        entry.phraseSummary = lexicon.summary(ofPhrase: found.phrase)
      }
      next += 1
    }
  }

  @inline(__always)
  private func isWritten(
    _ phrase: Int32, _ first: Int, _ last: Int, _ tokens: UnsafeBufferPointer<Token>,
    _ isAllCapitals: Bool, _ lexicon: Lexicon
  ) -> Bool {
    switch lexicon.rule(ofPhrase: phrase) {
    case .any: true
    case .capitalized:
      // Of a body the first word is enough: Syrian government, Turkish army.
      isAllCapitals
        || tokens[first].isCapitalized
          && (tokens[last].isCapitalized || tokens[last].kind != .word
            || first != last && lexicon.summary(ofPhrase: phrase).has(.actor))
    case .capitals:
      // In a text of capitals alone an acronym cannot be told from a word that it looks like.
      isAllCapitals
        ? lexicon.summary(ofPhrase: phrase).caseLevel > 3
        : tokens[first].flags.contains(.allCapitals)
    }
  }
}
