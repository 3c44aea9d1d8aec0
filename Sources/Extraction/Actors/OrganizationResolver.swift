// Organizations, governments and groups: names, acronyms, and bodies named by their country.

import Model

/// Resolves everything that acts and is no person.
struct OrganizationResolver {
  /// Resolves the tagger's organizations and the lexicon's bodies, and adds their mentions.
  static func resolve(_ analysis: inout Analysis, _ table: inout ActorTable) {
    var acronyms: [UInt64: Int32] = [:]
    for name in analysis.names where name.kind == .organization {
      let tokens = trimmed(name.tokens, analysis)
      guard !tokens.isEmpty else { continue }
      let actor = organization(tokens, acronyms, analysis, &table)
      table.addAlias(tokens, of: actor, analysis)
      learnAcronym(after: tokens, actor, analysis, &acronyms)
      analysis.mentions.append(MentionDraft(tokens: tokens, kind: .organization, actor: actor))
    }
    addBodies(&analysis, &table)
  }

  private static func trimmed(
    _ range: Range<Int32>, _ analysis: borrowing Analysis
  ) -> Range<Int32> {
    var tokens = range
    while tokens.count > 1 {
      let kind = analysis.article.tokens[Int(tokens.upperBound) - 1].kind
      guard kind == .possessive || kind == .hyphen || kind == .symbol else { break }
      tokens = tokens.lowerBound..<tokens.upperBound - 1
    }
    return tokens
  }

  private static let the = Folding.hash(of: "the".utf8)

  private static func organization(
    _ tokens: Range<Int32>, _ acronyms: [UInt64: Int32], _ analysis: borrowing Analysis,
    _ table: inout ActorTable
  ) -> Int32 {
    for range in [tokens, tokens.lowerBound + 1..<tokens.upperBound] {
      guard !range.isEmpty else { break }
      if range.count < tokens.count, analysis.hash(Int(tokens.lowerBound)) != the { break }
      if let row = best(analysis.rows(of: range, .actor), analysis, table) {
        return table.actor(row: row, analysis)
      }
    }
    if tokens.count == 1, let known = acronyms[analysis.hash(Int(tokens.lowerBound))] {
      return known
    }
    let actor = table.actor(named: tokens, kind: .organization, analysis)
    // Syrian Center for Policy Research: the first word names the country.
    if table[actor].country == 0xffff {
      let first = tokens.lowerBound..<tokens.lowerBound + 1
      let row =
        analysis.rows(of: first, .demonym).first ?? analysis.rows(of: first, .country).first
      if let row { table[actor].country = row }
    }
    return actor
  }

  /// Of several bodies of one name or acronym: one that the article has named already, else one of
  /// a country that it speaks of, else an international one, else the first of the tables.
  private static func best(
    _ rows: SenseRows, _ analysis: borrowing Analysis, _ table: borrowing ActorTable
  ) -> Int? {
    var best: (row: Int, score: Int)?
    for row in rows {
      let actor = analysis.lexicon.actor(row)
      guard actor.kind != .person else { continue }
      let country = actor.country
      var score = 0
      if table.contains(row: row) { score += 8 }
      if country == 0xffff {
        score += 2
      } else if analysis.venues.contains(where: { $0.country == country }) {
        score += 4
      }
      if score > best?.score ?? -1 { best = (row, score) }
    }
    return best?.row
  }

  /// "Syrian Center for Policy Research (SCPR)": the acronym in parentheses is the same actor.
  private static func learnAcronym(
    after tokens: Range<Int32>, _ actor: Int32, _ analysis: borrowing Analysis,
    _ acronyms: inout [UInt64: Int32]
  ) {
    let all = analysis.article.tokens
    let open = Int(tokens.upperBound)
    guard open + 2 < all.count, all[open].kind == .openParenthesis,
      all[open + 1].flags.contains(.allCapitals), all[open + 2].kind == .closeParenthesis
    else { return }
    acronyms[all[open + 1].hash] = actor
  }

  // MARK: Bodies

  /// Phrases of the lexicon that the tagger does not name: the Syrian government, Kremlin.
  private static func addBodies(_ analysis: inout Analysis, _ table: inout ActorTable) {
    var next = 0
    var index = 0
    let count = analysis.article.tokens.count
    while true {
      index = analysis.marks.next(TokenMarks.known, from: index, to: count)
      guard index < count else { break }
      let entry = analysis.entries[index]
      guard entry.phrase >= 0, entry.phraseSummary.has(.actor) else {
        index += 1
        continue
      }
      // Not inside a name, nor over one.
      while next < analysis.names.count,
        analysis.names[next].kind == .nationality
          || Int(analysis.names[next].tokens.upperBound) <= index
      {
        next += 1
      }
      let isCovered =
        next < analysis.names.count && analysis.names[next].tokens.lowerBound < entry.end
      guard !isCovered, isDistinct(entry, index, analysis) else {
        index += 1
        continue
      }
      guard let row = best(analysis.rows(at: index, .actor), analysis, table) else {
        index += 1
        continue
      }
      let tokens = Int32(index)..<entry.end
      let actor = table.actor(row: row, analysis)
      table.addAlias(tokens, of: actor, analysis)
      let isNominal = !analysis.article.tokens[Int(entry.end) - 1].isCapitalized
      analysis.mentions.append(
        MentionDraft(
          tokens: tokens, kind: isNominal ? .collective : .organization, actor: actor))
      index = Int(entry.end)
    }
  }

  /// One capitalized word may be any word; bodies of several words, acronyms, and words that are
  /// always capitalized stand for themselves.
  private static func isDistinct(
    _ entry: TokenEntry, _ index: Int, _ analysis: borrowing Analysis
  ) -> Bool {
    if Int(entry.end) - index > 1 { return true }
    let token = analysis.article.tokens[index]
    if token.flags.contains(.allCapitals) && !analysis.article.isAllCapitals {
      return token.end - token.start > 1
    }
    return false
  }
}
