// What the reports ask of the store.

import Aggregation
import Model
import Store
import Testing

@Suite("Queries")
struct QueryTests {
  let folder: TemporaryFolder
  let store: CorpusStore

  init() throws {
    folder = try TemporaryFolder()
    store = try CorpusStore(path: folder.file("store.sqlite"), readOnly: false)
    var first = Tally()
    first.add(sampleRecord(0, name: "Vladimir Putin"), isFirstCopy: true)
    first.add(sampleRecord(1, name: "Putin"), isFirstCopy: false)
    first.add(sampleRecord(2, day: nil, source: nil, name: "Putin"), isFirstCopy: true)
    try store.commit("a.gz", first)
    var second = sampleRecord(0, day: "2016-12-20", source: "Reuters", name: "Vladimir Putin")
    second.actors[0].role = "former president"
    second.fingerprint = 5
    var tally = Tally()
    tally.add(second, isFirstCopy: true)
    try store.commit("b.gz", tally)
  }

  @Test("Totals of all days, and of a period that leaves unknown days out")
  func totals() throws {
    let all = try store.totals(.all)
    #expect(all.archives == 2 && all.articles == 4 && all.stories == 3 && all.undated == 1)
    #expect(all.actors == 3 && all.venues == 1 && all.sources == 2 && all.figures == 4)
    #expect(all.firstDay?.iso == "2016-12-16" && all.lastDay?.iso == "2016-12-20")
    let period = Period(from: Day(iso: "2016-12-01"), to: Day(iso: "2016-12-16"))
    let early = try store.totals(period)
    #expect(early.articles == 2 && early.stories == 1 && early.undated == 0)
    #expect(try store.totals(Period(from: Day(iso: "2017-01-01"))).articles == 0)
  }

  @Test("The name of most articles wins, a tie the first in byte order; the role is the latest")
  func cards() throws {
    let putin = try #require(try store.actors(.all, limit: 1).first)
    #expect(putin.actor.key == "person/vladimir-putin")
    #expect(putin.actor.name == "Putin", "two against two: P before V")
    #expect(putin.actor.role == "former president" && putin.actor.country == "RUS")
    #expect(putin.articles == 4 && putin.stories == 3 && putin.mentions == 8)
    #expect(putin.statements == 4)
    var more = Tally()
    more.add(sampleRecord(0, name: "Vladimir Putin"), isFirstCopy: true)
    try store.commit("c.gz", more)
    #expect(try store.actors(.all, limit: 1).first?.actor.name == "Vladimir Putin")
  }

  @Test("Days, outlets, pairs, channels, events, venues and joins")
  func rankings() throws {
    #expect(
      try store.articlesPerDay(.all).map { $0.day?.iso } == ["2016-12-16", "2016-12-20", nil])
    #expect(try store.sources(.all).map(\.source) == ["TASS", nil, "Reuters"])
    let pairs = try store.pairs(.all, limit: 9)
    #expect(pairs.map(\.actor.key) == ["person/vladimir-putin"])
    #expect(pairs.map(\.other.key) == ["person/~unknown-man"])
    let channel = try #require(try store.channels(.all, carried: true, limit: 3).first)
    #expect(channel.via?.key == "agency/tass" && channel.statements == 4)
    let event = try #require(try store.events(.all, limit: 3).first)
    #expect(event.type == "CONSULT" && event.events == 4)
    let venue = try #require(try store.venues(.all, limit: 3).first)
    #expect(venue.venue.name == "Tokyo" && venue.mainRole == .speech && venue.articles == 4)
    let joins = try store.actorVenues(
      .all, actors: ["person/vladimir-putin"], venues: [venue.venue.key])
    #expect(joins.map(\.mentions) == [4])
    let days = try store.days(ofActors: ["nobody", "person/vladimir-putin"], .all)
    #expect(days.map { $0.map(\.articles) } == [[], [2, 1, 1]])
  }

  @Test("Competing figures stay side by side")
  func figures() throws {
    let figures = try store.figures(.all, groups: 5, limit: 10)
    #expect(figures.map(\.low) == [12, 14, 13], "12 twice; 13 only in a copy")
    #expect(figures.map(\.articles) == [2, 1, 1] && figures.map(\.stories) == [2, 1, 0])
    #expect(figures.allSatisfy { $0.source?.name == "TASS" && $0.venue?.name == "Tokyo" })
  }

  @Test("Rejections by reason with examples; names in no table")
  func quality() throws {
    try store.commit("r.gz", sampleTally(0..<1))
    let rejections = try store.rejections(examples: 2)
    #expect(rejections.map(\.reason) == ["malformed"] && rejections[0].articles == 1)
    #expect(rejections[0].examples.first?.line == 3)
    #expect(try store.unresolved(.all, limit: 5).map(\.actor.key) == ["person/~unknown-man"])
  }

  @Test("First copies are found in other archives only")
  func stories() throws {
    let prints: [UInt64] = [1_000, 1_001, 5, 0, 77, UInt64.max]
    #expect(
      try store.firstCopies(fingerprints: prints, except: "z.gz") == [
        1_000: "article-0", 5: "article-0",
      ])
    #expect(try store.firstCopies(fingerprints: prints, except: "a.gz") == [5: "article-0"])
    var copies = Tally()
    var copy = sampleRecord(0)
    copy.fingerprint = 5
    copies.add(copy, isFirstCopy: false)
    try store.commit("c.gz", copies)
    #expect(try store.archivesWithLostStories() == ["a.gz"], "1001 was never a first copy")
    try store.remove(archive: "b.gz")
    #expect(try store.archivesWithLostStories() == ["a.gz", "c.gz"])
  }

  @Test("Every table goes out with as many fields as columns, in order", arguments: [0, 1])
  func exports(period: Int) throws {
    let period = period == 0 ? Period.all : Period(from: Day(iso: "2016-12-20"))
    for table in CorpusStore.exportTables(period) {
      var rows = 0
      try store.rows(of: table) { cells in
        rows += 1
        #expect(cells.count == table.columns.count)
      }
      #expect(rows > 0 || table.name == "rejection", "\(table.name)")
    }
  }

  @Test(
    "Degrees are decimals",
    arguments: [
      (0, "0.00000"), (-5, "-0.00005"), (13_969_171, "139.69171"), (-100_000, "-1.00000"),
    ])
  func degrees(value: Int, text: String) {
    #expect(CorpusStore.degrees(value) == text)
  }
}
