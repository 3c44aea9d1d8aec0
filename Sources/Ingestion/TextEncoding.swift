// Which encoding bytes are in, when what they are said to be in cannot be trusted.

/// Decides on an encoding from labels and from the bytes themselves.
enum TextEncoding {
  /// How the bytes stand to UTF-8.
  private enum Form {
    case ascii, utf8
    /// With how many well-formed and ill-formed sequences above ASCII.
    case mixed(good: Int, bad: Int)
  }

  /// The encoding of `bytes`, which are labelled as `label`; nil when they have none.
  ///
  /// Bytes that are UTF-8 beyond chance are UTF-8 whatever the label says. Bytes labelled as UTF-8
  /// that hardly ever are, and bytes without a label that are not, are windows-1252.
  static func charset(of bytes: [UInt8], label: Charset?) -> Charset {
    if case .utf16 = label, bytes.prefix(64).contains(0) { return label ?? .utf8 }
    switch form(bytes) {
    case .ascii:
      // Some encodings are shifted by sequences of ASCII.
      if case .other = label { return label ?? .utf8 }
      return .utf8
    case .utf8: return isMultibyte(label) ? label ?? .utf8 : .utf8
    case .mixed(let good, let bad):
      if case .utf16 = label { return .windows1252 }
      if let label, label != .utf8 { return label }
      return good >= bad ? .utf8 : .windows1252
    }
  }

  /// Encodings whose pairs of bytes may look like UTF-8.
  private static func isMultibyte(_ charset: Charset?) -> Bool {
    guard case .other(let name) = charset else { return false }
    return !["iso-8859", "windows-", "koi8-", "cp125"].contains { name.lowercased().hasPrefix($0) }
  }

  private static func form(_ bytes: [UInt8]) -> Form {
    bytes.withUnsafeBytes { bytes in
      var good = 0
      var bad = 0
      var index = asciiEnd(bytes, from: 0)
      while index < bytes.count {
        let length = sequence(bytes, at: index)
        if length > 0 { good += 1 } else { bad += 1 }
        index = asciiEnd(bytes, from: index + max(1, length))
      }
      return bad > 0 ? .mixed(good: good, bad: bad) : good > 0 ? .utf8 : .ascii
    }
  }

  /// Length of the sequence at `index` that has the form of UTF-8; 0 when it has not.
  private static func sequence(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let first = bytes[index]
    let length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return 0 }
    for offset in 1..<length where bytes[index + offset] & 0xc0 != 0x80 { return 0 }
    return length
  }

  /// The index of the first byte above ASCII, or the end; eight at a time.
  private static func asciiEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count,
      bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  // MARK: - Without a label

  /// Bytes of one document as UTF-8, and what was done to them: decoded, or repaired.
  struct Settled {
    var text: [UInt8]
    /// The encoding that they were decoded from; nil for UTF-8.
    var encoding: String?
    /// Sequences that became U+FFFD.
    var repairs = 0
  }

  /// Makes bytes without a label valid UTF-8, for parsers that refuse anything else.
  static func settled(_ bytes: [UInt8]) -> Settled {
    if isWindows1252(bytes) {
      let done = Charset.windows1252.decode(bytes)
      return Settled(
        text: done.text, encoding: Charset.windows1252.name, repairs: done.repairs)
    }
    if String(validating: bytes, as: UTF8.self) != nil { return Settled(text: bytes) }
    func marks(_ text: String) -> Int { text.unicodeScalars.count { $0 == "\u{fffd}" } }
    let repaired = String(decoding: bytes, as: UTF8.self)
    // Those that were there before are counted with them: they are no text either.
    return Settled(text: Array(repaired.utf8), repairs: marks(repaired))
  }

  /// Whether text without a label is windows-1252 beyond doubt.
  ///
  /// It has bytes above ASCII, none of them together in the form of UTF-8, also of the forms that
  /// UTF-8 forbids; and most of them are letters beside letters, or the quotation marks,
  /// dashes and signs of that encoding. Everything else is left to be repaired as UTF-8.
  static func isWindows1252(_ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { bytes in
      var likely = 0
      var unlikely = 0
      var index = asciiEnd(bytes, from: 0)
      while index < bytes.count {
        if hasFormOfUTF8(bytes, at: index) { return false }
        if isLikely(bytes, at: index) { likely += 1 } else { unlikely += 1 }
        index = asciiEnd(bytes, from: index + 1)
      }
      return likely > unlikely * 3
    }
  }

  /// A lead byte with all of its continuation bytes, allowed or not.
  private static func hasFormOfUTF8(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
    let first = bytes[index]
    let length = first < 0xc0 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf8 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return false }
    return bytes[index + 1..<index + length].allSatisfy { $0 & 0xc0 == 0x80 }
  }

  private static func isLikely(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
    func isLetter(_ place: Int) -> Bool {
      guard bytes.indices.contains(place) else { return false }
      return (0x61...0x7a).contains(bytes[place] | 0x20)
    }
    switch bytes[index] {
    // Letters but the rarest of all: they stand in words.
    case 0xc0...0xd6, 0xd8...0xdd, 0xdf...0xef, 0xf1...0xf6, 0xf8...0xfd, 0xf0, 0x8a, 0x8c, 0x8e,
      0x9a, 0x9c, 0x9e, 0x9f:
      return isLetter(index - 1) || isLetter(index + 1)
    case 0x80, 0x85, 0x91...0x97, 0x99, 0xa0, 0xa3, 0xa7, 0xa9, 0xab, 0xad, 0xae, 0xb0, 0xb4,
      0xb7, 0xbb...0xbd:
      return true
    default: return false
    }
  }
}
