// XML: NITF, NewsML-G2, feeds, mapped elements, and documents that mean harm.

import Model
import Testing

@testable import Ingestion

@Suite struct XMLTests {
  static let nitf = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE nitf SYSTEM "http://www.example.org/nitf-3-3.dtd">
    <nitf version="-//IPTC//DTD NITF 3.3//EN">
    <head><title>Slug: talks</title>
    <docdata><doc-id id-string="post-17"/><date.issue norm="20190315T120000Z"/></docdata>
    <pubdata name="The Meridian Post" date.publication="20190316T000000" ex-ref="http://post.example/17"/>
    </head>
    <body><body.head><hedline><hl1>Envoys Return to Geneva</hl1><hl2>No breakthrough</hl2></hedline>
    <byline>By A. Writer</byline><dateline><location>GENEVA</location>, March 15</dateline>
    <abstract><p>They came back.</p></abstract></body.head>
    <body.content>
    <block class="lead_paragraph"><p>Envoys returned.</p></block>
    <block class="full_text">
    <p>Envoys returned to <location>Geneva</location>, caf&eacute; owners said.</p>
    <media><media-caption>A picture</media-caption></media>
    <p>&quot;Good,&quot; said A &amp; B &#8211; <![CDATA[<both>]]>.</p></block>
    </body.content><body.end><tagline>tag</tagline></body.end></body></nitf>

    """
  static let newsML = """
    <?xml version="1.0"?>
    <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
    <newsItem guid="urn:newsml:agency.example:20190315:1" version="2" standard="NewsML-G2">
    <itemMeta><versionCreated>2019-03-15T12:00:00Z</versionCreated>
    <provider qcode="x:y"><name>Steppe Agency</name></provider><title>Slug</title></itemMeta>
    <contentMeta><contentCreated>2019-03-14T10:00:00Z</contentCreated>
    <headline xml:lang="en">Talks go on</headline><by>x</by><dateline>ASTANA</dateline></contentMeta>
    <contentSet><inlineXML contenttype="application/xhtml+xml">
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head>
    <body><p>First paragraph.</p><p>Second one.</p></body></html></inlineXML></contentSet>
    </newsItem>
    <newsItem guid="urn:2"><contentMeta><headline>Next</headline></contentMeta>
    <contentSet><inlineData contenttype="text/plain">Plain words.</inlineData></contentSet></newsItem>
    </itemSet></newsMessage>
    """
  static let feeds = """
    <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>The channel</title><item><title>One</title><link>http://x.example/1</link>
    <guid>g1</guid><pubDate>Fri, 15 Mar 2019 10:00:00 GMT</pubDate><description>Short.</description>
    <content:encoded><![CDATA[<p>Long <b>text</b>, A &amp; B.</p><p>More.</p>]]></content:encoded></item>
    <item><title>Two</title><description>&lt;p&gt;Only this.&lt;/p&gt;</description></item></channel></rss>
    <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>e1</id><title>Three</title>
    <link href="http://x.example/3"/><updated>2019-03-16</updated><summary>Sum.</summary></entry></feed>
    """

  @Test(arguments: [1 << 18, 1, 13])
  func dialects(chunk: Int) {
    var options = IngestOptions()
    options.chunkBytes = chunk
    let bytes = gzip(Self.nitf) + gzip(Self.newsML) + gzip(Self.feeds)
    let reading = read(bytes, name: "a.gz", options: options)
    #expect(reading.outcome.status == .ok)
    #expect(reading.rejections.isEmpty, "\(reading.rejections)")
    #expect(
      reading.texts == [
        "GENEVA, March 15 -- Envoys returned to Geneva, café owners said.\n\n"
          + "\"Good,\" said A & B – <both>.",
        "ASTANA -- First paragraph.\n\nSecond one.", "Plain words.", "Long text, A & B.\n\nMore.",
        "Only this.", "Sum.",
      ])
    #expect(
      reading.articles.map { String(decoding: $0.title ?? [], as: UTF8.self) } == [
        "Envoys Return to Geneva", "Talks go on", "Next", "One", "Two", "Three",
      ])
    #expect(
      reading.ids == [
        "post-17", "urn:newsml:agency.example:20190315:1", "urn:2", "g1", nil, "e1",
      ])
    #expect(
      reading.articles.map(\.published) == [
        "20190315T120000Z", "2019-03-14T10:00:00Z", nil, "Fri, 15 Mar 2019 10:00:00 GMT", nil,
        "2019-03-16",
      ])
    #expect(
      reading.articles.map(\.source) == [
        "The Meridian Post", "Steppe Agency", nil, nil, nil, nil,
      ])
    #expect(
      reading.articles.map(\.url) == [
        "http://post.example/17", nil, nil, "http://x.example/1", nil, "http://x.example/3",
      ])
  }

  @Test("elements and attributes that the pipeline file maps")
  func mapped() {
    var options = IngestOptions()
    options.articleElements = ["Beitrag"]
    options.fields.id = ["@nr"]
    options.fields.title = ["Kopf"]
    options.fields.text = ["Inhalt"]
    options.fields.published = ["Zeit@am"]
    options.fields.source = ["x:Blatt"]
    let reading = read(
      gzip(
        """
        <archiv xmlns:x="y"><Beitrag nr="7"><Kopf>Titel</Kopf><Zeit am="2019-03-15"/>
        <x:Blatt>Post</x:Blatt><text>no</text><Inhalt>Talks went on.</Inhalt></Beitrag>
        <Beitrag nr="8"><Inhalt/></Beitrag><Beitrag nr="9"/></archiv>
        """), name: "a.xml.gz", options: options)
    let article = reading.articles.first
    #expect(reading.texts == ["Talks went on."])
    #expect(article?.id == "7" && article?.title == Array("Titel".utf8))
    #expect(article?.published == "2019-03-15" && article?.source == "Post")
    #expect(reading.reasons == [.missingText, .missingText])
  }

  @Test(
    "tags of escaped HTML vanish, shares in angle brackets stay",
    arguments: [
      ("&lt;ABC.L&gt; and &lt;PEL&gt; rose", "<ABC.L> and <PEL> rose"),
      ("&lt;P&gt; and &lt;EM&gt; rose", "<P> and <EM> rose"), ("1 &lt; 2 / 3", "1 < 2 / 3"),
      ("&lt;p&gt;A &amp;amp; B&lt;/p&gt;&lt;PEL&gt;", "A & B\n\n<PEL>"),
      ("A&lt;br /&gt;B", "A\nB"), ("A&lt;a href=\"x\"&gt;B&lt;/a&gt;", "AB"),
    ])
  func escapedHTML(written: String, read: String) {
    let reading = IngestionTests.read(
      gzip("<rss>" + Self.item("1", written) + "</rss>"), name: "a.xml.gz")
    #expect(reading.texts == [read])
  }

  /// Content, the ids read, the reasons of the others, and the archive's status.
  static let cases: [(String, [String?], [Rejection.Reason], ArchiveStatus)] = [
    (item("1", "a") + item("2", "<p>b</q>") + item("3", "c"), ["1", "3"], [.malformed], .ok),
    (item("1", "a & b") + item("2", "c"), ["2"], [.malformed], .ok),
    (item("1", "a < b") + item("2", "c"), ["2"], [.malformed], .ok),
    (item("1", "a") + "<item><id>2</id><text>b</text>", ["1"], [.truncated], .ok),
    (item("1", "") + item("2", " "), [], [.emptyText, .emptyText], .ok),
    ("<item><id>1</id></item>" + item("2", "b"), ["2"], [.missingText], .ok),
    (item("1", "<item><item/>inner</item>") + item("2", "b"), ["1", "2"], [], .ok),
    (item("1", String(repeating: "x", count: 1000)) + item("2", "b"), ["2"], [.tooLarge], .ok),
    ("<item>" + String(repeating: "x", count: 1000) + item("2", "b"), ["2"], [.tooLarge], .ok),
    (
      "<a:item xmlns:a='x'><id>1</id><b:text>a</b:text></a:item>" + item("2", "b"), ["1", "2"], [],
      .ok
    ),
    ("<nothing/>", [], [], .badHeader),
    (item("1", "a &undefined; b"), ["1"], [], .ok),
  ]

  static func item(_ id: String, _ text: String) -> String {
    "<item><id>\(id)</id><text>\(text)</text></item>\n"
  }

  @Test(arguments: cases.indices, [1 << 18, 1])
  func elements(index: Int, chunk: Int) {
    let (content, ids, reasons, status) = Self.cases[index]
    var options = IngestOptions()
    options.maxArticleBytes = 800
    options.chunkBytes = chunk
    let reading = read(gzip("<?xml version='1.0'?>" + content), name: "a.gz", options: options)
    #expect(reading.ids == ids)
    #expect(reading.reasons == reasons)
    #expect(reading.outcome.status == status)
  }

  @Test("entities are not expanded, files and addresses not opened, depth is limited")
  func harm() {
    var laughs = "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY a0 'lol'>"
    for level in 1...12 {
      let more = String(repeating: "&a\(level - 1);", count: 10)
      laughs += "<!ENTITY a\(level) '\(more)'>"
    }
    laughs += "]><rss>" + Self.item("1", "x &a12; y") + "</rss>"
    let file =
      "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><rss>"
      + Self.item("2", "x &e; y") + "</rss>"
    let inner =
      "<?xml version='1.0'?><rss>"
      + Self.item("3", "<!DOCTYPE r [<!ENTITY e 'x'>]>x &e; y") + "</rss>"
    let deep =
      "<?xml version='1.0'?><rss>"
      + Self.item(
        "4", String(repeating: "<b>", count: 9000) + "x" + String(repeating: "</b>", count: 9000))
      + "</rss>"
    let reading = read(gzip(laughs + file + inner + deep), name: "a.xml.gz")
    #expect(reading.ids == ["1", "2"])
    #expect(reading.texts.allSatisfy { $0.utf8.count < 10 && !$0.contains("lol") })
    #expect(reading.reasons == [.malformed, .malformed])
  }

  @Test("damage never traps", arguments: [nitf, newsML, feeds])
  func damage(content: String) {
    let bytes = Array(content.utf8)
    var random = SplitMix(seed: 3)
    for _ in 0..<200 {
      var copy = bytes
      for _ in 0..<3 {
        let index = Int(random.next() % UInt64(copy.count))
        copy[index] = UInt8(truncatingIfNeeded: random.next())
      }
      let cut = Int(random.next() % UInt64(copy.count))
      #expect(read(gzip(copy), name: "a.xml.gz").outcome.verifiedMembers == 1)
      #expect(read(gzip(Array(copy[..<cut])), name: "a.xml.gz").outcome.verifiedMembers == 1)
    }
  }

  @Test("1 the element in which the archive breaks off is not counted")
  func cut() {
    let items = (0..<300).map { Self.item("\($0)", "Text \($0 &* 7919)") }
    let bytes = gzip("<rss>\(items.joined())</rss>")
    let reading = read(Array(bytes.prefix(bytes.count / 2)), name: "a.xml.gz")
    #expect(reading.outcome.status == .truncated)
    #expect(reading.outcome.offset == bytes.count / 2)
    #expect(reading.articles.count > 50)
    #expect(reading.ids == (0..<reading.articles.count).map { "\($0)" })
    #expect(reading.reasons == [.truncated])
  }
}
