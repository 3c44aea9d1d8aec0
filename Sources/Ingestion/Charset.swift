// Character encodings: from their labels and bytes to UTF-8.

import CXML2
import Glibc

/// An encoding that text may come in.
enum Charset: Equatable {
  case utf8
  /// Also what is labelled ISO-8859-1 or ASCII, as in browsers.
  case windows1252
  case utf16(isBigEndian: Bool)
  /// Any other, by the name that the C library knows.
  case other(String)

  /// The encoding that `label` names; nil for a label that means nothing here.
  init?(label: some Collection<UInt8>) {
    let name = lowercased(trimmed(Array(label)[...]))
    guard !name.isEmpty, name.count <= 32,
      name.allSatisfy({ byte in
        (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
          || [0x2d, 0x5f, 0x3a, 0x2e].contains(byte)
      })
    else { return nil }
    switch String(decoding: name, as: UTF8.self) {
    case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1",
      "ascii", "us-ascii", "iso_8859-1":
      self = .windows1252
    case "utf-16", "utf-16le", "utf16", "unicode": self = .utf16(isBigEndian: false)
    case "utf-16be": self = .utf16(isBigEndian: true)
    case "gb2312", "gbk", "x-gbk": self = .other("GB18030")
    case "x-sjis", "shift-jis": self = .other("SHIFT_JIS")
    case "ks_c_5601-1987", "euc-kr": self = .other("CP949")
    case "iso-8859-8-i": self = .other("ISO-8859-8")
    case "iso-8859-9", "latin5": self = .other("WINDOWS-1254")
    case "iso-8859-11", "tis-620": self = .other("CP874")
    case let known:
      guard Converter(known) != nil else { return nil }
      self = .other(known)
    }
  }

  /// The encoding that the first bytes announce, and how many bytes say so.
  static func marked(_ head: some Collection<UInt8>) -> (charset: Charset, width: Int)? {
    if head.starts(with: byteOrderMark) { return (.utf8, 3) }
    if head.starts(with: [0xff, 0xfe]) { return (.utf16(isBigEndian: false), 2) }
    if head.starts(with: [0xfe, 0xff]) { return (.utf16(isBigEndian: true), 2) }
    return nil
  }

  /// Its name for people.
  var name: String {
    switch self {
    case .utf8: "utf-8"
    case .windows1252: "windows-1252"
    case .utf16: "utf-16"
    case .other(let name): name.lowercased()
    }
  }

  /// What decoding made of bytes.
  struct Decoded {
    /// Valid UTF-8; of UTF-8 itself the bytes as they are, for normalization to repair.
    var text: [UInt8]
    /// Sequences without a meaning, which became U+FFFD.
    var repairs = 0
    /// Bytes decoded; fewer than all only when the last sequence goes on in the next piece.
    var used: Int
  }

  /// Decodes bytes.
  ///
  /// - Parameter isWhole: whether a sequence that is not complete at the end never will be.
  func decode(_ bytes: [UInt8], isWhole: Bool = true) -> Decoded {
    switch self {
    case .utf8: Decoded(text: bytes, used: bytes.count)
    case .windows1252: Self.decodeWindows1252(bytes)
    case .utf16(let isBigEndian):
      Self.decodeUTF16(bytes, isBigEndian: isBigEndian, isWhole: isWhole)
    case .other(let name):
      Converter(name)?.convert(bytes, isWhole: isWhole) ?? Decoded(text: bytes, used: bytes.count)
    }
  }

  private static func decodeWindows1252(_ bytes: [UInt8]) -> Decoded {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 16)
    var repairs = 0
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
        continue
      }
      var value = UInt32(byte)
      if byte < 0xa0 {
        value = Entities.windows1252[Int(byte) - 0x80]
        // Five bytes are no characters.
        if value == UInt32(byte) {
          value = 0xfffd
          repairs += 1
        }
      }
      append(value, to: &out)
    }
    return Decoded(text: out, repairs: repairs, used: bytes.count)
  }

  private static func decodeUTF16(
    _ bytes: [UInt8], isBigEndian: Bool, isWhole: Bool
  ) -> Decoded {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var repairs = 0
    var high: UInt32?
    func unit(_ index: Int) -> UInt32 {
      let (a, b) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return isBigEndian ? a << 8 | b : b << 8 | a
    }
    func replace() {
      append(0xfffd, to: &out)
      repairs += 1
    }
    for index in stride(from: 0, to: bytes.count & ~1, by: 2) {
      let value = unit(index)
      if let first = high {
        high = nil
        if value & 0xfc00 == 0xdc00 {
          append(0x10000 + (first & 0x3ff) << 10 + (value & 0x3ff), to: &out)
          continue
        }
        replace()
      }
      switch value & 0xfc00 {
      case 0xd800: high = value
      case 0xdc00: replace()
      default: append(value, to: &out)
      }
    }
    let isOdd = bytes.count & 1 == 1
    guard isWhole else {
      let waiting = (high == nil ? 0 : 2) + (isOdd ? 1 : 0)
      return Decoded(text: out, repairs: repairs, used: bytes.count - waiting)
    }
    if high != nil || isOdd { replace() }
    return Decoded(text: out, repairs: repairs, used: bytes.count)
  }

  private static func append(_ value: UInt32, to out: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{fffd}"
    out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

/// A conversion of the C library into UTF-8.
private final class Converter {
  private let handle: iconv_t

  /// Nil when the C library does not know the encoding.
  init?(_ name: String) {
    guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle
  }

  deinit {
    iconv_close(handle)
  }

  func convert(_ bytes: [UInt8], isWhole: Bool) -> Charset.Decoded {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    var repairs = 0
    var used = bytes.count
    var input = bytes
    input.withUnsafeMutableBytes { input in
      var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = input.count
      withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 16) { buffer in
        while left > 0 {
          var to = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = buffer.count
          let before = left
          let code = iconv(handle, &from, &left, &to, &room)
          let error = errno
          out.append(contentsOf: buffer[..<(buffer.count - room)])
          if code != -1 { break }
          if error == EINVAL && !isWhole {
            used -= left
            break
          }
          // A full buffer is emptied; anything else is a sequence without a meaning.
          if error == E2BIG && (left < before || room < buffer.count) { continue }
          out.append(contentsOf: [0xef, 0xbf, 0xbd])
          repairs += 1
          from = from?.advanced(by: 1)
          left -= 1
        }
      }
    }
    return Charset.Decoded(text: out, repairs: repairs, used: used)
  }
}
