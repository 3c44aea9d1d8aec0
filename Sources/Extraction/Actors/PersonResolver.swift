// Persons: from names to actors, with full names before family names alone.

import Model

/// Resolves the names of persons in one article.
struct PersonResolver {
  /// Resolves all, and adds their mentions.
  static func resolve(_ analysis: inout Analysis, _ table: inout ActorTable) {
    // A family name may stand before the full one, in a headline: full names go first.
    var pending: [(tokens: Range<Int32>, title: TitlePhrase)] = []
    for name in analysis.names where name.kind == .person {
      let tokens = trimmed(name.tokens, analysis)
      guard !tokens.isEmpty else { continue }
      let title = TitlePhrase.before(tokens.lowerBound, analysis)
      if wordCount(tokens, analysis) < 2 {
        pending.append((tokens, title))
        continue
      }
      let actor = full(tokens, title, analysis, &table)
      note(tokens, title, actor, analysis, &table)
      remember(tokens, actor, analysis, &table)
      analysis.mentions.append(MentionDraft(tokens: tokens, kind: .person, actor: actor))
    }
    for (tokens, title) in pending {
      let actor = single(tokens, title, analysis, &table)
      note(tokens, title, actor, analysis, &table)
      table.note(analysis.hash(Int(tokens.upperBound) - 1), isBorneBy: actor, replacing: true)
      analysis.mentions.append(MentionDraft(tokens: tokens, kind: .person, actor: actor))
    }
  }

  /// The name without titles at its front and a possessive at its end.
  private static func trimmed(
    _ range: Range<Int32>, _ analysis: borrowing Analysis
  ) -> Range<Int32> {
    var tokens = range
    while tokens.count > 1 {
      let kind = analysis.article.tokens[Int(tokens.upperBound) - 1].kind
      guard kind == .possessive || kind == .hyphen || kind == .symbol else { break }
      tokens = tokens.lowerBound..<tokens.upperBound - 1
    }
    while tokens.count > 1 {
      let entry = analysis.entries[Int(tokens.lowerBound)]
      guard entry.summary.has(.title), entry.summary.name == 0 else { break }
      tokens = tokens.lowerBound + 1..<tokens.upperBound
    }
    return tokens
  }

  private static func wordCount(_ range: Range<Int32>, _ analysis: borrowing Analysis) -> Int {
    // al-Assad is one name, like Assad.
    var count = 0
    for index in range {
      let token = analysis.article.tokens[Int(index)]
      if token.kind == .word && !TagWindows.particles.contains(token.hash) { count += 1 }
    }
    return count
  }

  /// A full name: a row of the tables, or an actor of its own.
  private static func full(
    _ tokens: Range<Int32>, _ title: TitlePhrase, _ analysis: borrowing Analysis,
    _ table: inout ActorTable
  ) -> Int32 {
    if let row = best(analysis.rows(of: tokens, .actor), title, analysis) {
      return table.actor(row: row, analysis)
    }
    return table.actor(named: tokens, kind: .person, analysis)
  }

  /// Of several persons of one name the one whose office fits the title, the country and the day.
  private static func best(
    _ rows: SenseRows, _ title: TitlePhrase, _ analysis: borrowing Analysis
  ) -> Int? {
    var best: Int?
    // Nil while there is but one, which needs no measuring.
    var bestFit: Int?
    for row in rows where analysis.lexicon.actor(row).kind == .person {
      guard let leader = best else {
        best = row
        continue
      }
      let leaderFit = bestFit ?? fit(leader, title, analysis)
      let own = fit(row, title, analysis)
      bestFit = max(leaderFit, own)
      if own > leaderFit { best = row }
    }
    return best
  }

  private static func fit(
    _ row: Int, _ title: TitlePhrase, _ analysis: borrowing Analysis
  ) -> Int {
    let actor = analysis.lexicon.actor(row)
    var score = 0
    if title.country != 0xffff { score += actor.country == title.country ? 4 : -4 }
    for role in actor.roles where role.holds(on: analysis.article.published) {
      score = max(score, score + 2)
      if let wanted = title.role, role.role == wanted { score += 4 }
      score += 3 - min(3, ActorTable.rank(of: role.role))
      break
    }
    return score
  }

  /// A family name, or a given name, alone: who bears it in the article, else in the tables.
  private static func single(
    _ tokens: Range<Int32>, _ title: TitlePhrase, _ analysis: borrowing Analysis,
    _ table: inout ActorTable
  ) -> Int32 {
    let hash = analysis.hash(Int(tokens.upperBound) - 1)
    let known = table.bearer(of: hash)
    if known >= 0 { return known }
    // Only an office on the day, or the title, makes a family name alone a person of the tables.
    let last = tokens.upperBound - 1..<tokens.upperBound
    var candidates: [(row: Int, score: Int)] = []
    for row in analysis.rows(of: last, .family).prefix(64) {
      let actor = analysis.lexicon.actor(row)
      var score = 0
      for role in actor.roles where role.holds(on: analysis.article.published) {
        let name = role.role
        var own = 3 - min(3, ActorTable.rank(of: name))
        if let wanted = title.role { own += wanted == name ? 6 : -2 }
        if title.country != 0xffff { own += role.country == title.country ? 4 : -6 }
        if mentions(role.country, analysis) { own += 2 }
        score = max(score, own)
      }
      if score >= 4 { candidates.append((row, score)) }
    }
    candidates.sort { $0.score != $1.score ? $0.score > $1.score : $0.row < $1.row }
    if let top = candidates.first, candidates.count == 1 || candidates[1].score < top.score {
      return table.actor(row: top.row, analysis)
    }
    return table.actor(named: tokens, kind: .person, analysis)
  }

  private static func mentions(_ country: Int, _ analysis: borrowing Analysis) -> Bool {
    country != 0xffff && analysis.venues.contains { $0.country == country }
  }

  /// Takes over what the title says, and the form of the name.
  private static func note(
    _ tokens: Range<Int32>, _ title: TitlePhrase, _ actor: Int32,
    _ analysis: borrowing Analysis, _ table: inout ActorTable
  ) {
    if table[actor].gender == 0 { table[actor].gender = title.gender }
    if table[actor].gender == 0 {
      let name = analysis.entries[Int(tokens.lowerBound)].summary.name
      let isMale = name & NameBits.male != 0
      let isFemale = name & NameBits.female != 0
      if isMale != isFemale { table[actor].gender = isMale ? 1 : 2 }
    }
    if let role = title.role, table[actor].role == nil || table[actor].row < 0 {
      table[actor].role = role
    }
    if title.country != 0xffff, table[actor].country == 0xffff {
      table[actor].country = title.country
    }
    table.addAlias(tokens, of: actor, analysis)
  }

  /// Each word of a full name, but for initials and particles, leads back to its bearer.
  private static func remember(
    _ tokens: Range<Int32>, _ actor: Int32, _ analysis: borrowing Analysis,
    _ table: inout ActorTable
  ) {
    table.note(analysis.hash(Int(tokens.upperBound) - 1), isBorneBy: actor)
    for token in tokens.dropLast() {
      let hash = analysis.hash(Int(token))
      guard hash != 0, !TagWindows.particles.contains(hash),
        analysis.article.tokens[Int(token)].end - analysis.article.tokens[Int(token)].start > 2
      else { continue }
      table.note(hash, isBorneBy: actor)
    }
  }
}
