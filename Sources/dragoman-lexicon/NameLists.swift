// Reads the lists of first names and surnames and joins them by spelling.

import Foundation

/// What is known of a single-word name from all lists.
struct NameEvidence {
  /// The spelling to print.
  var spelling: String
  /// How many lists know it as a first name, and as a surname.
  var given = 0, surname = 0
  /// How often national lists of the commonest names give it to men and to women.
  var male = 0, female = 0
  /// Whether it is among the commonest names of a country, and the best place there.
  var place: Int?
  /// Whether somebody in the actors' table has it.
  var actors = 0
}

/// All names of the lists, by key.
struct NameLists {
  /// Evidence by folded name.
  private(set) var evidence: [String: NameEvidence] = [:]

  private static let surnameLists = [
    "all", "us", "cn", "cz", "de", "es", "eus", "fr", "gk", "hi", "ie", "il", "it", "kr", "ne",
    "pl", "pt", "ru", "uk",
  ]

  init(_ sources: Sources) throws {
    for list in Self.surnameLists {
      for line in Set(try sources.file("names/surnames/\(list).txt").lines()) {
        note(line) { $0.surname += 1 }
      }
    }
    for list in ["all", "us"] {
      for line in Set(try sources.file("names/first-names/\(list).txt").lines()) {
        note(line) { $0.given += 1 }
      }
    }
    for cells in try Self.commaRows(sources, "names/common-forenames-by-country.csv") {
      guard cells.count >= 12, let place = Int(cells[7]) else { continue }
      for name in [cells[10], cells[11]] {
        note(name) {
          $0.given += 1
          if cells[9] == "M" { $0.male += 1 }
          if cells[9] == "F" { $0.female += 1 }
          $0.place = min($0.place ?? place, place)
        }
      }
    }
    for cells in try Self.commaRows(sources, "names/common-surnames-by-country.csv") {
      guard cells.count >= 6, let place = Int(cells[1]) else { continue }
      for name in [cells[4], cells[5]] {
        note(name) {
          $0.surname += 1
          $0.place = min($0.place ?? place, place)
        }
      }
    }
    for row in try sources.curatedTable("given-names") {
      for name in parts(row["names"]) {
        note(name) {
          $0.given += 2
          if row["gender"] == "m" { $0.male += 2 }
          if row["gender"] == "f" { $0.female += 2 }
        }
      }
    }
  }

  /// Adds evidence for a name, if it is a single word in Latin letters.
  mutating func note(_ text: String, _ change: (inout NameEvidence) -> Void) {
    let name = text.trimmingCharacters(in: .whitespaces)
    let key = fold(name)
    guard key.count >= 2, isLatin(name), name.first?.isUppercase ?? false,
      key.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "'" }),
      name.dropFirst().contains(where: \.isLowercase)
    else { return }
    var entry = evidence[key] ?? NameEvidence(spelling: name)
    if entry.spelling == key.prefix(1).uppercased() + key.dropFirst() { entry.spelling = name }
    change(&entry)
    evidence[key] = entry
  }

  /// Whether a word is one of the commoner first names or surnames.
  func isUsual(_ word: String) -> Bool {
    guard let entry = evidence[fold(word)] else { return false }
    return entry.place != nil || entry.given >= 2 || entry.surname >= 4
  }

  /// Whether a word is first of all a first name.
  func isGiven(_ word: String) -> Bool {
    (evidence[fold(word)]?.given ?? 0) >= 2
  }

  /// The likely gender of a person with these first names: m, f or nothing.
  func gender(_ name: String) -> String {
    for word in name.split(separator: " ").dropLast().prefix(2) {
      guard let entry = evidence[fold(String(word))] else { continue }
      if entry.male > 2 * entry.female { return "m" }
      if entry.female > 2 * entry.male { return "f" }
    }
    return ""
  }

  private static func commaRows(_ sources: Sources, _ path: String) throws -> [[String]] {
    try sources.file(path).lines().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
