// Unites what the sources say about one person under one name.

import Foundation

/// Finds mentions of the same person and makes one person of each group.
struct PersonMerger {
  private let sources: Sources
  private var groups: MentionGroups

  init(_ sources: Sources) throws {
    self.sources = sources
    groups = MentionGroups(try PersonSources(sources).mentions)
  }

  /// Everybody, with unique keys.
  func people() throws -> [Person] {
    var groups = groups
    groups.uniteByIdentifier()
    groups.uniteByName()
    groups.uniteByFirstAndLast()
    groups.uniteByOffice()
    let names = try sources.names.get()
    // A single word is a rest of a garbled name, save for monarchs and curated people.
    var people = groups.all.map { Self.person($0, names) }.filter { person in
      person.name.contains(" ") || person.source.contains("curated")
        || !Set(person.terms.map(\.role)).isDisjoint(with: MentionGroups.royal)
    }
    closeOpenTerms(&people)
    // The better documented person gets the plain key.
    people.sort {
      ($1.terms.count, $0.wikidata, $0.name, $0.country)
        < ($0.terms.count, $1.wikidata, $1.name, $1.country)
    }
    var used: Set<String> = []
    for index in people.indices {
      let base = "person/" + slug(people[index].name)
      var key = base
      if used.contains(key) { key = base + "-" + people[index].country.lowercased() }
      if used.contains(key) { key = base + "-" + people[index].wikidata.lowercased() }
      var number = 2
      while used.contains(key) {
        key = "\(base)-\(number)"
        number += 1
      }
      used.insert(key)
      people[index].key = key
    }
    return people
  }

  private static func person(_ mentions: [Mention], _ names: NameLists) -> Person {
    let order = mentions.sorted { ($0.trust, $0.name) < ($1.trust, $1.name) }
    let best = order[0]
    let full = best.curated == nil ? PersonName.withoutMacrons(best.name) : best.name
    let name = best.curated == nil ? PersonName.short(full) : full
    var aliases = order.flatMap { [$0.name] + $0.aliases }
    aliases += aliases.map(PersonName.short) + [full]
    aliases = (aliases + aliases.map(asciiForm) + [asciiForm(name)]).filter {
      $0 != name && isLatin($0) && !$0.contains("President")
        && ($0.contains(" ") || best.curated != nil)
    }
    let terms = consolidated(order.flatMap(\.terms))
    let votes = Dictionary(grouping: order.filter { $0.country.count == 3 }, by: \.country)
    let country =
      best.curated != nil
      ? best.country
      : votes.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key ?? ""
    let gender = order.map(\.gender).first { !$0.isEmpty } ?? gender(name, terms, names)
    let code = order.map(\.code).first { !$0.isEmpty } ?? (country.isEmpty ? "" : country + "GOV")
    return Person(
      name: name, aliases: aliases, country: country, gender: gender, code: code,
      wikidata: order.map(\.wikidata).first { !$0.isEmpty } ?? "",
      source: listCell(order.map(\.source)), terms: terms)
  }

  private static func gender(_ name: String, _ terms: [Term], _ names: NameLists) -> String {
    let roles = Set(terms.map(\.role))
    if !roles.isDisjoint(with: ["queen", "first lady", "crown princess"]) { return "f" }
    if !roles.isDisjoint(with: ["king", "emir", "sultan", "pope", "crown prince"]) { return "m" }
    return names.gender(name)
  }

  /// Ends terms that are open in a source of 2022 when somebody else has the office since.
  private func closeOpenTerms(_ people: inout [Person]) {
    let single: Set<String> = [
      "president", "prime minister", "foreign minister", "defence minister", "interior minister",
      "finance minister", "chancellor", "secretary of state", "health minister",
    ]
    var holders: [String: [(person: Int, term: Int)]] = [:]
    for person in people.indices {
      for (index, term) in people[person].terms.enumerated() where single.contains(term.role) {
        holders[term.role + term.holder, default: []].append((person, index))
      }
    }
    for list in holders.values {
      for entry in list {
        let term = people[entry.person].terms[entry.term]
        guard term.to.isEmpty, !term.goesOn, term.trust > 0, term.source == "Wikidata" else {
          continue
        }
        let later = list.filter { $0.person != entry.person }
          .map { people[$0.person].terms[$0.term] }
          .filter { $0.trust < 4 && $0.from.count == 10 }
          .filter { Term.days($0.start) > Term.days(term.start) + 30 }
        if let next = later.map(\.from).min() { people[entry.person].terms[entry.term].to = next }
      }
    }
  }
}
