// The record as JSON: the documented keys in their order, valid for any input.

import Foundation
import Model
import Reporting
import Testing

@Suite("The record as JSON")
struct RecordJSONTests {
  private func json(_ record: Record, text: [UInt8]? = nil) -> String {
    var bytes: [UInt8] = []
    recordJSON(record, into: &bytes, text: text)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("A record with everything in it")
  func full() throws {
    try expectGolden(json(Self.fullRecord(), text: Array("“Peace”\n".utf8)), "record.json")
  }

  @Test("Absent keys are left out")
  func sparse() {
    let record = Record(id: "a#0", archive: "a", ordinal: 0)
    #expect(
      json(record) == """
        {"schema":1,"id":"a#0","archive":"a","ordinal":0,"language":"en","sentences":[],\
        "mentions":[],"actors":[],"venues":[],"statements":[],"events":[],"figures":[],\
        "times":[],"tracks":[]}

        """)
  }

  @Test("Lines are added to what is there")
  func appends() {
    var bytes = Array("x\n".utf8)
    recordJSON(Record(id: "1", archive: "a", ordinal: 0), into: &bytes)
    recordJSON(Record(id: "2", archive: "a", ordinal: 1), into: &bytes)
    let lines = bytes.split(separator: 0x0a)
    #expect(lines.count == 3 && lines[0] == [0x78])
  }

  static let texts = [
    "", "plain", "\"quoted\" \\ back", "\u{0}\u{1}\u{8}\u{c}\u{1f}\u{7f}", "tab\tline\r\n",
    "\u{2028}\u{2029}\u{feff}", "Žižek 漢字 👩‍👩‍👧 e\u{301}", "</script>", "\u{fffd}\u{10ffff}",
  ]

  @Test("Any text comes back from a JSON parser", arguments: texts)
  func roundTrip(text: String) throws {
    var record = Record(id: text, archive: text, ordinal: 3)
    record.title = text
    record.actors = [Actor(key: text, name: text, kind: .person)]
    record.actors[0].aliases = [text, text]
    let line = json(record, text: Array(text.utf8))
    #expect(line.utf8.filter { $0 == 0x0a }.count == 1, "one line")
    let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(value?["id"] as? String == text && value?["text"] as? String == text)
    let actors = try #require(value?["actors"] as? [[String: Any]])
    #expect(actors[0]["aliases"] as? [String] == [text, text])
  }

  @Test("Bytes that are not UTF-8 become valid JSON")
  func illFormed() throws {
    let line = json(
      Record(id: "a", archive: "a", ordinal: 0), text: [0x41, 0xff, 0xc0, 0xaf, 0xed])
    let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect((value?["text"] as? String)?.hasPrefix("A\u{fffd}") == true)
  }

  @Test(
    "Decimals",
    arguments: [
      (0, 3, "0.000"), (1_000, 3, "1.000"), (7, 3, "0.007"), (-7, 1, "-0.7"),
      (Int.min, 1, "-922337203685477580.8"), (-7_400_597, 5, "-74.00597"),
    ])
  func decimals(value: Int, digits: Int, text: String) {
    var writer = JSONWriter()
    writer.decimal(value, digits: digits)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
  }

  /// A record that uses every key.
  static func fullRecord() -> Record {
    var record = Record(id: "42", archive: "a.jsonl.gz", ordinal: 7)
    record.url = "https://example.org/a?b=1&c=2"
    record.title = "Talks in “Astana”"
    record.source = "TASS"
    record.published = Day(iso: "2016-12-16")
    record.publishedFrom = .field
    record.dateline = Dateline(place: 0, agency: 1, span: Span(0, 24))
    record.story = "41"
    record.sentences = [Span(25, 80), Span(81, 120)]
    record.mentions = [
      Mention(span: Span(25, 39), kind: .person, actor: 0),
      Mention(span: Span(50, 55), kind: .nationality, venue: 1),
    ]
    var moscow = Mention(span: Span(60, 66), kind: .place, actor: 1, venue: 0)
    moscow.metonym = true
    record.mentions.append(moscow)
    record.actors = [
      Actor(key: "person/vladimir-putin", name: "Vladimir Putin", kind: .person),
      Actor(key: "agency/tass", name: "TASS", kind: .agency),
    ]
    record.actors[0].aliases = ["Putin", "Mr. Putin"]
    record.actors[0].country = "RUS"
    record.actors[0].role = "president"
    record.actors[0].code = "RUSGOV"
    record.actors[0].mentions = 3
    record.actors[0].statements = 1
    record.actors[0].salience = 853
    record.actors[0].first = 25
    record.venues = [
      Venue(name: "Tokyo", country: "JPN", feature: "PPLC"),
      Venue(name: "Deep Sea", country: "", feature: "SEA"),
    ]
    record.venues[0].geonameid = 1_850_147
    record.venues[0].admin1 = "Tokyo"
    record.venues[0].latitude = 3_568_950
    record.venues[0].longitude = -13_969_171
    record.venues[0].confidence = 1_000
    record.venues[0][.dateline] = 1
    record.venues[0][.host] = 2
    record.venues[0].mentions = 3
    var statement = Statement(
      span: Span(25, 80), mode: .mixed, content: [Span(30, 40), Span(45, 80)])
    statement.speaker = 0
    statement.source = Span(25, 39)
    statement.cue = Span(40, 44)
    statement.via = 1
    statement.venue = 0
    statement.addressee = 1
    record.statements = [statement]
    var event = Event(
      type: "CONSULT", plover: "AGREE", quad: 1, status: .planned, trigger: Span(81, 86),
      sentence: 1, rule: "plan-to-meet")
    event.mode = "visit"
    event.cameo = "036"
    event.goldstein = -40
    event.source = [0]
    event.target = [1, 0]
    event.deniedBy = 1
    event.assertedBy = 0
    event.venue = 0
    event.dateStart = "2016-12-20"
    event.dateEnd = "2016-12"
    event.background = true
    record.events = [event]
    var figure = Figure(span: Span(100, 110), low: 12, qualifier: .atLeast, measure: .killed)
    figure.high = 15
    figure.subject = "civilians"
    figure.source = 1
    figure.venue = 0
    figure.from = 0
    figure.to = 1
    figure.since = "2016-12-01"
    record.figures = [figure]
    record.times = [TimeExpression(span: Span(111, 117), type: .date, value: "2016-12-16")]
    var track = Track(key: "astana-talks", name: "Astana talks", status: .proposed)
    track.venue = 0
    track.parties = [0]
    track.mediators = [1]
    record.tracks = [track]
    return record
  }
}
