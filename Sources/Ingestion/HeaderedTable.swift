// Tables of articles: the first row names the columns, each row after it is an article.

import Model

/// Reads delimited text whose header is mapped by the names of ``FieldNames``, as keys of JSON are:
/// for each part of an article the first name whose column is not empty in the row counts.
///
/// A column also answers to its name in lower case (`Title`, `DATE`). A header without any column
/// for the text is an archive with a `bad_header`. A row with more or fewer fields than the header
/// is `malformed`: its parts may have moved.
struct HeaderedTable {
  private let options: IngestOptions
  private let delimiter: UInt8
  /// For each part, the columns that may hold it, best first.
  private var columns = [[Int]](repeating: [], count: FieldKeys.Part.allCases.count)
  private var width = 0

  init(options: IngestOptions, delimiter: UInt8) {
    self.options = options
    self.delimiter = delimiter
  }

  mutating func read(_ source: any ByteSource, into writer: BatchWriter) -> FormatFault? {
    let rows = DelimitedRows(source, delimiter: delimiter, limit: options.maxArticleBytes)
    guard let header = rows.next() else { return nil }
    guard !header.isCut, !header.isTooLong, header.count <= DelimitedRows.maxFields else {
      return FormatFault(
        status: .badHeader,
        detail: "the table's first row does not end, or has more columns than a table may")
    }
    map((0..<header.count).map { name(rows.field($0), isFirst: $0 == 0) })
    if columns[FieldKeys.Part.text.rawValue].isEmpty {
      let wanted = printable(options.fields.text.joined(separator: ", ").utf8)
      return FormatFault(
        status: .badHeader, detail: "the table's first row names none of the columns \(wanted)")
    }
    while !writer.isStopped, let row = rows.next() {
      func reject(_ reason: Rejection.Reason, _ detail: String) {
        writer.reject(
          reason, member: row.member, offset: row.offset, line: row.line, detail: detail)
      }
      if row.isTooLong {
        reject(.tooLarge, "\(row.length) bytes in one row, of at most \(options.maxArticleBytes)")
      } else if row.isCut {
        reject(.truncated, "the table breaks off in this row")
      } else if row.count != width {
        reject(.malformed, "\(row.count) fields; the first row has \(width)")
      } else {
        let text = part(.text, of: rows)
        if text.allSatisfy({ $0 <= 0x20 }) {
          reject(.emptyText, "the text is empty")
        } else {
          writer.accept(article(text, rows), member: row.member)
        }
      }
    }
    return nil
  }

  /// How many parts of an article the usual names find in a header; 0 without the text.
  static func knownColumns(in head: [UInt8], delimiter: UInt8) -> Int {
    let start = head.starts(with: byteOrderMark) ? 3 : 0
    let row = head[start...].prefix { $0 != 0x0a && $0 != 0x0d }
    guard row.endIndex < head.endIndex else { return 0 }
    var table = HeaderedTable(options: IngestOptions(), delimiter: delimiter)
    let names = row.split(separator: delimiter, omittingEmptySubsequences: false).map { field in
      table.name(field.filter { $0 != UInt8(ascii: "\"") }[...], isFirst: false)
    }
    table.map(names)
    guard !table.columns[FieldKeys.Part.text.rawValue].isEmpty else { return 0 }
    return table.columns.count { !$0.isEmpty }
  }

  private mutating func map(_ names: [[UInt8]]) {
    width = names.count
    let keys = FieldKeys(options.fields)
    var ranked = [[(rank: Int, column: Int)]](repeating: [], count: columns.count)
    for (column, name) in names.enumerated() {
      var isKnown = false
      func add(_ index: Int) {
        isKnown = true
        ranked[keys.keys[index].part.rawValue].append((keys.keys[index].rank, column))
      }
      name.withUnsafeBytes { keys.forEach(named: $0, add) }
      if !isKnown { lowercased(name).withUnsafeBytes { keys.forEach(named: $0, add) } }
    }
    columns = ranked.map { part in
      part.sorted { ($0.rank, $0.column) < ($1.rank, $1.column) }.map(\.column)
    }
  }

  /// A column's name, without the space around it and the mark before the first.
  private func name(_ field: ArraySlice<UInt8>, isFirst: Bool) -> [UInt8] {
    let hasMark = isFirst && field.starts(with: byteOrderMark)
    return Array(trimmed(hasMark ? field.dropFirst(3) : field))
  }

  private func part(_ part: FieldKeys.Part, of rows: DelimitedRows) -> ArraySlice<UInt8> {
    for column in columns[part.rawValue] {
      let field = rows.field(column)
      if !field.isEmpty { return field }
    }
    return []
  }

  private func article(_ text: ArraySlice<UInt8>, _ rows: DelimitedRows) -> RawArticle {
    func string(_ part: FieldKeys.Part) -> String? {
      let field = trimmed(self.part(part, of: rows))
      return field.isEmpty ? nil : String(decoding: field, as: UTF8.self)
    }
    let title = part(.title, of: rows)
    return RawArticle(
      archive: "", ordinal: 0, id: string(.id), title: title.isEmpty ? nil : Array(title),
      text: Array(text), published: string(.published), source: string(.source), url: string(.url))
  }
}
