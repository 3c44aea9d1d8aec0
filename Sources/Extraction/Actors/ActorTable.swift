// The actors of one article: one draft for each, found again by row, key or name.

import Model

/// Collects an article's actors so that each is there once; serves article after article.
struct ActorTable {
  private(set) var drafts: [ActorDraft] = []
  private(set) var aliases: [ActorAlias] = []
  /// Actors of the tables by row.
  private let byRow = HashIndex()
  /// Actors that no table has, by the folded words of the name and the kind.
  private let byName = HashIndex()
  /// Forms of names that were noted already.
  private let forms = HashIndex()
  /// Persons by each word of their names, for those who are named by one word later.
  private let byWord = HashIndex()

  /// Hands the actors and their aliases over and begins anew.
  mutating func finish(into analysis: inout Analysis) {
    byRow.reset()
    byName.reset()
    forms.reset()
    byWord.reset()
    analysis.actors = drafts
    analysis.aliases = aliases
    drafts = []
    aliases = []
  }

  /// The actor of a table row, made at the first call.
  mutating func actor(row: Int, _ analysis: borrowing Analysis) -> Int32 {
    let known = byRow.value(UInt64(row))
    if known >= 0 { return known }
    let source = analysis.lexicon.actor(row)
    var draft = ActorDraft(kind: source.kind)
    draft.row = row
    draft.gender = source.gender
    draft.country = source.country
    draft.side = analysis.lexicon.side(ofActor: row)
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
    let index = add(ActorDraft(kind: kind, named: tokens))
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

  private mutating func add(_ draft: ActorDraft) -> Int32 {
    if drafts.isEmpty { drafts.reserveCapacity(48) }
    drafts.append(draft)
    return Int32(drafts.count - 1)
  }

  subscript(index: Int32) -> ActorDraft {
    _read { yield drafts[Int(index)] }
    _modify { yield &drafts[Int(index)] }
  }

  /// Notes another form of the name; a form seen before is not noted again.
  mutating func addAlias(
    _ tokens: Range<Int32>, of index: Int32, _ analysis: borrowing Analysis
  ) {
    let form = analysis.formHash(tokens) ^ UInt64(truncatingIfNeeded: index) << 48
    guard forms.value(form) < 0 else { return }
    forms.set(form, index)
    aliases.append(ActorAlias(actor: index, tokens: tokens))
  }

  /// The office on the article's day; the highest of several that overlap.
  private func setRole(
    _ draft: inout ActorDraft, _ source: ActorRow, _ analysis: borrowing Analysis
  ) {
    var best = Int.max
    for role in source.roles where role.holds(on: analysis.article.published) {
      let rank = ActorTable.rank(of: role.role)
      guard rank < best else { continue }
      best = rank
      draft.role = role.role
      if role.country != 0xffff {
        draft.country = role.country
        if !analysis.lexicon.country(role.country).cameo.isEmpty {
          draft.officeCountry = role.country
        }
      }
    }
  }

  /// Heads of state before heads of government before ministers before the rest.
  static func rank(of role: PoolString) -> Int {
    for (rank, names) in ranks.enumerated() where names.contains(where: { role == $0 }) {
      return rank
    }
    return role.hasSuffix("minister") ? ranks.count : ranks.count + 1
  }

  private static let ranks: [[StaticString]] = [
    ["president", "king", "queen", "emperor", "sultan", "emir", "supreme leader"],
    ["prime minister", "chancellor", "premier", "secretary-general"],
    ["foreign minister", "secretary of state"],
    ["defence minister", "defense minister"],
  ]
}
