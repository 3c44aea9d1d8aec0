// Decoding: bytes become valid UTF-8; what is ill-formed becomes U+FFFD and is counted.

import Model

/// Validates UTF-8 and replaces what is ill-formed.
enum UTF8Repair {
  /// Whether every byte is ASCII; 32 at a time.
  static func isASCII(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { raw in asciiEnd(raw, from: 0) == raw.count }
  }

  /// The index of the first byte above ASCII, or the end.
  @inline(__always)
  static func asciiEnd(_ raw: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    let high: UInt64 = 0x8080_8080_8080_8080
    func word(_ offset: Int) -> UInt64 {
      raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    while index &+ 32 <= raw.count {
      let all =
        word(index) | word(index &+ 8) | word(index &+ 16) | word(index &+ 24)
      if all & high != 0 { break }
      index &+= 32
    }
    while index &+ 8 <= raw.count, word(index) & high == 0 { index &+= 8 }
    while index < raw.count, raw[index] < 0x80 { index &+= 1 }
    return index
  }

  /// Length of the sequence at `index` and whether it is well-formed; Unicode 15, table 3-7.
  ///
  /// Of an ill-formed sequence it is the maximal subpart that one U+FFFD stands for, as in Python's
  /// `errors="replace"` and the WHATWG decoder, so that offsets agree with theirs.
  @inline(__always)
  static func sequence(
    _ p: UnsafeRawBufferPointer, at index: Int
  ) -> (length: Int, isWellFormed: Bool) {
    let first = p[index]
    if first < 0x80 { return (1, true) }
    func continues(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xbf) -> Bool {
      index + offset < p.count && p[index + offset] >= low && p[index + offset] <= high
    }
    let length: Int
    let second: Bool
    switch first {
    case 0xc2...0xdf: (length, second) = (2, continues(1))
    case 0xe0: (length, second) = (3, continues(1, 0xa0))
    case 0xed: (length, second) = (3, continues(1, 0x80, 0x9f))
    case 0xe1...0xef: (length, second) = (3, continues(1))
    case 0xf0: (length, second) = (4, continues(1, 0x90))
    case 0xf1...0xf3: (length, second) = (4, continues(1))
    case 0xf4: (length, second) = (4, continues(1, 0x80, 0x8f))
    default: return (1, false)
    }
    if !second { return (1, false) }
    for offset in 2..<max(2, length) where !continues(offset) { return (offset, false) }
    return (length, true)
  }

  /// The bytes as valid UTF-8, and how many ill-formed sequences became U+FFFD.
  ///
  /// A byte order mark at the start is dropped.
  static func decode(_ bytes: [UInt8]) -> (text: [UInt8], repairs: Int) {
    bytes.withUnsafeBytes { p in
      let hasMark = p.count >= 3 && p[0] == 0xef && p[1] == 0xbb && p[2] == 0xbf
      let from = hasMark ? 3 : 0
      var index = wellFormedEnd(p, from: from)
      if index == p.count { return (hasMark ? Array(p[from...]) : bytes, 0) }
      var out: [UInt8] = []
      out.reserveCapacity(p.count + 64)
      var repairs = 0
      var start = from
      while index < p.count {
        out.append(contentsOf: UnsafeRawBufferPointer(rebasing: p[start..<index]))
        out.append(0xef)
        out.append(0xbf)
        out.append(0xbd)
        repairs += 1
        start = index + sequence(p, at: index).length
        index = wellFormedEnd(p, from: start)
      }
      out.append(contentsOf: UnsafeRawBufferPointer(rebasing: p[start...]))
      return (out, repairs)
    }
  }

  /// The index of the first ill-formed sequence, or the end.
  private static func wellFormedEnd(_ p: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while true {
      index = asciiEnd(p, from: index)
      guard index < p.count else { return index }
      let (length, isWellFormed) = sequence(p, at: index)
      guard isWellFormed else { return index }
      index += length
    }
  }
}
