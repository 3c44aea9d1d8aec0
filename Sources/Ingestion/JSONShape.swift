// What the first bytes of JSON text say about how articles lie in it.

/// How the values of JSON text are laid out, as far as its first bytes show.
enum JSONShape {
  /// `[{…}, {…}]`
  case array
  /// An object that goes over a line's end.
  case object
  /// An object that ends on its line, or whose line is longer than what can be seen.
  case line

  /// The shape of text that begins with `head`; nil when that is no JSON that holds articles.
  init?(_ head: [UInt8]) {
    var rest = head.starts(with: byteOrderMark) ? head.dropFirst(3) : head[...]
    rest = rest.drop(while: Self.isSpace)
    switch rest.first {
    case UInt8(ascii: "["):
      rest = rest.dropFirst().drop(while: Self.isSpace)
      guard rest.first == UInt8(ascii: "{") || rest.first == UInt8(ascii: "]") else { return nil }
      self = .array
    case UInt8(ascii: "{"):
      let inner = rest.dropFirst().drop(while: Self.isSpace).first
      guard inner == UInt8(ascii: "\"") || inner == UInt8(ascii: "}") else { return nil }
      self = Self.breaksLine(rest) ? .object : .line
    default: return nil
    }
  }

  /// Whether a line ends inside the object that `bytes` begin with, outside its strings.
  private static func breaksLine(_ bytes: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var isString = false
    var isEscaped = false
    for byte in bytes {
      if isString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isString = false
        }
        // A raw line end in a string: the line was cut, and nothing behind it can be told.
        if byte == 0x0a { return false }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return false }
      case 0x0a: return true
      default: break
      }
    }
    return false
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }
}
