// Report format csv: one tidy file a table, and a dictionary of all columns.

internal import Model
package import Store

/// Comma-separated values as RFC 4180 has them, for spreadsheets, R and pandas.
package enum CSVReport: ReportFormat {
  package static let name = "csv"
  package static let summary = "One tidy CSV file per table, with a data dictionary."

  package static func write(
    _ store: CorpusStore, _ period: Period, to output: ReportOutput
  ) throws {
    let tables = CorpusStore.exportTables(period)
    for table in tables {
      try output.file("csv/\(table.name).csv") { file in
        var line = CSVLine()
        for column in table.columns { line.add(.text(column.name)) }
        try file.write(line.end())
        try store.rows(of: table) { cells in
          for (cell, column) in zip(cells, table.columns) {
            line.add(cell, isText: column.kind == .text)
          }
          try file.write(line.end())
        }
      }
    }
    try output.file("csv/total.csv") { file in
      try file.write(totals(store, period))
    }
    try output.file("csv/dictionary.csv") { file in
      try file.write(dictionary(tables))
    }
  }

  private static let totalTable = "total.csv"

  /// What the report is about: its period and what it comes to.
  private static func totals(_ store: CorpusStore, _ period: Period) throws -> [UInt8] {
    let totals = try store.totals(period)
    var line = CSVLine()
    for name in ["name", "value"] { line.add(.text(name)) }
    var bytes = line.end()
    let days = [
      ("period_from", period.from), ("period_to", period.to), ("first_day", totals.firstDay),
      ("last_day", totals.lastDay),
    ]
    for (name, day) in days {
      line.add(.text(name))
      line.add(day.map { .text($0.iso) } ?? .null)
      bytes += line.end()
    }
    for (name, value) in totals.named {
      line.add(.text(name))
      line.add(.integer(value))
      bytes += line.end()
    }
    return bytes
  }

  /// Every column of every file; a row without a column says what the file is.
  private static func dictionary(_ tables: [ExportTable]) -> [UInt8] {
    var line = CSVLine()
    for name in ["file", "column", "type", "meaning"] { line.add(.text(name)) }
    var bytes = line.end()
    for table in tables {
      for text in ["\(table.name).csv", "", "table", table.summary] { line.add(.text(text)) }
      bytes += line.end()
      for column in table.columns {
        for text in ["\(table.name).csv", column.name, column.kind.rawValue, column.meaning] {
          line.add(.text(text))
        }
        bytes += line.end()
      }
    }
    let rows = [
      ["", "table", "What the report is about: its period, and what it comes to."],
      ["name", "text", "What is stated; days are empty when there is none."],
      ["value", "text", "A day or a number."],
    ]
    for row in rows {
      for text in [totalTable] + row { line.add(.text(text)) }
      bytes += line.end()
    }
    return bytes
  }
}

/// One line of a CSV file in the making.
struct CSVLine {
  private var bytes: [UInt8] = []
  private var isFirst = true

  /// Adds a field; text that a spreadsheet would take for a formula gets an apostrophe.
  mutating func add(_ cell: Cell, isText: Bool = true) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    switch cell {
    case .null: break
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .text(let text): add(text, isText)
    }
  }

  /// The line with its end; the next one may begin.
  mutating func end() -> [UInt8] {
    bytes.append(contentsOf: [0x0d, 0x0a])
    let line = bytes
    bytes.removeAll(keepingCapacity: true)
    isFirst = true
    return line
  }

  private mutating func add(_ text: String, _ isText: Bool) {
    let plain = plainText(text, keepingLines: true)
    let isFormula = isText && CSVLine.startsFormula(plain)
    let needsQuotes = plain.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0a || byte == 0x0d
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in plain.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
  }

  /// Begins with what Excel, LibreOffice or Google Sheets would calculate.
  private static func startsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return false }
    return "=+-@\t\r\n\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".unicodeScalars.contains(first)
  }
}
