// Header fields as WARC records and HTTP messages have them.

/// Named fields, one on each line; names in lower case.
struct HeaderLines {
  private var fields: [(name: [UInt8], value: [UInt8])] = []

  /// Adds a line with its end; a line that begins with white space continues the one before.
  mutating func add(_ line: [UInt8]) {
    if let first = line.first, isSpace(first), !fields.isEmpty {
      fields[fields.count - 1].value += [0x20] + trimmed(line[...])
      return
    }
    guard fields.count < 256, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    fields.append((lowercased(trimmed(line[..<colon])), Array(trimmed(line[(colon + 1)...]))))
  }

  /// The value of the first field of a name, which is in lower case; nil when there is none.
  func value(_ name: StaticString) -> [UInt8]? {
    let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    return fields.first { $0.name.elementsEqual(wanted) }?.value
  }

  /// The value as text, in lower case, up to the first semicolon.
  func word(_ name: StaticString) -> String? {
    value(name).map { value in
      String(
        decoding: lowercased(trimmed(value.prefix { $0 != UInt8(ascii: ";") })), as: UTF8.self)
    }
  }

  /// What a `Content-Type` says of the encoding; nil when it says nothing.
  func charset(_ name: StaticString = "content-type") -> Charset? {
    value(name).flatMap { Self.charset(in: $0) }
  }

  /// The encoding in `text/html; charset="utf-8"`.
  static func charset(in value: [UInt8]) -> Charset? {
    let lower = lowercased(value)
    let key = Array("charset=".utf8)
    guard let start = lower.indices.first(where: { lower[$0...].starts(with: key) }) else {
      return nil
    }
    let label = lower[(start + key.count)...].drop { isSpace($0) || $0 == 0x22 || $0 == 0x27 }
      .prefix { !isSpace($0) && $0 != 0x22 && $0 != 0x27 && $0 != UInt8(ascii: ";") }
    return Charset(label: label)
  }
}
