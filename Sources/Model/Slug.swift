// Slugs: the readable tail of a key, made from a name.

/// A key's tail: the folded name with hyphens between its words.
package func slug(_ name: String) -> String {
  var name = name
  return name.withUTF8 { bytes in
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var pending = false
    func put(_ byte: UInt8) {
      if pending && !out.isEmpty { out.append(UInt8(ascii: "-")) }
      pending = false
      out.append(byte)
    }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): put(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): put(byte | 0x20)
      case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "`"), 0x80...0xbf: break
      case 0xc0...0xff:
        // A scalar above ASCII: its folded letters, or itself.
        let length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
        let end = min(bytes.count, index + length)
        let folded = Folding.folded(bytes[index..<end])
        for part in folded where part >= 0x80 || Folding.isWordByte(part) { put(part) }
      default: pending = true
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension Folding {
  /// An ASCII letter in lower case, or a digit.
  fileprivate static func isWordByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
