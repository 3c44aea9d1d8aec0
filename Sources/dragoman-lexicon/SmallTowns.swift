// Adds the towns of dr5hn's list that GeoNames' list of cities does not have.

import Foundation

/// Towns too small for GeoNames' list, minus names that are mostly something else.
struct SmallTowns {
  private let sources: Sources

  /// Countries where the news name every village.
  private static let everything: Set<String> = [
    "USA", "SYR", "IRQ", "YEM", "LBY", "UKR", "AFG", "ISR", "PSE", "LBN", "SOM", "SDN", "MLI",
    "NGA", "MMR",
  ]

  init(_ sources: Sources) {
    self.sources = sources
  }

  /// The towns that are not near a known place of the same name.
  func places(beyond known: inout PlaceIndex) throws -> [Place] {
    let countries = try sources.countries.get()
    let names = try sources.names.get()
    let aliases = try PlaceAliases(sources)
    let divisions = try divisions(countries, known)
    var towns: [Place] = []
    for row in try sources.table("dr5hn/cities.tsv") {
      guard let country = countries.byIso2[row["country_code"]],
        let latitude = Double(row["latitude"]), let longitude = Double(row["longitude"])
      else { continue }
      let name = GeoNamesCities.plain(row["name"])
      let population = Int(row["population"])
      let keepsAll = Self.everything.contains(country)
      if let population, population < 1000, !keepsAll { continue }
      guard name.count >= 3, isLatin(name), !name.contains("("), !name.contains("/") else {
        continue
      }
      let isSingle = !name.contains(" ")
      if isSingle && sources.isCommonWord(name) { continue }
      if isSingle && names.isUsual(name) && (population ?? 0) < (keepsAll ? 2000 : 50_000) {
        continue
      }
      var town = Place(
        name: name, country: country,
        admin1: divisions["\(country) \(row["state_code"])"] ?? "", latitude: latitude,
        longitude: longitude, feature: "PPL", population: population ?? 0, source: "dr5hn")
      town.aliases = aliases.spellings(of: name, ascii: asciiForm(name), country: country)
      if known.contains(town, within: 30) { continue }
      known.insert(town)
      towns.append(town)
    }
    return towns
  }

  /// GeoNames' key of each first-order division of the list, by country and the list's own code.
  ///
  /// The two number divisions differently; cities that stand in both say which code is which.
  private func divisions(
    _ countries: CountryIndex, _ known: PlaceIndex
  ) throws -> [String: String] {
    var votes: [String: [String: Int]] = [:]
    for row in try sources.table("dr5hn/cities.tsv") {
      guard let country = countries.byIso2[row["country_code"]],
        let latitude = Double(row["latitude"]), let longitude = Double(row["longitude"])
      else { continue }
      let place = Place(
        name: GeoNamesCities.plain(row["name"]), country: country, latitude: latitude,
        longitude: longitude, feature: "PPL", source: "dr5hn")
      guard let same = known.first(like: place, within: 15), !same.admin1.isEmpty else { continue }
      votes["\(country) \(row["state_code"])", default: [:]][same.admin1, default: 0] += 1
    }
    return votes.compactMapValues { counts in
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }
}
