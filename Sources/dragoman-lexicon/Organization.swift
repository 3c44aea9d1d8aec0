// An organization of the lexicon, gathered from several sources.

import Foundation

/// A body, medium, company, group, party or seat of government.
struct Organization {
  var name: String
  var aliases: [String]
  var kind: String
  var country: String
  var code: String
  var source: String
  /// Whether the row needs the share-alike licence of its source.
  var isShareAlike = false
  /// A key given by hand.
  var key = ""

  /// Kinds whose keys have a word of their own; the others are plain organizations.
  var keyPrefix: String {
    ["agency", "group", "government"].contains(kind) ? kind : "organization"
  }
}

/// Organizations united by name.
struct OrganizationIndex {
  private(set) var all: [Organization] = []
  private var byName: [String: Int] = [:]

  /// Adds an organization, or its aliases to the one that has the name already.
  mutating func add(_ organization: Organization) {
    let names = ([organization.name] + organization.aliases).filter { $0.count >= 5 }
    let known =
      byName[folded(organization.name)]
      ?? names.compactMap { byName[folded($0)] }.first {
        all[$0].country == organization.country && all[$0].kind == organization.kind
      }
    // Share-alike facts do not flow into permissive rows.
    if let known, !organization.isShareAlike || all[known].isShareAlike {
      all[known].aliases += [organization.name] + organization.aliases
      if all[known].country.isEmpty { all[known].country = organization.country }
      if all[known].code.isEmpty { all[known].code = organization.code }
      if !all[known].source.contains(organization.source) {
        all[known].source += "|" + organization.source
      }
    } else if let known {
      // The body is known already: only the names that it lacks, under a key of their own file.
      let has = Set(([all[known].name] + all[known].aliases).map(folded))
      var extra = organization
      extra.key = all[known].key
      extra.aliases = organization.aliases.filter { !has.contains(folded($0)) }
      extra.name = all[known].name
      if !extra.aliases.isEmpty { all.append(extra) }
      return
    } else {
      all.append(organization)
      byName[folded(organization.name)] = all.count - 1
    }
    let index = known ?? all.count - 1
    for name in names where byName[folded(name)] == nil { byName[folded(name)] = index }
  }

  /// Gives every organization its key.
  mutating func assignKeys() {
    var used: [String: Int] = [:]
    for index in all.indices {
      var key = all[index].key
      if key.isEmpty { key = all[index].keyPrefix + "/" + slug(all[index].name) }
      if let other = used[key] {
        if all[other].isShareAlike != all[index].isShareAlike,
          folded(all[other].name) == folded(all[index].name)
        {
          // One body in both files keeps one key.
        } else if !all[index].country.isEmpty {
          key += "-" + all[index].country.lowercased()
        }
      }
      var unique = key
      var number = 2
      while let other = used[unique], all[other].isShareAlike == all[index].isShareAlike {
        unique = "\(key)-\(number)"
        number += 1
      }
      if used[unique] == nil { used[unique] = index }
      all[index].key = unique
    }
  }

  private func folded(_ name: String) -> String {
    let words = key(name)
    return words.hasPrefix("the ") ? String(words.dropFirst(4)) : words
  }
}
