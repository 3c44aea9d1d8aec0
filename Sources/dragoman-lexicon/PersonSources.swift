// Reads the lists of office holders into mentions of people.

import Foundation

/// All mentions of all lists.
struct PersonSources {
  private let sources: Sources
  private var offices: OfficeNames
  private(set) var mentions: [Mention] = []

  init(_ sources: Sources) throws {
    self.sources = sources
    offices = try OfficeNames(sources)
    try readCurated()
    try readWikidata()
    try readInternational()
    try readFactbook()
    try readWorldLeaders()
    try readCabinetsOf2019()
  }

  /// `curated/actors.tsv`; a role there reads `role@holder:from..to`.
  private mutating func readCurated() throws {
    for (line, row) in try sources.curatedTable("actors").enumerated() {
      var mention = Mention(
        name: row["name"], aliases: parts(row["aliases"]), country: row["country"],
        wikidata: row["wikidata"], curated: line, gender: row["gender"], code: row["code"],
        source: "curated", trust: 0)
      for role in parts(row["roles"]) {
        let halves = role.split(separator: "@", maxSplits: 1).map(String.init)
        let place = halves.last?.split(separator: ":", maxSplits: 1).map(String.init) ?? []
        let dates = place.count > 1 ? place[1].components(separatedBy: "..") : []
        guard halves.count == 2, place.count == 2, dates.count == 2 else {
          throw GzipFile.Failure(description: "bad role of \(row["name"]): \(role)")
        }
        let office = halves[0]
        mention.terms.append(
          Term(
            role: offices.role(office, country: place[0]) ?? office.lowercased(), office: office,
            holder: place[0], from: dates[0], to: dates[1], source: "curated", trust: 0))
      }
      mentions.append(mention)
    }
  }

  private mutating func readWikidata() throws {
    var aliases: [String: [String]] = [:]
    for row in try sources.table("offices/aliases.tsv") where isLatin(row["alias"]) {
      aliases[row["wikidata"], default: []].append(PersonName.clean(row["alias"]))
    }
    for row in try sources.table("offices/cabinets-wikidata.tsv") {
      let iso3 = row["iso3"]
      // Without a country it is an international body, which other lists name better.
      guard !iso3.isEmpty else { continue }
      guard let role = offices.role(row["office"], country: iso3) else { continue }
      let others = aliases[row["wikidata"]] ?? []
      guard let name = ([row["name"]] + others).first(where: isLatin) else { continue }
      var mention = Mention(
        name: PersonName.clean(name), aliases: others, country: iso3, wikidata: row["wikidata"],
        source: "Wikidata", trust: 1)
      let isYear = row["source"].hasPrefix("world-leaders")
      mention.terms = [
        Term(
          role: role, office: row["office"], holder: iso3, from: row["start"], to: row["end"],
          source: "Wikidata", trust: isYear && row["start"].count < 10 ? 4 : 1,
          goesOn: row["source"].hasPrefix("world-leaders-current"))
      ]
      mentions.append(mention)
    }
  }

  private mutating func readInternational() throws {
    for row in try sources.table("offices/international-heads.tsv") {
      var mention = Mention(name: row["name"], country: "", source: "compiled", trust: 2)
      let office = row["office"]
      let role = offices.role(office, country: row["organization"]) ?? office.lowercased()
      mention.terms = [
        Term(
          role: role, office: office, holder: row["organization"], from: row["from"],
          to: row["to"], source: "compiled", trust: 1)
      ]
      mentions.append(mention)
    }
  }

  private mutating func readFactbook() throws {
    let dependent = Set(
      try WorldCountries.read(sources).filter { !$0.isIndependent }.map(\.iso3))
    var home: [String: String] = [:]
    for row in try sources.curatedTable("actors") {
      for name in [row["name"]] + parts(row["aliases"]) { home[key(name)] = row["country"] }
    }
    for row in try sources.table("offices/leaders.tsv") where row["iso3"].count == 3 {
      guard let role = offices.role(row["office"], country: row["iso3"]) else { continue }
      let name = PersonName.clean(row["name"])
      guard name.split(separator: " ").count <= 6 else { continue }
      // The head of state of a dependency or of a Commonwealth realm is that of another country.
      let isHead = ["president", "vice president", "king", "queen"].contains(role)
      if isHead && dependent.contains(row["iso3"]) { continue }
      if isHead, let country = home[key(name)], country == "GBR", row["iso3"] != country {
        continue
      }
      var mention = Mention(
        name: name, family: row["family"], country: row["iso3"], source: "World Factbook",
        trust: 3)
      mention.aliases = row["variants"].split(separator: ";")
        .map { PersonName.clean($0.trimmingCharacters(in: .whitespaces)) }
        .filter { variant in
          // Some variants are the next holder's name.
          let family = key(mention.family).split(separator: " ").last.map(String.init) ?? ""
          return key(variant).split(separator: " ").contains { isSimilarName(String($0), family) }
        }
      mention.terms = [
        Term(
          role: role, office: row["office"], holder: row["iso3"], from: row["from"],
          to: row["to"], source: "World Factbook", trust: 2,
          goesOn: row["evidence"].hasSuffix("/open"))
      ]
      mentions.append(mention)
    }
  }

  /// Holders with years only; a comma in a quoted cell makes a row unusable, and it is skipped.
  private mutating func readWorldLeaders() throws {
    let index = try sources.countries.get()
    for line in try sources.file("world-leaders/wikidata-2021.csv").lines().dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 8, let iso3 = index.code(named: cells[1]), isLatin(cells[5]),
        let role = offices.role(cells[3], country: iso3)
      else { continue }
      var mention = Mention(
        name: PersonName.clean(cells[5]), country: iso3, wikidata: cells[4], source: "Wikidata",
        trust: 1)
      mention.terms = [
        Term(
          role: role, office: cells[3], holder: iso3, from: cells[6], to: cells[7],
          source: "Wikidata", trust: 4)
      ]
      mentions.append(mention)
    }
  }

  private mutating func readCabinetsOf2019() throws {
    for row in try sources.table("offices/cabinets-cia.tsv") where row["iso3"].count == 3 {
      guard let role = offices.role(row["office"], country: row["iso3"]) else { continue }
      var mention = Mention(
        name: PersonName.clean(row["name"]), family: row["family"], country: row["iso3"],
        source: "CIA World Leaders", trust: 4)
      // Nothing is known but that the person was in office when the list was made.
      mention.terms = [
        Term(
          role: role, office: row["office"], holder: row["iso3"], from: row["snapshot"],
          to: row["snapshot"], source: "CIA World Leaders", trust: 5)
      ]
      mentions.append(mention)
    }
  }
}
