// Writes a table as a tab-separated file that is the same, byte for byte, on every run.

import Foundation

/// Sorts rows by a total order and writes them with Unix line ends.
struct TableWriter {
  /// Where the files go.
  let directory: URL

  /// Makes one table's rows and writes its file.
  func write(_ table: any Table, from sources: Sources) throws {
    let rows = try table.rows(from: sources)
    // Comparing UTF-8 bytes does not depend on the locale or the Unicode version.
    let lines = Set(rows.map { Self.line($0) })
      .map { Array($0.utf8) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    var data = Data(Self.line(table.columns).utf8)
    data.append(0x0A)
    for line in lines {
      data.append(contentsOf: line)
      data.append(0x0A)
    }
    try data.write(to: directory.appendingPathComponent(table.name + ".tsv"))
    print(table.name, lines.count, "rows,", data.count, "bytes")
  }

  /// One line; characters that would break the format become spaces.
  private static func line(_ cells: [String]) -> String {
    cells.map { cell in
      cell.contains(where: { $0 == "\t" || $0.isNewline })
        ? String(cell.map { $0 == "\t" || $0.isNewline ? " " : $0 }) : cell
    }.joined(separator: "\t")
  }
}
