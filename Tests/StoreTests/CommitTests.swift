// Committing: whole archives, replaced and never doubled.

import Aggregation
import Foundation
import GRDB
import Model
import Store
import Testing

@Suite("Commits")
struct CommitTests {
  let folder: TemporaryFolder
  let store: CorpusStore

  init() throws {
    folder = try TemporaryFolder()
    store = try CorpusStore(path: folder.file("deep/er/store.sqlite"), readOnly: false)
  }

  @Test("An archive comes back as it was committed")
  func archives() throws {
    try store.commit("b.gz", sampleTally(0..<3))
    try store.commit("a.gz", sampleTally(0..<1), ArchiveOutcome(status: .truncated, offset: 7))
    let archives = try store.archives()
    #expect(archives.map(\.path) == ["a.gz", "b.gz"])
    #expect(archives.map(\.status) == [.truncated, .ok])
    #expect(archives[1].seen == 4 && archives[1].accepted == 3 && archives[1].rejected == 1)
    #expect(archives[1].modified == 1_700_000_000_000_000_001)
    #expect(archives[1].digest == "0123456789abcdef" && archives[1].inflatedBytes == 2_000)
  }

  @Test("Committing twice, and in another order, gives the same dump")
  func idempotence() throws {
    try store.commit("a.gz", sampleTally(0..<3))
    try store.commit("b.gz", sampleTally(0..<2))
    let dump = try store.logicalDump()
    try store.commit("a.gz", sampleTally(0..<3))
    #expect(try store.logicalDump() == dump)
    let other = try CorpusStore(path: folder.file("other.sqlite"), readOnly: false)
    try other.commit("b.gz", sampleTally(0..<2))
    try other.commit("a.gz", sampleTally(0..<3))
    #expect(try other.logicalDump() == dump)
    #expect(dump.contains("person/vladimir-putin") && dump.contains("2016-12-16"))
  }

  @Test("An archive written in parts is the archive written at once")
  func parts() throws {
    try store.commit("a.gz", sampleTally(0..<4))
    let whole = try store.logicalDump()
    let writer = try store.replace(archive: "a.gz")
    var part = Tally()
    for ordinal in 0..<4 {
      part.add(sampleRecord(ordinal), isFirstCopy: true)
      if ordinal % 2 == 1 {
        try writer.append(part)
        part.removeAll()
      }
    }
    part.add(
      Rejection(
        archive: "a.gz", ordinal: 4, reason: .malformed, offset: 99, line: 3, detail: "not JSON"))
    try writer.append(part)
    try writer.finish(outcome: goodOutcome, size: 500, modified: 1, product: "1.0", schema: 1)
    #expect(try store.logicalDump() == whole)
  }

  @Test("A new reading replaces the old one; removal leaves nothing")
  func replacement() throws {
    try store.commit("a.gz", sampleTally(0..<5, day: nil))
    try store.commit("a.gz", sampleTally(0..<1))
    #expect(try store.totals(.all).articles == 1)
    #expect(try !store.logicalDump().contains("article-4"))
    try store.remove(archive: "a.gz")
    try store.remove(archive: "never-there.gz")
    #expect(try store.logicalDump() == "\n")
    #expect(try store.totals(.all) == Totals())
  }

  @Test("A commit that fails or is given up leaves the archive as it was")
  func rollback() throws {
    try store.commit("a.gz", sampleTally(0..<2))
    let before = try store.logicalDump()
    // The same ordinal twice breaks the table's key after many rows went in.
    var broken = sampleTally(0..<5)
    broken.articles[4].ordinal = 0
    #expect(throws: StoreError.self) { try store.commit("a.gz", broken) }
    #expect(try store.logicalDump() == before)
    let writer = try store.replace(archive: "a.gz")
    try writer.append(sampleTally(0..<9))
    writer.rollback()
    #expect(try store.logicalDump() == before)
    do {
      let forgotten = try store.replace(archive: "a.gz")
      try forgotten.append(sampleTally(0..<9))
    }
    #expect(try store.logicalDump() == before)
    try store.commit("b.gz", sampleTally(0..<1))
    #expect(try store.archives().count == 2)
  }

  @Test("Keys that a rollback took back are numbered anew")
  func keysAfterRollback() throws {
    let writer = try store.replace(archive: "a.gz")
    try writer.append(sampleTally(0..<2))
    writer.rollback()
    var other = sampleRecord(0, source: "Anew")
    other.actors[1].key = "person/~somebody-else"
    var tally = Tally()
    tally.add(other, isFirstCopy: true)
    try store.commit("b.gz", tally)
    try store.commit("a.gz", sampleTally(0..<2))
    let fresh = try CorpusStore(path: folder.file("fresh.sqlite"), readOnly: false)
    try fresh.commit("a.gz", sampleTally(0..<2))
    try fresh.commit("b.gz", tally)
    #expect(try store.logicalDump() == fresh.logicalDump())
  }

  @Test("Archives of more rows than a statement takes, with and without known keys")
  func manyRows() throws {
    var tally = Tally()
    for ordinal in 0..<200 {
      var record = sampleRecord(ordinal)
      record.actors[1].key = "person/~number-\(ordinal)"
      tally.add(record, isFirstCopy: true)
    }
    try store.commit("b.gz", sampleTally(0..<3))
    try store.commit("a.gz", tally)
    let again = try CorpusStore(path: store.path, readOnly: false)
    try again.commit("c.gz", tally)
    let actors = try again.actors(.all, limit: 1_000)
    #expect(actors.count == 203)
    let articles = actors.reduce(0) { $0 + $1.articles }
    #expect(articles == 1_209, "403 of two, 3 of one, 2 of each of two hundred")
    try again.remove(archive: "b.gz")
    #expect(try again.actors(.all, limit: 1_000).count == 202)
  }

  @Test("What was committed is there for another connection and after closing")
  func persistence() throws {
    try store.commit("a.gz", sampleTally(0..<2))
    let dump = try store.logicalDump()
    let reader = try CorpusStore(path: store.path, readOnly: true)
    #expect(try reader.logicalDump() == dump)
    try reader.close()
    try store.close()
    let again = try CorpusStore(path: store.path, readOnly: true)
    #expect(try again.logicalDump() == dump)
    #expect(throws: StoreError.self) { try again.commit("b.gz", sampleTally(0..<1)) }
  }

  @Test(
    "Hostile values are values", arguments: ["'; DROP TABLE article; --", "%_", "a\0b", "\u{1b}"])
  func injection(text: String) throws {
    var record = sampleRecord(0, source: text, name: text)
    record.id = text
    record.title = text
    record.actors[1].key = "person/\(text)"
    record.venues[0].geonameid = nil
    record.venues[0].name = text
    var tally = Tally()
    tally.add(record, isFirstCopy: true)
    try store.commit(text, tally)
    try store.commit("a.gz", sampleTally(0..<1))
    #expect(try store.archives().map(\.path).contains(text))
    #expect(try store.sources(.all).map(\.source).contains(text))
    #expect(try store.actors(.all, limit: 9).map(\.actor.key).contains("person/\(text)"))
    try store.remove(archive: text)
    #expect(try store.archives().map(\.path) == ["a.gz"])
  }

  @Test("The rows of every statistic can be read by name with any SQLite tool")
  func views() throws {
    try store.commit("a.gz", sampleTally(0..<2))
    try store.close()
    let queue = try DatabaseQueue(path: store.path)
    for statistic in statistics {
      let days = try queue.read { db in
        try String.fetchAll(db, sql: "SELECT DISTINCT day FROM \(statistic.name)")
      }
      #expect(days == ["2016-12-16"], "\(statistic.name)")
    }
    let integrity = try queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(integrity == "ok")
    let orphans = try queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }
    #expect(orphans.isEmpty)
  }
}
