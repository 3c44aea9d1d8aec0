// A small corpus as extraction would give it: two weeks of December 2016 on the Syrian talks.

import Aggregation
import Foundation
import Model
import Store

/// A folder that goes away with the value that holds it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "dragoman-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
  }
}

/// Builds records from a cast of actors and venues by a fixed rule; no chance is involved.
struct ReportFixture {
  typealias Cast = (key: String, name: String, kind: Actor.Kind, country: String?, role: String?)
  typealias Place = (
    id: Int, name: String, country: String, lat: Int32, lon: Int32, role: VenueRole
  )

  static let cast: [Cast] = [
    ("person/vladimir-putin", "Vladimir Putin", .person, "RUS", "president"),
    ("person/recep-tayyip-erdogan", "Recep Tayyip Erdoğan", .person, "TUR", "president"),
    ("person/staffan-de-mistura", "Staffan de Mistura", .person, "SWE", "special envoy"),
    ("person/bashar-al-assad", "Bashar al-Assad", .person, "SYR", "president"),
    ("organization/united-nations", "United Nations", .organization, nil, nil),
    ("government/RUS", "Russia", .government, "RUS", nil),
    ("government/TUR", "Turkey", .government, "TUR", nil),
    ("person/sergei-lavrov", "Sergei Lavrov", .person, "RUS", "foreign minister"),
    ("person/nursultan-nazarbayev", "Nursultan Nazarbayev", .person, "KAZ", "president"),
    ("group/~jaish-al-islam", "Jaish al-Islam", .group, "SYR", nil),
    ("person/~riyad-hijab", "Riyad Hijab", .person, "SYR", "general coordinator"),
    ("agency/tass", "TASS", .agency, "RUS", nil),
    ("agency/reuters", "Reuters", .agency, "GBR", nil),
    ("person/john-kerry", "John Kerry", .person, "USA", "secretary of state"),
    ("person/shinzo-abe", "Shinzo Abe", .person, "JPN", "prime minister"),
    ("organization/red-cross", "International Committee of the Red Cross", .organization, nil, nil),
    ("population/SYR", "Syrians", .population, "SYR", nil),
    ("group/ahrar-al-sham", "Ahrar al-Sham", .group, "SYR", nil),
  ]

  static let places: [Place] = [
    (1_526_273, "Astana", "KAZ", 5_118_010, 7_144_598, .proposed),
    (170_063, "Aleppo", "SYR", 3_620_124, 3_716_117, .scene),
    (524_901, "Moscow", "RUS", 5_575_222, 3_761_556, .dateline),
    (2_660_646, "Geneva", "CHE", 4_620_222, 614_569, .host),
    (1_850_147, "Tokyo", "JPN", 3_568_950, 13_969_171, .speech),
    (169_389, "Idlib", "SYR", 3_593_062, 3_663_393, .destination),
    (170_654, "Damascus", "SYR", 3_351_020, 3_629_128, .dateline),
    (323_786, "Ankara", "TUR", 3_991_987, 3_285_427, .speech),
    (745_044, "Istanbul", "TUR", 4_101_384, 2_894_966, .mention),
    (5_128_581, "New York City", "USA", 4_071_427, -7_400_597, .host),
    (163_843, "Syria", "SYR", 3_500_000, 3_800_000, .mention),
    (2_988_507, "Paris", "FRA", 4_885_341, 234_880, .speech),
    (99_071, "Mosul", "IRQ", 3_633_500, 4_311_889, .scene),
    (314_830, "Gaziantep", "TUR", 3_705_944, 3_738_250, .origin),
    (4_140_963, "Washington", "USA", 3_889_511, -7_703_637, .mention),
  ]

  static let sources = ["TASS", "Reuters", "The Daily Courier", "Evening Post"]

  /// The article of a number; every sixth is a reprint, every twentieth has no date.
  static func record(_ number: Int) -> Record {
    var record = Record(id: "2016-\(number)", archive: "news.jsonl.gz", ordinal: number)
    let day = Day(year: 2016, month: 12, day: 10 + (number * 5 + number / 7) % 14)
    record.published = number % 20 == 19 ? nil : day
    record.publishedFrom = .field
    record.source = sources[number % 4]
    record.title = "Article \(number)"
    record.bytes = 1_800 + number * 7
    for index in 0..<4 {
      record.sentences.append(Span(Int32(index * 150), Int32(index * 150 + 149)))
    }
    // Low places of the lists come up more often than high ones.
    for index in 0..<4 {
      addActor(&record, cast[(number * (index + 1) + index * index) % (index < 2 ? 7 : 18)])
    }
    for index in 0..<3 {
      addPlace(&record, places[(number * (index + 2) + index) % (index < 2 ? 6 : 15)])
    }
    addMentions(&record)
    addWords(&record, number)
    return record
  }

  private static func addActor(_ record: inout Record, _ cast: Cast) {
    guard !record.actors.contains(where: { $0.key == cast.key }) else { return }
    var actor = Actor(key: cast.key, name: cast.name, kind: cast.kind)
    actor.country = cast.country
    actor.role = cast.role
    actor.mentions = 1 + record.actors.count % 3
    record.actors.append(actor)
  }

  private static func addPlace(_ record: inout Record, _ place: Place) {
    guard !record.venues.contains(where: { $0.geonameid == place.id }) else { return }
    var venue = Venue(name: place.name, country: place.country, feature: "PPL")
    venue.geonameid = place.id
    venue.latitude = place.lat
    venue.longitude = place.lon
    venue[place.role] = 1
    venue[.mention] += 1
    venue.mentions = 2
    record.venues.append(venue)
  }

  private static func addMentions(_ record: inout Record) {
    for sentence in 0..<4 {
      let start = Int32(sentence * 150)
      let actor = Int32(sentence % max(1, record.actors.count))
      let other = Int32((sentence + 1) % max(1, record.actors.count))
      let venue = Int32(sentence % max(1, record.venues.count))
      record.mentions += [
        Mention(span: Span(start, start + 10), kind: .person, actor: actor),
        Mention(span: Span(start + 20, start + 30), kind: .person, actor: other),
        Mention(span: Span(start + 40, start + 46), kind: .place, venue: venue),
      ]
    }
  }

  private static func addWords(_ record: inout Record, _ number: Int) {
    var statement = Statement(
      span: Span(0, 120), mode: number % 2 == 0 ? .direct : .indirect, content: [Span(5, 100)])
    statement.speaker = 0
    statement.venue = 0
    if let agency = record.actors.firstIndex(where: { $0.kind == .agency }) {
      statement.via = Int32(agency)
    }
    record.statements.append(statement)
    var event = Event(
      type: ["CONSULT", "AGREE", "ASSAULT", "AID"][number % 4], plover: "CONSULT", quad: 1,
      status: [.actual, .planned, .denied][number % 3], trigger: Span(160, 166), sentence: 1,
      rule: "met")
    event.source = [0]
    event.target = [1]
    record.events.append(event)
    let measure = [Figure.Measure.killed, .displaced, .evacuated][number % 3]
    let base = [1: 50_000, 2: 8_000][number % 3] ?? 82
    var figure = Figure(
      span: Span(310, 316), low: base + number % 5 * base / 20,
      qualifier: [.exact, .atLeast, .about, .moreThan][number % 4], measure: measure)
    if number % 7 == 0 { figure.high = figure.low + base / 10 }
    figure.source = number % 2 == 0 ? 0 : 1
    figure.venue = record.venues.firstIndex { $0.name == "Aleppo" }.map { Int32($0) } ?? 0
    record.figures.append(figure)
  }

  /// A store with two archives that ended well and one that did not.
  static func store(_ folder: TemporaryFolder, articles: Int = 120) throws -> CorpusStore {
    let store = try CorpusStore(path: folder.path + "/store.sqlite", readOnly: false)
    for (part, name) in ["2016-12-a.jsonl.gz", "2016-12-b.jsonl.gz", "late.tar.gz"].enumerated() {
      var tally = Tally()
      for number in stride(from: part, to: articles, by: 3) {
        tally.add(record(number), isFirstCopy: number % 6 != 5)
      }
      var outcome = ArchiveOutcome(
        status: .ok, offset: 40_000, compressedBytes: 40_000, inflatedBytes: 160_000,
        verifiedMembers: 1, digest: "00000000000000a\(part)")
      if part == 2 {
        outcome.status = .truncated
        outcome.detail = "ends in the middle of member 0; fetch the file again"
        for index in 0..<3 {
          tally.add(
            Rejection(
              archive: name, ordinal: 1_000 + index, reason: index == 0 ? .truncated : .malformed,
              offset: 159_000 + index, line: 40 + index, detail: "unexpected end of the line"))
        }
      }
      try store.commit(
        archive: name, outcome: outcome, size: 40_000, modified: 0, product: "1.0", schema: 1,
        tally: tally)
    }
    return store
  }
}
