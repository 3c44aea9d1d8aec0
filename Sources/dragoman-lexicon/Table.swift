// What every knowledge table has in common, and the list of all of them.

import Foundation

/// A tab-separated file of the lexicon: a name, its columns, and how to fill them.
protocol Table: Sendable {
  /// The file's name without `.tsv`.
  var name: String { get }
  /// The column names, which become the file's first line.
  var columns: [String] { get }
  /// Every row, in any order; the writer sorts them.
  func rows(from sources: Sources) throws -> [[String]]
}

/// All tables, in the order in which they are made.
let tables: [any Table] = [
  CountriesTable(),
  PlacesTable(),
  ActorsTable(),
  RolesTable(),
  OrganizationsTable(licence: .permissive),
  OrganizationsTable(licence: .shareAlike),
  TitlesTable(),
  NamesTable(),
  ReportingVerbsTable(),
]

/// Joins the parts of a list cell, leaving out empty and repeated ones.
func listCell(_ parts: some Sequence<String>) -> String {
  var seen: Set<String> = []
  return parts.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "|")
}

/// The parts of a list cell.
func parts(_ cell: String) -> [String] {
  cell.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
}
