// Reads the cities of GeoNames and keeps those of their names that English news use.

import Foundation

/// A city and the codes of its divisions.
struct City {
  /// The row to be.
  var place: Place
  /// Codes such as `US.CA` and `US.CA.037`.
  let admin1: String, admin2: String
}

/// Cities with at least 15,000 inhabitants.
struct GeoNamesCities {
  /// All cities with their aliases.
  private(set) var places: [City] = []

  init(_ sources: Sources) throws {
    let countries = try sources.countries.get()
    let aliases = try PlaceAliases(sources)
    var overrides: [String: Row] = [:]
    for row in try sources.curatedTable("place-names") { overrides[row["id"]] = row }
    let rows = try sources.rows("geonames/cities15000.txt").filter { $0.count > 14 }
    // Names of large cities are not given to others as aliases.
    var large: [String: String] = [:]
    for cells in rows where (Int(cells[14]) ?? 0) >= 50_000 {
      large[key(cells[1])] = cells[0]
    }
    for cells in rows {
      // Abandoned, historic and destroyed places are no scenes of today's news.
      guard !["PPLH", "PPLCH", "PPLW"].contains(cells[7]) else { continue }
      // A town named "Of" is not worth what it would cost.
      if cells[1].count <= 2 && sources.isCommonWord(cells[1]) { continue }
      let override = overrides[cells[0]]
      let population = Int(cells[14]) ?? 0
      let name = override.map { $0["name"] }.flatMap { $0.isEmpty ? nil : $0 } ?? cells[1]
      var place = Place(
        id: cells[0], name: Self.plain(name), country: countries.byIso2[cells[8]] ?? cells[8],
        admin1: cells[10].isEmpty ? "" : "\(cells[8]).\(cells[10])",
        latitude: Double(cells[4]) ?? 0, longitude: Double(cells[5]) ?? 0, feature: cells[7],
        population: population, source: "GeoNames")
      place.aliases = parts(override?["aliases"] ?? "")
      place.demonyms = parts(override?["demonyms"] ?? "")
      place.aliases += aliases.spellings(of: name, ascii: cells[2], country: place.country)
      let isCapital = cells[7] == "PPLC" || cells[7] == "PPLA"
      // Hand-written spellings are complete; others would only add those of other languages.
      let isCurated = !(override?["aliases"] ?? "").isEmpty
      if (population >= 100_000 || isCapital) && !isCurated {
        let candidates = cells[3].split(separator: ",").map(String.init).filter {
          large[key($0), default: cells[0]] == cells[0]
        }
        place.aliases += aliases.plausible(candidates, for: place)
      }
      let admin2 = cells[11].isEmpty ? "" : "\(cells[8]).\(cells[10]).\(cells[11])"
      places.append(City(place: place, admin1: place.admin1, admin2: admin2))
    }
  }

  /// Names as newspapers print them, without signs for Arabic letters that nobody types.
  static func plain(_ name: String) -> String {
    let marks: Set<Character> = ["‘", "’", "ʼ", "ʻ", "`", "ʿ", "ʾ"]
    return name.contains(where: marks.contains)
      ? name.replacing("’s", with: "'s").replacing("’", with: "'")
        .filter { !marks.contains($0) } : name
  }
}
