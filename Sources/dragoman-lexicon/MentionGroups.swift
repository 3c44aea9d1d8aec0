// Decides which mentions in the sources mean the same person.

import Foundation

/// Disjoint groups of mentions, united step by step from sure signs to weaker ones.
struct MentionGroups {
  private let mentions: [Mention]
  private var parent: [Int]
  private var identifiers: [Set<String>]
  private let words: [[String]]

  /// States that followed others, so that one person can have served both.
  private static let successors = [
    "SUN": "RUS", "YUG": "SRB", "SCG": "SRB", "CSK": "CZE", "DDR": "DEU", "YMD": "YEM",
  ]

  /// Offices that one person holds at a time.
  private static let single: Set<String> = [
    "president", "prime minister", "foreign minister", "defence minister", "interior minister",
    "finance minister", "chancellor", "secretary of state", "king", "queen", "emir", "sultan",
    "supreme leader", "crown prince", "pope",
  ]

  /// Offices whose holders go by one name.
  static let royal: Set<String> = [
    "king", "queen", "emir", "sultan", "pope", "crown prince", "crown princess", "prince",
    "grand duke",
  ]

  init(_ mentions: [Mention]) {
    self.mentions = mentions
    parent = Array(mentions.indices)
    words = mentions.map(\.words)
    identifiers = mentions.map { mention in
      var ids: Set<String> = []
      if !mention.wikidata.isEmpty { ids.insert(mention.wikidata) }
      if let line = mention.curated { ids.insert("curated\(line)") }
      return ids
    }
  }

  /// The groups.
  var all: [[Mention]] {
    var copy = self
    return Dictionary(grouping: mentions.indices) { copy.root($0) }
      .sorted { $0.key < $1.key }.map { $0.value.map { mentions[$0] } }
  }

  /// The same Wikidata item.
  mutating func uniteByIdentifier() {
    unite(mentions.map { $0.wikidata.isEmpty ? [] : [$0.wikidata] })
  }

  /// The same name or alias in the same country; heads of organizations have no country.
  mutating func uniteByName() {
    let names = mentions.map { mention in
      Set(([mention.name] + mention.aliases).map { key($0) })
        .filter { $0.contains(" ") || mention.curated != nil || isRoyal(mention) }
    }
    unite(names.enumerated().map { index, names in names.map { country(mentions[index]) + $0 } })
    // Curated people and international officials may have served any country.
    uniteAcrossCountries(names)
  }

  /// The same first and last name with compatible middle names.
  mutating func uniteByFirstAndLast() {
    let names = mentions.map { mention in
      Set(
        ([mention.name] + mention.aliases).compactMap { name in
          let words = key(name).split(separator: " ")
          return words.count >= 2 ? "\(words[0]) \(words[words.count - 1])" : nil
        })
    }
    unite(names.enumerated().map { index, names in names.map { country(mentions[index]) + $0 } })
    uniteAcrossCountries(names)
  }

  /// The same office at the same time with a similar family name.
  mutating func uniteByOffice() {
    var holders: [String: [(mention: Int, term: Term)]] = [:]
    for index in mentions.indices {
      for term in mentions[index].terms {
        holders[term.role + "\t" + term.holder, default: []].append((index, term))
      }
    }
    for list in holders.sorted(by: { $0.key < $1.key }).map(\.value) {
      for (place, left) in list.enumerated() {
        for right in list.dropFirst(place + 1)
        where left.term.overlaps(right.term) && root(left.mention) != root(right.mention) {
          guard isSimilarFamily(left.mention, right.mention) else { continue }
          // Of an office with several holders the whole name must be alike.
          let isSingle = Self.single.contains(left.term.role)
          if !isSingle && !isSimilarEnd(left.mention, right.mention) { continue }
          let first = isSimilarName(words[left.mention][0], words[right.mention][0])
          let isLong = left.term.commonDays(right.term) > 60 || right.term.trust == 5
          if first || (isSingle && isLong && shares(left.mention, right.mention)) {
            join(left.mention, right.mention)
          }
        }
      }
    }
  }

  /// Whether the last words of both are alike.
  private func isSimilarEnd(_ left: Int, _ right: Int) -> Bool {
    guard let first = words[left].last, let second = words[right].last else { return false }
    return isSimilarName(first, second)
  }

  /// Monarchs and popes go by one name.
  private func isRoyal(_ mention: Mention) -> Bool {
    mention.terms.contains { Self.royal.contains($0.role) }
  }

  /// Whether the first name of one begins like some word of the other.
  private func shares(_ left: Int, _ right: Int) -> Bool {
    words[right].contains { $0.prefix(1) == words[left][0].prefix(1) }
      && words[left].contains { $0.prefix(1) == words[right][0].prefix(1) }
  }

  private func isSimilarFamily(_ left: Int, _ right: Int) -> Bool {
    func families(_ index: Int) -> [String] {
      let marked = key(mentions[index].family).split(separator: " ").map(String.init)
      return (marked.isEmpty ? [words[index].last ?? ""] : marked)
        .filter { $0.count >= 3 && !articles.contains($0) }
    }
    return families(left).contains { family in
      words[right].contains { $0.count >= 3 && isSimilarName($0, family) }
    }
      && families(right).contains { family in
        words[left].contains { $0.count >= 3 && isSimilarName($0, family) }
      }
  }

  private func country(_ mention: Mention) -> String {
    (Self.successors[mention.country] ?? mention.country) + " "
  }

  /// Unites mentions without a country, and curated ones, with a namesake if there is only one.
  private mutating func uniteAcrossCountries(_ names: [Set<String>]) {
    var byName: [String: [Int]] = [:]
    for (index, names) in names.enumerated() {
      for name in names { byName[name, default: []].append(index) }
    }
    for index in mentions.indices
    where mentions[index].country.isEmpty || mentions[index].curated != nil {
      for name in names[index].sorted() where name.contains(" ") {
        var roots: Set<Int> = []
        for other in byName[name] ?? [] { roots.insert(root(other)) }
        roots.remove(root(index))
        if roots.count == 1, let other = roots.first { join(index, other) }
      }
    }
  }

  /// Unites mentions that have a label in common.
  private mutating func unite(_ labels: [[String]]) {
    var first: [String: [Int]] = [:]
    for (index, labels) in labels.enumerated() {
      for label in labels.sorted() {
        var isJoined = false
        for other in first[label] ?? [] where join(other, index) {
          isJoined = true
          break
        }
        if !isJoined { first[label, default: []].append(index) }
      }
    }
  }

  private mutating func root(_ index: Int) -> Int {
    var index = index
    while parent[index] != index {
      parent[index] = parent[parent[index]]
      index = parent[index]
    }
    return index
  }

  /// Joins two groups unless sources say that they are different people.
  @discardableResult
  private mutating func join(_ left: Int, _ right: Int) -> Bool {
    let first = root(left)
    let second = root(right)
    if first == second { return true }
    let both = identifiers[first].union(identifiers[second])
    let items = both.filter { $0.hasPrefix("Q") }.count
    guard items <= 1, both.count - items <= 1, hasCompatibleMiddle(left, right) else {
      return false
    }
    let (low, high) = (min(first, second), max(first, second))
    parent[high] = low
    identifiers[low] = both
    return true
  }

  /// "George H. W. Bush" is not "George W. Bush", but "Barack Obama" is "Barack H. Obama".
  private func hasCompatibleMiddle(_ left: Int, _ right: Int) -> Bool {
    let first = words[left].dropFirst().dropLast()
    let second = words[right].dropFirst().dropLast()
    guard !first.isEmpty, !second.isEmpty, words[left].first == words[right].first,
      words[left].last == words[right].last
    else { return true }
    let (short, long) = first.count <= second.count ? (first, second) : (second, first)
    return short.allSatisfy { word in
      articles.contains(word)
        || long.contains { $0.prefix(1) == word.prefix(1) || isSimilarName($0, word) }
    }
  }
}
