// SGML collections: the layouts of Reuters-21578, TREC and Gigaword, and broken ones.

import Model
import Testing

@testable import Ingestion

@Suite struct SGMLTests {
  static let reuters = """
    <!DOCTYPE lewis SYSTEM "lewis.dtd">
    <REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" OLDID="16" NEWID="7">
    <DATE>26-FEB-1987 15:01:01.79</DATE>
    <TOPICS><D>grain</D></TOPICS><PLACES><D>canada</D></PLACES>
    <UNKNOWN>
    &#5;&#5;C T f0704</UNKNOWN>
    <TEXT>&#2;
    <TITLE>MINISTERS MEET ON GRAIN &lt;TALKS></TITLE>
    <AUTHOR>    By A Correspondent, Reuters</AUTHOR>
    <DATELINE>    OTTAWA, Feb 26 - </DATELINE><BODY>Ministers met in Ottawa.
        "We agreed," one said.
     Reuter
    &#3;</BODY></TEXT>
    </REUTERS>

    """
  static let trec = """
    <DOC>
    <DOCNO> XY880212-0001 </DOCNO>
    <FILEID>XY-NR-02-12-88</FILEID>
    <HEAD>Envoys Return</HEAD>
    <HEAD>Eds: also moved</HEAD>
    <DATELINE>GENEVA (XY) </DATELINE>
    <TEXT>
       Envoys returned to Geneva.
       They spoke of A&amp;B &AMP; co&hyph;operation.
    </TEXT>
    </DOC>

    """
  static let gigaword = """
    <DOC id="NYT_ENG_19940701.0001" type="story" >
    <HEADLINE>
    A Vote in
    Caracas
    </HEADLINE>
    <DATELINE>
    CARACAS, Venezuela
    </DATELINE>
    <TEXT>
    <P>
    First paragraph &mdash; caf&eacute;.
    </P>
    <P>
    Second, 3 < 4.
    </P>
    </TEXT>
    </DOC>

    """

  @Test(arguments: [1 << 18, 1, 7])
  func layouts(chunk: Int) {
    var options = IngestOptions()
    options.chunkBytes = chunk
    let reading = read(
      gzip(Self.reuters + Self.trec + Self.gigaword), name: "a.gz", options: options)
    #expect(reading.outcome.status == .ok)
    #expect(reading.outcome.detail.isEmpty)
    #expect(reading.ids == ["7", "XY880212-0001", "NYT_ENG_19940701.0001"])
    #expect(
      reading.articles.map { String(decoding: $0.title ?? [], as: UTF8.self) } == [
        "MINISTERS MEET ON GRAIN <TALKS>", "Envoys Return", "A Vote in Caracas",
      ])
    #expect(
      reading.texts == [
        "OTTAWA, Feb 26 - Ministers met in Ottawa.\n    \"We agreed,\" one said.\n Reuter",
        "GENEVA (XY) -- Envoys returned to Geneva.\n   They spoke of A&B & co-operation.",
        "CARACAS, Venezuela -- First paragraph — café.\n\nSecond, 3 < 4.",
      ])
    #expect(reading.articles.map(\.published) == ["26-FEB-1987 15:01:01.79", nil, nil])
    #expect(reading.articles.map(\.source) == [nil, nil, "The New York Times"])
  }

  /// Documents, the ids that are read and the reasons of the others.
  static let cases: [(String, [String?], [Rejection.Reason])] = [
    ("<doc id=a><text>A</text></doc><Doc Id='b'>x<Text>B</Text></dOC>", ["a", "b"], []),
    ("<DOC><DOCNO>a<TEXT>A<DOC><DOCNO>b</DOCNO><TEXT>B</TEXT></DOC>", ["b"], [.truncated]),
    ("<DOC id=\"a\"><TEXT>A</TEXT></DOC>\n<DOC id=\"b\"><TEXT>B</TEXT>", ["a"], [.truncated]),
    (
      "<DOC id=\"a\"><TEXT> &#3; </TEXT></DOC><DOC id=\"b\"><HEAD>B</HEAD></DOC>", [],
      [.emptyText, .missingText]
    ),
    ("<DOC id=\"a\"><TEXT>A <DOCTOR> and <3 <</TEXT></DOC>", ["a"], []),
    ("<DOC id=\"a\"><TEXT><P>A<P>B</DOC>", ["a"], []),
    ("<DOC><TEXT>A</TEXT></DOC><DOC id=b><TEXT>B</TEXT></DOC>", [nil, "b"], []),
    (
      "<DOC id=a><TEXT>\(String(repeating: "x", count: 999))</TEXT></DOC><DOC id=b><TEXT>B</TEXT></DOC>",
      ["b"], [.tooLarge]
    ),
    ("<DOC id=a>\(String(repeating: "<x>", count: 150))<TEXT>B</TEXT></DOC>", ["a"], []),
    ("<DOC id=a>\(String(repeating: "<TEXT>", count: 120))B</DOC>", ["a"], []),
  ]

  @Test(arguments: cases.indices, [1 << 18, 1])
  func documents(index: Int, chunk: Int) {
    let (content, ids, reasons) = Self.cases[index]
    var options = IngestOptions()
    options.maxArticleBytes = 800
    options.chunkBytes = chunk
    let reading = read(gzip(content), name: "a.sgm.gz", options: options)
    #expect(reading.ids == ids)
    #expect(reading.reasons == reasons)
    #expect(reading.outcome.status == .ok)
  }

  @Test func places() {
    let reading = read(gzip("\n" + Self.trec + "<DOC>\n</DOC>\n" + Self.trec), name: "a.gz")
    #expect(reading.rejections.map(\.offset) == [1 + Self.trec.utf8.count])
    #expect(reading.rejections.map(\.line) == [13])
    #expect(reading.rejections.map(\.ordinal) == [1])
  }

  @Test func strayText() {
    let reading = read(gzip(Self.trec + "lost words\n" + Self.trec), name: "a.gz")
    #expect(reading.outcome.status == .ok)
    #expect(reading.outcome.detail == "9 bytes outside of documents")
    #expect(read(gzip("no document"), name: "a.sgml.gz").outcome.status == .badHeader)
  }

  @Test("1 the document in which the archive breaks off is not counted")
  func cut() {
    let documents = (0..<200).map { "<DOC id=\"\($0)\"><TEXT>Text \($0 &* 7919)</TEXT></DOC>\n" }
    let bytes = gzip(documents.joined())
    for length in stride(from: bytes.count / 4, to: bytes.count - 9, by: 53) {
      let reading = read(Array(bytes.prefix(length)), name: "a.sgml.gz")
      #expect(reading.outcome.status == .truncated)
      #expect(reading.outcome.offset == length)
      #expect(reading.ids == (0..<reading.articles.count).map { "\($0)" })
      #expect(reading.reasons.count <= 1 && reading.reasons.allSatisfy { $0 == .truncated })
    }
  }

  @Test(arguments: [
    ("&amp;&lt;&#65;&#x41;&#x20AC;&#150;", "&<AA€–"),
    ("a&b; & &; &#; &#x; &nosuch;", "a&b; & &; &#; &#x; &nosuch;"),
    ("&#0;&#3;&#x110000;&#xd800;", "\u{fffd}\u{fffd}"), ("&Eacute;&EACUTE;&QUOT;", "Éé\""),
    ("&", "&"), ("&#65", "A"), ("&lsqb;&rsquo;", "[’"), ("&#99999999999;", "\u{fffd}999;"),
  ])
  func entities(written: String, read: String) {
    var out: [UInt8] = []
    Entities.decode(Array(written.utf8), into: &out)
    #expect(String(decoding: out, as: UTF8.self) == read)
  }
}
