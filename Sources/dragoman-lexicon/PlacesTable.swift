// Makes places.tsv: cities, divisions of countries, regions, waters and news venues.

import Foundation

/// The gazetteer, from GeoNames, dr5hn, UCDP and the curated regions.
struct PlacesTable: Table {
  let name = "places"
  let columns = [
    "id", "name", "aliases", "country", "admin1", "lat", "lon", "feature", "population",
    "demonyms", "source",
  ]

  func rows(from sources: Sources) throws -> [[String]] {
    let cities = try GeoNamesCities(sources).places
    let large = PlaceIndex(cities.map(\.place))
    let regions = try Self.regions(sources).filter {
      !$0.feature.hasPrefix("PPL") || !large.contains($0, within: 30)
    }
    let divisions = try AdminDivisions(sources, cities: cities)
    var known = PlaceIndex(cities.map(\.place) + regions)
    let towns = try SmallTowns(sources).places(beyond: &known)
    let battlefields = try ConflictPlaces(sources, divisions: divisions).places(beyond: &known)
    let curatedNames = Set(regions.map { key($0.name) + $0.country })
    let administrative = (divisions.first + divisions.second).filter {
      !curatedNames.contains(key($0.name) + $0.country)
    }
    let all = cities.map(\.place) + administrative + towns + battlefields + regions
    return all.map(\.cells)
  }

  /// Regions, waters, mountains and venues that are written by hand.
  private static func regions(_ sources: Sources) throws -> [Place] {
    try sources.curatedTable("regions").compactMap { row in
      guard let latitude = Double(row["lat"]), let longitude = Double(row["lon"]) else {
        throw GzipFile.Failure(description: "no coordinates: \(row["name"])")
      }
      let ascii = asciiForm(row["name"])
      return Place(
        id: row["id"], name: row["name"], aliases: parts(row["aliases"]) + [ascii],
        country: row["country"], admin1: row["admin1"], latitude: latitude, longitude: longitude,
        feature: row["feature"], population: Int(row["population"]) ?? 0,
        demonyms: parts(row["demonyms"]), source: "curated")
    }
  }
}

/// Finds places by country and name.
struct PlaceIndex {
  private var places: [String: [Place]] = [:]
  private var names: Set<String> = []

  init(_ places: [Place]) {
    for place in places { insert(place) }
  }

  /// Adds a place under its name and all aliases.
  mutating func insert(_ place: Place) {
    for name in Set(([place.name] + place.aliases).map(key)) {
      places[place.country + name, default: []].append(place)
    }
  }

  /// A place of that name in the country, near the given one.
  func first(like place: Place, within kilometres: Double) -> Place? {
    places[place.country + key(place.name)]?.first { $0.distance(to: place) <= kilometres }
  }

  /// Whether the country has a place of that name, near the given one if that is asked.
  func contains(_ place: Place, within kilometres: Double? = nil) -> Bool {
    for name in Set(([place.name] + place.aliases).map(key)) {
      guard let same = places[place.country + name] else { continue }
      guard let kilometres else { return true }
      if same.contains(where: { $0.distance(to: place) <= kilometres }) { return true }
    }
    return false
  }
}
