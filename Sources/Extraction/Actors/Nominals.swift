// Actors without their names: the regime, the armed opposition, the Turkish president, Moscow said.

import Model

/// Resolves nominals and metonyms once the names are known.
struct Nominals {
  private static let government: UInt8 = 1
  private static let opposition: UInt8 = 2
  /// Nouns for one side of a country's politics.
  private static let sides = WordMap([
    ("regime government authorities administration", government), ("opposition rebels", opposition),
  ])
  private static let determiners = WordSet("the our his her their its this that")
  private static let modifiers = WordSet("armed moderate political main fighters groups forces")
  private static let groupNouns = WordSet("groups group forces fighters factions officials")

  static func resolve(_ analysis: inout Analysis, _ table: inout ActorTable) {
    let focus = mainCountry(analysis)
    Metonyms.resolve(&analysis, &table)
    analysis.sortMentions()
    var added: [MentionDraft] = []
    var latest: (government: Int, opposition: Int) = (focus, focus)
    let tokens = analysis.article.tokens
    var index = -1
    var nextMention = 0
    while true {
      // Titles and the words of closed classes are all that can begin a nominal.
      index = analysis.marks.next(TokenMarks.nominal, from: index + 1, to: tokens.count)
      guard index < tokens.count else { break }
      while nextMention < analysis.mentions.count,
        Int(analysis.mentions[nextMention].tokens.lowerBound) < index
      {
        let mention = analysis.mentions[nextMention]
        if mention.actor >= 0,
          analysis.mentionOfToken[Int(mention.tokens.lowerBound)] == Int32(nextMention)
        {
          track(table[mention.actor], &latest)
        }
        nextMention += 1
      }
      guard analysis.mentionOfToken[index] < 0 else { continue }
      let summary = analysis.entries[index].summary
      let token = tokens[index]
      let side = sides[token.hash]
      if side == government, latest.government != 0xffff,
        isBare(index, analysis)
      {
        let actor = table.actor(
          row: analysis.lexicon.governmentRow(latest.government), analysis)
        added.append(nominal(index, actor, analysis))
        latest.opposition = latest.government
      } else if side == opposition, latest.opposition != 0xffff,
        isBare(index, analysis)
      {
        let actor = table.actor(
          row: analysis.lexicon.oppositionRow(latest.opposition), analysis)
        added.append(nominal(index, actor, analysis))
      } else if summary.has(.title) {
        if let mention = roleMention(index, analysis, table, added) { added.append(mention) }
      }
    }
    for mention in added {
      if mention.kind == .collective {
        table.addAlias(mention.tokens, of: mention.actor, analysis)
      }
    }
    analysis.mentions.append(contentsOf: added)
    analysis.sortMentions()
  }

  /// A body named in full sets the country of the bodies that follow without one.
  private static func track(
    _ draft: ActorDraft, _ latest: inout (government: Int, opposition: Int)
  ) {
    if draft.side != .none, draft.country != 0xffff { latest = (draft.country, draft.country) }
  }

  /// Not "government official", "opposition leader": there the word only describes.
  private static func isBare(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
    let tokens = analysis.article.tokens
    guard index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    if next.kind == .word, groupNouns.contains(next.hash) { return true }
    guard next.kind == .word else { return next.kind != .hyphen }
    return followers.contains(next.hash) || analysis.entries[index + 1].summary.has(.verb)
  }

  private static let followers = WordSet(
    """
    and or in of to has have had is was are were will would said says that which who for on with by
    agree agreed from could should may might must did does also at as but
    """)

  private static func nominal(
    _ index: Int, _ actor: Int32, _ analysis: borrowing Analysis
  ) -> MentionDraft {
    let tokens = analysis.article.tokens
    var start = index
    while start > 0, modifiers.contains(tokens[start - 1].hash) { start -= 1 }
    var end = index + 1
    while end < tokens.count, groupNouns.contains(tokens[end].hash) { end += 1 }
    return MentionDraft(tokens: Int32(start)..<Int32(end), kind: .collective, actor: actor)
  }

  /// The country that the article speaks of most; 0xffff unless one leads.
  private static func mainCountry(_ analysis: borrowing Analysis) -> Int {
    var counts: [(country: Int, mentions: Int)] = []
    for mention in analysis.mentions where mention.venue >= 0 {
      let country = analysis.venues[Int(mention.venue)].country
      guard country != 0xffff else { continue }
      if let known = counts.firstIndex(where: { $0.country == country }) {
        counts[known].mentions += 1
      } else {
        counts.append((country, 1))
      }
    }
    guard let most = counts.max(by: { $0.mentions < $1.mentions }) else { return 0xffff }
    return counts.count { $0.mentions == most.mentions } == 1 ? most.country : 0xffff
  }

  // MARK: Roles

  /// The Turkish president, our president: the article's person with that office.
  private static func roleMention(
    _ index: Int, _ analysis: borrowing Analysis, _ table: ActorTable, _ added: [MentionDraft]
  ) -> MentionDraft? {
    let tokens = analysis.article.tokens
    // The determiner first: it is the cheapest to look for, and mostly there is none.
    var start = index
    var country = 0xffff
    if start > 0 {
      let covering = analysis.mentionOfToken[start - 1]
      if covering >= 0, analysis.mentions[Int(covering)].kind == .nationality {
        let mention = analysis.mentions[Int(covering)]
        start = Int(mention.tokens.lowerBound)
        country = analysis.venues[Int(mention.venue)].country
      }
    }
    guard start > 0, determiners.contains(tokens[start - 1].hash) else { return nil }
    start -= 1
    // The longest title at this token: foreign minister rather than minister.
    var end = index + 1
    var row = -1
    for stop in stride(from: min(index + 4, tokens.count), to: index, by: -1) {
      if let found = analysis.rows(of: Int32(index)..<Int32(stop), .title).first {
        row = found
        end = stop
        break
      }
    }
    guard row >= 0 else { return nil }
    let role = analysis.lexicon.title(row).role
    guard !role.isEmpty else { return nil }
    // A name or another noun after the title: it is a title, or describes something else.
    if end < tokens.count, tokens[end].kind == .word,
      tokens[end].isCapitalized || tokens[end].flags.contains(.initial)
    {
      return nil
    }
    if let last = added.last, last.tokens.upperBound > Int32(start) { return nil }
    var isOur = false
    if country == 0xffff, tokens[start].hash == our {
      isOur = true
      country = speakerCountry(before: start, analysis, table)
      guard country != 0xffff else { return nil }
    }
    guard let actor = holder(of: role, country, before: start, analysis, table, isOur: isOur)
    else { return nil }
    return MentionDraft(tokens: Int32(start)..<Int32(end), kind: .role, actor: actor)
  }

  private static let our = Folding.hash(of: "our".utf8)

  /// Inside a quotation "our" is the speaker's: the subject of the sentence that carries it.
  private static func speakerCountry(
    before index: Int, _ analysis: borrowing Analysis, _ table: ActorTable
  ) -> Int {
    var sentence = Int(analysis.sentenceOfToken[index])
    for _ in 0..<3 where sentence >= 0 {
      for token in analysis.article.sentences[sentence] {
        guard !analysis.article.tokens[Int(token)].flags.contains(.quoted) else { continue }
        let covering = analysis.mentionOfToken[Int(token)]
        guard covering >= 0 else { continue }
        let mention = analysis.mentions[Int(covering)]
        guard mention.kind == .person, mention.actor >= 0 else { continue }
        return table[mention.actor].country
      }
      sentence -= 1
    }
    return 0xffff
  }

  /// The last person before the token who holds the office, in the country when one is given.
  private static func holder(
    of role: PoolString, _ country: Int, before index: Int, _ analysis: borrowing Analysis,
    _ table: ActorTable, isOur: Bool
  ) -> Int32? {
    for mention in analysis.mentions.reversed() {
      guard mention.tokens.lowerBound < Int32(index), mention.kind == .person,
        mention.actor >= 0
      else { continue }
      let draft = table[mention.actor]
      guard let held = draft.role, held == role, country == 0xffff || draft.country == country
      else {
        continue
      }
      return mention.actor
    }
    return nil
  }
}
