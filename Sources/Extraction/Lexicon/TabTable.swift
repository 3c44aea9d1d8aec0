// Reads a knowledge table: tab-separated, first line the column names.

/// A table of text, as it lies in `CLexicon/data` or beside a user's pipeline file.
package struct TabTable: Sendable {
  /// What is wrong with a table, and where.
  package struct Malformed: Error, CustomStringConvertible {
    package var table: String
    package var line: Int
    package var reason: String

    package var description: String { "\(table):\(line): \(reason)" }
  }

  package var name: String
  package var columns: [String]
  package var rows: [[Substring]]

  /// Parses the text of a table; lines that begin with `#` and blank lines are left out.
  package init(name: String, text: String) throws {
    self.name = name
    var columns: [String] = []
    var rows: [[Substring]] = []
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == "#" { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if columns.isEmpty {
        columns = cells.map(String.init)
        continue
      }
      guard cells.count <= columns.count else {
        throw Malformed(
          table: name, line: number,
          reason: "\(cells.count) cells, but the first line names \(columns.count) columns")
      }
      rows.append(cells)
    }
    guard !columns.isEmpty else {
      throw Malformed(table: name, line: 1, reason: "the first line must name the columns")
    }
    self.columns = columns
    self.rows = rows
  }

  /// The place of each named column; a missing one is an error that lists those there are.
  package func indices(_ names: [String]) throws -> [Int] {
    try names.map { name in
      guard let index = columns.firstIndex(of: name) else {
        throw Malformed(
          table: self.name, line: 1,
          reason: "no column \(name); the columns are \(columns.joined(separator: ", "))")
      }
      return index
    }
  }
}

extension [Substring] {
  /// The cell, or nothing when the line is short.
  func cell(_ index: Int) -> Substring { index < count ? self[index] : "" }

  /// The parts of a cell that holds a list.
  func list(_ index: Int) -> [Substring] { cell(index).split(separator: "|") }
}
