// JSON Lines: what is an article, what is refused, and with which words.

import Model
import Testing

@testable import Ingestion

@Suite struct JSONLinesTests {
  /// One line, and its text, or the reason why it has none.
  static let lines: [(line: String, text: String?, reason: Rejection.Reason?)] = [
    (#"{"text":"a"}"#, "a", nil),
    (#" { "text" : "a" , "x" : [1, -2.5e+3, {"y": null}, true, false, "\\"] } "#, "a", nil),
    (#"{"body":"b","content":"c"}"#, "b", nil),
    (#"{"content":"c","body":"b"}"#, "b", nil),
    (#"{"text":null,"content":"c"}"#, "c", nil),
    (#"{"text":"first","text":"second"}"#, "first", nil),
    (#"{"te\u0078t":"escaped key"}"#, "escaped key", nil),
    (#"{"text":"\"\\\/\b\f\n\r\t"}"#, "\"\\/\u{8}\u{c}\n\r\tx".replacing("x", with: ""), nil),
    (#"{"text":"Erdo\u011fan \u201cyes\u201D \ud83d\ude00"}"#, "Erdoğan “yes” 😀", nil),
    (#"{"text":"\ud83d x \ude00 \ud83d\u0041"}"#, "\u{fffd} x \u{fffd} \u{fffd}A", nil),
    ("{\"text\":\"raw\ttab and \u{0} NUL\"}", "raw\ttab and \u{0} NUL", nil),
    (#"{"text":"a","n":1e999}"#, "a", nil),
    (#"{"text":"a","n":0}"#, "a", nil),
    (#"{"text":"ends with a backslash \\"}"#, #"ends with a backslash \"#, nil),
    (#"{"text":"a","skipped":"quote \" and backslash \\"}"#, "a", nil),
    (#"{}"#, nil, .missingText),
    (#"{"title":"only"}"#, nil, .missingText),
    (#"{"text":null}"#, nil, .missingText),
    (#"{"text":""}"#, nil, .emptyText),
    (#"{"text":" \n\t "}"#, nil, .emptyText),
    (#"{"text":1}"#, nil, .wrongType),
    (#"{"text":["a"]}"#, nil, .wrongType),
    (#"{"text":"a","id":true}"#, nil, .wrongType),
    (#"{"text":"a","source":{"name":"TASS"}}"#, nil, .wrongType),
    (#"["text"]"#, nil, .wrongType),
    (#""text""#, nil, .wrongType),
    ("1", nil, .wrongType),
    ("null", nil, .wrongType),
    ("text", nil, .malformed),
    (#"{"text":"a""#, nil, .malformed),
    (#"{"text":"a}"#, nil, .malformed),
    (#"{"text":"a",}"#, nil, .malformed),
    (#"{"text" "a"}"#, nil, .malformed),
    (#"{"text":"a" "x":1}"#, nil, .malformed),
    (#"{"text":"a"} x"#, nil, .malformed),
    (#"{"text":"a"}{"text":"b"}"#, nil, .malformed),
    (#"{text:"a"}"#, nil, .malformed),
    (#"{'text':'a'}"#, nil, .malformed),
    (#"{"text":"\x"}"#, nil, .malformed),
    (#"{"text":"\u12G4"}"#, nil, .malformed),
    (#"{"text":"\u12"}"#, nil, .malformed),
    (#"{"text":"a","n":01}"#, nil, .malformed),
    (#"{"text":"a","n":-}"#, nil, .malformed),
    (#"{"text":"a","n":1.}"#, nil, .malformed),
    (#"{"text":"a","n":1e}"#, nil, .malformed),
    (#"{"text":"a","n":NaN}"#, nil, .malformed),
    (#"{"text":"a","n":nul}"#, nil, .malformed),
    (#"{"text":"a","n":[1,]}"#, nil, .malformed),
    (#"{"text":"a","n":[1 2]}"#, nil, .malformed),
    (#"{"text":"a","n":[1}"#, nil, .malformed),
    (#"{"text":"a","n":}"#, nil, .malformed),
    ("{", nil, .malformed),
  ]

  @Test(arguments: lines.indices)
  func oneLine(index: Int) {
    let (line, text, reason) = Self.lines[index]
    // In the middle: neighbours must not suffer.
    let before = #"{"text":"before"}"# + "\n"
    let reading = read(gzip(before + line + "\n" + #"{"text":"after"}"#))
    #expect(reading.texts == ["before"] + [text].compactMap { $0 } + ["after"])
    #expect(reading.reasons == [reason].compactMap { $0 })
    #expect(reading.outcome.status == .ok)
    if let rejection = reading.rejections.first {
      #expect(rejection.line == 2)
      #expect(rejection.offset == before.utf8.count)
      #expect(rejection.ordinal == 1)
      #expect(!rejection.detail.isEmpty)
      #expect(reading.articles.map(\.ordinal) == [0, 2])
    }
  }

  @Test func allParts() {
    let line =
      #"{"link":"l","url":"u","outlet":"o","date":"2016-12-16","headline":"h","id":7,"body":"b"}"#
    let article = read(gzip(line)).articles[0]
    #expect(article.id == "7")
    #expect(article.title == Array("h".utf8))
    #expect(article.text == Array("b".utf8))
    #expect(article.published == "2016-12-16")
    #expect(article.source == "o")
    #expect(article.url == "u")
    #expect(article.archive == "news.jsonl.gz")
  }

  @Test func emptyPartsAreAbsent() {
    let article = read(gzip(#"{"id":"","title":"","url":"","date":"","source":"","text":"b"}"#))
      .articles[0]
    #expect(article.id == nil && article.title == nil && article.url == nil)
    #expect(article.published == nil && article.source == nil)
  }

  @Test func escapesInParts() {
    let article = read(gzip(#"{"id":"a\/b","source":"Reuters \u2013 a long name","text":"b"}"#))
      .articles[0]
    #expect(article.id == "a/b")
    #expect(article.source == "Reuters – a long name")
  }

  @Test("a mapping replaces the usual names")
  func mapping() {
    var options = IngestOptions()
    options.fields.text = ["maintext", "Inhalt"]
    options.fields.id = ["uuid"]
    options.fields.url = ["uuid"]
    let reading = read(
      gzip(#"{"text":"no","Inhalt":"yes","id":1,"uuid":"x"}"# + "\n" + #"{"text":"no"}"#),
      options: options)
    #expect(reading.texts == ["yes"])
    #expect(reading.ids == ["x"])
    #expect(reading.articles[0].url == "x")
    #expect(reading.reasons == [.missingText])
    #expect(reading.rejections[0].detail.contains("maintext, Inhalt"))
  }

  @Test("bytes that are not UTF-8 pass through to normalization")
  func notUTF8() {
    let bytes = Array(#"{"text":""#.utf8) + [0xe9, 0x93, 0x80] + Array(#"","id":"\#u{e9}"}"#.utf8)
    let reading = read(gzip(bytes.flatMap { $0 == 0xc3 ? [0xe9] : $0 == 0xa9 ? [] : [$0] }))
    #expect(reading.articles[0].text == [0xe9, 0x93, 0x80])
    #expect(reading.articles[0].id == "\u{fffd}")
  }

  @Test("27 line ends, byte order mark, blank lines", arguments: ["\n", "\r\n"])
  func lineEnds(end: String) {
    let lines = ["\u{feff}" + #"{"text":"a"}"#, "", " \t", #"{"text":"b"}"#]
    for suffix in ["", end] {
      let reading = read(gzip(lines.joined(separator: end) + suffix))
      #expect(reading.texts == ["a", "b"])
      #expect(reading.rejections.isEmpty)
    }
  }

  @Test("19 a line that is too long is refused once, and the next is read", arguments: [64, 4096])
  func tooLong(chunk: Int) {
    var options = IngestOptions()
    options.maxArticleBytes = 1000
    options.chunkBytes = chunk
    let long = #"{"text":""# + String(repeating: "x", count: 5000) + #""}"#
    let exact = #"{"text":""# + String(repeating: "y", count: 989) + #""}"#
    #expect(exact.utf8.count == 1000)
    let reading = read(
      gzip([#"{"text":"a"}"#, long, #"{"text":"b"}"#, exact, long].joined(separator: "\n")),
      options: options)
    #expect(reading.texts.map(\.count) == [1, 1, 989])
    #expect(reading.reasons == [.tooLarge, .tooLarge])
    #expect(reading.rejections.map(\.line) == [2, 5])
    #expect(reading.rejections[0].offset == 13)
    #expect(reading.rejections[0].detail.contains("5011 bytes"))
  }

  @Test("20 deep nesting is refused without using up the stack", arguments: ["[", #"{"a":"#])
  func tooDeep(open: String) {
    let deep = String(repeating: open, count: 200_000)
    let reading = read(gzip(deep + "\n" + #"{"x":\#(deep)"# + "\n" + #"{"text":"b"}"#))
    #expect(reading.texts == ["b"])
    #expect(reading.reasons.contains(.tooDeep))
    #expect(reading.rejections.count == 2)
  }

  @Test func nestingWithinTheLimit() {
    var options = IngestOptions()
    options.maxDepth = 3
    func line(_ depth: Int) -> String {
      let nest = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      return #"{"text":"\#(depth)","x":\#(nest)}"# + "\n"
    }
    let reading = read(gzip(line(2) + line(3) + line(4)), options: options)
    #expect(reading.texts == ["2", "3"])
    #expect(reading.reasons == [.tooDeep])
  }

  @Test("every prefix of a line is refused, none traps")
  func prefixes() {
    let line =
      #"{"id": -1.5e3, "x": [true, null, {"y": "z\n"}], "text": "A \"b\" \u00e9\ud83d\ude00"}"#
    let bytes = Array(line.utf8)
    for count in 1..<bytes.count {
      #expect(read(gzip(Array(bytes.prefix(count)))).reasons == [.malformed])
    }
    #expect(read(gzip(line)).texts == [#"A "b" é😀"#])
  }

  @Test("strings of every length and escapes at every place")
  func stringLengths() {
    for count in 0..<40 {
      let plain = String(repeating: "x", count: count)
      for place in 0...count {
        let head = plain.prefix(place)
        let tail = plain.dropFirst(place)
        let line = #"{"id":"\#(head)\"\#(tail)","text":"\#(head)\\\#(tail)"}"#
        let reading = read(gzip(line))
        #expect(reading.texts == ["\(head)\\\(tail)"])
        #expect(reading.ids == ["\(head)\"\(tail)"])
      }
    }
  }
}
