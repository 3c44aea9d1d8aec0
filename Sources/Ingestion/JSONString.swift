// Turns the inside of a JSON string into the bytes that it stands for.

import Glibc

/// Decodes the escapes of JSON strings into UTF-8.
enum JSONString {
  /// Bytes of a string whose content lies in `range`.
  ///
  /// `\u` escapes become UTF-8, surrogate pairs one scalar, lone surrogates U+FFFD. Bytes that are
  /// not escapes are copied as they are, also when they are not UTF-8: normalization repairs them.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
  ) throws(JSONFault) -> [UInt8] {
    var fault: Int?
    // An escape is never shorter than what it stands for.
    let decoded = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      guard let from = bytes.baseAddress, let to = buffer.baseAddress else { return }
      var position = range.lowerBound
      while position < range.upperBound {
        let rest = range.upperBound - position
        let slash = memchr(from + position, 0x5c, rest).map { UnsafeRawPointer($0) - from }
        let run = (slash ?? range.upperBound) - position
        memcpy(to + count, from + position, run)
        count += run
        position += run
        if slash == nil { break }
        // The line ends of the article: by far the most frequent.
        if position + 1 < range.upperBound, bytes[position + 1] == UInt8(ascii: "n") {
          to[count] = 0x0a
          count += 1
          position += 2
          continue
        }
        let escape = UnsafeRawBufferPointer(rebasing: bytes[position..<range.upperBound])
        guard let width = decode(escape, to, &count) else {
          fault = position
          return
        }
        position += width
      }
    }
    if let fault { throw JSONFault(offset: fault, detail: "not an escape that JSON knows") }
    return decoded
  }

  /// Decodes the escape at the start of `bytes`; its width, nil when it is none.
  private static func decode(
    _ bytes: UnsafeRawBufferPointer, _ to: UnsafeMutablePointer<UInt8>, _ count: inout Int
  ) -> Int? {
    guard bytes.count >= 2 else { return nil }
    let plain: UInt8
    switch bytes[1] {
    case UInt8(ascii: "\""): plain = 0x22
    case UInt8(ascii: "\\"): plain = 0x5c
    case UInt8(ascii: "/"): plain = 0x2f
    case UInt8(ascii: "t"): plain = 0x09
    case UInt8(ascii: "r"): plain = 0x0d
    case UInt8(ascii: "b"): plain = 0x08
    case UInt8(ascii: "f"): plain = 0x0c
    case UInt8(ascii: "u"):
      guard let first = unit(bytes[...]) else { return nil }
      var width = 6
      var value = first
      if first & 0xfc00 == 0xd800,
        let second = unit(bytes.dropFirst(6)), second & 0xfc00 == 0xdc00
      {
        value = 0x10000 + (first & 0x3ff) << 10 + (second & 0x3ff)
        width = 12
      }
      let scalar = Unicode.Scalar(value) ?? "\u{fffd}"
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        to[count] = byte
        count += 1
      }
      return width
    default: return nil
    }
    to[count] = plain
    count += 1
    return 2
  }

  /// The UTF-16 unit of a `\uXXXX` at the start of `bytes`.
  private static func unit(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt32? {
    guard bytes.count >= 6, bytes.starts(with: "\\u".utf8) else { return nil }
    var value: UInt32 = 0
    for byte in bytes.dropFirst(2).prefix(4) {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
