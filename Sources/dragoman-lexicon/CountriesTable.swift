// Makes countries.tsv: names, words for the inhabitants, codes, centre and neighbours.

import Foundation

/// All countries of today and the historic ones of the curated file.
struct CountriesTable: Table {
  let name = "countries"
  let columns = [
    "iso3", "iso2", "name", "official", "aliases", "demonyms", "capital", "lat", "lon",
    "geonameid", "population", "area", "neighbours", "cameo", "continent",
  ]

  func rows(from sources: Sources) throws -> [[String]] {
    let index = try sources.countries.get()
    let factbook = try Self.factbookDemonyms(sources, index)
    var info: [String: [String]] = [:]
    for cells in try sources.rows("geonames/countryInfo.txt") where cells.count > 17 {
      info[cells[1]] = cells
    }
    let curated = Dictionary(
      try sources.curatedTable("countries").map { ($0["iso3"], $0) }
    ) { first, _ in first }
    var rows: [[String]] = []
    var done: Set<String> = []
    for country in try WorldCountries.read(sources) {
      done.insert(country.iso3)
      let extra = curated[country.iso3]
      let facts = info[country.iso3]
      let name = extra.map { $0["name"] }.flatMap { $0.isEmpty ? nil : $0 } ?? country.name
      let aliases = parts(extra?["aliases"] ?? "") + [country.name, facts?[4] ?? ""]
      let demonyms =
        parts(extra?["demonyms"] ?? "") + country.demonyms.flatMap(Demonym.forms)
        + (factbook[country.iso3] ?? [])
      rows.append([
        country.iso3, country.iso2, name, country.official,
        listCell(Self.aliases(aliases + [asciiForm(name)], except: name)),
        listCell(demonyms.filter { !parts(extra?["not"] ?? "").contains($0) }),
        extra.map { $0["capital"] }.flatMap { $0.isEmpty ? nil : $0 } ?? country.capital,
        extra.map { $0["lat"] }.flatMap { $0.isEmpty ? nil : $0 } ?? "\(country.latitude)",
        extra.map { $0["lon"] }.flatMap { $0.isEmpty ? nil : $0 } ?? "\(country.longitude)",
        facts?[16] ?? "", facts?[7] ?? "", "\(Int(country.area))",
        listCell(country.borders.sorted()),
        extra.map { $0["cameo"] }.flatMap { $0.isEmpty ? nil : $0 } ?? country.iso3,
        facts?[8] ?? extra?["continent"] ?? "",
      ])
    }
    // Countries that exist no more stand in the curated file only.
    for (iso3, row) in curated where !done.contains(iso3) {
      rows.append(
        columns.map { $0 == "cameo" && row[$0].isEmpty ? iso3 : row[$0] })
    }
    return rows
  }

  private static func aliases(_ names: [String], except name: String) -> [String] {
    names.filter { $0 != name && !$0.contains(",") && !$0.contains("(") }
  }

  /// The Factbook's nationality words, as in `Syrian(s)` or `Briton(s), British (collective)`.
  private static func factbookDemonyms(
    _ sources: Sources, _ index: CountryIndex
  ) throws -> [String: [String]] {
    var demonyms: [String: [String]] = [:]
    for row in try sources.table("factbook/government.tsv") {
      guard let iso3 = index.code(named: row["country"]) else { continue }
      let words = [row["nationality_adjective"], row["nationality_noun"]].flatMap(Demonym.parse)
      demonyms[iso3, default: []] += words.flatMap(Demonym.forms)
    }
    return demonyms
  }
}
