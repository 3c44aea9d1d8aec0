// Broken gzip files, one row each: what the archive ends as, where, and what of it was read.

import Model
import Testing

@testable import Ingestion

/// A file and what must be said of it.
struct GzipCase: CustomTestStringConvertible, Sendable {
  var name: String
  var bytes: [UInt8]
  var status: ArchiveStatus
  var offset: Int
  /// Articles delivered.
  var articles: Int
  var reasons: [Rejection.Reason] = []
  /// Articles that count.
  var counted: Int?
  /// Words of the detail.
  var says = ""

  var testDescription: String { name }
}

@Suite struct GzipFaultTests {
  static let one = gzip(jsonLines(50))
  static let two = gzip(jsonLines(10, from: 50))
  static let stored = jsonLines(50)

  static let optional: [UInt8] = {
    // Everything that a header may have: FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT.
    var header: [UInt8] = [0x1f, 0x8b, 8, 0x1f, 1, 2, 3, 4, 2, 3]
    header += [5, 0, 1, 2, 3, 4, 5]
    header += Array("news.jsonl".utf8) + [0] + Array("a comment".utf8) + [0]
    return header + checksum(header)
  }()

  static func checksum(_ header: [UInt8]) -> [UInt8] {
    // The CRC-32 of a member's content is that of its trailer.
    Array(gzip(header).suffix(8).prefix(2))
  }

  static let cases: [GzipCase] = [
    GzipCase(name: "whole", bytes: one, status: .ok, offset: one.count, articles: 50),
    GzipCase(
      name: "2 cut inside the trailer", bytes: one.dropLast(4), status: .truncated,
      offset: one.count - 4, articles: 50, says: "trailer"),
    GzipCase(
      name: "2 no trailer", bytes: one.dropLast(8), status: .truncated, offset: one.count - 8,
      articles: 50, says: "trailer"),
    GzipCase(
      name: "2 no trailer, no last line end",
      bytes: Array(gzip(String(stored.dropLast())).dropLast(8)), status: .truncated,
      offset: gzip(String(stored.dropLast())).count - 8, articles: 50),
    GzipCase(
      name: "3 cut in the header", bytes: Array(one.prefix(5)), status: .truncated, offset: 5,
      articles: 0, says: "header"),
    GzipCase(
      name: "3 one byte", bytes: Array(one.prefix(1)), status: .truncated, offset: 0, articles: 0),
    GzipCase(name: "4 no bytes", bytes: [], status: .empty, offset: 0, articles: 0),
    GzipCase(name: "5 empty member", bytes: gzip(""), status: .ok, offset: 20, articles: 0),
    GzipCase(
      name: "6 wrong CRC", bytes: one.flipping(-8), status: .crcMismatch, offset: one.count - 8,
      articles: 50, counted: 0, says: "50 articles"),
    GzipCase(
      name: "6 wrong CRC of the second of three", bytes: one + two.flipping(-5) + one,
      status: .crcMismatch, offset: one.count + two.count - 8, articles: 60, counted: 50,
      says: "10 articles"),
    GzipCase(
      name: "7 wrong length", bytes: one.flipping(-2), status: .crcMismatch,
      offset: one.count - 4, articles: 50, counted: 0, says: "trailer says"),
    GzipCase(
      name: "9 wrong method", bytes: one.setting(2, to: 7), status: .badHeader, offset: 2,
      articles: 0, says: "method 7"),
    GzipCase(
      name: "9 reserved flags", bytes: one.setting(3, to: 0x20), status: .badHeader, offset: 3,
      articles: 0, says: "reserved"),
    GzipCase(
      name: "9 wrong header checksum",
      bytes: gzip(stored, header: [0x1f, 0x8b, 8, 2, 0, 0, 0, 0, 0, 3, 0, 0]),
      status: .badHeader, offset: 10, articles: 0, says: "checksum"),
    GzipCase(
      name: "9 bad header of the second member", bytes: one + two.setting(3, to: 0x80),
      status: .badHeader, offset: one.count + 3, articles: 50, counted: 50),
    GzipCase(
      name: "10 two members", bytes: one + two, status: .ok, offset: one.count + two.count,
      articles: 60),
    GzipCase(
      name: "10 a line across two members", bytes: gzip(#"{"text": "#) + gzip(#""a"}"#),
      status: .ok, offset: gzip(#"{"text": "#).count + gzip(#""a"}"#).count, articles: 1),
    GzipCase(
      name: "11 the second member has no trailer", bytes: one + two.dropLast(8),
      status: .truncated, offset: one.count + two.count - 8, articles: 60),
    GzipCase(
      name: "11 the second member is cut in its header", bytes: one + two.prefix(4),
      status: .truncated, offset: one.count + 4, articles: 50),
    GzipCase(
      name: "12 trailing garbage", bytes: one + Array("x\n".utf8), status: .trailingGarbage,
      offset: one.count, articles: 50, says: "plain text"),
    GzipCase(
      name: "13 trailing zeros", bytes: one + [UInt8](repeating: 0, count: 1024), status: .ok,
      offset: one.count + 1024, articles: 50),
    GzipCase(
      name: "13 zeros and garbage", bytes: one + [0, 0, 0, 9], status: .trailingGarbage,
      offset: one.count + 3, articles: 50),
    GzipCase(
      name: "14 plain text", bytes: Array("Geneva talks resume\n".utf8), status: .notGzip,
      offset: 0, articles: 0, says: "plain text"),
    GzipCase(
      name: "14 zip", bytes: Array("PK\u{3}\u{4}".utf8) + [20, 0, 0, 0], status: .notGzip,
      offset: 0, articles: 0, says: "a ZIP archive"),
    GzipCase(
      name: "14 zstd", bytes: [0x28, 0xb5, 0x2f, 0xfd, 4], status: .notGzip, offset: 0,
      articles: 0, says: "Zstandard"),
    GzipCase(
      name: "14 bzip2", bytes: Array("BZh91AY".utf8), status: .notGzip, offset: 0, articles: 0,
      says: "bzip2"),
    GzipCase(
      name: "14 xz", bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], status: .notGzip, offset: 0,
      articles: 0, says: "XZ"),
    GzipCase(
      name: "14 HTML", bytes: Array("\n<!DOCTYPE html><title>404".utf8), status: .notGzip,
      offset: 0, articles: 0, says: "HTML"),
    GzipCase(
      name: "14 uncompressed JSON", bytes: Array(stored.utf8), status: .notGzip, offset: 0,
      articles: 0, says: "JSON"),
    GzipCase(
      name: "15 all optional fields", bytes: gzip(stored, header: optional), status: .ok,
      offset: gzip(stored, header: optional).count, articles: 50),
    GzipCase(
      name: "15 endless file name",
      bytes: [0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3] + [UInt8](repeating: 0x61, count: 200_000),
      status: .truncated, offset: 200_010, articles: 0),
    GzipCase(
      name: "15 file name of two megabytes",
      bytes: [0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3] + [UInt8](repeating: 0x61, count: 2 << 20),
      status: .badHeader, offset: 1 << 20, articles: 0, says: "1 MiB"),
    GzipCase(
      name: "16 five thousand members",
      bytes: (0..<5000).flatMap { gzip(#"{"text": "\#($0)"}"# + "\n") }, status: .ok,
      offset: (0..<5000).map { gzip(#"{"text": "\#($0)"}"# + "\n").count }.reduce(0, +),
      articles: 5000),
  ]

  @Test(arguments: cases)
  func fault(_ row: GzipCase) {
    let reading = read(row.bytes)
    let outcome = reading.outcome
    #expect(outcome.status == row.status)
    #expect(outcome.offset == row.offset)
    #expect(reading.articles.count == row.articles)
    #expect(reading.reasons == row.reasons)
    #expect(outcome.detail.contains(row.says) || row.says.isEmpty)
    #expect((outcome.status == .ok) == outcome.detail.isEmpty)
    let counted = reading.articles.count { $0.member < outcome.trustedMembers }
    #expect(counted == row.counted ?? row.articles)
    // What lies behind a fault still belongs to the file.
    #expect(outcome.compressedBytes == row.bytes.count)
    var hash = XXH64()
    row.bytes.withUnsafeBytes { hash.update($0) }
    #expect(outcome.digest == hash.hexadecimal())
  }

  @Test("1 cut in the data: whole lines are kept, the last is rejected")
  func cutInTheData() throws {
    let lines = Self.stored.split(separator: "\n").map { $0.utf8.count + 1 }
    for length in stride(from: 30, to: Self.one.count - 9, by: 97) {
      let reading = read(Array(Self.one.prefix(length)))
      #expect(reading.outcome.status == .truncated)
      #expect(reading.outcome.offset == length)
      #expect(reading.ids == (0..<reading.articles.count).map { "\($0)" })
      let whole = lines.prefix(reading.articles.count).reduce(0, +)
      if reading.rejections.isEmpty {
        #expect(reading.outcome.inflatedBytes - whole <= 1)
      } else {
        #expect(reading.reasons == [.truncated])
        #expect(reading.rejections[0].offset == whole)
        #expect(reading.rejections[0].line == reading.articles.count + 1)
        #expect(reading.rejections[0].ordinal == reading.articles.count)
      }
    }
  }

  @Test("8 no flipped bit is counted in silence")
  func bitFlips() {
    let trailer = Self.one.count - 8
    for index in stride(from: 10, to: trailer, by: 41) {
      for mask in [1, 0x10, 0x80] as [UInt8] {
        let outcome = read(Self.two + Self.one.flipping(index, mask: mask) + Self.two).outcome
        // A flip may end the deflate data early, and then what follows is no trailer.
        #expect(outcome.status == .crcMismatch || outcome.status == .truncated)
        if outcome.status == .crcMismatch {
          #expect(outcome.trustedMembers == 1)
        }
      }
    }
  }

  @Test func membersOfArticles() {
    let reading = read(Self.one + gzip("") + Self.two)
    #expect(reading.articles.prefix(50).allSatisfy { $0.member == 0 })
    #expect(reading.articles.dropFirst(50).allSatisfy { $0.member == 2 })
    #expect(reading.outcome.verifiedMembers == 3)
    #expect(reading.batches.last?.verifiedMembers == 3)
  }

  @Test("an article that is split over members belongs to the last of them")
  func memberOfASplitArticle() {
    let reading = read(gzip(#"{"text": "#) + gzip("\"a\"}") + gzip("\n{\"text\": \"b\"}"))
    #expect(reading.texts == ["a", "b"])
    #expect(reading.articles.map(\.member) == [1, 2])
  }

  @Test("17 a bomb stops at the ratio and at the limit", arguments: [true, false])
  func bomb(byRatio: Bool) {
    var options = IngestOptions()
    options.maxRatio = byRatio ? 500 : .max
    options.ratioFloor = 1 << 20
    options.maxArchiveBytes = 4 << 20
    let reading = read(gzip([UInt8](repeating: 0, count: 16 << 20)), options: options)
    #expect(reading.outcome.status == .limitExceeded)
    #expect(reading.outcome.detail.contains(byRatio ? "500 times" : "4194304 bytes"))
    #expect(reading.outcome.inflatedBytes <= 4 << 20)
    #expect(reading.articles.isEmpty)
    #expect(reading.reasons == [.undecodable])
  }

  @Test("18 gzip inside gzip is named, not inflated")
  func nested() {
    let reading = read(gzip(Self.one))
    #expect(reading.outcome.status == .ok)
    #expect(reading.reasons == [.undecodable])
    #expect(reading.rejections[0].detail.contains("gzip data"))
  }
}
