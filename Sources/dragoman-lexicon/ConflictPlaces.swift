// Adds towns and villages that the UCDP names as scenes of fighting.

import Foundation

/// Places known by name and province only; they are put at the middle of the province.
struct ConflictPlaces {
  private let sources: Sources
  private let divisions: AdminDivisions

  init(_ sources: Sources, divisions: AdminDivisions) {
    self.sources = sources
    self.divisions = divisions
  }

  /// The named settlements that no other source has.
  func places(beyond known: inout PlaceIndex) throws -> [Place] {
    let countries = try sources.countries.get()
    let aliases = try PlaceAliases(sources)
    var found: [Place] = []
    for row in try sources.table("ucdp/ucdp_conflict_places.tsv") {
      guard let country = countries.code(named: row["country"]),
        let settlement = Self.settlement(row["where"]),
        let division = division(row["adm1"], in: country)
      else { continue }
      let spellings = settlement.split(separator: "/")
        .map { GeoNamesCities.plain($0.trimmingCharacters(in: .whitespaces)) }
      guard let name = spellings.first, name.count >= 4, aliases.isName(name) else { continue }
      var place = Place(
        name: name, aliases: spellings.dropFirst().filter { $0.count >= 4 && aliases.isName($0) },
        country: country, admin1: division.admin1, latitude: division.latitude,
        longitude: division.longitude, feature: "PPL", source: "UCDP")
      place.aliases += aliases.spellings(of: name, ascii: asciiForm(name), country: country)
      if known.contains(place) { continue }
      known.insert(place)
      found.append(place)
    }
    return found
  }

  /// The name in "Turmanin town"; nothing for roads, areas and districts.
  private static func settlement(_ text: String) -> String? {
    for kind in [" town", " village", " city"] where text.hasSuffix(kind) {
      let name = String(text.dropLast(kind.count))
      let isPlain = !name.lowercased().contains("between") && !name.contains("(")
      return isPlain && (name.first?.isUppercase ?? false) ? name : nil
    }
    return nil
  }

  private func division(_ text: String, in country: String) -> Place? {
    var words = text.split(separator: " ").map(String.init)
    if let exact = divisions.byName[country + key(text)] { return exact }
    if words.count > 1 { words.removeLast() }
    return divisions.byName[country + key(words.joined(separator: " "))]
  }
}
