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
    var good = 0
    var bad = 0
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      let length = first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1
      let rest = bytes[min(index + 1, bytes.count)..<min(index + length, bytes.count)]
      if length > 1, rest.count == length - 1, rest.allSatisfy({ $0 & 0xc0 == 0x80 }) {
        good += 1
        index += length
      } else {
        bad += 1
        index += 1
      }
    }
    return bad > 0 ? .mixed(good: good, bad: bad) : good > 0 ? .utf8 : .ascii
  }
}
