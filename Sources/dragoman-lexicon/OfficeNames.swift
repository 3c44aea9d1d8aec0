// Maps the many names of offices to the common words that news use.

import Foundation

/// Rules of the curated file, tried in order.
struct OfficeNames {
  private struct Rule {
    let pattern: NSRegularExpression
    let role: String
    let isForAll: Bool
  }

  private let rules: [Rule]
  private let countryNames: [String: [String]]
  private var cache: [String: String] = [:]

  /// Countries of which the whole cabinet is kept: the G20 and a few often in the news.
  private static let wholeCabinet: Set<String> = [
    "ARG", "AUS", "BRA", "CAN", "CHN", "FRA", "DEU", "IND", "IDN", "ITA", "JPN", "KOR", "MEX",
    "RUS", "SAU", "ZAF", "TUR", "GBR", "USA", "UKR", "SYR", "IRQ", "IRN", "ISR", "EGY", "KAZ",
  ]

  init(_ sources: Sources) throws {
    rules = try sources.curatedTable("offices").map { row in
      Rule(
        pattern: try NSRegularExpression(pattern: row["pattern"]), role: row["role"],
        isForAll: row["scope"] != "cabinet")
    }
    var names: [String: [String]] = [:]
    for (name, code) in try sources.countries.get().byName { names[code, default: []].append(name) }
    countryNames = names.mapValues { $0.sorted { ($1.count, $0) < ($0.count, $1) } }
  }

  /// The common form, or nothing for an office that the lexicon leaves out.
  mutating func role(_ office: String, country: String) -> String? {
    let id = country + "\t" + office
    if let known = cache[id] { return known.isEmpty ? nil : known }
    let role = find(plain(office, country), country) ?? ""
    cache[id] = role
    return role.isEmpty ? nil : role
  }

  /// Lower case without the country's name and words such as "acting".
  private func plain(_ office: String, _ country: String) -> String {
    var text = " " + fold(office).replacing("&", with: "and").replacing("-", with: " ") + " "
    for name in countryNames[country] ?? [] {
      for pattern in [" of the \(name) ", " of \(name) ", ", \(name) ", " \(name) "] {
        text = text.replacing(pattern, with: " ")
      }
    }
    for word in [
      " acting ", " interim ", " caretaker ", " transitional ", " federal ", " union ",
      " provisional ", " executive ", " (acting) ", " cabinet ",
    ] {
      text = text.replacing(word, with: " ")
    }
    return text.split(separator: " ").joined(separator: " ")
  }

  private func find(_ text: String, _ country: String) -> String? {
    let range = NSRange(text.startIndex..., in: text)
    for rule in rules where rule.isForAll || Self.wholeCabinet.contains(country) {
      guard let match = rule.pattern.firstMatch(in: text, range: range) else { continue }
      guard rule.role.contains("$1"), match.numberOfRanges > 1,
        let topic = Range(match.range(at: 1), in: text)
      else { return rule.role.isEmpty ? nil : rule.role }
      let first =
        text[topic].replacing(" and ", with: ";").replacing(",", with: ";")
        .split(separator: ";").first.map(String.init) ?? ""
      let word = first.trimmingCharacters(in: .whitespaces).replacing("labor", with: "labour")
        .replacing("transportation", with: "transport")
      return rule.role.replacing("$1", with: word).replacing(
        " minister minister", with: " minister")
    }
    return nil
  }
}
