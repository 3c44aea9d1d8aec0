// Makes words.tsv: how often a word is written in lower case and how often with a capital.

import Foundation

/// Case statistics over articles, the measure of what is a common word.
struct WordsTable: Table {
  /// Articles as JSON lines with a `text` and perhaps a `title`.
  let corpora: [String]
  let name = "words"
  let columns = ["word", "lower", "capital"]

  /// The most rows that the table may have.
  private static let limit = 40_000

  /// How often a word was seen.
  struct Counts {
    /// In lower case.
    var lower = 0
    /// Capitalized although no sentence begins there and its surroundings are not.
    var capital = 0
  }

  func rows(from sources: Sources) throws -> [[String]] {
    var counter = CaseCounter()
    for path in corpora {
      for line in try GzipFile(url: URL(fileURLWithPath: path)).lines() {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
        guard let article = object as? [String: Any] else { continue }
        if let text = article["text"] as? String { counter.count(text) }
      }
    }
    let usual = counter.counts.filter { $0.value.lower >= 3 && $0.key.count >= 2 }
      .sorted { ($1.value.lower, $0.key) < ($0.value.lower, $1.key) }
    return usual.prefix(Self.limit).map { [$0.key, "\($0.value.lower)", "\($0.value.capital)"] }
  }

  /// Reads a table written before; no table means no common words.
  static func read(_ url: URL) throws -> [String: Counts] {
    guard FileManager.default.fileExists(atPath: url.path) else { return [:] }
    var words: [String: Counts] = [:]
    for line in try GzipFile(url: url).lines().dropFirst() {
      let cells = line.split(separator: "\t")
      guard cells.count == 3, let lower = Int(cells[1]), let capital = Int(cells[2]) else {
        continue
      }
      words[String(cells[0])] = Counts(lower: lower, capital: capital)
    }
    return words
  }
}
