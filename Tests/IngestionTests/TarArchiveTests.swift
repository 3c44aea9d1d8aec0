// Tar archives, made by hand: members of all kinds, and damage.

import Model
import Testing

@testable import Ingestion

@Suite struct TarArchiveTests {
  static let first = tarMember("a/one.txt", "Talks\n\nPutin said.\n")
  static let second = tarMember("a/two.json", "\u{feff}{\n \"text\": \"Erdogan said.\"\n}\n")

  func reading(_ tar: [UInt8], options: IngestOptions = IngestOptions()) -> Reading {
    read(gzip(tar), name: "news.tar.gz", options: options)
  }

  @Test func members() {
    let lines = tarMember("c.JSONL", jsonLines(2) + "{\n" + #"{"text":"x"}"#)
    let own = tarMember("d.json", #"{"text":"b","id":"own"}"#)
    let reading = reading(Self.first + Self.second + lines + own + tarEnd)
    #expect(reading.outcome.status == .ok)
    #expect(reading.outcome.detail.isEmpty)
    #expect(reading.ids == ["a/one.txt", "a/two.json", "0", "1", "c.JSONL#2", "own"])
    #expect(reading.texts.prefix(2) == ["Putin said.\n", "Erdogan said."])
    #expect(reading.articles[0].title == Array("Talks".utf8))
    #expect(reading.reasons == [.malformed])
    #expect(reading.rejections[0].line == 3)
    #expect(reading.rejections[0].offset == 2048)
    #expect(reading.rejections[0].detail.hasPrefix("c.JSONL: "))
  }

  @Test("files of every format; what no format claims is refused")
  func formats() {
    let tar =
      tarMember("a.json", #"[{"text":"one"},{"text":"two"}]"#)
      + tarMember("b.csv", "title,text\nA,three\n") + tarMember("c.tab", "text\tx\nfour\t\n")
      + tarMember("data", "{\"text\":\"five\"}\n") + tarMember("README", "No article.")
      + tarMember("d.csv", "x,y\n1,2\n") + tarMember("e.tar", "") + tarEnd
    let reading = reading(tar)
    #expect(reading.texts == ["one", "two", "three", "four", "five"])
    #expect(reading.ids == ["a.json", "a.json#1", "b.csv", "c.tab", "data"])
    #expect(reading.reasons == [.unknownMember, .malformed])
    #expect(reading.rejections[1].detail.hasPrefix("d.csv: "))
    #expect(reading.outcome.status == .ok)
  }

  @Test("18 an archive in an archive is not opened")
  func nested() {
    let inner = String(decoding: Self.first + tarEnd, as: UTF8.self)
    let reading = reading(tarMember("in.tar", inner) + Self.first + tarEnd)
    #expect(reading.ids == ["a/one.txt"])
    #expect(reading.reasons == [.unknownMember])
  }

  /// Compressed files in a tar, each with the ids that are read and the reasons.
  static let compressed: [(String, [UInt8], [String?], [Rejection.Reason])] = [
    ("a.jsonl.gz", gzip(jsonLines(3)), ["0", "1", "2"], []),
    ("a.txt.gz", gzip("Talks went on."), ["a.txt.gz"], []),
    ("a", gzip("{\"text\":\"a\"}\n"), ["a"], []),
    ("a.jsonl.gz", gzip(jsonLines(2)) + gzip(jsonLines(1, from: 2)), ["0", "1", "2"], []),
    (
      "a.jsonl.gz", gzip(jsonLines(2)) + gzip(jsonLines(1, from: 2)).flipping(-8), ["0", "1"],
      [.corruptMember]
    ),
    ("a.jsonl.gz", gzip(jsonLines(2)).flipping(-1), [], [.corruptMember]),
    ("a.jsonl.gz", gzip(jsonLines(2)).dropLast(8), ["0", "1"], [.truncated]),
    ("a.jsonl.gz", gzip(jsonLines(2)) + [1, 2, 3], ["0", "1"], [.malformed]),
    ("a.jsonl.gz", gzip(""), [], []),
    ("a.jsonl.gz", [0x1f, 0x8b, 9, 9, 9], [], [.malformed]),
    ("a.txt.gz.gz", gzip(gzip("Talks")), [], [.unknownMember]),
    ("a.tar.gz", gzip(first + tarEnd), [], [.unknownMember]),
    ("a.txt.gz", gzip([UInt8](repeating: 0x61, count: 9 << 20)), [], [.tooLarge]),
    ("a.txt.gz", gzip([UInt8](repeating: 0x61, count: 20 << 20)), [], [.tooLarge]),
  ]

  @Test("18, 32 compressed files, one level deep", arguments: compressed.indices)
  func compressedFiles(index: Int) {
    let (name, bytes, ids, reasons) = Self.compressed[index]
    var options = IngestOptions()
    options.ratioFloor = 16 << 20
    let reading = reading(
      tarMember(name, bytes) + Self.first + tarEnd, options: options)
    #expect(reading.ids == ids + ["a/one.txt"])
    #expect(reading.reasons == reasons)
    #expect(reading.rejections.allSatisfy { $0.offset == 0 })
    #expect(reading.outcome.status == .ok)
    #expect(reading.articles.allSatisfy { $0.member == 0 })
  }

  @Test("17 compressed files together stay below the limit of the archive")
  func manyBombs() {
    var options = IngestOptions()
    options.maxArchiveBytes = 4 << 20
    let bomb = tarMember("a.txt.gz", gzip([UInt8](repeating: 0x61, count: 1 << 20)))
    let reading = reading([[UInt8]](repeating: bomb, count: 9).flatMap { $0 }, options: options)
    #expect(reading.outcome.status == .limitExceeded)
    #expect(reading.articles.count <= 4)
  }

  @Test("a file in UTF-16 among others")
  func wideFile() {
    let wide: [UInt8] = [0xff, 0xfe] + "Talks went on.".utf8.flatMap { [$0, 0] }
    let reading = reading(tarMember("a.txt", wide) + Self.first + tarEnd)
    #expect(reading.texts == ["Talks went on.", "Putin said.\n"])
    #expect(reading.articles.map(\.encoding) == ["utf-16", nil])
  }

  @Test("29 nothing but regular files is read")
  func kinds() {
    let tar =
      tarMember("folder/", "", type: "5")
      + tarMember("link.txt", "", type: "2", link: "/etc/passwd")
      + tarMember("hard.txt", "", type: "1", link: "a/one.txt")
      + tarMember("device.txt", "", type: "3") + tarMember("fifo.txt", "", type: "6")
      + tarMember("picture.jpg", "no text") + tarMember("../../up.txt", "Up")
      + tarMember("/absolute.txt", "Absolute") + tarMember("empty.txt", "") + tarEnd
    let reading = reading(tar)
    #expect(reading.outcome.status == .ok)
    #expect(reading.ids == ["../../up.txt", "/absolute.txt"])
    #expect(
      reading.reasons == [.notRegular, .notRegular, .notRegular, .notRegular, .unknownMember])
    #expect(reading.rejections.map(\.ordinal) == [0, 1, 2, 3, 4])
    #expect(reading.rejections[0].detail.contains("symbolic link"))
    #expect(reading.rejections[1].detail.contains("hard link"))
  }

  @Test("30 a bad checksum ends the reading, not the articles before it")
  func badChecksum() {
    let reading = reading(Self.first + Self.second.flipping(150) + Self.first + tarEnd)
    #expect(reading.outcome.status == .badHeader)
    #expect(reading.ids == ["a/one.txt"])
    #expect(reading.outcome.trustedMembers > 0)
    #expect(reading.outcome.verifiedMembers == 1)
  }

  @Test("30 a bad checksum in the first header")
  func badFirstChecksum() {
    let reading = reading(Self.first.flipping(150) + tarEnd)
    #expect(reading.outcome.status == .badHeader)
    #expect(reading.articles.isEmpty)
  }

  @Test("30 a tar archive that breaks off inside sound gzip data")
  func truncatedTar() {
    for missing in [1, 500, 600, 1000] {
      let tar = Self.first + tarMember("two.txt", String(repeating: "word ", count: 300))
      let reading = reading(Array(tar.dropLast(missing)))
      #expect(reading.outcome.status == .truncated)
      #expect(reading.outcome.detail.contains("tar"))
      #expect(reading.ids.first == "a/one.txt")
      // Content that is whole although its padding is not counts.
      #expect(reading.articles.count == (missing == 1 ? 2 : 1))
      #expect(reading.reasons == (missing == 1 ? [] : [.truncated]))
    }
  }

  @Test("30 gzip data that breaks off inside a tar archive")
  func truncatedGzip() {
    let bytes = gzip(
      Self.first + tarMember("two.txt", jsonLines(100).replacing("{", with: "(")) + tarEnd)
    let reading = read(Array(bytes.prefix(bytes.count / 2)), name: "a.tgz")
    #expect(reading.outcome.status == .truncated)
    #expect(reading.outcome.offset == bytes.count / 2)
    #expect(reading.ids == ["a/one.txt"])
    #expect(reading.reasons == [.truncated])
  }

  @Test("30 no end-of-archive mark is well, but said")
  func noEndMark() {
    let reading = reading(Self.first + Self.second)
    #expect(reading.outcome.status == .ok)
    #expect(reading.outcome.detail.contains("end-of-archive"))
    #expect(reading.articles.count == 2)
  }

  @Test("a wrong CRC is worse than a wrong tar header")
  func wrongCRC() {
    let bytes = gzip(Self.first + Self.second.flipping(150) + tarEnd)
    let reading = read(bytes.flipping(-8), name: "a.tgz")
    #expect(reading.outcome.status == .crcMismatch)
    #expect(reading.outcome.trustedMembers == 0)
  }

  @Test("archives one behind the other are all read")
  func concatenated() {
    let bytes = gzip(Self.first + tarEnd) + gzip(Self.second + tarEnd)
    let reading = read(bytes, name: "a.tgz")
    #expect(reading.outcome.status == .ok)
    #expect(reading.ids == ["a/one.txt", "a/two.json"])
    #expect(reading.articles.map(\.member) == [0, 1])
  }

  @Test("31 sizes that nobody has", arguments: ["77777777777", "-0000000001"])
  func claims(size: String) {
    let reading = reading(Self.first + tarMember("two.txt", "Two", size: size) + tarEnd)
    #expect([.truncated, .badHeader].contains(reading.outcome.status))
    #expect(reading.ids == ["a/one.txt"])
  }

  @Test("32 equal names are two articles; names that are not UTF-8 are no ids")
  func names() {
    var odd = tarMember("x.txt", "Odd")
    odd[0] = 0xe9
    let reading = reading(Self.first + Self.first + checksummed(odd) + tarEnd)
    #expect(reading.ids == ["a/one.txt", "a/one.txt", nil])
  }

  @Test("32 long paths, headers of megabytes")
  func excess() {
    func pax(_ key: String, _ value: String) -> [UInt8] {
      // The length of a record counts its own digits.
      let rest = " \(key)=\(value)\n"
      var length = rest.utf8.count + 1
      while "\(length)".utf8.count + rest.utf8.count != length { length += 1 }
      return tarMember("pax", "\(length)\(rest)", type: "x")
    }
    let path = String(repeating: "d/", count: 2000) + "x.txt"
    let long = reading(pax("path", path) + tarMember("x.txt", "Text") + Self.first + tarEnd)
    #expect(long.ids == [path, "a/one.txt"])
    let huge = reading(
      Self.first + pax("comment", String(repeating: "x", count: 9 << 20)) + Self.second + tarEnd)
    #expect([.ok, .badHeader].contains(huge.outcome.status))
    #expect(huge.ids.first == "a/one.txt")
  }

  @Test("names from pax headers are UTF-8 whatever the locale")
  func paxNames() {
    let record = "path=Женева/é.txt\n"
    let length = record.utf8.count + 3
    let pax = tarMember("pax", "\(length) \(record)", type: "x")
    #expect(reading(pax + tarMember("short.txt", "Text") + tarEnd).ids == ["Женева/é.txt"])
  }

  @Test func separatorsAndLimits() {
    var options = IngestOptions()
    options.separator = Array("--".utf8)
    options.maxArticleBytes = 100
    let long = String(repeating: "x", count: 200)
    let tar =
      tarMember("a.txt", "One\n--\nTwo") + tarMember("b.txt", long)
      + tarMember("c.json", #"{"text":"\#(long)"}"#) + tarMember("d.txt", "Three") + tarEnd
    let reading = reading(tar, options: options)
    #expect(reading.texts == ["One\n", "Two", "Three"])
    #expect(reading.ids == ["a.txt", "a.txt#1", "d.txt"])
    #expect(reading.reasons == [.tooLarge, .tooLarge])
  }

  @Test("damage anywhere in the headers never traps")
  func damage() {
    let tar = Self.first + Self.second + Self.first + tarEnd
    for index in stride(from: 0, to: tar.count - 1024, by: 7) {
      let reading = reading(tar.flipping(index))
      #expect(reading.outcome.status != .crcMismatch)
      #expect(reading.outcome.verifiedMembers == 1)
    }
  }
}
