// Datelines: TOKYO, Dec 16 (TASS) --; ANKARA, Turkey (AP) --; (AFP) BANJUL -; GENEVA --

import Model

/// Finds a dateline in the first tokens of an article.
///
/// A dateline is capitalized words and commas, perhaps a date, perhaps an agency, and a dash, before
/// anything else; or it ends with `/AGENCY/.`. Whether the place is a place is for extraction to
/// say.
struct DatelineParser {
  /// Tokens that a dateline may have before its dash.
  private static let limit = 24

  private let tokens: [Token]
  private let text: [UInt8]
  private var index: Int
  private var place: Range<Int>
  private var placeIsOpen = true
  private var agency: Range<Int>?
  private var month: Int?
  private var day: Int?

  /// The dateline, when the text begins with one by its form.
  static func parse(_ tokens: [Token], _ text: [UInt8]) -> DatelineSpan? {
    var start = 0
    // An empty mark may stand first.
    while start < min(2, tokens.count), tokens[start].kind == .symbol,
      text[Int(tokens[start].start)] != UInt8(ascii: "/")
    {
      start += 1
    }
    guard start < tokens.count else { return nil }
    var parser = DatelineParser(tokens: tokens, text: text, start: start)
    return parser.parse(from: start)
  }

  private init(tokens: [Token], text: [UInt8], start: Int) {
    self.tokens = tokens
    self.text = text
    index = start
    place = start..<start
  }

  private mutating func parse(from start: Int) -> DatelineSpan? {
    if tokens[index].kind == .openParenthesis {
      guard parentheses() else { return nil }
      placeIsOpen = true
      place = index..<index
    }
    guard index < tokens.count, tokens[index].kind == .word, tokens[index].isCapitalized,
      Months.number(tokens[index].hash) == nil || tokens[index].flags.contains(.allCapitals)
    else { return nil }
    while index < tokens.count, index - start < Self.limit {
      let token = tokens[index]
      if index > start, token.flags.contains(.paragraphStart) { return nil }
      switch token.kind {
      case .dash: return span(from: start)
      case .word: guard word(token) else { return nil }
      case .number: number(token)
      case .comma, .hyphen, .possessive: index += 1
      case .period: guard period() else { return nil }
      case .openParenthesis: guard agency == nil, parentheses() else { return nil }
      case .symbol where byte(index) == UInt8(ascii: "/"):
        if token.flags.contains(.spaceBefore) {
          guard slashes() else { return nil }
          if index < tokens.count, tokens[index].kind == .period { return span(from: start) }
        } else {
          index += 1  // PARIS/LONDON
        }
      default: return nil
      }
    }
    return nil
  }

  private mutating func word(_ token: Token) -> Bool {
    if let number = Months.number(token.hash), index > place.lowerBound {
      month = number
      placeIsOpen = false
    } else if !token.isCapitalized && !Self.particles.contains(token.hash) {
      return false
    } else if placeIsOpen {
      place = place.lowerBound..<index + 1
    } else if agency == nil, Agencies.names.contains(token.hash) {
      agency = index..<index + 1
    }
    index += 1
    return true
  }

  private mutating func number(_ token: Token) {
    if day == nil, let value = text.withUnsafeBufferPointer({ Day.digits($0[token.range]) }),
      (1...31).contains(value)
    {
      day = value
    }
    placeIsOpen = false
    index += 1
  }

  /// MOSCOW. Dec 26: a period goes on with a date or an agency only.
  private mutating func period() -> Bool {
    index += 1
    guard placeIsOpen else { return true }
    guard index < tokens.count else { return false }
    switch tokens[index].kind {
    case .number, .dash, .openParenthesis, .comma: return true
    case .word: return Months.number(tokens[index].hash) != nil
    case .symbol: return byte(index) == UInt8(ascii: "/")
    default: return false
    }
  }

  /// (Reuters), (dpa), (Xinhua News Agency); not (March 3), not (the capital).
  private mutating func parentheses() -> Bool {
    var close = index + 1
    while close < tokens.count, close - index < 8, tokens[close].kind != .closeParenthesis {
      close += 1
    }
    guard close < tokens.count, tokens[close].kind == .closeParenthesis, close > index + 1
    else { return false }
    let first = tokens[index + 1]
    if month == nil, Months.number(first.hash) != nil { return false }
    if first.kind == .word, !first.isCapitalized, close > index + 2 { return false }
    agency = index + 1..<close
    placeIsOpen = false
    index = close + 1
    return true
  }

  /// /TASS/ as some wires write it.
  private mutating func slashes() -> Bool {
    var close = index + 1
    while close < tokens.count, close - index < 6,
      tokens[close].kind == .word || tokens[close].kind == .hyphen
    {
      close += 1
    }
    guard close < tokens.count, close > index + 1, byte(close) == UInt8(ascii: "/") else {
      return false
    }
    agency = index + 1..<close
    placeIsOpen = false
    index = close + 1
    return true
  }

  /// The dateline that ends at ``index``, unless it is rather a sentence with a dash.
  private mutating func span(from start: Int) -> DatelineSpan? {
    guard !place.isEmpty else { return nil }
    takeAgencyFromPlace()
    if agency == nil && month == nil {
      // "SALVADOR, Feb 26 - the" is one for sure; "Barack Obama - the president" is none.
      let isCapital = tokens[place].allSatisfy {
        $0.kind != .word || $0.flags.contains(.allCapitals)
      }
      guard isCapital || place.count <= 4, beginsText(index + 1) else { return nil }
    }
    if place.count == 1, Abbreviations.starters.contains(tokens[place.lowerBound].hash) {
      return nil
    }
    if agency.map({ $0.upperBound <= place.lowerBound }) ?? false, !beginsText(index + 1) {
      return nil
    }
    return DatelineSpan(
      tokens: Int32(start)..<Int32(index + 1),
      place: Int32(place.lowerBound)..<Int32(place.upperBound),
      agency: agency.map { Int32($0.lowerBound)..<Int32($0.upperBound) }, month: month, day: day)
  }

  /// Damascus, SANA: what follows the last comma is the agency when the list has it.
  private mutating func takeAgencyFromPlace() {
    guard agency == nil,
      let comma = tokens[place].lastIndex(where: { $0.kind == .comma }), comma > place.lowerBound,
      comma + 1 < place.upperBound, Agencies.names.contains(tokens[comma + 1].hash)
    else { return }
    agency = comma + 1..<place.upperBound
    place = place.lowerBound..<comma
  }

  /// Whether a sentence can begin at a token: after a dateline one does.
  private func beginsText(_ index: Int) -> Bool {
    guard index < tokens.count, !tokens[index].flags.contains(.paragraphStart) else {
      return false
    }
    switch tokens[index].kind {
    case .word: return tokens[index].isCapitalized
    case .number, .openQuote, .quote, .symbol: return true
    default: return false
    }
  }

  private func byte(_ index: Int) -> UInt8 { text[Int(tokens[index].start)] }

  private static let particles = WordSet("of de da do la el al the sur and del")
}

extension Token {
  /// The token's bytes.
  fileprivate var range: Range<Int> { Int(start)..<Int(end) }
}
