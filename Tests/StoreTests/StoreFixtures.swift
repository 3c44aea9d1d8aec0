// Small records and temporary folders for the tests of the store.

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

  func file(_ name: String) -> String { path + "/" + name }
}

/// A record with two actors at a venue, a statement, an event and a figure.
func sampleRecord(
  _ ordinal: Int, day: String? = "2016-12-16", source: String? = "TASS", name: String = "Putin"
) -> Record {
  var record = Record(id: "article-\(ordinal)", archive: "a.gz", ordinal: ordinal)
  record.published = day.flatMap { Day(iso: $0) }
  record.source = source
  record.title = "Title \(ordinal)"
  record.bytes = 100 + ordinal
  record.fingerprint = UInt64(1_000 + ordinal)
  record.sentences = [Span(0, 100)]
  record.actors = [
    Actor(key: "person/vladimir-putin", name: name, kind: .person),
    Actor(key: "person/~unknown-man", name: "Unknown Man", kind: .person),
    Actor(key: "agency/tass", name: "TASS", kind: .agency),
  ]
  record.actors[0].country = "RUS"
  record.actors[0].role = "president"
  record.actors[0].mentions = 2
  record.actors[1].mentions = 1
  var tokyo = Venue(name: "Tokyo", country: "JPN", feature: "PPLC")
  tokyo.geonameid = 1_850_147
  tokyo.latitude = 3_568_950
  tokyo.longitude = 13_969_171
  tokyo[.speech] = 1
  record.venues = [tokyo]
  record.mentions = [
    Mention(span: Span(0, 5), kind: .person, actor: 0),
    Mention(span: Span(10, 15), kind: .person, actor: 1),
    Mention(span: Span(20, 25), kind: .place, venue: 0),
    Mention(span: Span(30, 35), kind: .pronoun, actor: 0),
  ]
  var statement = Statement(span: Span(0, 60), mode: .indirect, content: [Span(5, 60)])
  statement.speaker = 0
  statement.via = 2
  statement.venue = 0
  record.statements = [statement]
  var event = Event(
    type: "CONSULT", plover: "CONSULT", quad: 1, status: .actual, trigger: Span(6, 9),
    sentence: 0, rule: "met")
  event.source = [0]
  event.target = [1]
  event.venue = 0
  record.events = [event]
  var figure = Figure(span: Span(40, 42), low: 12 + ordinal, qualifier: .atLeast, measure: .killed)
  figure.source = 2
  figure.venue = 0
  record.figures = [figure]
  return record
}

/// What the records of some ordinals come to, and a rejection after them.
func sampleTally(_ ordinals: Range<Int>, day: String? = "2016-12-16") -> Tally {
  var tally = Tally()
  for ordinal in ordinals { tally.add(sampleRecord(ordinal, day: day), isFirstCopy: true) }
  tally.add(
    Rejection(
      archive: "a.gz", ordinal: ordinals.upperBound, reason: .malformed, offset: 99, line: 3,
      detail: "not JSON"))
  return tally
}

let goodOutcome = ArchiveOutcome(
  status: .ok, offset: 500, compressedBytes: 500, inflatedBytes: 2_000, verifiedMembers: 1,
  digest: "0123456789abcdef")

extension CorpusStore {
  /// Commits with values that do not matter to the test.
  func commit(_ archive: String, _ tally: Tally, _ outcome: ArchiveOutcome = goodOutcome) throws {
    try commit(
      archive: archive, outcome: outcome, size: 500, modified: 1_700_000_000_000_000_001,
      product: "1.0", schema: 1, tally: tally)
  }
}
