// Somebody in the news, and the mentions of people in sources from which persons are merged.

import Foundation

/// A person of the actors' table.
struct Person {
  var key = ""
  var name: String
  var aliases: [String]
  var country: String
  var gender: String
  var code: String
  var wikidata: String
  var source: String
  var terms: [Term]
}

/// What one source says about a person.
struct Mention {
  var name: String
  var aliases: [String] = []
  /// Family name, if the source marks it.
  var family = ""
  var country: String
  var wikidata = ""
  /// Line of the curated file, if it is from there.
  var curated: Int?
  var gender = ""
  var code = ""
  var terms: [Term] = []
  /// Name of the source, and how good its spelling of names is: 0 is best.
  var source: String
  var trust: Int

  /// Lower-case words of the name.
  var words: [String] { key(name).split(separator: " ").map(String.init) }
}

/// Cleans names of ranks, titles, remarks and patronymics.
enum PersonName {
  private static let titles: Set<String> = [
    "gen.", "gen", "lt.", "lt", "col.", "col", "maj.", "maj", "brig.", "capt.", "cdr.", "adm.",
    "judge", "dr.", "dr", "prof.", "sir", "dame", "lord", "rev.", "lyonpo", "dasho", "sheikh",
    "shaykh", "marshal", "field", "vice-admiral", "amb.", "eng.", "mr.", "mrs.", "ms.", "h.e.",
    "general", "major", "colonel", "lieutenant", "rear", "commander", "air", "shri", "smt.",
    "baroness", "president", "hojjat", "hojjatoleslam", "ayatollah", "gen.(ret.)", "honourable",
    "hon.", "chief", "alhaji", "datuk", "dato", "tan", "sri", "ceo", "aka", "appointed", "ing.",
    "lic.", "mag.", "sen.",
  ]

  /// The name without what is none of it.
  static func clean(_ text: String) -> String {
    var plain = ""
    var depth = 0
    for character in text {
      if "([{".contains(character) { depth += 1 }
      if depth == 0 { plain.append(character == "`" || character == "‘" ? "'" : character) }
      if ")]}".contains(character) { depth = max(0, depth - 1) }
    }
    // Some fields run together: "Vice Prime Minister Miegombyn Enkhbold".
    for office in ["Minister ", "President "] {
      if let end = plain.range(of: office, options: .backwards)?.upperBound {
        plain = String(plain[end...])
      }
    }
    var words = plain.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map(String.init)
    while words.count > 2, titles.contains(words[0].lowercased()) { words.removeFirst() }
    words = words.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
    while let last = words.last, words.count > 2, ["jr.", "jr", "ii", "iii"].contains(fold(last)) {
      words.removeLast()
    }
    return words.map(Self.casing).joined(separator: " ")
  }

  /// The form with only the first and last name, without initials and patronymics.
  static func short(_ name: String) -> String {
    let words = name.split(separator: " ").map(String.init)
    guard words.count >= 3 else { return name }
    let kept = words.enumerated().filter { index, word in
      guard index > 0 && index < words.count - 1 else { return true }
      let isInitial = word.count <= 2 && word.hasSuffix(".")
      let isPatronymic = ["vich", "vna", "uly", "kyzy", "oglu"]
        .contains { word.hasSuffix($0) }
      return !isInitial && !isPatronymic
    }
    return kept.map(\.element).joined(separator: " ")
  }

  /// Newspapers print no macrons.
  static func withoutMacrons(_ name: String) -> String {
    String(
      name.map { character in
        let scalars = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
        return scalars.contains("\u{304}")
          ? (asciiForm(String(character)).first ?? character)
          : character
      })
  }

  /// "ÇAVUŞOĞLU" as "Çavuşoğlu".
  private static func casing(_ word: String) -> String {
    guard word.count > 3, word.allSatisfy({ $0.isUppercase || !$0.isLetter }),
      !word.contains(".")
    else { return word }
    return word.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: "-")
  }
}
