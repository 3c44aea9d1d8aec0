// Web archives: records in one gzip member each and in one for all, bodies of all codings, damage.

import CZlib
import Model
import Testing

@testable import Ingestion

@Suite struct WARCTests {
  /// A page whose article begins with the given words.
  static func page(_ words: String) -> String {
    """
    <!DOCTYPE html><html lang="en"><head><title>\(words)</title></head><body><nav>Menu</nav>
    <p>\(words) met in Geneva on Friday, and talks went on until late in the night, officials said.
    </p><p>They will be back in the same building on Monday, a spokeswoman told reporters.</p>
    </body></html>
    """
  }

  /// A record; `length` and `digest` replace what would be right.
  static func record(
    _ block: [UInt8], type: String = "response", id: String = "<urn:uuid:1>",
    mime: String = "application/http; msgtype=response", length: String? = nil,
    headers: String = "", digest: Bool = true
  ) -> [UInt8] {
    var head = "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Record-ID: \(id)\r\n"
    head +=
      "WARC-Target-URI: http://post.example/2019/03/15/x\r\nWARC-Date: 2019-03-15T00:00:00Z\r\n"
    if digest {
      let sum = block.withUnsafeBytes { SHA1.digest($0) }
      let hex = sum.map { String(UInt16($0) | 0x100, radix: 16).dropFirst() }.joined()
      head += "WARC-Block-Digest: sha1:\(hex)\r\n"
    }
    head +=
      "Content-Type: \(mime)\r\n\(headers)Content-Length: \(length ?? "\(block.count)")\r\n\r\n"
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  static func http(
    _ body: [UInt8], status: String = "200 OK", headers: String = "Content-Type: text/html\r\n"
  ) -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\n\(headers)\r\n".utf8) + body
  }

  static func response(_ words: String, id: Int = 1, length: String? = nil) -> [UInt8] {
    record(http(Array(page(words).utf8)), id: "<urn:uuid:\(id)>", length: length)
  }

  static let info = record(
    Array("software: crawler\r\n".utf8), type: "warcinfo", mime: "application/warc-fields")
  static let request = record(
    Array("GET / HTTP/1.1\r\n\r\n".utf8), type: "request", mime: "application/http; msgtype=request"
  )

  static func read(_ bytes: [UInt8], options: IngestOptions = IngestOptions()) -> Reading {
    IngestionTests.read(bytes, name: "CC-NEWS-20190315.warc.gz", options: options)
  }

  /// First words of each text.
  static func heads(_ reading: Reading) -> [String] {
    reading.texts.map { String($0.prefix { $0 != " " }) }
  }

  @Test("34 one member for each record, and one for all", arguments: [true, false])
  func members(each: Bool) {
    let records = [
      Self.info, Self.request, Self.response("Envoys"), Self.request,
      Self.response("Ministers", id: 2),
    ]
    let reading = Self.read(each ? records.flatMap { gzip($0) } : gzip(records.flatMap { $0 }))
    #expect(reading.outcome.status == .ok)
    #expect(reading.outcome.detail.isEmpty)
    #expect(reading.rejections.isEmpty, "\(reading.rejections)")
    #expect(Self.heads(reading) == ["Envoys", "Ministers"])
    #expect(reading.ids == ["urn:uuid:1", "urn:uuid:2"])
    #expect(reading.articles.map(\.member) == (each ? [2, 4] : [0, 0]))
    #expect(reading.articles[0].url == "http://post.example/2019/03/15/x")
    #expect(reading.articles[0].published == "2019-3-15")
    #expect(reading.articles[0].source == "post.example")
    #expect(reading.articles[0].title == Array("Envoys".utf8))
  }

  static let plain = Array(page("Envoys").utf8)

  static func chunked(_ bytes: [UInt8]) -> [UInt8] {
    let half = bytes.count / 2
    func chunk(_ part: ArraySlice<UInt8>) -> [UInt8] {
      Array("\(String(part.count, radix: 16));x=y\r\n".utf8) + part + Array("\r\n".utf8)
    }
    return chunk(bytes[..<half]) + chunk(bytes[half...]) + Array("0\r\n\r\n".utf8)
  }

  /// zlib data around raw deflate data, as `deflate` means.
  static func wrapped(_ bytes: [UInt8]) -> [UInt8] {
    var input = bytes
    let sum = UInt32(truncatingIfNeeded: adler32_z(1, &input, bytes.count))
    return [0x78, 0x9c] + deflated(bytes) + littleEndian(sum).reversed()
  }

  static let bodies: [(String, [UInt8])] = [
    ("", plain),
    ("Transfer-Encoding: chunked\r\n", chunked(plain)),
    ("Content-Encoding: gzip\r\n", gzip(plain)),
    ("Content-Encoding: deflate\r\n", deflated(plain)),
    ("Content-Encoding: deflate\r\n", wrapped(plain)),
    ("transfer-encoding: Chunked\r\nContent-Encoding: gzip\r\n", chunked(gzip(plain))),
    // Undone by the crawler, which left the headers.
    ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", plain),
    ("Content-Encoding: br\r\n", plain),
  ]

  @Test(arguments: bodies.indices)
  func codings(index: Int) {
    let (headers, body) = Self.bodies[index]
    let message = Self.http(body, headers: "Content-Type: text/html; charset=utf-8\r\n" + headers)
    let reading = Self.read(gzip(Self.record(message)))
    #expect(reading.rejections.isEmpty, "\(reading.rejections)")
    #expect(Self.heads(reading) == ["Envoys"])
  }

  @Test("the charset of the header counts")
  func charset() {
    let bytes = Self.plain.split(separator: UInt8(ascii: "E")).joined(separator: [0x8e])
    let message = Self.http(
      Array(bytes), headers: "Content-Type: text/html; Charset=\"windows-1250\"\r\n")
    #expect(Self.heads(Self.read(gzip(Self.record(message)))) == ["Žnvoys"])
  }

  static let refused: [([UInt8], Rejection.Reason)] = [
    (record(http(plain, status: "404 Not Found")), .notArticle),
    (record(http(plain, status: "301 Moved")), .notArticle),
    (record(http(plain, headers: "Content-Type: image/png\r\n")), .notArticle),
    (
      record(
        http(plain, headers: "Content-Type: text/html\r\nContent-Encoding: br\r\n").map {
          $0 == 0x3c ? 1 : $0
        }), .undecodable
    ),
    (
      record(
        http(
          Array(gzip(plain).dropLast(20)),
          headers: "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")), .undecodable
    ),
    (
      record(
        http(
          gzip([UInt8](repeating: 0x20, count: 9 << 20)),
          headers: "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")), .tooLarge
    ),
    (record(Array("no http".utf8)), .malformed),
    (record(http([])), .notArticle),
    (
      response("Lost").replacing(Array("in Geneva".utf8), with: Array("in Vienna".utf8)),
      .digestMismatch
    ),
    (response("Lost", length: "-5"), .malformed),
    (response("Lost", length: "99999999999999999999"), .malformed),
    (response("Lost", length: ""), .malformed),
    (response("Lost", length: "10"), .malformed),
    (response("Lost", length: "700"), .malformed),
    (response("Lost", length: "3000"), .malformed),
    (record(http([UInt8](repeating: 0x20, count: 9 << 20))), .tooLarge),
  ]

  @Test(
    "33, 34 what is wrong with a record costs that record", arguments: refused.indices,
    [true, false])
  func damagedRecords(index: Int, each: Bool) {
    let (record, reason) = Self.refused[index]
    let records = [Self.response("First"), record, Self.response("Second"), Self.response("Third")]
    let reading = Self.read(each ? records.flatMap { gzip($0) } : gzip(records.flatMap { $0 }))
    #expect(reading.outcome.status == .ok)
    #expect(reading.reasons == [reason])
    #expect(reading.rejections.first?.offset == records[0].count)
    #expect(reading.rejections.first?.ordinal == 1)
    #expect(Self.heads(reading) == ["First", "Second", "Third"])
  }

  @Test("a length far beyond the record does not swallow the file", arguments: [true, false])
  func hugeLength(each: Bool) {
    let records = [
      Self.response("First"), Self.response("Lost", length: "1099511627776"),
      Self.response("Second"),
    ]
    let reading = Self.read(each ? records.flatMap { gzip($0) } : gzip(records.flatMap { $0 }))
    #expect(reading.reasons == [.malformed])
    #expect(Self.heads(reading) == ["First", "Second"])
  }

  @Test("payload digests, with and without chunk lengths")
  func payloads() {
    func digest(_ bytes: [UInt8]) -> String {
      // RFC 4648, as crawlers write it.
      let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
      var out: [UInt8] = []
      var (value, bits) = (0, 0)
      for byte in bytes.withUnsafeBytes({ SHA1.digest($0) }) {
        (value, bits) = ((value << 8 | Int(byte)) & 0xffff, bits + 8)
        while bits >= 5 {
          bits -= 5
          out.append(alphabet[value >> bits & 31])
        }
      }
      return "WARC-Payload-Digest: sha1:\(String(decoding: out, as: UTF8.self))\r\n"
    }
    let body = Self.chunked(Self.plain)
    let message = Self.http(
      body, headers: "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")
    for (headers, isGood) in [
      (digest(body), true), (digest(Self.plain), true), (digest([1]), false),
      ("WARC-Payload-Digest: md5:00\r\n", true),
    ] {
      let reading = Self.read(gzip(Self.record(message, headers: headers, digest: false)))
      #expect(reading.reasons == (isGood ? [] : [.digestMismatch]))
    }
  }

  @Test func resourcesAndTexts() {
    let text = Self.record(
      Array("Talks\n\nEnvoys met.\n".utf8), type: "conversion", mime: "text/plain")
    let resource = Self.record(Self.plain, type: "resource", mime: "text/html")
    let other = Self.record([1, 2], type: "resource", mime: "image/gif")
    let reading = Self.read(gzip(text + resource + other))
    #expect(Self.heads(reading) == ["Envoys", "Envoys"])
    #expect(reading.articles[0].title == Array("Talks".utf8))
    #expect(reading.rejections.isEmpty)
  }

  @Test("33 a cut archive keeps the whole records and says so", arguments: [true, false])
  func cut(each: Bool) {
    let records = (0..<12).map { Self.response("Envoys\($0)", id: $0) }
    let bytes = each ? records.flatMap { gzip($0) } : gzip(records.flatMap { $0 })
    for length in stride(from: 40, to: bytes.count - 9, by: 61) {
      let reading = Self.read(Array(bytes.prefix(length)))
      // Between two members a cut cannot be told from the end.
      if reading.outcome.status != .ok {
        #expect(reading.outcome.status == .truncated)
        #expect(reading.outcome.offset == length)
      }
      #expect(Self.heads(reading) == (0..<reading.articles.count).map { "Envoys\($0)" })
      #expect(
        reading.reasons.allSatisfy { $0 == .truncated } && reading.reasons.count <= 1,
        "\(length): \(reading.rejections)")
    }
    // Cut before it was compressed.
    let reading = Self.read(gzip(records.flatMap { $0 }.dropLast(500)))
    #expect(reading.outcome.status == .truncated)
    #expect(reading.articles.count == 11)
    #expect(reading.reasons == [.truncated])
  }

  @Test("33 no flipped bit is counted in silence")
  func bitFlips() {
    let members = (0..<3).map { gzip(Self.response("Envoys\($0)", id: $0)) }
    for index in stride(from: 10, to: members[1].count - 8, by: 23) {
      let reading = Self.read(members[0] + members[1].flipping(index, mask: 4) + members[2])
      #expect(reading.outcome.status != .ok)
      let counted = reading.articles.filter { $0.member < reading.outcome.trustedMembers }
      #expect(counted.allSatisfy { $0.id == "urn:uuid:0" || reading.outcome.status == .truncated })
    }
  }

  @Test("damage to headers and blocks never traps, and costs at most what it hits")
  func damage() {
    let records = (0..<4).flatMap { Self.response("Envoys\($0)", id: $0) }
    var random = SplitMix(seed: 7)
    for _ in 0..<300 {
      var bytes = records
      for _ in 0..<3 {
        let index = Int(random.next() % UInt64(bytes.count))
        bytes[index] = UInt8(truncatingIfNeeded: random.next())
      }
      let reading = Self.read(gzip(bytes))
      #expect(reading.articles.count + reading.rejections.count >= 1)
      #expect(reading.articles.count <= 4)
    }
  }

  @Test("chunks make no difference", arguments: [1, 7, 100])
  func chunks(size: Int) {
    let records =
      Self.info + Self.response("First") + Self.response("Lost", length: "700")
      + Self.response("Second") + Self.response("Lost", length: "1099511627776")
      + Array("noise\r\n".utf8) + Self.response("Third")
    var options = IngestOptions()
    options.chunkBytes = size
    let reading = Self.read(gzip(records), options: options)
    #expect(Self.heads(reading) == ["First", "Second", "Third"])
    #expect(reading.reasons == [.malformed, .malformed])
    #expect(reading.outcome.status == .ok)
  }

  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
  ])
  func sha1(text: String, hex: String) {
    let digest = Array(text.utf8).withUnsafeBytes { SHA1.digest($0) }
    #expect(SHA1.parse(Array(hex.utf8)) == digest)
    #expect(SHA1.parse(Array(hex.utf8.dropLast())) == nil)
    #expect(SHA1.parse(Array("3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ".utf8))?.first == 0xda)
  }
}
