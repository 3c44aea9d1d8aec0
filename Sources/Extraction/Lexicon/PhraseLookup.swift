// Looks up a given stretch of tokens, where the matcher's longest phrase is not the one wanted.

import Model

extension Analysis {
  /// The phrase that exactly these tokens are, whatever their case; nil when they are none.
  func phrase(of range: Range<Int32>) -> (lexicon: Lexicon, phrase: Int32)? {
    if let overlay = lexicon.overlay, let found = phrase(of: range, in: overlay) {
      return (overlay, found)
    }
    return phrase(of: range, in: lexicon).map { (lexicon, $0) }
  }

  private func phrase(of range: Range<Int32>, in lexicon: Lexicon) -> Int32? {
    var state: UInt64 = 0
    var isFirst = true
    var found: Int32 = -1
    for index in range {
      let token = article.tokens[Int(index)]
      if token.kind == .hyphen { continue }
      let hash = token.kind == .possessive ? LexiconFormat.possessive : token.hash
      if hash == 0 {
        if token.kind == .symbol { continue }
        return nil
      }
      state = isFirst ? hash : LexiconFormat.advance(state, hash)
      isFirst = false
      guard let next = lexicon.find(state) else { return nil }
      found = next.phrase
    }
    return found >= 0 ? found : nil
  }

  /// The senses of one kind that exactly these tokens have: rows, counted over both lexicons.
  func rows(of range: Range<Int32>, _ kind: Sense.Kind) -> [Int] {
    guard let (holder, phrase) = phrase(of: range),
      holder.summary(ofPhrase: phrase).has(kind)
    else { return [] }
    let base = holder === lexicon ? 0 : Lexicon.overlayBase
    return holder.senses(ofPhrase: phrase).filter { $0.kind == kind }.map { $0.row + base }
  }

  /// The rows of one kind of the longest name phrase that begins at a token.
  func rows(at index: Int, _ kind: Sense.Kind) -> [Int] {
    let entry = entries[index]
    guard entry.phrase >= 0, entry.phraseSummary.has(kind) else { return [] }
    let holder = entry.isOverlay ? lexicon.overlay ?? lexicon : lexicon
    let base = entry.isOverlay ? Lexicon.overlayBase : 0
    return holder.senses(ofPhrase: entry.phrase).filter { $0.kind == kind }.map { $0.row + base }
  }
}

extension Lexicon {
  /// Rows of the bodies that the compiler makes for each country, in this order.
  static let bodiesPerCountry = 5

  /// The actor row of a country's government.
  func governmentRow(_ country: Int) -> Int { country * Lexicon.bodiesPerCountry }

  /// The actor row of a country's opposition.
  func oppositionRow(_ country: Int) -> Int { country * Lexicon.bodiesPerCountry + 4 }

  /// The side that an actor row stands for, when it is one of the compiler's bodies.
  func side(ofActor row: Int) -> ActorDraft.Side {
    guard row < countryCount * Lexicon.bodiesPerCountry else { return .none }
    switch row % Lexicon.bodiesPerCountry {
    case 0: return .government
    case 4: return .opposition
    default: return .none
    }
  }
}
