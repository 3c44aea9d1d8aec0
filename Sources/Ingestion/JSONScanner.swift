// Walks over JSON text byte by byte, skipping what nobody asked for, without building values.

import Glibc

/// What kind of value begins at a position.
enum JSONKind: String {
  case string, number, boolean, null, array, object

  /// With its article, for messages.
  var phrase: String {
    switch self {
    case .array, .object: "an \(rawValue)"
    case .null: rawValue
    default: "a \(rawValue)"
    }
  }
}

/// Where a value lies in JSON text.
struct JSONValue {
  var kind: JSONKind
  /// All of it; of a string what stands between its quotes, escapes and all.
  var range: Range<Int>
  /// A string that is known to have no escapes.
  var isPlain = false
}

/// Why text is not JSON, and where: an offset into the text.
struct JSONFault: Error, Equatable {
  var offset: Int
  var detail: String
  var isTooDeep = false
}

/// A position in JSON text. RFC 8259, more lenient in one point: strings may hold raw control
/// characters, since the tabs and NULs of careless writers are no reason to lose an article.
///
/// Strings that are only skipped are searched for their end; their escapes are not judged.
struct JSONScanner {
  private(set) var position = 0
  private let bytes: UnsafeRawBufferPointer
  private let maxDepth: Int

  init(_ bytes: UnsafeRawBufferPointer, maxDepth: Int) {
    self.bytes = bytes
    self.maxDepth = maxDepth
  }

  /// Takes white space; returns the byte behind it without taking it, nil at the end.
  @inline(__always)
  mutating func peek() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else {
        return byte
      }
      position += 1
    }
    return nil
  }

  /// Takes white space and, if it is next, `byte`.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  /// The kind of the value that is next.
  mutating func kind() throws(JSONFault) -> JSONKind {
    guard let byte = peek() else { throw fault("the text ends where a value should be") }
    switch byte {
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw fault("no JSON value begins like this")
    }
  }

  /// Takes a string.
  mutating func string() throws(JSONFault) -> JSONValue {
    guard take(UInt8(ascii: "\"")) else { throw fault("a string is missing") }
    let start = position
    // Names and other short strings: two words at most, without a call.
    var word = start
    while word < start + 16, word + 8 <= bytes.count {
      let eight = bytes.loadUnaligned(fromByteOffset: word, as: UInt64.self).littleEndian
      let quotes = Self.matches(eight, 0x2222_2222_2222_2222)
      let slashes = Self.matches(eight, 0x5c5c_5c5c_5c5c_5c5c)
      if quotes | slashes == 0 {
        word += 8
        continue
      }
      guard quotes != 0, slashes == 0 || quotes & (0 &- quotes) < slashes & (0 &- slashes) else {
        break
      }
      let end = word + quotes.trailingZeroBitCount >> 3
      position = end + 1
      return JSONValue(kind: .string, range: start..<end, isPlain: true)
    }
    while let base = bytes.baseAddress, position < bytes.count,
      let quote = memchr(base + position, 0x22, bytes.count - position)
    {
      let end = UnsafeRawPointer(quote) - base
      position = end + 1
      // An odd number of backslashes before it makes the quote part of the string.
      var slashes = end
      while slashes > start && bytes[slashes - 1] == UInt8(ascii: "\\") { slashes -= 1 }
      if (end - slashes) & 1 == 0 { return JSONValue(kind: .string, range: start..<end) }
    }
    position = bytes.count
    throw fault("the text ends inside a string")
  }

  /// The high bit of each byte of `word` that is equal to that of `pattern`; exact up to the first.
  private static func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// Takes any value.
  mutating func value() throws(JSONFault) -> JSONValue {
    let kind = try kind()
    if kind == .string { return try string() }
    let start = position
    try skip(kind, depth: 0)
    return JSONValue(kind: kind, range: start..<position)
  }

  /// Throws when anything but white space follows.
  mutating func expectEnd() throws(JSONFault) {
    if peek() != nil { throw fault("something follows the value") }
  }

  func fault(_ detail: String) -> JSONFault { JSONFault(offset: position, detail: detail) }

  private mutating func skip(_ kind: JSONKind, depth: Int) throws(JSONFault) {
    switch kind {
    case .string: _ = try string()
    case .number: try number()
    case .boolean: try word(bytes[position] == UInt8(ascii: "t") ? "true" : "false")
    case .null: try word("null")
    case .array, .object:
      guard depth < maxDepth else {
        throw JSONFault(
          offset: position, detail: "nested more than \(maxDepth) levels deep", isTooDeep: true)
      }
      position += 1
      try members(of: kind, depth: depth + 1)
    }
  }

  /// Takes the members of an array or object and what closes it.
  private mutating func members(of kind: JSONKind, depth: Int) throws(JSONFault) {
    let close = kind == .array ? UInt8(ascii: "]") : UInt8(ascii: "}")
    if take(close) { return }
    while true {
      if kind == .object {
        _ = try string()
        guard take(UInt8(ascii: ":")) else { throw fault("a colon is missing") }
      }
      try skip(try self.kind(), depth: depth)
      if take(close) { return }
      guard take(UInt8(ascii: ",")) else {
        throw fault(peek() == nil ? "the text ends inside an \(kind)" : "a comma is missing")
      }
    }
  }

  private mutating func word(_ word: StaticString) throws(JSONFault) {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count, let base = bytes.baseAddress,
      memcmp(base + position, word.utf8Start, word.utf8CodeUnitCount) == 0
    else { throw fault("no JSON value begins like this") }
    position = end
  }

  private mutating func number() throws(JSONFault) {
    if at(UInt8(ascii: "-")) { position += 1 }
    if at(UInt8(ascii: "0")) { position += 1 } else { try digits() }
    if at(UInt8(ascii: ".")) {
      position += 1
      try digits()
    }
    if at(UInt8(ascii: "e")) || at(UInt8(ascii: "E")) {
      position += 1
      if at(UInt8(ascii: "+")) || at(UInt8(ascii: "-")) { position += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(JSONFault) {
    let start = position
    while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    if position == start { throw fault("a digit is missing") }
  }

  private func at(_ byte: UInt8) -> Bool { position < bytes.count && bytes[position] == byte }
}
