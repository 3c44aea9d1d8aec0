// Writes SOURCES.md, which says for every table where its facts are from and under which licence.

import Foundation

/// The document that travels with the tables.
struct SourcesDocument {
  /// Where the tables and the document lie.
  let directory: URL

  /// Writes the document from the curated list of sources.
  func write(curated: URL) throws {
    let file = GzipFile(url: curated.appendingPathComponent("sources.tsv"))
    let rows = Row.read(
      try file.lines().filter { !$0.hasPrefix("#") }
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) })
    var text = """
      # Where the tables come from

      Made by `dragoman-lexicon tables` from public sources and from the hand-written facts in \
      `curated/` (CC0), which were written down from memory and not checked against a source, \
      coordinates and dates included; the rows `Government of ...` there repeat names of \
      countries.tsv. Fetch the sources again from the addresses below to repeat it.

      Names under CC BY-SA stand in a file of their own, `organizations-cc-by-sa.tsv`. The ODbL \
      is a share-alike licence for databases, too: it reaches countries.tsv and the rows of \
      places.tsv whose column `source` is dr5hn.

      """
    for table in Set(rows.map { $0["table"] }).sorted() {
      text += "\n## \(table)\n\n| source | what | licence |\n|---|---|---|\n"
      for row in rows where row["table"] == table {
        text += "| \(row["source"]) | \(row["what"]) | \(row["licence"]) |\n"
      }
    }
    try Data(text.utf8).write(to: directory.appendingPathComponent("SOURCES.md"))
  }
}
