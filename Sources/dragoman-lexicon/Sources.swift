// Gives the tables access to the source files and to facts that several of them need.

import Foundation

/// The directory of public sources, the hand-written facts, and what is derived from both once.
final class Sources {
  /// Directory of the downloaded sources.
  let root: URL
  /// Directory of the hand-written facts.
  let curated: URL
  /// How often each folded word was seen in lower case and capitalized.
  let words: [String: WordsTable.Counts]

  /// Names two-letter, three-letter and spelled-out codes of countries.
  private(set) lazy var countries = Result { try CountryIndex(self) }
  /// Which words are first names and surnames.
  private(set) lazy var names = Result { try NameLists(self) }
  /// Everybody, merged from all the lists of office holders.
  private(set) lazy var people = Result { try PersonMerger(self).people() }

  init(root: URL, curated: URL, words: [String: WordsTable.Counts]) {
    self.root = root
    self.curated = curated
    self.words = words
  }

  /// A downloaded file, named without its `.gz`.
  func file(_ path: String) -> GzipFile {
    GzipFile(url: root.appendingPathComponent(path + ".gz"))
  }

  /// A downloaded file's rows without a header line.
  func rows(_ path: String) throws -> [[String]] {
    try file(path).lines().map(Self.cells)
  }

  /// A downloaded file with a header line.
  func table(_ path: String) throws -> [Row] {
    Row.read(try file(path).lines().map(Self.cells))
  }

  /// A hand-written file; lines that begin with `#` are remarks.
  func curatedTable(_ name: String) throws -> [Row] {
    let file = GzipFile(url: curated.appendingPathComponent(name + ".tsv"))
    return Row.read(try file.lines().filter { !$0.hasPrefix("#") }.map(Self.cells))
  }

  /// Whether a word is so usual in lower case that it is no name by itself.
  func isCommonWord(_ word: String) -> Bool {
    guard let counts = words[fold(word)] else { return false }
    return counts.lower >= 8 && counts.lower > counts.capital
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}

/// A row whose cells are asked for by column name.
struct Row {
  private let columns: [String: Int]
  private let cells: [String]

  /// Rows from lines of cells, the first of which names the columns.
  static func read(_ lines: [[String]]) -> [Row] {
    guard let header = lines.first else { return [] }
    let columns = Dictionary(
      header.enumerated().map { ($1.trimmingCharacters(in: .whitespaces), $0) }
    ) { first, _ in first }
    return lines.dropFirst().map { Row(columns: columns, cells: $0) }
  }

  /// The cell in a column, empty when the line is short or the column unknown.
  subscript(_ column: String) -> String {
    guard let index = columns[column], index < cells.count else { return "" }
    return cells[index].trimmingCharacters(in: .whitespaces)
  }
}
