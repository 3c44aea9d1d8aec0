// Pages in the layouts of different publishers: how much of the article is found, and what else.

import Foundation
import Model
import Testing

@testable import Ingestion

/// A page of the folder `Pages` with what must be read from it.
///
/// Beside each `.html` lies a `.txt`: title, date, outlet and address on four lines, an empty line,
/// and the words of the article.
struct PageFixture: CustomTestStringConvertible, Sendable {
  var name: String
  var html: [UInt8]
  var title: String
  var published: String?
  var source: String?
  var url: String?
  var words: [Substring]

  var testDescription: String { name }

  static let all: [PageFixture] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Pages")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".html") }.sorted().map { name in
      let page = folder.appendingPathComponent(name)
      let facts = page.deletingPathExtension().appendingPathExtension("txt")
      let bytes = Array((try? Data(contentsOf: page)) ?? Data())
      let text = String(decoding: (try? Data(contentsOf: facts)) ?? Data(), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      func line(_ index: Int) -> String? { lines[index].isEmpty ? nil : String(lines[index]) }
      return PageFixture(
        name: name, html: bytes, title: line(0) ?? "", published: line(1), source: line(2),
        url: line(3), words: PageFixture.words(lines.dropFirst(5).joined(separator: "\n")))
    }
  }()

  static func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }

  /// The share of the article's words that are found, and of the words found that are others.
  func score(_ text: String) -> (found: Double, others: Double) {
    var left: [Substring: Int] = [:]
    for word in words { left[word, default: 0] += 1 }
    let read = Self.words(text)
    var hits = 0
    for word in read where left[word, default: 0] > 0 {
      left[word, default: 0] -= 1
      hits += 1
    }
    return (
      Double(hits) / Double(max(1, words.count)),
      Double(read.count - hits) / Double(max(1, read.count))
    )
  }
}

@Suite struct HTMLTests {
  @Test func thereAreManyPages() {
    #expect(PageFixture.all.count >= 12)
    #expect(PageFixture.all.allSatisfy { $0.words.count >= 50 && !$0.html.isEmpty })
  }

  @Test(arguments: PageFixture.all)
  func mainText(_ page: PageFixture) throws {
    let reading = read(gzip(page.html), name: "page.html.gz")
    #expect(reading.outcome.status == .ok)
    #expect(reading.rejections.isEmpty, "\(reading.rejections)")
    let article = try #require(reading.articles.first)
    let (found, others) = page.score(reading.texts[0])
    #expect(found >= 0.95, "\(reading.texts[0])")
    #expect(others <= 0.05, "\(reading.texts[0])")
    #expect(article.title.map { String(decoding: $0, as: UTF8.self) } == page.title)
    #expect(article.published == page.published)
    #expect(article.source == page.source)
    #expect(article.url == page.url)
  }

  static let front = """
    <!DOCTYPE html><html lang="en"><title>Front</title><body><ul>
    \((0..<30).map { "<li><a href='/\($0)'>Ministers meet for the \($0). time to talk about it</a></li>" }.joined())
    </ul></body></html>
    """

  @Test(arguments: [
    (front, Rejection.Reason.notArticle),
    ("<html><body><h1>404 Not Found</h1><hr>nginx</body></html>", .notArticle),
    ("<html></html>", .notArticle),
    ("<html lang=\"de\"><body><p>Guten Tag</p></body></html>", .otherLanguage),
    (
      "<html>" + String(repeating: "<div>", count: 5000) + "Talks went on in the hall, he said.",
      .tooDeep
    ),
    ("<html><p>" + String(repeating: "x ", count: HTMLArticle.maxPageBytes / 2), .tooLarge),
  ])
  func refused(html: String, reason: Rejection.Reason) {
    let reading = read(gzip(html), name: "a.html.gz")
    #expect(reading.articles.isEmpty)
    #expect(reading.reasons == [reason])
    #expect(reading.outcome.status == .ok)
  }

  static let sentence = "Envoys of both sides met in Geneva on Friday, and the talks went on. "

  static func page(_ body: String, head: String = "") -> String {
    "<!DOCTYPE html><html><head>\(head)</head><body><p>\(body)</p></body></html>"
  }

  @Test("24, 25, 26 encodings: declared, wrongly declared, detected")
  func encodings() {
    let text = Self.sentence + "“Žižek” spoke – naïve, he said. " + Self.sentence
    func encoded(_ html: String, _ encoding: String.Encoding) -> [UInt8] {
      Array(html.data(using: encoding) ?? Data())
    }
    let label = "<meta charset=\"windows-1252\">"
    let pages: [[UInt8]] = [
      encoded(Self.page(text), .utf8),
      encoded(Self.page(text, head: label), .utf8),
      encoded(Self.page(text), .windowsCP1252),
      encoded(Self.page(text, head: label), .windowsCP1252),
      encoded(Self.page(text, head: "<meta charset=utf-8>"), .windowsCP1252),
      encoded(
        Self.page(
          text.replacing("ï", with: "i"),
          head: "<meta http-equiv=Content-Type content='text/html; charset=windows-1250'>"),
        .windowsCP1250),
      [0xff, 0xfe] + encoded(Self.page(text), .utf16LittleEndian),
      [0xfe, 0xff] + encoded(Self.page(text), .utf16BigEndian),
      [0xef, 0xbb, 0xbf] + encoded(Self.page(text, head: label), .utf8),
    ]
    for page in pages {
      let reading = read(gzip(page), name: "a.html.gz")
      #expect(reading.texts.first?.contains("“Žižek” spoke – na") == true, "\(reading.texts)")
    }
  }

  @Test("one paragraph with a signature behind its sentences is an article")
  func signed() {
    let reading = read(
      gzip(Self.page(Self.sentence + Self.sentence + Self.sentence + "Reuter")), name: "a.html.gz")
    #expect(reading.texts.map { $0.hasSuffix("Reuter") } == [true])
  }

  @Test("a brief is an article where the page marks one")
  func brief() {
    let brief =
      "<html><body><nav>Menu</nav><article><p>\(Self.sentence)</p></article></body></html>"
    #expect(read(gzip(brief), name: "a.html.gz").articles.count == 1)
    let unmarked = brief.replacing("article>", with: "div>")
    #expect(read(gzip(unmarked), name: "a.html.gz").reasons == [.notArticle])
  }

  @Test("pages cut anywhere, and bytes turned over, never trap")
  func damage() {
    for page in PageFixture.all {
      for step in 1...8 {
        let cut = Array(page.html.prefix(page.html.count * step / 9))
        #expect(read(gzip(cut), name: "a.html.gz").outcome.status == .ok)
      }
      var random = SplitMix(seed: UInt64(page.html.count))
      var bytes = page.html
      for _ in 0..<200 {
        let index = Int(random.next() % UInt64(bytes.count))
        bytes[index] = UInt8(truncatingIfNeeded: random.next())
      }
      let reading = read(gzip(bytes), name: "a.html.gz")
      #expect(reading.articles.count + reading.rejections.count == 1)
    }
  }

  @Test("1 a page in which the archive breaks off is not counted")
  func cut() {
    let bytes = gzip(Self.page(String(repeating: Self.sentence, count: 20)))
    let reading = read(Array(bytes.prefix(bytes.count / 2)), name: "a.html.gz")
    #expect(reading.outcome.status == .truncated)
    #expect(reading.reasons == [.truncated])
  }

  @Test func pagesInATar() {
    let page = Self.page(String(repeating: Self.sentence, count: 4))
    let tar =
      tarMember("2019/03/15/a.html", page) + tarMember("b", page)
      + tarMember("c.htm", Self.front) + tarEnd
    let reading = read(gzip(tar), name: "a.tar.gz")
    #expect(reading.ids == ["2019/03/15/a.html", "b"])
    #expect(reading.reasons == [.notArticle])
  }
}
