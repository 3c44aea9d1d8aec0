// Text archives: titles, separators, line ends, limits.

import Model
import Testing

@testable import Ingestion

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("Talks in Astana\n\nPutin said.\n", "Talks in Astana", "Putin said.\n"),
    ("\n \nTalks in Astana \n\n\n  Putin said.", "Talks in Astana", "  Putin said."),
    ("Talks\r\n\r\nPutin said.\r\n", "Talks", "Putin said.\r\n"),
    ("Talks\r\rPutin said.", "Talks", "Putin said."),
    ("\u{feff}Talks\n\nPutin said.", "Talks", "Putin said."),
    ("Talks\n \t\nPutin said.", "Talks", "Putin said."),
    ("Talks\nPutin said.", nil, "Talks\nPutin said."),
    ("Talks\n\n", nil, "Talks\n\n"),
    ("Talks\n\n \n", nil, "Talks\n\n \n"),
    ("Talks\n", nil, "Talks\n"),
    ("Talks", nil, "Talks"),
    ("\u{feff}Talks", nil, "\u{feff}Talks"),
  ])
  func titles(content: String, title: String?, text: String) {
    let reading = read(gzip(content), name: "a.txt.gz")
    #expect(reading.texts == [text])
    #expect(reading.articles[0].title == title.map { Array($0.utf8) })
    #expect(reading.ids == [nil])
  }

  @Test(arguments: [199, 200])
  func longFirstLines(count: Int) {
    let line = String(repeating: "x", count: count)
    let reading = read(gzip(line + "\n\nText"), name: "a.txt.gz")
    #expect((reading.articles[0].title == nil) == (count == 200))
  }

  @Test func separators() {
    var options = IngestOptions()
    options.separator = Array("=====".utf8)
    let reading = read(
      gzip("=====\nOne\n\nText\n===== \r\n\n=====\nTwo\n=======\n=====\nThree"), name: "a.txt.gz",
      options: options)
    #expect(reading.texts == ["Text\n", "Two\n=======\n", "Three"])
    #expect(reading.articles[0].title == Array("One".utf8))
    #expect(reading.articles.map(\.ordinal) == [0, 1, 2])
    #expect(reading.rejections.isEmpty)
  }

  @Test(arguments: ["", "\n\n", " \r\n"])
  func whiteSpaceIsNoArticle(content: String) {
    let reading = read(gzip(content), name: "a.txt.gz")
    #expect(reading.batches.isEmpty)
    #expect(reading.outcome.status == .ok)
  }

  @Test func tooLarge() {
    var options = IngestOptions()
    options.separator = Array("--".utf8)
    options.maxArticleBytes = 100
    let long = String(repeating: "a line of text\n", count: 30)
    let line = String(repeating: "x", count: 300)
    let reading = read(
      gzip("One\n--\n\(long)--\nTwo\n--\n\(line)\n--\nThree"), name: "a.txt.gz", options: options)
    #expect(reading.texts == ["One\n", "Two\n", "Three"])
    #expect(reading.reasons == [.tooLarge, .tooLarge])
    #expect(reading.rejections.map(\.offset) == [7, 467])
    #expect(reading.rejections.map(\.line) == [3, 36])
  }

  @Test func truncated() {
    var options = IngestOptions()
    options.separator = Array("--".utf8)
    let bytes = gzip("One\n--\n" + jsonLines(40))
    let reading = read(Array(bytes.dropLast(100)), name: "a.txt.gz", options: options)
    #expect(reading.texts == ["One\n"])
    #expect(reading.reasons == [.truncated])
    #expect(reading.rejections[0].offset == 7)
    #expect(read(Array(bytes.dropLast(3)), name: "a.txt.gz", options: options).texts.count == 2)
  }
}
