// Makes titles.tsv: words that stand before or after a person's name.

import Foundation

/// Titles from the curated file, with the forms that follow from them.
struct TitlesTable: Table {
  let name = "titles"
  let columns = ["title", "role", "kind", "gender"]

  func rows(from sources: Sources) throws -> [[String]] {
    var rows: [[String]] = []
    var seen: Set<String> = []
    for row in try sources.curatedTable("titles") {
      for title in parts(row["titles"]) where seen.insert(title).inserted {
        rows.append([title, row["role"], row["kind"], row["gender"]])
      }
    }
    // British and American spellings stand for each other.
    for row in rows {
      for (from, to) in [("Defence", "Defense"), ("Defense", "Defence"), ("Labour", "Labor")] {
        let other = row[0].replacing(from, with: to)
        if other != row[0] && seen.insert(other).inserted {
          rows.append([other] + row.dropFirst())
        }
      }
    }
    return rows
  }
}
