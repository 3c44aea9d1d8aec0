// JSON that is one value: arrays and objects over many lines, whole, broken and cut.

import Model
import Testing

@testable import Ingestion

@Suite struct JSONDocumentTests {
  /// An archive, its texts, the reasons, and how it ends.
  static let cases: [(String, [String], [Rejection.Reason], ArchiveStatus)] = [
    (#"[{"text":"a"},{"text":"b"}]"#, ["a", "b"], [], .ok),
    ("\u{feff} [ {\"text\":\"a\"}\r\n,\n{\"text\":\"b\"} ]\n", ["a", "b"], [], .ok),
    ("{\n  \"text\": \"a\",\n  \"x\": [{\"text\": \"no\"}]\n}\n", ["a"], [], .ok),
    ("{\n\"text\":\"a\"}\n{\n\"text\":\"b\"}", ["a", "b"], [], .ok),
    ("[]", [], [], .ok),
    ("[ \n ]", [], [], .ok),
    (#"[{"text":"]},{[\"\\"},{"text":"b"}]"#, ["]},{[\"\\", "b"], [], .ok),
    // What is no article stands in an article's place.
    (
      #"[{"text":"a"},1,"x",[{"text":"b"}],null,{"text":"c"}]"#, ["a", "c"],
      [.wrongType, .wrongType, .wrongType, .wrongType], .ok
    ),
    (
      #"[{"text":"a"},{"title":"b"},{"text":""},{"text":"c"}]"#, ["a", "c"],
      [.missingText, .emptyText], .ok
    ),
    (#"[{"text":"a"} {"text":"b"},,{"text":"c"}]"#, ["a", "b", "c"], [], .ok),
    (#"[{"text":"a"},{"text":tru},{"text":"b"}]"#, ["a", "b"], [.malformed], .ok),
    (
      #"[{"text":"a"},{"text":"b","x":[}},{"text":"c"}]"#, ["a", "c"], [.malformed], .ok
    ),
    (#"[{"text":"a"},{"text":"b","x":[},{"text":"c"}]"#, ["a"], [.malformed], .truncated),
    (#"[{"text":"a"},{"text":"b"}"#, ["a", "b"], [], .truncated),
    (#"[{"text":"a"},{"text":"b"#, ["a"], [.truncated], .truncated),
    (#"[{"text":"a"}]]} }"#, ["a"], [.malformed, .malformed, .malformed], .ok),
  ]

  @Test(arguments: cases.indices, [1 << 18, 1, 5])
  func values(index: Int, chunk: Int) {
    let (content, texts, reasons, status) = Self.cases[index]
    var options = IngestOptions()
    options.chunkBytes = chunk
    let reading = read(gzip(content), name: "a.json.gz", options: options)
    #expect(reading.texts == texts)
    #expect(reading.reasons == reasons)
    #expect(reading.outcome.status == status)
    #expect((status == .ok) == reading.outcome.detail.isEmpty)
  }

  @Test func placesOfRejections() {
    let reading = read(gzip("[\n {\"text\":\"a\"},\n {\"text\":1},\n  7\n]"), name: "a.json.gz")
    #expect(reading.rejections.map(\.line) == [3, 4])
    #expect(reading.rejections.map(\.offset) == [18, 32])
    #expect(reading.rejections.map(\.ordinal) == [1, 2])
  }

  @Test("19 an object that is too long is refused once, and the next is read")
  func tooLong() {
    var options = IngestOptions()
    options.maxArticleBytes = 100
    options.chunkBytes = 64
    let long = #"{"text":""# + String(repeating: "x", count: 5000) + #""}"#
    let reading = read(
      gzip(#"[{"text":"a"},\#(long),{"text":"b"}]"#), name: "a.json.gz", options: options)
    #expect(reading.texts == ["a", "b"])
    #expect(reading.reasons == [.tooLarge])
    #expect(reading.rejections[0].detail.contains("5011 bytes"))
  }

  @Test("20 nesting costs one article, not the stack", arguments: ["[", #"{"a":"#])
  func tooDeep(open: String) {
    let close = open == "[" ? "]" : "}"
    let deep =
      String(repeating: open, count: 200_000) + "1" + String(repeating: close, count: 200_000)
    let reading = read(
      gzip("[{\"x\":\(deep),\"text\":\"a\"},\n{\"text\":\"b\"}]"), name: "a.json.gz")
    #expect(reading.texts == ["b"])
    #expect(reading.reasons == [.tooDeep])
  }

  @Test("1 gzip data that breaks off keeps the whole objects")
  func cut() {
    let objects = jsonLines(50).split(separator: "\n").joined(separator: ",\n")
    let bytes = gzip("[\(objects)]")
    for length in stride(from: bytes.count / 3, to: bytes.count - 9, by: 131) {
      let reading = read(Array(bytes.prefix(length)), name: "a.json.gz")
      #expect(reading.outcome.status == .truncated)
      #expect(reading.outcome.offset == length)
      #expect(reading.ids == (0..<reading.articles.count).map { "\($0)" })
      #expect(reading.articles.count > 5)
      #expect(reading.reasons.allSatisfy { $0 == .truncated })
    }
  }
}
