// Text that was UTF-8 and was read as windows-1252, once or twice: what its characters were.

/// Finds `Ã©` and `â€™` and tells what they stood for.
///
/// A character that ends a word in capitals may well stand before a quotation mark, so a text is
/// repaired only when it holds a sequence that nobody writes: a capital with a tilde before a sign
/// such as `©`, or the `â€` of a typographic mark.
enum Mojibake {
  /// A character, as it was meant.
  struct Found {
    /// Its UTF-8 in the first ``count`` of four bytes.
    var utf8: (UInt8, UInt8, UInt8, UInt8)
    var count: Int
    /// Bytes that stand for it in the text.
    var length: Int
    /// Scalars that stand for it in the text.
    var scalars: Int
  }

  /// A scalar as it is read on some level: with how much of the text makes it.
  private struct Reading {
    var value: UInt32
    var length: Int
    var scalars: Int
  }

  /// Whether valid UTF-8 holds a sequence that is certainly wrong.
  static func isCertain(in bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index + 3 < bytes.count {
      index = UTF8Repair.asciiEnd(bytes, from: index)
      guard index + 3 < bytes.count else { return false }
      if bytes[index] == 0xc3, let found = repair(bytes, at: index) {
        // `â€™`, and everything that was read wrongly twice.
        if found.scalars > 2 { return true }
        // A letter, and a sign of Latin-1 that stands before words and not behind letters.
        switch bytes[index + 3] {
        case 0xa1...0xaa, 0xac, 0xae...0xba, 0xbc...0xbf:
          if bytes[index + 2] == 0xc2 { return true }
        default: break
        }
        index += found.length
      } else {
        index += UTF8Repair.sequence(bytes, at: index).length
      }
    }
    return false
  }

  /// What the characters from `index` on stood for; nil when they are what they are.
  static func repair(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Found? {
    let reading = read(bytes, at: index, level: 2)
    // A control is nothing that anyone wrote; on the way to it there may be some.
    guard let reading, reading.scalars > 1, !(0x80..<0xa0).contains(reading.value),
      let scalar = Unicode.Scalar(reading.value),
      let encoded = UTF8.encode(scalar)
    else { return nil }
    var found = Found(
      utf8: (0, 0, 0, 0), count: encoded.count, length: reading.length, scalars: reading.scalars)
    withUnsafeMutableBytes(of: &found.utf8) { $0.copyBytes(from: encoded) }
    return found
  }

  /// The text with its characters repaired.
  static func repaired(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBytes { bytes in
      guard isCertain(in: bytes) else { return text }
      var out: [UInt8] = []
      var index = 0
      while index < bytes.count {
        if bytes[index] == 0xc3, let found = repair(bytes, at: index) {
          withUnsafeBytes(of: found.utf8) { out += $0.prefix(found.count) }
          index += found.length
        } else {
          out.append(bytes[index])
          index += 1
        }
      }
      return String(decoding: out, as: UTF8.self)
    }
  }

  /// Reads a scalar as if the text had been decoded wrongly `level` times at most.
  ///
  /// At most four scalars of the level below make one, so three levels look at sixteen.
  private static func read(
    _ bytes: UnsafeRawBufferPointer, at index: Int, level: Int
  ) -> Reading? {
    guard level > 0 else { return plain(bytes, at: index) }
    guard let first = read(bytes, at: index, level: level - 1) else { return nil }
    guard let lead = byte(first.value), let more = continuations(lead) else { return first }
    var value = UInt32(lead) & (0x3f >> UInt32(more))
    var whole = first
    for _ in 0..<more {
      guard let next = read(bytes, at: index + whole.length, level: level - 1),
        let byte = byte(next.value), byte & 0xc0 == 0x80
      else { return first }
      value = value << 6 | UInt32(byte & 0x3f)
      whole.length += next.length
      whole.scalars += next.scalars
    }
    // Three characters of windows-1252 are letters and accents that no news has; on the way only.
    let isRare = lead == 0xc6 || lead == 0xcb
    guard !isRare || value == 0x192 || value == 0x2c6 || value == 0x2dc else { return first }
    let least: UInt32 = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000
    guard value >= least, Unicode.Scalar(value) != nil else { return first }
    whole.value = value
    return whole
  }

  /// Continuation bytes behind the leads of Latin letters, of general punctuation and of symbols;
  /// others are letters too often.
  private static func continuations(_ lead: UInt8) -> Int? {
    switch lead {
    case 0xc2...0xc6, 0xcb: 1
    case 0xe2: 2
    case 0xf0: 3
    default: nil
    }
  }

  private static func plain(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Reading? {
    guard index < bytes.count else { return nil }
    let length = UTF8Repair.sequence(bytes, at: index).length
    guard index + length <= bytes.count else { return nil }
    var value = UInt32(bytes[index])
    if length > 1 {
      value &= 0x7f >> UInt32(length)
      for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3f) }
    }
    return Reading(value: value, length: length, scalars: 1)
  }

  /// The byte of windows-1252 that a scalar above ASCII is read from; nil for any other.
  private static func byte(_ value: UInt32) -> UInt8? {
    if (0x80...0xff).contains(value) { return UInt8(value) }
    guard value >= 0x152, value <= 0x2122 else { return nil }
    switch value {
    case 0x20ac: return 0x80
    case 0x201a: return 0x82
    case 0x192: return 0x83
    case 0x201e: return 0x84
    case 0x2026: return 0x85
    case 0x2020: return 0x86
    case 0x2021: return 0x87
    case 0x2c6: return 0x88
    case 0x2030: return 0x89
    case 0x160: return 0x8a
    case 0x2039: return 0x8b
    case 0x152: return 0x8c
    case 0x17d: return 0x8e
    case 0x2018: return 0x91
    case 0x2019: return 0x92
    case 0x201c: return 0x93
    case 0x201d: return 0x94
    case 0x2022: return 0x95
    case 0x2013: return 0x96
    case 0x2014: return 0x97
    case 0x2dc: return 0x98
    case 0x2122: return 0x99
    case 0x161: return 0x9a
    case 0x203a: return 0x9b
    case 0x153: return 0x9c
    case 0x17e: return 0x9e
    case 0x178: return 0x9f
    default: return nil
    }
  }
}
