// Makes organizations.tsv and, for share-alike names, organizations-cc-by-sa.tsv.

import Foundation

/// Bodies, media, companies, groups, parties and seats of government.
struct OrganizationsTable: Table {
  /// Which rows the file gets.
  enum Licence {
    /// Facts that anyone may use.
    case permissive
    /// Names that must be shared alike.
    case shareAlike
  }

  let licence: Licence
  var name: String { licence == .permissive ? "organizations" : "organizations-cc-by-sa" }
  let columns = ["key", "name", "aliases", "kind", "country", "code", "source"]

  func rows(from sources: Sources) throws -> [[String]] {
    var index = OrganizationIndex()
    for organization in try OrganizationSources(sources).all { index.add(organization) }
    index.assignKeys()
    return index.all.filter { $0.isShareAlike == (licence == .shareAlike) }.map { body in
      let aliases = (body.aliases + (body.aliases + [body.name]).map(asciiForm))
        .filter { $0 != body.name && $0.count >= 2 }
      return [
        body.key, body.name, listCell(aliases), body.kind, body.country, body.code, body.source,
      ]
    }
  }
}
