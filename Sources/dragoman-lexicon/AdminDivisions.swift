// Makes places of the first- and second-order divisions of countries.

import Foundation

/// Provinces, states and counties, placed where their inhabitants live.
struct AdminDivisions {
  /// First-order divisions.
  private(set) var first: [Place] = []
  /// Second-order divisions in which there is a city.
  private(set) var second: [Place] = []
  /// First-order divisions by country and every form of the name.
  private(set) var byName: [String: Place] = [:]

  /// Words for divisions that may end or begin a name.
  private let types: [String: (usual: String, others: [String])]

  init(_ sources: Sources, cities: [City]) throws {
    let countries = try sources.countries.get()
    let names = try sources.names.get()
    var types: [String: (usual: String, others: [String])] = [:]
    for row in try sources.curatedTable("admin-types") {
      types[row["country"]] = (row["usual"], parts(row["others"]))
    }
    self.types = types
    var curated: [String: Row] = [:]
    for row in try sources.curatedTable("admin1") { curated[row["code"]] = row }
    let inFirst = Dictionary(grouping: cities, by: \.admin1)
    let inSecond = Dictionary(grouping: cities, by: \.admin2)
    let cityNames = Set(cities.map { $0.place.country + key($0.place.name) })

    for cells in try sources.rows("geonames/admin1CodesASCII.txt") where cells.count > 3 {
      let iso3 = countries.byIso2[String(cells[0].prefix(2))] ?? ""
      let middle = centroid((inFirst[cells[0]] ?? []).map(\.place))
      let row = curated[cells[0]]
      guard let latitude = Double(row?["lat"] ?? "") ?? middle?.latitude,
        let longitude = Double(row?["lon"] ?? "") ?? middle?.longitude
      else { continue }
      var place = Place(
        id: cells[3], name: GeoNamesCities.plain(cells[1]), country: iso3, admin1: cells[0],
        latitude: latitude, longitude: longitude, feature: "ADM1", source: "GeoNames")
      if let name = row?["name"], !name.isEmpty { place.name = name }
      place.population = (inFirst[cells[0]] ?? []).map(\.place.population).reduce(0, +)
      let given = row?["name"] ?? ""
      place = named(place, cityNames: cityNames)
      if !given.isEmpty && given != place.name {
        // A name given by hand is the usual one.
        place.aliases = [place.name] + place.aliases.filter { $0 != given }
        place.name = given
      }
      place.aliases = parts(row?["aliases"] ?? "") + place.aliases
      place.demonyms = parts(row?["demonyms"] ?? "")
      first.append(place)
      for name in [place.name, bare(place.name)] + place.aliases {
        byName[iso3 + key(name)] = place
      }
    }
    for cells in try sources.rows("geonames/admin2Codes.txt") where cells.count > 3 {
      guard let within = inSecond[cells[0]], let middle = centroid(within.map(\.place)) else {
        continue
      }
      let name = GeoNamesCities.plain(cells[1])
      // A district that is named like its town says nothing new.
      if within.contains(where: { key($0.place.name) == key(name) }) { continue }
      if sources.isCommonWord(name) || names.isUsual(name) { continue }
      let codes = cells[0].split(separator: ".")
      let ascii = asciiForm(name)
      second.append(
        Place(
          id: cells[3], name: name, aliases: [ascii],
          country: countries.byIso2[String(codes[0])] ?? "", admin1: "\(codes[0]).\(codes[1])",
          latitude: middle.latitude, longitude: middle.longitude, feature: "ADM2",
          source: "GeoNames"))
    }
  }

  /// Gives a first-order division its usual English name and the forms with other words.
  private func named(_ place: Place, cityNames: Set<String>) -> Place {
    var place = place
    let base = bare(place.name)
    let (usual, others) = types[place.country] ?? ("Province", ["Region"])
    let words = [usual] + others
    let full = words.map { word in
      word.hasPrefix("Republic of") ? "\(word) \(base)" : "\(base) \(word)"
    }
    let isTown = cityNames.contains(place.country + key(base))
    let original = place.name
    if !usual.isEmpty && isTown {
      place.name = full[0]
      place.aliases = Array(full.dropFirst())
    } else {
      place.name = base
      place.aliases = usual.isEmpty ? [] : full
    }
    place.aliases += full.map { asciiForm($0) } + full.map { "\($0.lowercasedLastWord)" }
    if !isTown { place.aliases.append(asciiForm(base)) }
    if original != base { place.aliases.append(original) }
    place.aliases = usual.isEmpty ? place.aliases.filter { !$0.hasSuffix(" ") } : place.aliases
    return place
  }

  /// The name without the word for the kind of division.
  private func bare(_ name: String) -> String {
    var words = name.split(separator: " ").map(String.init)
    let kinds: Set<String> = [
      "province", "governorate", "oblast", "oblast'", "oblysy", "state", "region", "district",
      "republic", "kray", "krai", "voivodeship", "county", "prefecture", "department",
      "municipality", "city", "emirate", "canton",
    ]
    while words.count > 1, kinds.contains(words.last?.lowercased() ?? "") { words.removeLast() }
    let first = words.first?.lowercased() ?? ""
    if words.count > 1, ["muhafazat", "wilaya", "wilayat", "provincia"].contains(first) {
      words.removeFirst()
    }
    if words.count > 2, ["republic", "province", "state"].contains(first), words[1] == "of" {
      words.removeFirst(2)
    }
    return words.joined(separator: " ")
  }
}

extension String {
  /// "Idlib Province" as "Idlib province".
  var lowercasedLastWord: String {
    guard let space = lastIndex(of: " ") else { return self }
    return self[...space] + self[index(after: space)...].lowercased()
  }
}
