// A row of places.tsv before it is written.

import Foundation

/// A named place with coordinates.
struct Place {
  /// GeoNames id, empty when unknown.
  var id = ""
  /// English name.
  var name: String
  /// Other names in English news.
  var aliases: [String] = []
  /// Three-letter country code, empty for oceans and the like.
  var country: String
  /// Key of the first-order division.
  var admin1 = ""
  /// Coordinates in degrees.
  var latitude: Double, longitude: Double
  /// GeoNames feature code.
  var feature: String
  /// Inhabitants, if known.
  var population = 0
  /// Words for the inhabitants.
  var demonyms: [String] = []
  /// Where the row is from.
  var source: String

  /// The cells in the order of `PlacesTable.columns`.
  var cells: [String] {
    [
      id, name, listCell(aliases.filter { $0 != name }), country, admin1, Self.degrees(latitude),
      Self.degrees(longitude), feature, population > 0 ? "\(population)" : "",
      listCell(demonyms), source,
    ]
  }

  /// Kilometres to another place, on a flat map: near enough for neighbours.
  func distance(to other: Place) -> Double {
    let north = (latitude - other.latitude) * 111.2
    let east = (longitude - other.longitude) * 111.2 * cos(latitude * .pi / 180)
    return (north * north + east * east).squareRoot()
  }

  private static func degrees(_ value: Double) -> String {
    let rounded = (value * 100_000).rounded() / 100_000
    return "\(rounded)"
  }
}

/// The population-weighted middle of places.
func centroid(_ places: [Place]) -> (latitude: Double, longitude: Double)? {
  var weights = 0.0
  var latitude = 0.0
  var longitude = 0.0
  for place in places {
    let weight = Double(max(place.population, 1000))
    weights += weight
    latitude += place.latitude * weight
    longitude += place.longitude * weight
  }
  return weights > 0 ? (latitude / weights, longitude / weights) : nil
}
