// CSV: tidy files, quoted as RFC 4180 has it, that no spreadsheet takes for formulas.

import Aggregation
import Foundation
import Model
import Reporting
import Store
import Testing

@Suite("CSV")
struct CSVTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(
    "The files of a small corpus", arguments: ["actor", "venue", "event_day", "total", "figure"])
  func golden(table: String) throws {
    let store = try ReportFixture.store(folder, articles: 9)
    try writeReports(["csv"], of: store, period: .all, to: folder.path)
    try expectGolden(try folder.read("csv/\(table).csv"), "\(table).csv")
  }

  @Test("The dictionary names every column of every file, and every file is named in it")
  func dictionary() throws {
    let store = try ReportFixture.store(folder, articles: 9)
    try writeReports(["csv"], of: store, period: .all, to: folder.path)
    let rows = parse(try folder.read("csv/dictionary.csv")).dropFirst()
    #expect(rows.allSatisfy { $0.count == 4 && !$0[3].isEmpty })
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/csv")
    #expect(Set(files) == Set(rows.map { $0[0] }).union(["dictionary.csv"]))
    for file in files where file != "dictionary.csv" {
      let table = parse(try folder.read("csv/\(file)"))
      #expect(table[0] == rows.filter { $0[0] == file && !$0[1].isEmpty }.map { $0[1] })
      #expect(table.allSatisfy { $0.count == table[0].count }, "\(file)")
      #expect(table.count > 1, "\(file)")
    }
    #expect(try folder.read("csv/source_day.csv").contains("unknown") == false)
  }

  @Test("Articles without a date are under the day unknown, unless a period is asked for")
  func unknownDay() throws {
    let store = try ReportFixture.store(folder, articles: 21)
    try writeReports(["csv"], of: store, period: .all, to: folder.path)
    #expect(try folder.read("csv/source_day.csv").contains("\r\nunknown,"))
    try writeReports(
      ["csv"], of: store, period: Period(from: Day(iso: "2016-01-01")), to: folder.path)
    #expect(try !folder.read("csv/source_day.csv").contains("unknown"))
  }

  static let cells: [(String, String)] = [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@sum(a)", "'@sum(a)"), ("\t=1", "'\t=1"),
    (" =1", "' =1"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
    ("\u{1b}[2J", "\u{fffd}[2J"),
    ("＝1", "'＝1"), ("a\u{0}b", "a\u{fffd}b"), ("Žižek", "Žižek"),
  ]

  @Test("Cells that would calculate, break lines or move the cursor do not", arguments: cells)
  func hostile(text: String, cell: String) throws {
    let store = try CorpusStore(path: folder.path + "/store.sqlite", readOnly: false)
    var record = Record(id: "1", archive: "a", ordinal: 0)
    record.source = text
    record.bytes = 5
    record.published = Day(iso: "2016-12-16")
    var tally = Tally()
    tally.add(record, isFirstCopy: true)
    try store.commit(
      archive: "a", outcome: ArchiveOutcome(status: .ok, offset: 0), size: 0, modified: 0,
      product: "", schema: 1, tally: tally)
    try writeReports(["csv"], of: store, period: .all, to: folder.path)
    #expect(
      try folder.read("csv/source.csv") == "source,bytes,articles,stories\r\n\(cell),5,1,1\r\n")
  }

  /// Rows of a CSV text; lines end with CR LF outside of quotes.
  private func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(String(cell))
        cell = .init()
      case "\r" where !isQuoted: break
      case "\n" where !isQuoted:
        rows.append(row + [String(cell)])
        row = []
        cell = .init()
      default: cell.append(scalar)
      }
    }
    #expect(row.isEmpty && cell.isEmpty && !isQuoted, "ends with a line end")
    return rows
  }
}
