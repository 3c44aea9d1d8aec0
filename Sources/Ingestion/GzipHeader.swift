// The header of a gzip member, RFC 1952 section 2.3, read byte by byte and judged.

import CZlib

/// Reads a member's header with all its optional fields, keeping none of them.
enum GzipHeader {
  /// What was found instead of a header's end.
  enum Fault: Error, Equatable {
    /// The bytes ended inside the header.
    case cut
    /// Not a header that may be read; the offset is that of the byte that says so.
    case bad(offset: Int, detail: String)
  }

  /// Optional fields together; real ones take a few hundred bytes.
  static let maxBytes = 1 << 20

  private static let text: UInt8 = 0x01
  private static let checksum: UInt8 = 0x02
  private static let extra: UInt8 = 0x04
  private static let fileName: UInt8 = 0x08
  private static let comment: UInt8 = 0x10
  private static let reserved: UInt8 = 0xe0

  /// Takes the header, from its two magic bytes, which the caller has seen, to its end.
  static func read(from input: ByteInput) throws(Fault) {
    var reader = Reader(input: input)
    for _ in 0..<2 { _ = try reader.byte() }
    let method = try reader.byte()
    guard method == 8 else {
      throw .bad(offset: input.offset - 1, detail: "compression method \(method), not 8 (deflate)")
    }
    let flags = try reader.byte()
    guard flags & reserved == 0 else {
      throw .bad(offset: input.offset - 1, detail: "reserved header flags are set")
    }
    // Modification time, extra flags, operating system.
    for _ in 0..<6 { _ = try reader.byte() }
    if flags & extra != 0 {
      let low = try reader.byte()
      let high = try reader.byte()
      for _ in 0..<(Int(low) | Int(high) << 8) { _ = try reader.byte() }
    }
    if flags & fileName != 0 { try reader.skipString() }
    if flags & comment != 0 { try reader.skipString() }
    if flags & checksum != 0 {
      let expected = UInt16(truncatingIfNeeded: reader.crc)
      let at = input.offset
      let low = try reader.byte()
      let high = try reader.byte()
      guard UInt16(low) | UInt16(high) << 8 == expected else {
        throw .bad(offset: at, detail: "the header's own checksum is wrong")
      }
    }
  }

  private struct Reader {
    let input: ByteInput
    var crc: UInt = 0
    var count = 0

    mutating func byte() throws(Fault) -> UInt8 {
      guard var byte = input.byte() else { throw .cut }
      count += 1
      guard count <= GzipHeader.maxBytes else {
        throw .bad(offset: input.offset - 1, detail: "the header is longer than 1 MiB")
      }
      crc = crc32(crc, &byte, 1)
      return byte
    }

    /// Takes a string with the zero byte that ends it.
    mutating func skipString() throws(Fault) {
      while try byte() != 0 {}
    }
  }
}
