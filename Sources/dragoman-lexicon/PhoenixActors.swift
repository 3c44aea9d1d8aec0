// Reads organizations from the Phoenix actor dictionaries and restores their capital letters.

import Foundation

/// Entries such as `ASIAN_DEVELOPMENT_BANK_` with `+ADB_` and a line of dated codes.
struct PhoenixActors {
  private(set) var organizations: [Organization] = []

  private static let small: Set<String> = [
    "of", "the", "for", "and", "in", "on", "to", "de", "la", "du", "des", "et", "against", "with",
    "from", "at", "by", "del", "von", "und",
  ]
  private static let acronyms: Set<String> = [
    "un", "us", "u.s.", "u.n.", "uk", "u.k.", "eu", "usa", "nato", "osce", "au", "oas", "asean",
    "hiv", "aids", "ii", "iii", "cia", "fbi", "plo", "kfor", "isaf", "opec", "ngo", "unhcr",
  ]
  /// Words that show that an entry is no person.
  private static let signs: Set<String> = [
    "organization", "organisation", "committee", "commission", "council", "agency", "bank",
    "fund", "union", "association", "federation", "institute", "foundation", "international",
    "group", "company", "corporation", "network", "forum", "court", "tribunal", "program",
    "programme", "alliance", "league", "society", "front", "army", "movement", "brigade", "party",
    "force", "forces", "brigades", "conference", "center", "centre", "office", "initiative",
    "coalition", "mission", "authority", "board", "secretariat", "bureau", "service", "services",
    "trust", "campaign", "watch", "rights", "community", "parliament", "liberation", "convention",
  ]

  init(_ sources: Sources, file: String) throws {
    var names: [String] = []
    for raw in try sources.file("cameo/Phoenix.\(file).actors.txt").lines() {
      let line = raw.trimmingCharacters(in: .whitespaces)
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("[") {
        let code = line.dropFirst().prefix { $0 != "]" && $0 != " " }
        add(names, code: String(code), file: file)
        names = []
      } else if line.hasPrefix("+") {
        names.append(Self.plain(line.dropFirst()))
      } else {
        names = [Self.plain(Substring(line))]
      }
    }
  }

  private mutating func add(_ names: [String], code: String, file: String) {
    guard let first = names.first else { return }
    let words = first.lowercased().split(separator: " ").map(String.init)
    guard words.count >= 2, words.count <= 9, words.contains(where: Self.signs.contains),
      first.allSatisfy({ $0.isLetter || " '-.&".contains($0) })
    else { return }
    let isGroup = file == "MilNonState"
    let isCompany = code.hasPrefix("MNC")
    let country =
      code.hasPrefix("IGO") || code.hasPrefix("NG") || isCompany || code.hasPrefix("IM")
      ? "" : String(code.prefix(3))
    let aliases = names.dropFirst().filter { $0.count >= 3 && $0.count <= 60 }
      .map { $0.contains(" ") ? Self.titleCase($0) : $0 }
    organizations.append(
      Organization(
        name: Self.titleCase(first), aliases: Array(aliases),
        kind: isGroup ? "group" : isCompany ? "company" : "organization",
        country: isGroup ? country : "", code: code, source: "Phoenix"))
  }

  private static func plain(_ text: Substring) -> String {
    text.prefix { $0 != "[" && $0 != ";" && $0 != "#" }.split(separator: "_").joined(separator: " ")
      .trimmingCharacters(in: .whitespaces)
  }

  /// Capital letters as in a name; abbreviations in a name are lost, which is rare.
  static func titleCase(_ text: String) -> String {
    text.lowercased().split(separator: " ").enumerated().map { index, word in
      if index > 0 && small.contains(String(word)) { return String(word) }
      if acronyms.contains(String(word)) { return word.uppercased() }
      return word.split(separator: "-", omittingEmptySubsequences: false)
        .map { String($0).capitalizedFirst }.joined(separator: "-")
    }.joined(separator: " ")
  }
}
