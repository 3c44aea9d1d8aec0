// Decides which of a place's many names in the sources are likely in English news.

import Foundation

/// Keeps spellings of the same name and drops words of other languages.
struct PlaceAliases {
  private let sources: Sources
  private let names: NameLists
  private let countries: CountryIndex

  /// The most aliases that one place gets this way.
  private static let limit = 4

  init(_ sources: Sources) throws {
    self.sources = sources
    names = try sources.names.get()
    countries = try sources.countries.get()
  }

  /// The name without diacritics and apostrophes, with and without an Arabic article.
  func spellings(of name: String, ascii: String, country: String) -> [String] {
    var spellings = [asciiForm(name)]
    // GeoNames writes German umlauts as two letters in its ASCII name; keep both.
    if isLatin(ascii) { spellings.append(ascii) }
    spellings += spellings.map { $0.replacing("'", with: "") }
    for spelling in spellings {
      let words = spelling.split(whereSeparator: { $0 == " " || $0 == "-" })
      guard words.count == 2, articles.contains(words[0].lowercased()),
        Self.arabic.contains(country)
      else { continue }
      let bare = String(words[1]).capitalizedFirst
      spellings += ["al-" + bare, "\(words[0].lowercased())-\(bare)", "Al-" + bare]
      if bare.count >= 5 && isName(bare) { spellings.append(bare) }
    }
    return spellings.filter { $0.count >= 3 && $0 != name }
  }

  /// The alternate names that are near to the main one.
  func plausible(_ candidates: [String], for place: Place) -> [String] {
    // Where Latin letters are at home, other spellings are those of other languages.
    guard Self.transliterated.contains(place.country) else { return [] }
    var best: [(alias: String, cost: Int)] = []
    var seen = Set(([place.name] + place.aliases).map { key($0) })
    for candidate in candidates {
      let alias = candidate.trimmingCharacters(in: .whitespaces)
      // Esperanto and its like end every name in -o.
      guard alias.count >= 4, isLatin(alias), !alias.hasSuffix("o") || place.name.hasSuffix("o"),
        alias.first?.isUppercase ?? false,
        alias.dropFirst().contains(where: \.isLowercase),
        alias.allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" || $0 == "'" || $0 == "’" })
      else { continue }
      let plain = GeoNamesCities.plain(asciiForm(alias))
      guard seen.insert(key(plain)).inserted, isName(plain), countries.byName[key(plain)] == nil,
        let cost = cost(key(plain), key(place.name))
      else { continue }
      best.append((plain, cost))
    }
    best.sort { ($0.cost, $0.alias) < ($1.cost, $1.alias) }
    return best.prefix(Self.limit).map(\.alias)
  }

  /// How far a spelling is from the name; nothing when it is too far.
  private func cost(_ alias: String, _ name: String) -> Int? {
    let distance = editDistance(alias, name, limit: 4)
    let sameSound = soundKey(alias) == soundKey(name)
    if sameSound { return distance }
    let sameSkeleton = skeleton(alias) == skeleton(name) && skeleton(name).count >= 2
    if sameSkeleton && distance <= 3 { return 2 + distance }
    let allowed = name.count >= 8 ? 2 : name.count >= 5 ? 1 : 0
    return alias.first == name.first && distance <= allowed ? 6 + distance : nil
  }

  /// Whether the text may stand for a place without being a common word or a first name.
  func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count == 1 else { return !words.allSatisfy { sources.isCommonWord(String($0)) } }
    return !sources.isCommonWord(text) && !names.isGiven(text)
  }

  private static let transliterated = arabic.union([
    "RUS", "UKR", "BLR", "KAZ", "KGZ", "TJK", "UZB", "TKM", "GEO", "ARM", "AZE", "BGR", "MKD",
    "SRB", "XKX", "GRC", "CYP", "IRN", "AFG", "PAK", "IND", "NPL", "BGD", "LKA", "BTN", "MMR",
    "THA", "LAO", "KHM", "VNM", "CHN", "TWN", "HKG", "MAC", "MNG", "PRK", "KOR", "JPN", "ETH",
    "ERI", "SOM", "DJI", "SSD", "TCD", "MLI", "NER", "MDV", "COM", "MDA",
  ])

  private static let arabic: Set<String> = [
    "SYR", "IRQ", "YEM", "LBY", "LBN", "JOR", "PSE", "ISR", "EGY", "SDN", "SAU", "ARE", "KWT",
    "QAT", "BHR", "OMN", "DZA", "MAR", "TUN", "MRT", "ESH",
  ]
}

extension String {
  /// The text with a capital first letter.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
