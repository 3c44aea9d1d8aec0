// What each statistic counts, on records small enough to count by hand.

import Aggregation
import Model
import Testing

@Suite("Statistics")
struct StatisticTests {
  /// Putin and Erdogan in Tokyo and Astana: two sentences, a statement at a press conference.
  static func record() -> Record {
    var record = Record(id: "x", archive: "a.gz", ordinal: 0)
    record.published = Day(iso: "2016-12-16")
    record.source = "TASS"
    record.bytes = 321
    record.sentences = [Span(0, 100), Span(101, 200)]
    record.actors = [
      Actor(key: "person/vladimir-putin", name: "Vladimir Putin", kind: .person),
      Actor(key: "person/recep-tayyip-erdogan", name: "Recep Tayyip Erdogan", kind: .person),
      Actor(key: "government/RUS", name: "Russia", kind: .government),
    ]
    record.actors[0].mentions = 3
    record.actors[1].mentions = 1
    record.actors[2].mentions = 1
    var tokyo = Venue(name: "Tokyo", country: "JPN", feature: "PPLC")
    tokyo.geonameid = 1_850_147
    tokyo[.speech] = 1
    tokyo[.mention] = 2
    var astana = Venue(name: "Astana", country: "KAZ", feature: "PPLC")
    astana.geonameid = 1_526_273
    astana[.proposed] = 1
    var syria = Venue(name: "Syria", country: "SYR", feature: "PCLI")
    syria.geonameid = 163_843
    record.venues = [tokyo, astana, syria]
    record.mentions = [
      Mention(span: Span(0, 5), kind: .person, actor: 0),
      Mention(span: Span(10, 15), kind: .place, venue: 0),
      Mention(span: Span(20, 25), kind: .nationality, venue: 2),
      Mention(span: Span(101, 105), kind: .pronoun, actor: 0),
      Mention(span: Span(110, 115), kind: .person, actor: 1),
      Mention(span: Span(120, 126), kind: .place, venue: 1),
      Mention(span: Span(130, 136), kind: .person, actor: 0),
    ]
    var moscow = Mention(span: Span(140, 146), kind: .place, actor: 2, venue: 2)
    moscow.metonym = true
    record.mentions.append(moscow)
    var statement = Statement(span: Span(0, 90), mode: .indirect, content: [Span(5, 90)])
    statement.speaker = 0
    statement.venue = 0
    record.statements = [statement]
    var event = Event(
      type: "CONSULT", plover: "AGREE", quad: 1, status: .proposed, trigger: Span(115, 119),
      sentence: 1, rule: "talks")
    event.source = [0, 1]
    event.venue = 1
    record.events = [event]
    return record
  }

  /// The rows of a statistic as `day|dimension|…|mentions/articles/stories`.
  static func rows(_ tally: Tally, _ name: String) -> [String] {
    guard let index = statistics.firstIndex(where: { $0.name == name }) else { return [] }
    return tally.counts[index].rows.entries.map { entry in
      let isPair = tally.counts[index].isSymmetric
      let key = isPair ? tally.symbols.ordered(entry.key) : entry.key
      let count = entry.value
      let dimensions = (1...statistics[index].dimensions.count).map {
        tally.symbols.text(key[$0])
      }
      let day = DayLane.day(key[0])?.iso ?? "unknown"
      return ([day] + dimensions + ["\(count.mentions)/\(count.articles)/\(count.stories)"])
        .joined(separator: "|")
    }.sorted()
  }

  static let cases: [(String, [String])] = [
    (
      "actor_day",
      [
        "2016-12-16|government/RUS|1/1/1",
        "2016-12-16|person/recep-tayyip-erdogan|1/1/1",
        "2016-12-16|person/vladimir-putin|3/1/1",
      ]
    ),
    (
      "venue_day",
      [
        "2016-12-16|geonames/1526273|proposed|1/1/1",
        "2016-12-16|geonames/1850147|mention|2/1/1",
        "2016-12-16|geonames/1850147|speech|1/1/1",
      ]
    ),
    (
      "venue_total_day",
      [
        "2016-12-16|geonames/1526273|1/1/1",
        "2016-12-16|geonames/1850147|3/1/1",
      ]
    ),
    (
      "actor_venue_day",
      [
        "2016-12-16|government/RUS|geonames/1526273|proposed|1/1/1",
        "2016-12-16|person/recep-tayyip-erdogan|geonames/1526273|proposed|1/1/1",
        "2016-12-16|person/vladimir-putin|geonames/1526273|proposed|1/1/1",
        "2016-12-16|person/vladimir-putin|geonames/1850147|speech|1/1/1",
      ]
    ),
    (
      "actor_pair_day",
      [
        "2016-12-16|government/RUS|person/recep-tayyip-erdogan|1/1/1",
        "2016-12-16|government/RUS|person/vladimir-putin|1/1/1",
        "2016-12-16|person/recep-tayyip-erdogan|person/vladimir-putin|1/1/1",
      ]
    ),
    (
      "event_day",
      [
        "2016-12-16|person/recep-tayyip-erdogan||CONSULT|proposed|geonames/1526273|1/1/1",
        "2016-12-16|person/vladimir-putin||CONSULT|proposed|geonames/1526273|1/1/1",
      ]
    ),
    ("statement_day", ["2016-12-16|person/vladimir-putin||1/1/1"]),
    ("source_day", ["2016-12-16|TASS|321/1/1"]),
  ]

  @Test("Each statistic counts one article as by hand", arguments: cases)
  func byHand(name: String, expected: [String]) {
    var tally = Tally()
    tally.add(Self.record(), isFirstCopy: true)
    #expect(Self.rows(tally, name) == expected)
  }

  @Test("The table of cases covers every statistic, and each name is used once")
  func registry() {
    #expect(Set(Self.cases.map(\.0)) == Set(statistics.map { $0.name }))
    #expect(Set(statistics.map { $0.name }).count == statistics.count)
    for statistic in statistics {
      #expect((1...5).contains(statistic.dimensions.count), "\(statistic.name)")
      #expect(statistic.summary.hasSuffix("."), "\(statistic.name)")
    }
  }

  @Test("A copy counts as an article and not as a story; without a day it goes under unknown")
  func copies() {
    var tally = Tally()
    tally.add(Self.record(), isFirstCopy: true)
    tally.add(Self.record(), isFirstCopy: false)
    var undated = Self.record()
    undated.published = nil
    tally.add(undated, isFirstCopy: true)
    #expect(
      Self.rows(tally, "statement_day") == [
        "2016-12-16|person/vladimir-putin||2/2/1", "unknown|person/vladimir-putin||1/1/1",
      ])
  }

  @Test("Of a sentence the first 40 actors count")
  func crowd() {
    var record = Record(id: "x", archive: "a.gz", ordinal: 0)
    record.sentences = [Span(0, 10_000)]
    for index in 0..<60 {
      record.actors.append(Actor(key: "person/\(index)", name: "\(index)", kind: .person))
      record.mentions.append(
        Mention(span: Span(Int32(index), Int32(index)), kind: .person, actor: Int32(index)))
    }
    var tally = Tally()
    tally.add(record, isFirstCopy: true)
    #expect(Self.rows(tally, "actor_pair_day").count == 40 * 39 / 2)
  }

  @Test("Events between many parties count eight on a side")
  func parties() {
    var record = Record(id: "x", archive: "a.gz", ordinal: 0)
    record.sentences = [Span(0, 100)]
    var event = Event(
      type: "AGREE", plover: "AGREE", quad: 1, status: .actual, trigger: Span(0, 5), sentence: 0,
      rule: "summit")
    for index in 0..<20 {
      record.actors.append(Actor(key: "person/\(index)", name: "\(index)", kind: .person))
      event.source.append(Int32(index))
      event.target.append(Int32(index))
    }
    record.events = [event]
    var tally = Tally()
    tally.add(record, isFirstCopy: true)
    #expect(Self.rows(tally, "event_day").count == 64)
    event.background = true
    record.events = [event]
    var history = Tally()
    history.add(record, isFirstCopy: true)
    #expect(Self.rows(history, "event_day").isEmpty)
  }

  @Test("Indices that point nowhere, sentences out of reach and empty records do no harm")
  func nonsense() {
    var record = Self.record()
    record.mentions.append(Mention(span: Span(500, 505), kind: .person, actor: 99, venue: -3))
    record.mentions.append(Mention(span: Span(-7, -1), kind: .place, actor: -1, venue: 77))
    record.events[0].source = [44, -2]
    record.events[0].sentence = 9_999
    record.statements[0].speaker = 50
    record.figures = [Figure(span: Span(0, 1), low: 3, qualifier: .exact, measure: .killed)]
    record.figures[0].source = 12
    var tally = Tally()
    tally.add(record, isFirstCopy: true)
    tally.add(Record(id: "", archive: "", ordinal: 1), isFirstCopy: true)
    #expect(tally.articles.count == 2)
    #expect(tally.figures.count == 1 && tally.figures[0].source == 0)
    #expect(
      Self.rows(tally, "event_day") == [
        "2016-12-16|||CONSULT|proposed|geonames/1526273|2/1/1"
      ])
  }

  @Test("Statements and events in any order are counted in their sentences")
  func unordered() {
    var generator = RecordGenerator(seed: 11)
    let record = generator.record()
    var shuffled = record
    shuffled.statements.reverse()
    shuffled.events.reverse()
    var (a, b) = (Tally(), Tally())
    a.add(record, isFirstCopy: true)
    b.add(shuffled, isFirstCopy: true)
    for statistic in statistics {
      #expect(Self.rows(a, statistic.name) == Self.rows(b, statistic.name), "\(statistic.name)")
    }
  }
}
