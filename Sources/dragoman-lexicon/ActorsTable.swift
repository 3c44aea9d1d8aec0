// Makes actors.tsv: people in the news with the spellings of their names.

import Foundation

/// Office holders of all sources and the curated people.
struct ActorsTable: Table {
  let name = "actors"
  let columns = [
    "key", "name", "aliases", "kind", "country", "gender", "code", "wikidata", "source",
  ]

  func rows(from sources: Sources) throws -> [[String]] {
    try sources.people.get().map { person in
      [
        person.key, person.name, listCell(person.aliases.filter { $0 != person.name }), "person",
        person.country, person.gender, person.code, person.wikidata, person.source,
      ]
    }
  }
}
