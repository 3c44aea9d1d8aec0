// Encodings: marked, declared in the pipeline file or the text, told from the bytes; all counted.

import Foundation
import Model
import Testing

@testable import Ingestion

@Suite struct EncodingTests {
  static let text = "“Žižek” spoke – naïve, he said. Ministers met on Friday."

  static func encoded(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
    Array(text.data(using: encoding) ?? Data())
  }

  /// One article in each format that is cut as text.
  static let archives: [(name: String, content: String)] = [
    ("a.txt.gz", "Čapek’s title\n\n\(text)"),
    ("a.jsonl.gz", "{\"title\":\"Čapek’s title\",\"text\":\"\(text)\"}\n"),
    ("a.json.gz", "[{\"title\":\"Čapek’s title\",\n\"text\":\"\(text)\"}]"),
    ("a.csv.gz", "title,text\r\nČapek’s title,\"\(text)\"\r\n"),
    ("a.sgml.gz", "<DOC><HEAD>Čapek’s title</HEAD><TEXT>\(text)</TEXT></DOC>"),
    ("a.xml.gz", "<rss><item><title>Čapek’s title</title><text>\(text)</text></item></rss>"),
  ]

  @Test("26 UTF-16 with a mark, in every format", arguments: archives.indices, [1 << 18, 1, 3])
  func utf16(index: Int, chunk: Int) {
    let (name, content) = Self.archives[index]
    var options = IngestOptions()
    options.chunkBytes = chunk
    let little = [0xff, 0xfe] + Self.encoded(content + " 😀", .utf16LittleEndian)
    let big = [0xfe, 0xff] + Self.encoded(content + " 😀", .utf16BigEndian)
    for bytes in [little, big] {
      let reading = read(gzip(bytes), name: name, options: options)
      #expect(reading.texts.first?.hasPrefix(Self.text) == true, "\(reading)")
      #expect(reading.articles.first?.title == Array("Čapek’s title".utf8))
      #expect(reading.articles.first?.encoding == "utf-16")
      #expect(reading.outcome.status == .ok)
      #expect(reading.outcome.detail.contains("decoded from utf-16: 1 article"))
    }
  }

  @Test("25 an encoding that the pipeline file names", arguments: archives.indices)
  func pinned(index: Int) {
    let (name, content) = Self.archives[index]
    var options = IngestOptions()
    options.encoding = "Windows-1250"
    let bytes = Self.encoded(content.replacing("ï", with: "i"), .windowsCP1250)
    let reading = read(gzip(bytes), name: name, options: options)
    #expect(reading.texts.first == Self.text.replacing("ï", with: "i"))
    #expect(reading.articles.first?.title == Array("Čapek’s title".utf8))
    #expect(reading.outcome.detail == "decoded from windows-1250: 1 article")
  }

  @Test("25 windows-1252 is told from the bytes", arguments: archives.indices)
  func detected(index: Int) {
    let (name, content) = Self.archives[index]
    let bytes = Self.encoded(content.replacing("Č", with: "Š"), .windowsCP1252)
    let reading = read(gzip(bytes), name: name)
    #expect(reading.texts.first == Self.text)
    #expect(reading.articles.first?.title == Array("Šapek’s title".utf8))
    #expect(reading.outcome.detail == "decoded from windows-1252: 1 article")
  }

  @Test("25 a byte without a meaning becomes U+FFFD and is counted")
  func undefined() {
    let bytes = Self.encoded("\(Self.text) naïve café × 3", .windowsCP1252) + [0x81]
    let article = read(gzip(bytes), name: "a.txt.gz").articles.first
    #expect(article?.encoding == "windows-1252")
    #expect(article?.repairs == 1)
    #expect(article?.text.suffix(3) == [0xef, 0xbf, 0xbd])
  }

  @Test(
    "24 what may be broken UTF-8 is left to be repaired",
    arguments: [
      [0x61, 0xff, 0x62], [0x61, 0xc0, 0xaf, 0x62], [0x61, 0xe0, 0x80, 0xaf],
      [0x61, 0xed, 0xa0, 0x80],
      [0xc3, 0xa9, 0x20, 0x61, 0xe9], [0x61, 0x80, 0x81, 0x8d], [0x61, 0xd7, 0x20, 0xf7],
    ] as [[UInt8]])
  func notDetected(bytes: [UInt8]) {
    let article = read(gzip(bytes), name: "a.txt.gz").articles.first
    #expect(article?.text == bytes)
    #expect(article?.encoding == nil)
  }

  @Test("an encoding that XML declares")
  func declared() {
    let content =
      "<?xml version=\"1.0\" encoding='ISO-8859-2'?><rss><item><text>Žižek &amp; Čapek</text></item></rss>"
    let bytes = Self.encoded(content, .isoLatin2)
    let reading = read(gzip(bytes), name: "a.xml.gz")
    #expect(reading.texts == ["Žižek & Čapek"])
    #expect(reading.outcome.detail == "decoded from iso-8859-2: 1 article")
  }

  @Test("24 broken UTF-8 in markup is repaired and counted", arguments: ["a.xml.gz", "a.sgml.gz"])
  func broken(name: String) {
    let content = name == "a.xml.gz" ? "<rss><item><text>" : "<DOC><TEXT>"
    let end = name == "a.xml.gz" ? "</text></item></rss>" : "</TEXT></DOC>"
    let reading = read(
      gzip(Array(content.utf8) + [0xc3, 0xa9, 0xc3, 0x20, 0x61] + Array(end.utf8)), name: name)
    #expect(reading.texts == ["é\u{fffd} a"])
    #expect(reading.articles.first?.repairs == 1)
    #expect(reading.articles.first?.encoding == nil)
  }

  @Test func labels() {
    let known = [
      "UTF8", " latin1 ", "x-sjis", "gb2312", "KOI8-R", "iso-8859-15", "windows-1251", "cp1256",
      "macintosh", "big5", "euc-jp", "utf-16le",
    ]
    for label in known { #expect(IngestOptions.isEncoding(label), "\(label)") }
    for label in ["", "utf-9", "//TRANSLIT", "utf-8//IGNORE", "a\u{0}", "é"] {
      #expect(!IngestOptions.isEncoding(label), "\(label)")
    }
  }

  @Test("sequences over the ends of pieces", arguments: [1, 2, 3, 5])
  func pieces(step: Int) {
    let cases: [(Charset, [UInt8], String)] = [
      (.utf16(isBigEndian: false), Self.encoded("a😀b€", .utf16LittleEndian), "a😀b€"),
      (.utf16(isBigEndian: true), [0xd8, 0, 0, 0x61, 0xdc, 0, 0], "\u{fffd}a\u{fffd}\u{fffd}"),
      (.other("shift_jis"), Self.encoded("日本語 abc", .shiftJIS), "日本語 abc"),
      (.other("shift_jis"), [0x61, 0x93], "a\u{fffd}"),
      (.other("windows-1253"), [0x61, 0xd2, 0x62], "a\u{fffd}b"),
    ]
    for (charset, bytes, text) in cases {
      let decoder = StreamDecoder(charset, skip: 0)
      var out: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: step) {
        bytes[start..<min(bytes.count, start + step)].withUnsafeBytes { out += decoder.decode($0) }
      }
      out += decoder.finish()
      #expect(String(decoding: out, as: UTF8.self) == text)
      #expect(decoder.repairs == text.unicodeScalars.count { $0 == "\u{fffd}" })
    }
  }
}
