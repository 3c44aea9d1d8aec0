// The actors of one article: one draft for each, found again by row, key or name.

import Model

/// Collects an article's actors so that each is there once; serves article after article.
struct ActorTable {
  private(set) var drafts: [ActorDraft] = []
  /// Actors of the tables by row.
  private var byRow = HashIndex()
  /// Actors that no table has, by the folded words of the name and the kind.
  private var byName = HashIndex()
  /// Forms of names that were noted already.
  private var forms = HashIndex()
  /// Persons by each word of their names, for those who are named by one word later.
  private var byWord = HashIndex()

  /// Takes the actors out and begins anew.
  mutating func finish() -> [ActorDraft] {
    byRow.reset()
    byName.reset()
    forms.reset()
    byWord.reset()
    var out: [ActorDraft] = []
    swap(&out, &drafts)
    return out
  }

  /// The actor of a table row, made at the first call.
  mutating func actor(row: Int, _ analysis: borrowing Analysis) -> Int32 {
    let known = byRow.value(UInt64(row))
    if known >= 0 { return known }
    let source = analysis.lexicon.actor(row)
    var draft = ActorDraft(actor: Actor(key: source.key, name: source.name, kind: source.kind))
    draft.row = row
    draft.gender = source.gender
    draft.country = source.country
    draft.side = analysis.lexicon.side(ofActor: row)
    if source.country != 0xffff {
      draft.actor.country = analysis.lexicon.country(source.country).iso3
    }
    let code = source.code
    if !code.isEmpty { draft.actor.code = code }
    if source.kind == .person { setRole(&draft, source, analysis) }
    let index = add(draft)
    byRow.set(UInt64(row), index)
    return index
  }

  /// The actor of a name that no table has, made at the first call.
  mutating func actor(
    named tokens: Range<Int32>, kind: Actor.Kind, _ analysis: borrowing Analysis
  ) -> Int32 {
    let hash = analysis.nameHash(tokens) &+ (kind == .person ? 1 : 0)
    let known = byName.value(hash)
    if known >= 0 { return known }
    let name = analysis.flatText(tokens)
    let key =
      kind == .person ? ActorTable.unknownPerson(name) : "organization/~\(slug(name))"
    let index = add(ActorDraft(actor: Actor(key: key, name: name, kind: kind)))
    byName.set(hash, index)
    return index
  }

  /// Whether a table row is among the article's actors.
  func contains(row: Int) -> Bool { byRow.value(UInt64(row)) >= 0 }

  /// The person who bears a word as a name in this article; -1 when nobody does.
  func bearer(of word: UInt64) -> Int32 { byWord.value(word) }

  /// Notes that a person bears a word as a name; the first bearer stays unless told otherwise.
  mutating func note(_ word: UInt64, isBorneBy actor: Int32, replacing: Bool = false) {
    if replacing || byWord.value(word) < 0 { byWord.set(word, actor) }
  }

  /// `person/~family-given`: stable, from the name alone.
  static func unknownPerson(_ name: String) -> String {
    let words = slug(name)
    guard let cut = words.utf8.lastIndex(of: UInt8(ascii: "-")) else { return "person/~\(words)" }
    return "person/~\(words[words.utf8.index(after: cut)...])-\(words[..<cut])"
  }

  private mutating func add(_ draft: ActorDraft) -> Int32 {
    if drafts.isEmpty { drafts.reserveCapacity(48) }
    drafts.append(draft)
    return Int32(drafts.count - 1)
  }

  subscript(index: Int32) -> ActorDraft {
    _read { yield drafts[Int(index)] }
    _modify { yield &drafts[Int(index)] }
  }

  /// Notes another form of the name; a form seen before costs no string.
  mutating func addAlias(
    _ tokens: Range<Int32>, of index: Int32, _ analysis: borrowing Analysis
  ) {
    let form = analysis.formHash(tokens) ^ UInt64(truncatingIfNeeded: index) << 48
    guard forms.value(form) < 0 else { return }
    forms.set(form, index)
    let alias = analysis.flatText(tokens)
    guard alias != drafts[Int(index)].actor.name,
      !drafts[Int(index)].actor.aliases.contains(alias),
      drafts[Int(index)].actor.aliases.count < 12
    else { return }
    drafts[Int(index)].actor.aliases.append(alias)
  }

  /// The office on the article's day; the highest of several that overlap.
  private func setRole(
    _ draft: inout ActorDraft, _ source: ActorRow, _ analysis: borrowing Analysis
  ) {
    var best = Int.max
    for role in source.roles where role.holds(on: analysis.article.published) {
      let name = role.role
      let rank = ActorTable.rank(of: name)
      guard rank < best else { continue }
      best = rank
      draft.actor.role = name
      if role.country != 0xffff {
        draft.country = role.country
        let country = analysis.lexicon.country(role.country)
        draft.actor.country = country.iso3
        if !country.cameo.isEmpty { draft.actor.code = country.cameo + "GOV" }
      }
    }
  }

  /// Heads of state before heads of government before ministers before the rest.
  static func rank(of role: String) -> Int {
    switch role {
    case "president", "king", "queen", "emperor", "sultan", "emir", "supreme leader": 0
    case "prime minister", "chancellor", "premier", "secretary-general": 1
    case "foreign minister", "secretary of state": 2
    case "defence minister", "defense minister": 3
    default: role.hasSuffix("minister") ? 4 : 5
    }
  }
}
