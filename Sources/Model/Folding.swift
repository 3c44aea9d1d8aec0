// Folding: one form for the spellings of a name. Case, diacritics and apostrophes come off.

/// Folds words and hashes the folded form: see ``WordHash``.
///
/// Erdoğan, ERDOGAN and Erdogan are one word, as are Sana'a and Sanaa, U.S. and US. The table
/// covers Latin-1, Latin Extended-A and the letters of Latin Extended-B and Additional that
/// transliterations use; combining marks are dropped; other scalars stand for themselves.
public enum Folding {
  /// Spreads the entropy of a finished hash over all bits; never 0.
  @inlinable @inline(__always)
  public static func finish(_ hash: UInt64) -> UInt64 {
    let h = mix(hash)
    return h == 0 ? 1 : h
  }

  /// ``finish(_:)`` but for the one word in 2^64 that it would have to move away from 0.
  @inlinable @inline(__always)
  public static func mix(_ hash: UInt64) -> UInt64 {
    let h = (hash ^ (hash >> 32)) &* 0xd6e8_feb8_6659_fd93
    return h ^ (h >> 29)
  }

  /// The folded form of one scalar: up to two ASCII letters, or nothing, or itself.
  ///
  /// Packed: low byte first letter, next byte second letter; 0 when the scalar vanishes;
  /// `0xffff` when it stands for itself.
  public static func letters(of scalar: UInt32) -> UInt16 {
    if scalar < 0x80 {
      switch UInt8(truncatingIfNeeded: scalar) {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return UInt16(scalar | 0x20)
      case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "`"): return 0
      default: return UInt16(scalar)
      }
    }
    if scalar >= 0xc0 && scalar < 0x180 { return latin[Int(scalar - 0xc0)] }
    if (0x300...0x36f).contains(scalar) { return 0 }
    switch scalar {
    case 0x1cd, 0x1ce, 0x1e00, 0x1e01, 0x1ea0...0x1eb7: return UInt16(UInt8(ascii: "a"))
    case 0x1e02...0x1e07: return UInt16(UInt8(ascii: "b"))
    case 0x1e08, 0x1e09: return UInt16(UInt8(ascii: "c"))
    case 0x1e0a...0x1e13: return UInt16(UInt8(ascii: "d"))
    case 0x1e14...0x1e1d, 0x1eb8...0x1ec7: return UInt16(UInt8(ascii: "e"))
    case 0x18f, 0x259, 0x1dd: return UInt16(UInt8(ascii: "a"))
    case 0x1e6, 0x1e7, 0x1e20, 0x1e21: return UInt16(UInt8(ascii: "g"))
    case 0x1e22...0x1e2b, 0x1e96: return UInt16(UInt8(ascii: "h"))
    case 0x1cf, 0x1d0, 0x1e2c...0x1e2f, 0x1ec8...0x1ecb: return UInt16(UInt8(ascii: "i"))
    case 0x1e8, 0x1e9, 0x1e30...0x1e35: return UInt16(UInt8(ascii: "k"))
    case 0x1e36...0x1e3d: return UInt16(UInt8(ascii: "l"))
    case 0x1e3e...0x1e43: return UInt16(UInt8(ascii: "m"))
    case 0x1e44...0x1e4b: return UInt16(UInt8(ascii: "n"))
    case 0x1a0, 0x1a1, 0x1d1, 0x1d2, 0x1e4c...0x1e53, 0x1ecc...0x1ee3:
      return UInt16(UInt8(ascii: "o"))
    case 0x1e58...0x1e5f: return UInt16(UInt8(ascii: "r"))
    case 0x218, 0x219, 0x1e60...0x1e69: return UInt16(UInt8(ascii: "s"))
    case 0x21a, 0x21b, 0x1e6a...0x1e71: return UInt16(UInt8(ascii: "t"))
    case 0x1af, 0x1b0, 0x1d3...0x1dc, 0x1e72...0x1e7b, 0x1ee4...0x1ef1:
      return UInt16(UInt8(ascii: "u"))
    case 0x1e8e, 0x1e8f, 0x1ef2...0x1ef9: return UInt16(UInt8(ascii: "y"))
    case 0x1e90...0x1e95: return UInt16(UInt8(ascii: "z"))
    case 0x2018, 0x2019, 0x2bb, 0x2bc, 0x2be, 0x2bf, 0x2c8: return 0
    default: return 0xffff
    }
  }

  /// U+00C0 to U+017F.
  private static let latin: [UInt16] = {
    // One entry a letter, in code point order; `.` stands for itself.
    let forms = """
      a a a a a a ae c e e e e i i i i d n o o o o o . o u u u u y th ss \
      a a a a a a ae c e e e e i i i i d n o o o o o . o u u u u y th y \
      a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h \
      i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o \
      oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y \
      z z z z z z s
      """
    return forms.utf8.split(separator: UInt8(ascii: " ")).map { part in
      let bytes = Array(part)
      if bytes[0] == UInt8(ascii: ".") { return 0xffff }
      return UInt16(bytes[0]) | (bytes.count > 1 ? UInt16(bytes[1]) << 8 : 0)
    }
  }()

  /// The hash of a word given as UTF-8; the same as the tokenizer computes.
  public static func hash(of word: some Sequence<UInt8>) -> UInt64 {
    var hash = WordHash()
    for byte in folded(word) { hash.add(byte) }
    return hash.value
  }

  /// The folded form of UTF-8 text; white space and hyphens stay.
  public static func folded(_ word: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    for scalar in String(decoding: Array(word), as: UTF8.self).unicodeScalars {
      let form = letters(of: scalar.value)
      if form == 0xffff {
        out.append(contentsOf: String(Character(scalar)).utf8)
      } else if form != 0 {
        out.append(UInt8(truncatingIfNeeded: form))
        if form > 0xff { out.append(UInt8(form >> 8)) }
      }
    }
    return out
  }

  /// The folded form as a string.
  public static func folded(_ text: String) -> String {
    String(decoding: folded(text.utf8), as: UTF8.self)
  }
}
