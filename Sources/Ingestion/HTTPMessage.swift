// An HTTP response as a crawler stored it: status, headers, and the body in plain bytes.

import CZlib
import Model

/// A response taken apart; transfer and content encodings are undone.
///
/// Crawlers differ in what they store: some undo the encodings and leave the headers as they were.
/// So what does not look chunked or compressed is taken as it is.
struct HTTPMessage {
  private(set) var status = 0
  private(set) var headers = HeaderLines()
  /// The body as it is stored.
  private(set) var stored: ArraySlice<UInt8>
  /// The body without its chunk lengths, still compressed.
  private(set) var entity: [UInt8] = []

  /// Takes a stored response apart; nil when it does not begin with a status line.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "HTTP/".utf8) else { return nil }
    var rest = bytes[...]
    var isFirst = true
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0a).map { $0 + 1 } ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[end...]
      if isFirst {
        isFirst = false
        let number = line.drop { $0 != 0x20 }.drop { $0 == 0x20 }.prefix(3)
        status = number.reduce(0) { (0x30...0x39).contains($1) ? $0 * 10 + Int($1 - 0x30) : $0 }
        continue
      }
      if line.allSatisfy(isSpace) { break }
      headers.add(Array(line))
    }
    stored = rest
    let isChunked = headers.word("transfer-encoding").map { $0.contains("chunked") } ?? false
    entity = isChunked ? Self.joined(rest) ?? Array(rest) : Array(rest)
  }

  /// The body, decompressed.
  ///
  /// Throws `undecodable` for a compression that is not known here or is broken, `too_large` for a
  /// body of more than `limit` bytes.
  func body(limit: Int) throws(Refusal) -> [UInt8] {
    guard entity.count <= limit else {
      throw Refusal(.tooLarge, "\(entity.count) bytes of body, of at most \(limit)")
    }
    switch headers.word("content-encoding") {
    case "gzip", "x-gzip":
      return entity.starts(with: [0x1f, 0x8b]) ? try inflated(window: 31, limit) : entity
    case "deflate":
      // Some servers send raw deflate data, others wrap them as the standard says.
      let isWrapped =
        entity.count > 2 && entity[0] & 0x0f == 8
        && (Int(entity[0]) << 8 | Int(entity[1])) % 31 == 0
      return looksLikeMarkup ? entity : try inflated(window: isWrapped ? 15 : -15, limit)
    case nil, "", "identity", "none": return entity
    case let other?:
      if looksLikeMarkup { return entity }
      throw Refusal(.undecodable, "the body is compressed with \(printable(other.utf8))")
    }
  }

  private var looksLikeMarkup: Bool {
    let start = entity.starts(with: byteOrderMark) ? entity.dropFirst(3) : entity[...]
    return start.drop(while: isSpace).first == UInt8(ascii: "<")
  }

  /// The pieces of a chunked body; nil when it is not chunked. What is there of a cut one counts.
  private static func joined(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    var rest = bytes
    var isFirst = true
    while true {
      let digits = rest.prefix(8).prefix {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
      }
      guard !digits.isEmpty, let end = rest[digits.endIndex...].prefix(256).firstIndex(of: 0x0a),
        rest[digits.endIndex..<end].first.map({ isSpace($0) || $0 == UInt8(ascii: ";") }) ?? true
      else { return isFirst ? nil : out }
      isFirst = false
      let length = Int(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
      let data = rest[(end + 1)...].prefix(length)
      if length == 0 { return out }
      out.append(contentsOf: data)
      rest = rest[data.endIndex...]
      // The line end behind a chunk.
      if rest.first == 0x0d { rest = rest.dropFirst() }
      if rest.first == 0x0a { rest = rest.dropFirst() }
    }
  }

  private func inflated(window: Int32, _ limit: Int) throws(Refusal) -> [UInt8] {
    var out: [UInt8] = []
    var stream = z_stream()
    guard
      inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw Refusal(.undecodable, "zlib could not start") }
    defer { inflateEnd(&stream) }
    var input = entity
    let code = input.withUnsafeMutableBufferPointer { source in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { target in
        stream.next_in = source.baseAddress
        stream.avail_in = uInt(source.count)
        while true {
          stream.next_out = target.baseAddress
          stream.avail_out = uInt(target.count)
          let code = inflate(&stream, Z_NO_FLUSH)
          let made = target.count - Int(stream.avail_out)
          out.append(contentsOf: target[..<made])
          if code != Z_OK || out.count > limit { return code }
          // Nothing more can come of nothing.
          if made == 0 && stream.avail_in == 0 { return Z_BUF_ERROR }
        }
      }
    }
    if out.count > limit {
      throw Refusal(.tooLarge, "the body inflates to more than \(limit) bytes")
    }
    guard code == Z_STREAM_END else {
      throw Refusal(.undecodable, "the compressed body is broken after \(out.count) bytes")
    }
    return out
  }
}
