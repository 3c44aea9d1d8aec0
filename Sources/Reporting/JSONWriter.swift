// JSON by bytes: valid for any input, fast enough for every article.

package import Model

/// Appends JSON to a buffer; commas come by themselves.
package struct JSONWriter {
  package var bytes: [UInt8]
  /// A value was written at this level already.
  private var needsComma = false

  package init(_ bytes: consuming [UInt8] = []) {
    self.bytes = bytes
  }

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// The key of the next value: ASCII without anything to escape.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A key that is data.
  package mutating func key(text name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { quote($0) }
  }

  /// A string given as UTF-8; what is ill-formed becomes U+FFFD.
  package mutating func string(utf8 text: [UInt8]) {
    string(String(decoding: text, as: UTF8.self))
  }

  package mutating func integer(_ value: Int) {
    separate()
    digits(value)
  }

  /// An integer in units of a power of ten, as a decimal with that many digits.
  package mutating func decimal(_ value: Int, digits count: Int) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var unit: UInt = 1
    for _ in 0..<count { unit *= 10 }
    digits(Int(clamping: value.magnitude / unit))
    bytes.append(UInt8(ascii: "."))
    var rest = value.magnitude % unit
    for _ in 0..<count {
      unit /= 10
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
      rest %= unit
    }
  }

  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: value ? [0x74, 0x72, 0x75, 0x65] : [0x66, 0x61, 0x6c, 0x73, 0x65])
  }

  /// `[start, end]`.
  package mutating func span(_ span: Span) {
    beginArray()
    integer(Int(span.start))
    integer(Int(span.end))
    endArray()
  }

  /// The id of a part of the record: `a1` for index 0 of the actors.
  package mutating func id(_ letter: Unicode.Scalar, _ index: Int32) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: letter))
    digits(Int(index) + 1)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func digits(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let first = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[first...].reverse()
  }

  /// Runs of plain bytes go out at once; U+2028 and others need no escape in JSON.
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for (index, byte) in text.enumerated() {
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7f
      else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      start = index + 1
      escape(byte)
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0a: bytes.append(UInt8(ascii: "n"))
    case 0x0d: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let hex: StaticString = "0123456789abcdef"
      bytes.append(contentsOf: [0x75, 0x30, 0x30])
      bytes.append(hex.utf8Start[Int(byte >> 4)])
      bytes.append(hex.utf8Start[Int(byte & 15)])
    }
  }
}

extension JSONWriter {
  /// A key with a string; nothing when there is none.
  package mutating func field(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// A key with a number; nothing when there is none.
  package mutating func field(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    integer(value)
  }
}
