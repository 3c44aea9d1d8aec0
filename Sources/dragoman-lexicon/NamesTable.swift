// Makes names.tsv: single first names and surnames with their use and how common they are.

import Foundation

/// Names from national lists and from the people of the actors' table.
struct NamesTable: Table {
  let name = "names"
  let columns = ["name", "kinds", "rank"]

  /// The most rows that the table may have.
  private static let limit = 89_000

  func rows(from sources: Sources) throws -> [[String]] {
    var lists = try sources.names.get()
    for person in try sources.people.get() {
      let words = person.name.split(separator: " ").map(String.init)
      guard words.count >= 2 else { continue }
      for word in words.dropLast().prefix(1) where !word.contains(".") {
        lists.note(word) { ($0.given, $0.actors) = ($0.given + 1, $0.actors + 1) }
        if person.gender == "m" { lists.note(word) { $0.male += 1 } }
        if person.gender == "f" { lists.note(word) { $0.female += 1 } }
      }
      lists.note(words.last ?? "") { ($0.surname, $0.actors) = ($0.surname + 1, $0.actors + 1) }
    }
    var rows: [(row: [String], rank: Int)] = []
    for (word, entry) in lists.evidence {
      let isCommon = sources.isCommonWord(word)
      let rank = Self.rank(entry)
      if isCommon && entry.actors == 0 && (rank > 2 || word.count < 4) { continue }
      // Common words that are names of just anybody would mislead more than they help.
      if isCommon && Self.isVeryCommon(sources.words[word]) && entry.actors < 2 { continue }
      rows.append(([entry.spelling, Self.kinds(entry) + (isCommon ? "w" : ""), "\(rank)"], rank))
    }
    rows.sort {
      ($0.rank, $0.row[0].utf8.count, $0.row[0]) < ($1.rank, $1.row[0].utf8.count, $1.row[0])
    }
    return rows.prefix(Self.limit).map(\.row)
  }

  private static func isVeryCommon(_ counts: WordsTable.Counts?) -> Bool {
    guard let counts else { return false }
    return counts.lower >= 200 && counts.lower > 4 * counts.capital
  }

  private static func kinds(_ entry: NameEvidence) -> String {
    var kinds = ""
    if entry.given > 0 {
      if entry.male > 2 * entry.female {
        kinds += "m"
      } else if entry.female > 2 * entry.male {
        kinds += "f"
      } else if entry.male + entry.female > 0 {
        kinds += "mf"
      } else {
        kinds += "g"
      }
    }
    return entry.surname > 0 ? kinds + "s" : kinds
  }

  /// 1 for the commonest names of some country to 5 for names that one list has.
  private static func rank(_ entry: NameEvidence) -> Int {
    if let place = entry.place { return place <= 10 ? 1 : 2 }
    let lists = entry.given + entry.surname
    if lists >= 5 || entry.actors >= 3 { return 2 }
    if lists >= 4 || entry.actors >= 1 { return 3 }
    return lists >= 3 ? 4 : 5
  }
}
