// What single bytes and scalars are to the tokenizer.

import Model

/// What a byte begins; from ``firstMark`` on, the code of the token kind that it is, alone.
enum ByteClass {
  /// The zero byte: the end of the text, or a blank inside it.
  static let zero: UInt64 = 0
  static let space: UInt64 = 1
  static let newline: UInt64 = 2
  static let letter: UInt64 = 3
  /// A mark that needs a look around: quotation marks, hyphen, underscore.
  static let special: UInt64 = 4
  static let firstMark: UInt64 = 16
  /// The bit of classes that can follow a letter inside a word.
  static let inner: UInt64 = 64
  static let digit: UInt64 = 64
  static let wide: UInt64 = 65
  /// Period and apostrophe.
  static let innerMark: UInt64 = 66
  static let ampersand: UInt64 = 67
}

/// Two tables of 256 entries in one array, so that one pointer reaches them all.
///
/// 64 bits wide: what is loaded needs no extension.
enum ByteTables {
  /// The lower-case form of each ASCII letter; 0 for every other byte.
  static let fold = 0
  /// The ``ByteClass`` of each byte.
  static let kind = 256

  static let all: [UInt64] =
    (0...255).map { UInt64(folded($0)) } + (0...255).map { kind($0) }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x61...0x7a).contains(byte | 0x20) ? byte | 0x20 : 0
  }

  private static func kind(_ byte: UInt8) -> UInt64 {
    switch byte {
    case 0: ByteClass.zero
    case 0x0a...0x0d: ByteClass.newline
    case 0x20, 0x09: ByteClass.space
    case _ where folded(byte) != 0: ByteClass.letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): ByteClass.digit
    case 0x80...: ByteClass.wide
    case UInt8(ascii: "."), UInt8(ascii: "'"): ByteClass.innerMark
    case UInt8(ascii: "&"): ByteClass.ampersand
    case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      ByteClass.special
    default: ByteClass.firstMark + UInt64(mark(byte).code)
    }
  }

  private static func mark(_ byte: UInt8) -> Token.Kind {
    switch byte {
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: "!"): .exclamation
    case UInt8(ascii: "("), UInt8(ascii: "["): .openParenthesis
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .closeParenthesis
    default: .symbol
    }
  }
}

/// What a scalar above ASCII is.
enum WideClass {
  case upper, lower, mark, openQuote, closeQuote, dash, symbol

  /// Classifies a scalar from U+0080.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x80...0x9f: self = .symbol
    case 0xab: self = .openQuote
    case 0xbb: self = .closeQuote
    case 0xaa, 0xba: self = .lower
    case 0xa0...0xbf, 0xd7, 0xf7: self = .symbol
    case 0xc0...0xde: self = .upper
    case 0xdf...0xff: self = .lower
    case 0x100...0x137, 0x14a...0x177: self = scalar & 1 == 0 ? .upper : .lower
    case 0x139...0x148, 0x179...0x17e: self = scalar & 1 == 1 ? .upper : .lower
    case 0x178: self = .upper
    case 0x1e00...0x1eff: self = scalar & 1 == 0 ? .upper : .lower
    case 0x1cd...0x1dc: self = scalar & 1 == 1 ? .upper : .lower
    case 0x18f, 0x1af: self = .upper
    case 0x1b0: self = .lower
    case 0x180...0x24f: self = scalar & 1 == 0 ? .upper : .lower
    case 0x300...0x36f: self = .mark
    case 0x386...0x38f, 0x391...0x3a9, 0x400...0x42f: self = .upper
    case 0x250...0x2ff, 0x370...0x385, 0x390, 0x3aa...0x3ff, 0x430...0x52f: self = .lower
    case 0x201c, 0x201e, 0x201f, 0x2039: self = .openQuote
    case 0x201d, 0x203a: self = .closeQuote
    case 0x2012...0x2015, 0x2212: self = .dash
    case 0x2000...0x206f: self = .symbol
    case 0x20a0...0x2bff, 0x3000...0x303f, 0xfff0...0xffff, 0x1f000...0x1faff: self = .symbol
    default: self = .lower
    }
  }

  /// A letter, or a mark that combines with one.
  var isWord: Bool {
    switch self {
    case .upper, .lower, .mark: true
    default: false
    }
  }
}

/// Decodes the scalar at `index` of valid UTF-8.
@inline(__always)
func decodeScalar(_ p: UnsafePointer<UInt8>, _ index: Int) -> (value: UInt32, length: Int) {
  let first = UInt32(p[index])
  if first < 0x80 { return (first, 1) }
  if first < 0xe0 { return ((first & 0x1f) << 6 | UInt32(p[index + 1] & 0x3f), 2) }
  if first < 0xf0 {
    return (
      (first & 0x0f) << 12 | UInt32(p[index + 1] & 0x3f) << 6 | UInt32(p[index + 2] & 0x3f), 3
    )
  }
  return (
    (first & 0x07) << 18 | UInt32(p[index + 1] & 0x3f) << 12 | UInt32(p[index + 2] & 0x3f) << 6
      | UInt32(p[index + 3] & 0x3f), 4
  )
}
