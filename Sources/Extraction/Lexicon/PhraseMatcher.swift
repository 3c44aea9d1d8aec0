// Finds the words of an article in the lexicon: each alone, and the longest phrases.

import Model

/// What the lexicon says at one token.
struct TokenEntry {
  /// Senses of the token alone.
  var summary = PhraseSummary.none
  /// The longest phrase of names that begins here and is written as it must be, or -1.
  var phrase: Int32 = -1
  /// One past the last token of ``phrase``.
  var end: Int32 = 0
  /// Senses of ``phrase``.
  var phraseSummary = PhraseSummary.none

  /// Whether the rows are those of the user's tables.
  var isOverlay: Bool { phraseSummary.isOverlay }
}

/// Looks all tokens of an article up. One instance belongs to one worker.
struct PhraseMatcher {
  private let lexicon: Lexicon
  private let profiles: WordProfiles

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    profiles = WordProfiles(lexicon: lexicon)
  }

  /// Kinds whose phrases are names: they need their capitals.
  static let names = PhraseSummary.mask(
    .place, .country, .demonym, .regionDemonym, .actor, .family, .name)

  static let known = PhraseSummary.mask(.country, .demonym, .regionDemonym, .actor)

  /// Fills arrays with one entry for each token; `speech` has bits of ``SpeechWord``.
  mutating func match(
    _ article: Article, _ entries: inout [TokenEntry], _ marks: inout TokenMarks,
    _ speech: inout [UInt32]
  ) {
    let count = article.tokens.count
    PhraseMatcher.resize(&entries, count, TokenEntry())
    PhraseMatcher.resize(&speech, count, 0)
    marks.reset(count)
    let isAllCapitals = article.isAllCapitals
    let lexicon = lexicon
    let overlay = lexicon.overlay
    let known = PhraseMatcher.known
    let profiles = profiles
    let isPlain = !isAllCapitals && overlay == nil
    article.tokens.withUnsafeBufferPointer { tokens in
      article.text.withUnsafeBufferPointer { text in
        entries.withUnsafeMutableBufferPointer { entries in
          speech.withUnsafeMutableBufferPointer { speech in
            marks.fill { marks in
              let look = PhraseLook(tokens: tokens, text: text, isAllCapitals: isAllCapitals)
              for index in 0..<count {
                let token = tokens[index]
                var entry = TokenEntry()
                guard token.hash != 0 else {
                  entries[index] = entry
                  speech[index] = 0
                  marks[index] = PhraseMatcher.mark(of: token)
                  continue
                }
                let profile = profiles.profile(of: token.hash)
                entry.summary = profile.summary
                speech[index] = profile.speech
                if isPlain, token.kind == .word, !token.isCapitalized, !profile.hasLongerLower {
                  // Three of four words: nothing depends on what stands around them.
                  if profile.rule == .any {
                    entry.phrase = profile.phrase
                    entry.phraseSummary = profile.summary
                  }
                  entry.end = Int32(truncatingIfNeeded: index &+ 1)
                  entries[index] = entry
                  marks[index] =
                    profile.lowerMarks
                    | (token.flags.contains(.paragraphStart) ? TokenMarks.paragraph : 0)
                  continue
                }
                look.look(at: index, profile, in: lexicon, &entry)
                if let overlay { look.lay(overlay, over: &entry, at: index) }
                var mark = profile.marks | PhraseMatcher.mark(of: token)
                if TagWindows.isCore(token, entry, isAllCapitals: isAllCapitals) {
                  mark |= TokenMarks.core
                }
                if (entry.summary.bits | entry.phraseSummary.bits) & known != 0 {
                  mark |= TokenMarks.known
                }
                marks[index] = mark
                entries[index] = entry
              }
            }
          }
        }
      }
    }
  }

  /// The marks that a token bears by its form.
  @inline(__always)
  private static func mark(of token: Token) -> UInt8 {
    var mark: UInt8 = token.flags.contains(.paragraphStart) ? TokenMarks.paragraph : 0
    if token.kind == .openQuote || token.kind == .closeQuote || token.kind == .quote {
      mark |= TokenMarks.quote
    }
    if token.kind == .number { mark |= TokenMarks.number | TokenMarks.time }
    return mark
  }

  private static func resize<T>(_ array: inout [T], _ count: Int, _ empty: T) {
    if array.count < count {
      array = [T](repeating: empty, count: count)
    } else if array.count > count {
      array.removeLast(array.count - count)
    }
  }
}

/// The matcher's view of one article.
private struct PhraseLook {
  let tokens: UnsafeBufferPointer<Token>
  let text: UnsafeBufferPointer<UInt8>
  let isAllCapitals: Bool

  /// Completes an entry: the word alone when it is written right, or the longest phrase.
  @inline(__always)
  func look(
    at index: Int, _ profile: WordProfile, in lexicon: Lexicon, _ entry: inout TokenEntry
  ) {
    if profile.phrase >= 0, isWritten(profile.rule, profile.phrase, index, index, lexicon) {
      entry.phrase = profile.phrase
      entry.end = Int32(index + 1)
      entry.phraseSummary = profile.summary
    }
    guard profile.hasLonger else { return }
    let isCapitalized = tokens[index].isCapitalized || tokens[index].kind != .word
    if isCapitalized || profile.hasLongerLower {
      follow(from: index, isCapitalized, in: lexicon, &entry)
    }
  }

  /// Follows the phrases that begin with a token as far as they go.
  private func follow(
    from index: Int, _ isCapitalized: Bool, in lexicon: Lexicon, _ entry: inout TokenEntry
  ) {
    var state = tokens[index].hash
    var next = index + 1
    var isPair = true
    while next < tokens.count {
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
      if isPair {
        guard lexicon.hasPair(state) else { break }
        isPair = false
      }
      guard let found = lexicon.find(state) else { break }
      if found.phrase >= 0,
        isWritten(lexicon.rule(ofPhrase: found.phrase), found.phrase, index, next, lexicon)
      {
        entry.phrase = found.phrase
        entry.end = Int32(next + 1)
        entry.phraseSummary = lexicon.summary(ofPhrase: found.phrase)
      }
      guard found.hasLonger(isCapitalized: isCapitalized) else { break }
      next += 1
    }
  }

  /// Puts the user's tables over an entry where they know as long a phrase.
  func lay(_ overlay: Lexicon, over entry: inout TokenEntry, at index: Int) {
    guard let found = overlay.find(tokens[index].hash) else { return }
    var own = TokenEntry()
    let isCapitalized = tokens[index].isCapitalized || tokens[index].kind != .word
    if found.phrase >= 0 {
      own.summary = overlay.summary(ofPhrase: found.phrase)
      if isWritten(overlay.rule(ofPhrase: found.phrase), found.phrase, index, index, overlay) {
        own.phrase = found.phrase
        own.end = Int32(index + 1)
        own.phraseSummary = own.summary
      }
    }
    if found.hasLonger(isCapitalized: isCapitalized) {
      follow(from: index, isCapitalized, in: overlay, &own)
    }
    guard own.phrase >= 0 && own.end >= entry.end else { return }
    own.phraseSummary.isOverlay = true
    own.summary.bits |= entry.summary.bits & ~(0xf << 24)
    entry = own
  }

  @inline(__always)
  private func isWritten(
    _ rule: LexiconFormat.CaseRule, _ phrase: Int32, _ first: Int, _ last: Int, _ lexicon: Lexicon
  ) -> Bool {
    switch rule {
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
