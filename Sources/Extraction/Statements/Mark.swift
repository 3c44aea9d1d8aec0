// A token's kind as a plain byte, for the loops that compare it at every token.

import Model

/// The kind of a token, compared without generic code: `==` of an enumeration of another module
/// is a call through its witness table.
struct Mark: Equatable {
  let code: UInt8

  @inline(__always)
  init(_ kind: Token.Kind) { code = unsafeBitCast(kind, to: UInt8.self) }

  @inline(__always)
  static func == (a: Mark, b: Mark) -> Bool { a.code == b.code }

  @inline(__always)
  static func ~= (a: Mark, b: Mark) -> Bool { a.code == b.code }

  static var word: Mark { Mark(.word) }
  static var number: Mark { Mark(.number) }
  static var period: Mark { Mark(.period) }
  static var comma: Mark { Mark(.comma) }
  static var semicolon: Mark { Mark(.semicolon) }
  static var colon: Mark { Mark(.colon) }
  static var question: Mark { Mark(.question) }
  static var exclamation: Mark { Mark(.exclamation) }
  static var hyphen: Mark { Mark(.hyphen) }
  static var dash: Mark { Mark(.dash) }
  static var openQuote: Mark { Mark(.openQuote) }
  static var closeQuote: Mark { Mark(.closeQuote) }
  static var quote: Mark { Mark(.quote) }
  static var openParenthesis: Mark { Mark(.openParenthesis) }
  static var closeParenthesis: Mark { Mark(.closeParenthesis) }
  static var possessive: Mark { Mark(.possessive) }
  static var symbol: Mark { Mark(.symbol) }
}
