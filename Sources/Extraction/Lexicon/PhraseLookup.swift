// Looks up a given stretch of tokens, where the matcher's longest phrase is not the one wanted.

import Model

/// The rows of one kind that a phrase can mean, in table order; read in place.
struct SenseRows: Sequence, IteratorProtocol {
  private var at: UnsafePointer<UInt32>
  private let end: UnsafePointer<UInt32>
  private let kind: UInt32
  /// What is added to rows of the user's tables, so that a number names a row of either lexicon.
  private let base: Int

  /// No rows.
  fileprivate init(noneOf lexicon: Lexicon) {
    at = lexicon.start(.senses).assumingMemoryBound(to: UInt32.self)
    end = at
    kind = 0
    base = 0
  }

  /// - Parameter base: 0, or ``Lexicon/overlayBase`` for the user's tables.
  fileprivate init(_ holder: Lexicon, _ phrase: Int32, _ kind: Sense.Kind, base: Int) {
    let senses = holder.start(.senses).assumingMemoryBound(to: UInt32.self)
    at = senses + Int(holder.word(.phraseSenses, Int(phrase)))
    end = senses + Int(holder.word(.phraseSenses, Int(phrase) + 1))
    self.kind = UInt32(kind.rawValue)
    self.base = base
  }

  @inline(__always)
  mutating func next() -> Int? {
    while at < end {
      let sense = at.pointee
      at += 1
      if sense >> 24 == kind { return Int(sense & 0xff_ffff) + base }
    }
    return nil
  }

  /// The first of them.
  @inline(__always)
  var first: Int? {
    var copy = self
    return copy.next()
  }
}

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
  func rows(of range: Range<Int32>, _ kind: Sense.Kind) -> SenseRows {
    if let overlay = lexicon.overlay, let found = phrase(of: range, in: overlay) {
      return SenseRows(overlay, found, kind, base: Lexicon.overlayBase)
    }
    guard let found = phrase(of: range, in: lexicon),
      lexicon.summary(ofPhrase: found).has(kind)
    else { return SenseRows(noneOf: lexicon) }
    return SenseRows(lexicon, found, kind, base: 0)
  }

  /// The rows of one kind of the longest name phrase that begins at a token.
  func rows(at index: Int, _ kind: Sense.Kind) -> SenseRows {
    let entry = entries[index]
    guard entry.phrase >= 0, entry.phraseSummary.has(kind) else {
      return SenseRows(noneOf: lexicon)
    }
    if entry.isOverlay, let overlay = lexicon.overlay {
      return SenseRows(overlay, entry.phrase, kind, base: Lexicon.overlayBase)
    }
    return SenseRows(lexicon, entry.phrase, kind, base: 0)
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
