// Reads organizations from the lists of bodies, agencies, armed groups, parties and actors.

import Foundation

/// All organizations of all lists, best sources first.
struct OrganizationSources {
  private(set) var all: [Organization] = []
  private let sources: Sources
  private var people: Set<String> = []

  init(_ sources: Sources) throws {
    self.sources = sources
    for person in try sources.people.get() {
      people.formUnion(([person.name] + person.aliases).map { key($0) })
    }
    try readCurated()
    try readBodies()
    try readMedia()
    try readArmedGroups()
    try readParties()
    for name in ["International", "MilNonState"] {
      for entry in try PhoenixActors(sources, file: name).organizations where isName(entry.name) {
        all.append(entry)
      }
    }
  }

  private mutating func readCurated() throws {
    for row in try sources.curatedTable("organizations") {
      var body = Organization(
        name: row["name"], aliases: parts(row["aliases"]), kind: row["kind"],
        country: row["country"], code: row["code"], source: "curated")
      if body.kind == "government" {
        body.code = body.code.isEmpty ? body.country + "GOV" : body.code
        body.key = row["key"]
      }
      all.append(body)
    }
  }

  private mutating func readBodies() throws {
    let english = try sources.table("offices/organizations.tsv").filter {
      ["en", ""].contains($0["language"]) && $0["alias"] != "null" && isLatin($0["alias"])
    }
    for (name, rows) in Dictionary(grouping: english, by: { $0["name"] }).sorted(by: {
      $0.key < $1.key
    }) {
      let isShareAlike = rows.contains { $0["licence"].hasPrefix("CC BY-SA") }
      let aliases = rows.map { $0["alias"] }.filter { $0 != name && isName($0) }
      let acronyms = rows.filter { $0["kind"] == "acronym" }.map { $0["alias"] }
      guard isName(name), !name.contains("/") else { continue }
      all.append(
        Organization(
          name: name, aliases: aliases + acronyms, kind: "organization", country: "", code: "IGO",
          source: isShareAlike ? "SupraVerden" : "compiled", isShareAlike: isShareAlike))
    }
  }

  private mutating func readMedia() throws {
    let rows = try sources.table("offices/news-agencies.tsv")
    for (name, rows) in Dictionary(grouping: rows, by: { $0["name"] }).sorted(by: {
      $0.key < $1.key
    }) {
      guard let first = rows.first else { continue }
      let isAgency = rows.contains { $0["kind"] == "news agency" }
      let plain = name.split(separator: "(").first.map { $0.trimmingCharacters(in: .whitespaces) }
      all.append(
        Organization(
          name: plain ?? name,
          aliases: rows.filter { $0["kind"] != "outlet domain" }.map { $0["alias"] }
            .filter { !$0.contains("(") && !$0.contains(".co") && !sources.isCommonWord($0) },
          kind: isAgency ? "agency" : "media", country: first["iso3"],
          code: first["iso3"].isEmpty ? "" : first["iso3"] + "MED",
          source: first["source"] == "compiled" ? "compiled" : "fundus"))
    }
  }

  private mutating func readArmedGroups() throws {
    let rows = try sources.table("offices/armed-groups.tsv").filter {
      // UCDP and Phoenix rows mix groups with peoples and single fighters: keep the Factbook's,
      // and of the others those that are named like a group.
      isGroup($0["name"]) || $0["source"].contains("Factbook") && isName($0["name"])
    }
    for (name, rows) in Dictionary(grouping: rows, by: { $0["name"] }).sorted(by: {
      $0.key < $1.key
    }) {
      guard !name.contains(","), !name.contains("/"), name.count <= 70 else { continue }
      let plain = name.split(separator: "(").first.map { $0.trimmingCharacters(in: .whitespaces) }
      let countries = Set(rows.map { $0["iso3"] }.filter { $0.count == 3 })
      let country = countries.count == 1 ? countries.first ?? "" : ""
      let source = Set(rows.map { String($0["source"].prefix(while: { $0 != "," && $0 != "(" })) })
      all.append(
        Organization(
          name: plain ?? name,
          aliases: rows.map { $0["alias"] }
            .filter { isName($0) && !$0.contains(",") && !$0.contains("/") },
          kind: "group", country: country, code: country.isEmpty ? "REB" : country + "REB",
          source: listCell(source.map { $0.trimmingCharacters(in: .whitespaces) }.sorted())))
    }
  }

  /// "Party or ACRONYM [Leader]" in the Factbook's field of parties.
  private mutating func readParties() throws {
    let index = try sources.countries.get()
    for row in try sources.table("factbook/government.tsv") {
      guard let country = index.code(named: row["country"]) else { continue }
      for entry in row["parties"].replacing("<br>", with: "\n").split(whereSeparator: \.isNewline) {
        var text =
          entry.split(whereSeparator: { $0 == "[" || $0 == ";" }).first.map(String.init)
          ?? ""
        text = text.split(separator: "(").first.map(String.init) ?? text
        let names = text.components(separatedBy: " or ")
          .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " ,.*")) }
        guard let name = names.first, isName(name), name.count <= 60,
          name.split(separator: " ").count >= 2, !name.contains(":"), !name.contains("note"),
          names.count > 1 || name.lowercased().contains("party")
        else { continue }
        all.append(
          Organization(
            name: name, aliases: names.dropFirst().filter { $0.count >= 2 && $0.count <= 60 },
            kind: "party", country: country, code: country + "PTY", source: "World Factbook"))
      }
    }
  }

  /// Whether the text is a name and neither a person nor a common word.
  private func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard text.count >= 2, isLatin(text), text.contains(where: \.isUppercase),
      !text.contains("/"), !text.contains("designated"), !text.hasPrefix("Opponents"),
      !text.hasPrefix("Supporters"), !people.contains(key(text)), words.count <= 12
    else { return false }
    return words.count > 1 || !sources.isCommonWord(text) || text == text.uppercased()
  }

  private func isGroup(_ name: String) -> Bool {
    let signs = [
      "front", "army", "movement", "brigade", "force", "party", "militia", "cartel", "group",
      "liberation", "jihad", "islam", "ansar", "jaysh", "jaish", "liwa", "harakat", "council",
      "organization", "state", "al-q", "taliban", "hezb", "hizb", "union", "guard", "defense",
      "defence", "resistance", "revolution", "command", "coalition", "alliance", "people",
      "lashkar", "jama", "janjaweed", "shabaab", "haram", "tigers", "corps", "battalion",
    ]
    let lower = name.lowercased()
    return isName(name) && signs.contains { lower.contains($0) }
      && !lower.hasPrefix("government of") && !lower.hasPrefix("military of")
      && !lower.hasPrefix("police of")
  }
}
