// CSV and TSV: rows, quotes, headers, and what is refused.

import Model
import Testing

@testable import Ingestion

@Suite struct DelimitedTests {
  /// Content, and the texts and titles that are read.
  static let good: [(String, [String], [String?])] = [
    ("title,text\nA,one\nB,two\n", ["one", "two"], ["A", "B"]),
    ("text,title\r\none,A\r\ntwo,B", ["one", "two"], ["A", "B"]),
    ("text,title\rone,A\rtwo,B\r", ["one", "two"], ["A", "B"]),
    ("\u{feff}text,title\n\none,A\n\n", ["one"], ["A"]),
    ("\"text\",\"title\"\n\"one\n\nmore, \"\"yes\"\"\",A\n", ["one\n\nmore, \"yes\""], ["A"]),
    ("title;text\nA;one, two\n", ["one, two"], ["A"]),
    ("Title, TEXT \nA,one\n", ["one"], ["A"]),
    ("headline,x,content,body\nA,,c,\nB,,c,b\n", ["c", "b"], ["A", "B"]),
    ("title,text\n\"A\"z,on\"e\"\n", ["on\"e\""], ["Az"]),
    ("title,text\n,one\n", ["one"], [nil]),
    ("title,text\nA,\"one\"", ["one"], ["A"]),
  ]

  @Test(arguments: good.indices, [1 << 18, 1, 3])
  func rows(index: Int, chunk: Int) {
    let (content, texts, titles) = Self.good[index]
    var options = IngestOptions()
    options.chunkBytes = chunk
    let reading = read(gzip(content), name: "a.csv.gz", options: options)
    #expect(reading.texts == texts)
    #expect(reading.articles.map { $0.title.map { String(decoding: $0, as: UTF8.self) } } == titles)
    #expect(reading.rejections.isEmpty)
    #expect(reading.outcome.status == .ok)
  }

  /// Rows behind `id,title,text`, why the second is refused, and on which line it begins.
  static let bad: [(String, Rejection.Reason, Int)] = [
    ("2,B\n", .malformed, 4),
    ("2,B,two,more\n", .malformed, 4),
    ("2,B,\n", .emptyText, 4),
    ("2,B,\" \n\"\n", .emptyText, 4),
    ("2,B,\"\(String(repeating: "x\n", count: 3000))\"\n", .tooLarge, 4),
    ("2,B,\(String(repeating: ",", count: 3000))\n", .tooLarge, 4),
  ]

  @Test(arguments: bad.indices)
  func badRows(index: Int) {
    let (row, reason, line) = Self.bad[index]
    var options = IngestOptions()
    options.maxArticleBytes = 1000
    let head = "id,title,text\n1,A,\"one\none\"\n"
    let reading = read(gzip(head + row + "3,C,three\n"), name: "a.csv.gz", options: options)
    #expect(reading.ids == ["1", "3"])
    #expect(reading.reasons == [reason])
    #expect(reading.rejections[0].line == line)
    #expect(reading.rejections[0].offset == head.utf8.count)
    #expect(reading.rejections[0].ordinal == 1)
    #expect(reading.outcome.status == .ok)
  }

  @Test("a quote that does not close costs what follows, once")
  func openQuote() {
    let reading = read(gzip("title,text\nA,one\nB,\"two\nC,three\n"), name: "a.csv.gz")
    #expect(reading.texts == ["one"])
    #expect(reading.reasons == [.truncated])
  }

  @Test("1 the row in which the archive breaks off is not counted")
  func cut() {
    let rows = (0..<400).map { "\($0),\"text \($0 &* 7919)\n\"" }.joined(separator: "\n")
    let bytes = gzip("id,text\n\(rows)\n")
    let reading = read(Array(bytes.prefix(bytes.count / 2)), name: "a.csv.gz")
    #expect(reading.outcome.status == .truncated)
    #expect(reading.outcome.offset == bytes.count / 2)
    #expect(reading.articles.count > 100)
    #expect(reading.ids == (0..<reading.articles.count).map { "\($0)" })
    #expect(reading.reasons == [.truncated])
  }

  @Test("a table without a column for the text says so", arguments: ["a,b\n1,2\n", "x\ny\n"])
  func noText(content: String) {
    let reading = read(gzip(content), name: "a.csv.gz")
    #expect(reading.outcome.status == .badHeader)
    #expect(reading.outcome.detail.contains("text, body, content"))
    #expect(reading.articles.isEmpty)
  }

  @Test func mappedColumns() {
    var options = IngestOptions()
    options.fields.text = ["Inhalt"]
    options.fields.published = ["Datum"]
    let reading = read(
      gzip("Datum\tInhalt\ttext\n2016-12-16\tJa\tnein\n"), name: "a.tsv.gz", options: options)
    #expect(reading.texts == ["Ja"])
    #expect(reading.articles[0].published == "2016-12-16")
  }

  @Test func allPartsOfTSV() {
    let reading = read(
      gzip("id\tdate\toutlet\tlink\theadline\tbody\n7\t2016-12-16\tPost\thttp://x/\tA\t\"a\tb\"\n"))
    let article = reading.articles[0]
    #expect(article.id == "7" && article.published == "2016-12-16" && article.source == "Post")
    #expect(article.url == "http://x/" && reading.texts == ["a\tb"])
  }
}
