// Finds the three-letter code of a country from other codes and names.

import Foundation

/// Codes and names of countries, from GeoNames, mledoze/countries and hand-written aliases.
struct CountryIndex {
  /// Three-letter codes by two-letter code.
  private(set) var byIso2: [String: String] = [:]
  /// Three-letter codes by name key.
  private(set) var byName: [String: String] = [:]

  init(_ sources: Sources) throws {
    for cells in try sources.rows("geonames/countryInfo.txt") where cells.count > 4 {
      guard cells[0] != "ISO" else { continue }
      byIso2[cells[0]] = cells[1]
      byName[key(cells[4])] = cells[1]
    }
    for country in try WorldCountries.read(sources) {
      for name in [country.name, country.official] + country.spellings where name.count > 3 {
        if byName[key(name)] == nil { byName[key(name)] = country.iso3 }
      }
    }
    for row in try sources.curatedTable("countries") {
      for name in [row["name"]] + parts(row["aliases"]) { byName[key(name)] = row["iso3"] }
    }
  }

  /// The code of a country named in one of the ways sources do ("Yemen (North Yemen)").
  func code(named name: String) -> String? {
    let plain = name.split(separator: "(").first.map(String.init) ?? name
    return byName[key(name)] ?? byName[key(plain)]
  }
}

/// A country as mledoze/countries describes it.
struct WorldCountries {
  /// ISO codes.
  let iso3: String, iso2: String
  /// English names.
  let name: String, official: String
  /// Other spellings, not all English.
  let spellings: [String]
  /// English words for the inhabitants.
  let demonyms: [String]
  /// The first capital.
  let capital: String
  /// Centre and size.
  let latitude: Double, longitude: Double, area: Double
  /// Codes of the neighbours.
  let borders: [String]
  /// Whether it is a state of its own.
  let isIndependent: Bool

  /// All countries of the source.
  static func read(_ sources: Sources) throws -> [WorldCountries] {
    let data = try sources.file("mledoze-countries/countries.json").data()
    let list = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
    return list.map { object in
      let names = object["name"] as? [String: Any] ?? [:]
      let demonyms = (object["demonyms"] as? [String: Any])?["eng"] as? [String: String] ?? [:]
      let centre = (object["latlng"] as? [Any] ?? []).compactMap { ($0 as? NSNumber)?.doubleValue }
      return WorldCountries(
        iso3: Self.code(object["cca3"] as? String ?? ""), iso2: Self.code2(object["cca2"]),
        name: names["common"] as? String ?? "", official: names["official"] as? String ?? "",
        spellings: object["altSpellings"] as? [String] ?? [],
        demonyms: [demonyms["m"] ?? "", demonyms["f"] ?? ""],
        capital: (object["capital"] as? [String])?.first ?? "",
        latitude: centre.first ?? 0, longitude: centre.last ?? 0,
        area: (object["area"] as? NSNumber)?.doubleValue ?? 0,
        borders: (object["borders"] as? [String] ?? []).map(Self.code),
        isIndependent: (object["independent"] as? Bool ?? false)
          || ["UNK", "TWN", "PSE"].contains(object["cca3"] as? String ?? ""))
    }
  }

  /// The source writes UNK where this lexicon writes XKX.
  private static func code(_ code: String) -> String { code == "UNK" ? "XKX" : code }

  private static func code2(_ code: Any?) -> String { code as? String ?? "" }
}
