// The page: complete, self-contained, and deaf to hostile input.

import Aggregation
import Foundation
import Model
import Reporting
import Store
import Testing

@Suite("The page")
struct HTMLTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func page(_ store: CorpusStore, _ period: Period = .all) throws -> String {
    try writeReports(["html"], of: store, period: period, to: folder.path + "/out")
    return try folder.read("out/report.html")
  }

  /// A page is too long for a failure to print it.
  private func has(_ html: String, _ part: String, at location: SourceLocation = #_sourceLocation) {
    let found = html.contains(part)
    #expect(found, "lacks \(part)", sourceLocation: location)
  }

  private func lacks(
    _ html: String, _ part: String, at location: SourceLocation = #_sourceLocation
  ) {
    let found = html.contains(part)
    #expect(!found, "has \(part)", sourceLocation: location)
  }

  @Test("All sections are there, and nothing comes from elsewhere")
  func complete() throws {
    let html = try page(try ReportFixture.store(folder))
    let sections = [
      "days", "actors", "venues", "matrix", "pairs", "words", "events", "figures", "quality",
      "glossary",
    ]
    for id in sections {
      has(html, "<section id=\"\(id)\">")
      has(html, "href=\"#\(id)\"")
    }
    has(html, "default-src 'none'")
    for forbidden in ["<script", "http://", "https://", "url(", "@import", "javascript:"] {
      lacks(html, forbidden)
    }
    has(html, "Recep Tayyip Erdoğan")
    has(html, "2016-12-10 to 2016-12-23")
    lacks(html, "class=\"empty\"")
  }

  @Test("An empty store and an empty period give a page that says so")
  func empty() throws {
    let store = try CorpusStore(path: folder.path + "/store.sqlite", readOnly: false)
    let none = try page(store)
    has(none, "No dated articles")
    has(none, "No actors in this period.")
    lacks(none, "nan%")
    let filled = try ReportFixture.store(folder)
    let later = try page(filled, Period(from: Day(iso: "2020-01-01"), to: Day(iso: "2020-02-01")))
    has(later, "2020-01-01 to 2020-02-01")
    has(later, "No venues in this period.")
    has(later, "2016-12-a.jsonl.gz")
  }

  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "]]></title><script>x</script>", "\u{1b}[31mred\u{202e}evil\u{0}",
  ]

  @Test("What is data stays text", arguments: hostile)
  func injection(text: String) throws {
    let store = try CorpusStore(path: folder.path + "/store.sqlite", readOnly: false)
    var record = ReportFixture.record(3)
    record.source = text
    record.title = text
    record.url = "javascript:alert(1)"
    for index in record.actors.indices {
      record.actors[index].name = text
      record.actors[index].key = "person/\(index)\(text)"
      record.actors[index].role = text
      record.actors[index].country = text
    }
    for index in record.venues.indices {
      record.venues[index].name = text
      record.venues[index].country = text
    }
    record.events[0].type = text
    var tally = Tally()
    tally.add(record, isFirstCopy: true)
    tally.add(
      Rejection(archive: text, ordinal: 9, reason: .malformed, offset: 0, detail: text))
    try store.commit(
      archive: text, outcome: ArchiveOutcome(status: .badHeader, offset: 0, detail: text), size: 0,
      modified: 0, product: "", schema: 1, tally: tally)
    let html = try page(store)
    let signs = ["<script", "<img", "' onmouseover", "\" onmouseover", "javascript:"]
    for sign in signs + ["\u{1b}", "\u{202e}", "\u{0}"] { lacks(html, sign) }
  }

  @Test("Elements are closed in the order in which they were opened")
  func wellFormed() throws {
    let html = try page(try ReportFixture.store(folder))
    var open: [Substring] = []
    let void: Set<Substring> = ["meta", "!DOCTYPE"]
    var rest = html[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "\n" && $0 != "/" }
      if tag.hasSuffix("/") || void.contains(name) { continue }
      if tag.hasPrefix("/") {
        #expect(open.popLast() == name)
      } else {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
  }

  @Test("A long corpus is drawn by week, month or year")
  func longPeriods() throws {
    let store = try CorpusStore(path: folder.path + "/store.sqlite", readOnly: false)
    for (last, unit) in [("2018-01-01", "week"), ("2026-01-01", "month"), ("9999-12-31", "year")] {
      var tally = Tally()
      for (number, day) in ["2016-01-15", last].enumerated() {
        var record = ReportFixture.record(number)
        record.published = Day(iso: day)
        tally.add(record, isFirstCopy: true)
      }
      try store.commit(
        archive: "a", outcome: ArchiveOutcome(status: .ok, offset: 0), size: 0, modified: 0,
        product: "", schema: 1, tally: tally)
      has(try page(store), "Articles per \(unit)")
    }
  }
}
