// Archives that want more than their size: what the program makes of them in bounded memory.

import Foundation
import Testing

@Suite(.serialized) struct ArchiveFaultTests {
  /// An archive as a line of shell, and what must come of it: exit code, articles, words of errors.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var make: String
    var status: Int32
    var articles: Int
    var says: [String]

    var testDescription: String { name }
  }

  private static let zeros = "head -c 536870912 /dev/zero"
  private static let long = "head -c 268435456 /dev/zero | tr '\\0' x"

  static let cases: [Case] = [
    Case(
      name: "17 a bomb of zeros", make: "\(zeros) | gzip -9 > a.txt.gz", status: 3, articles: 0,
      says: ["limit_exceeded at byte", "500 times"]),
    Case(
      name: "17 a bomb of records",
      make: """
        (printf 'WARC/1.0\\r\\nWARC-Type: response\\r\\nContent-Length: 536870912\\r\\n\\r\\n'; \
        \(zeros)) | gzip -9 > a.warc.gz
        """, status: 3, articles: 0, says: ["limit_exceeded at byte"]),
    Case(
      name: "19 a line of 256 MB",
      make: """
        (printf '{"text":"'; \(long); printf '"}\\n{"text":"Talks went on."}\\n') \
        | gzip -1 > a.jsonl.gz
        """, status: 3, articles: 1, says: ["too_large 1", "line 1"]),
    Case(
      name: "19 an object of 256 MB",
      make: """
        (printf '[{"text":"'; \(long); printf '"},\\n{"text":"Talks went on."}]') \
        | gzip -1 > a.json.gz
        """, status: 3, articles: 1, says: ["too_large 1", "line 1"]),
    Case(
      name: "19 a field of 256 MB",
      make: """
        (printf 'id,text\\n1,"'; \(long); printf '"\\n2,Talks went on.\\n') | gzip -1 > a.csv.gz
        """, status: 3, articles: 1, says: ["too_large 1", "line 2"]),
    Case(
      name: "19 a document of 256 MB",
      make: """
        (printf '<DOC><TEXT>'; \(long); printf '</TEXT></DOC><DOC><TEXT>Talks went on.</TEXT></DOC>') \
        | gzip -1 > a.sgml.gz
        """, status: 3, articles: 1, says: ["too_large 1", "line 1"]),
    Case(
      name: "19 an element of 256 MB",
      make: """
        (printf '<?xml version="1.0"?><rss><item><text>'; \(long); \
        printf '</text></item><item><text>Talks went on.</text></item></rss>') | gzip -1 > a.xml.gz
        """, status: 3, articles: 1, says: ["too_large 1", "line 1"]),
    Case(
      name: "32 a sparse file in a tar",
      make: "truncate -s 1G s.txt; echo Talks went on. > t.txt; tar -cSzf a.tar.gz s.txt t.txt",
      status: 3, articles: 1, says: ["not_regular 1", "a sparse file"]),
    Case(
      name: "19 a page of 256 MB",
      make: "(printf '<html><body><p>'; \(long)) | gzip -1 > a.html.gz", status: 3, articles: 0,
      says: ["too_large 1"]),
  ]

  @Test(arguments: cases)
  func boundedMemory(_ row: Case) throws {
    let session = try Session()
    #expect(try session.shell(row.make).status == 0)
    // Address space, not memory: generous, but far below what the archive inflates to.
    let ended = try session.shell("ulimit -v 1000000; exec \"$DRAGOMAN\" annotate a.*.gz")
    #expect(ended.status == row.status, "\(ended.errors)")
    #expect(ended.output.split(separator: "\n").count == row.articles)
    for words in row.says { #expect(ended.errors.contains(words), "\(ended.errors)") }
  }

  @Test("27 line ends, mark and last line end make no difference")
  func lineEnds() throws {
    let session = try Session()
    let lines = (0..<20).map {
      Session.article($0, day: 1).split(separator: "\n").joined(separator: " ")
    }
    let forms: [(String, String)] = [
      ("a", lines.joined(separator: "\n") + "\n"), ("b", lines.joined(separator: "\r\n") + "\r\n"),
      ("c", "\u{feff}" + lines.joined(separator: "\n")),
      ("d", "[" + lines.joined(separator: ",\r\n") + "]"),
    ]
    var outputs: Set<String> = []
    for (name, text) in forms {
      try session.write(gzip(text), to: "\(name)/news.json.gz")
      let ended = try session.shell("cd \(name) && exec \"$DRAGOMAN\" annotate news.json.gz")
      #expect(ended.status == 0)
      #expect(ended.output.split(separator: "\n").count == 20)
      outputs.insert(ended.output)
    }
    #expect(outputs.count == 1)
  }

  @Test("the same articles give the same records in every format")
  func formatsAgree() throws {
    let session = try Session()
    let articles = (0..<12).map { number in
      (
        id: "a\(number)", title: "Talks \(number)", date: "2016-12-1\(number % 9)",
        text: """
        President Vladimir Putin met Foreign Minister Sergei Lavrov in Geneva on Friday. \
        "There are \(number) ways," Angela Merkel said. At least \(number + 2) people were killed \
        in Aleppo, officials said.
        """
      )
    }
    func quoted(_ text: String) -> String { text.replacing("\"", with: "\\\"") }
    let objects = articles.map {
      #"{"id":"\#($0.id)","title":"\#($0.title)","date":"\#($0.date)","text":"\#(quoted($0.text))"}"#
    }
    func rows(_ delimiter: String) -> String {
      articles.map {
        let text = "\"" + $0.text.replacing("\"", with: "\"\"") + "\""
        return [$0.id, $0.title, $0.date, text].joined(separator: delimiter) + "\r\n"
      }.joined()
    }
    let elements = articles.map {
      "<article><id>\($0.id)</id><title>\($0.title)</title><date>\($0.date)</date>"
        + "<text>\($0.text)</text></article>"
    }
    let documents = articles.map {
      "<DOC><DOCNO>\($0.id)</DOCNO><HEAD>\($0.title)</HEAD><DATE>\($0.date)</DATE>\n"
        + "<TEXT>\n\($0.text)\n</TEXT></DOC>\n"
    }
    let pages = articles.map {
      let page =
        "<html lang=en><head><title>\($0.title)</title><meta name=date content=\($0.date)></head>"
        + "<body><p>\($0.text)</p></body></html>"
      let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(page)"
      return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: \($0.id)\r\n"
        + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
    }
    let forms: [(name: String, bytes: [UInt8])] = [
      ("jsonl", gzip(objects.joined(separator: "\n"))),
      ("json", gzip("[\n" + objects.joined(separator: ",\n") + "]")),
      ("csv", gzip("id,title,date,text\n" + rows(","))),
      ("tsv", gzip("id\ttitle\tdate\ttext\n" + rows("\t"))),
      ("xml", gzip("<?xml version=\"1.0\"?><news>" + elements.joined() + "</news>")),
      ("sgml", gzip(documents.joined())),
      ("warc", pages.flatMap { gzip($0) }),
    ]
    var outputs: [String: [String]] = [:]
    for (name, bytes) in forms {
      // One file name for all: records name their archive.
      try session.write(bytes, to: "\(name)/news.gz")
      let ended = try session.shell("cd \(name) && exec \"$DRAGOMAN\" annotate news.gz")
      #expect(ended.status == 0, "\(name): \(ended.errors)")
      // The member of the archive that holds an article is a fact of its format.
      let lines = ended.output.split(separator: "\n").map {
        $0.replacing(/"member":[0-9]+/, with: "\"member\":0")
      }
      #expect(lines.count == 12)
      outputs[ended.output.isEmpty ? "" : lines.joined(separator: "\n"), default: []].append(name)
    }
    #expect(outputs.count == 1, "\(outputs.values)")
  }
}
