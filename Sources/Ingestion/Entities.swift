// Character references of SGML and HTML: what stands for what.

import CXML2

/// Decodes `&name;`, `&#233;` and `&#xe9;`.
enum Entities {
  /// Bytes of the longest name looked at.
  private static let maxName = 12

  /// Names of news wires and older collections that HTML does not have.
  private static let others: [(name: StaticString, value: UInt32)] = [
    ("apos", 0x27), ("hyph", 0x2d), ("dash", 0x2d), ("blank", 0x20), ("sp", 0x20),
    ("dollar", 0x24), ("percnt", 0x25), ("lsqb", 0x5b), ("rsqb", 0x5d), ("lsb", 0x5b),
    ("rsb", 0x5d), ("commat", 0x40), ("num", 0x23), ("ast", 0x2a), ("plus", 0x2b),
    ("equals", 0x3d), ("semi", 0x3b), ("colon", 0x3a), ("comma", 0x2c), ("period", 0x2e),
    ("excl", 0x21), ("quest", 0x3f), ("lpar", 0x28), ("rpar", 0x29), ("lowbar", 0x5f),
    ("verbar", 0x7c), ("bsol", 0x5c), ("sol", 0x2f), ("scaron", 0x161), ("zcaron", 0x17e),
    ("Zcaron", 0x17d), ("ccaron", 0x10d), ("Ccaron", 0x10c), ("cacute", 0x107),
    ("nacute", 0x144), ("sacute", 0x15b), ("lstrok", 0x142), ("Lstrok", 0x141), ("dstrok", 0x111),
    ("gbreve", 0x11f), ("inodot", 0x131), ("Idot", 0x130), ("scedil", 0x15f), ("Scedil", 0x15e),
    ("eogon", 0x119), ("aogon", 0x105), ("rcaron", 0x159), ("ecaron", 0x11b), ("abreve", 0x103),
  ]

  /// What HTML reads for the numbers of C1 controls: the characters of windows-1252.
  static let windows1252: [UInt32] = [
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
  ]

  /// Appends `bytes` with their references decoded.
  ///
  /// References to control characters vanish; what is no reference stays as it is.
  static func decode(_ bytes: some RandomAccessCollection<UInt8>, into out: inout [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&"), let (value, end) = reference(bytes, at: index) {
        append(value, to: &out)
        index = end
      } else {
        out.append(byte)
        index = bytes.index(after: index)
      }
    }
  }

  /// Appends a scalar in UTF-8; controls that no text has are left out.
  static func append(_ value: UInt32, to out: inout [UInt8]) {
    var value = value
    if (0x80...0x9f).contains(value) { value = windows1252[Int(value) - 0x80] }
    if value < 0x20 && value != 0x09 && value != 0x0a && value != 0x0d { return }
    if (0x7f...0x9f).contains(value) { return }
    let scalar = Unicode.Scalar(value) ?? "\u{fffd}"
    out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The value of the reference at `index`, and where it ends; nil when there is none.
  private static func reference<Bytes: RandomAccessCollection<UInt8>>(
    _ bytes: Bytes, at index: Bytes.Index
  ) -> (value: UInt32, end: Bytes.Index)? {
    let rest = bytes[bytes.index(after: index)...]
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "#") { return number(rest.dropFirst()) }
    let name = rest.prefix(maxName).prefix { byte in
      (0x61...0x7a).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
    guard !name.isEmpty, name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";"),
      let value = named(Array(name))
    else { return nil }
    return (value, bytes.index(after: name.endIndex))
  }

  private static func number<Bytes: RandomAccessCollection<UInt8>>(
    _ rest: Bytes
  ) -> (value: UInt32, end: Bytes.Index)? {
    let isHexadecimal = rest.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let digits = (isHexadecimal ? rest.dropFirst() : rest[...]).prefix(8).prefix { byte in
      (0x30...0x39).contains(byte) || (isHexadecimal && (0x61...0x66).contains(byte | 0x20))
    }
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for digit in digits {
      let number = digit <= 0x39 ? UInt32(digit - 0x30) : UInt32((digit | 0x20) - 0x61) + 10
      value = value &* (isHexadecimal ? 16 : 10) &+ number
    }
    var end = digits.endIndex
    if end < rest.endIndex, rest[end] == UInt8(ascii: ";") { end = rest.index(after: end) }
    return (value, end)
  }

  /// The scalar of a name; capitals are tried as they are, then as small letters (`&AMP;`).
  private static func named(_ name: [UInt8]) -> UInt32? {
    for form in [name, lowercased(name)] {
      let found = (form + [0]).withUnsafeBufferPointer { htmlEntityLookup($0.baseAddress) }
      if let found { return found.pointee.value }
      for other in others where form.elementsEqual(other.name.bytes) { return other.value }
    }
    return nil
  }
}

extension StaticString {
  /// The bytes of a literal.
  fileprivate var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
