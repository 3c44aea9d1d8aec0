// An actor before it becomes part of the record: numbers and places in the text, no strings.

import Model

/// An actor and what resolution needs to know of it.
struct ActorDraft {
  let kind: Actor.Kind
  /// Row of the actor table, or -1.
  var row = -1
  /// 0 unknown, 1 male, 2 female.
  var gender = 0
  /// Row of the country table, or 0xffff.
  var country = 0xffff
  /// Row of the country whose government the actor's office belongs to, or 0xffff.
  var officeCountry = 0xffff
  /// Which side of a country's politics it is.
  var side = Side.none
  /// The office on the article's day.
  var role: PoolString?
  /// The name of an actor that no table has.
  var named: Range<Int32> = 0..<0

  enum Side: UInt8 {
    case none, government, opposition
  }

  /// The actor as the record gives it, without its aliases.
  func actor(_ analysis: borrowing Analysis) -> Actor {
    let lexicon = analysis.lexicon
    var (key, name, code) = ("", "", String?.none)
    if row >= 0 {
      let source = lexicon.actor(row)
      key = source.key.string
      name = source.name.string
      if !source.code.isEmpty { code = source.code.string }
    } else {
      name = analysis.flatText(named)
      key = kind == .person ? ActorDraft.unknownPerson(name) : "organization/~\(slug(name))"
    }
    var actor = Actor(key: key, name: name, kind: kind)
    actor.code = code
    actor.role = role?.string
    if country != 0xffff { actor.country = lexicon.country(country).iso3.string }
    if officeCountry != 0xffff {
      let cameo = lexicon.country(officeCountry).cameo
      if !cameo.isEmpty { actor.code = cameo.string + "GOV" }
    }
    return actor
  }

  /// `person/~family-given`: stable, from the name alone.
  static func unknownPerson(_ name: String) -> String {
    let words = slug(name)
    guard let cut = words.utf8.lastIndex(of: UInt8(ascii: "-")) else { return "person/~\(words)" }
    return "person/~\(words[words.utf8.index(after: cut)...])-\(words[..<cut])"
  }
}

/// Tokens that name an actor in another form than those before.
struct ActorAlias {
  /// Index into ``Analysis/actors``.
  var actor: Int32
  var tokens: Range<Int32>
}
