// Makes roles.tsv: who held which office when.

import Foundation

/// One row for each term of each person.
struct RolesTable: Table {
  let name = "roles"
  let columns = ["key", "role", "office", "country", "from", "to", "source"]

  func rows(from sources: Sources) throws -> [[String]] {
    try sources.people.get().flatMap { person in
      person.terms.map { term in
        [person.key, term.role, term.office, term.holder, term.from, term.to, term.source]
      }
    }
  }
}
