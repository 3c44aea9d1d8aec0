// Rows of the knowledge tables, read from the mapped sections.

import Model

/// A place of the gazetteer.
struct PlaceRow {
  let lexicon: Lexicon
  let row: Int

  private func word(_ index: Int) -> UInt32 {
    lexicon.word(.places, row * LexiconFormat.placeWords + index)
  }

  /// 0 when the place is not in GeoNames.
  var geonameid: Int { Int(word(0)) }
  var latitude: Int32 { Int32(bitPattern: word(1)) }
  var longitude: Int32 { Int32(bitPattern: word(2)) }
  /// Row of the country; 0xffff for none.
  var country: Int { Int(word(3)) }
  var admin1: String { lexicon.string(word(4)) }
  var population: Int { Int(word(5)) }
  var name: String { lexicon.string(word(6)) }
  var feature: String { lexicon.string(word(7)) }
  /// Equal for equal admin1 names.
  var admin1Id: UInt32 { word(4) }
  /// Equal for equal feature codes.
  var featureId: UInt32 { word(7) }
}

/// A country.
struct CountryRow {
  let lexicon: Lexicon
  let row: Int

  private func word(_ index: Int) -> UInt32 {
    lexicon.word(.countries, row * LexiconFormat.countryWords + index)
  }

  var iso3: String { lexicon.string(word(0)) }
  var iso2: String { lexicon.string(word(1)) }
  var name: String { lexicon.string(word(2)) }
  var adjective: String { lexicon.string(word(3)) }
  var latitude: Int32 { Int32(bitPattern: word(4)) }
  var longitude: Int32 { Int32(bitPattern: word(5)) }
  var geonameid: Int { Int(word(6)) }
  var population: Int { Int(word(7)) }
  var capital: String { lexicon.string(word(8)) }
  var cameo: String { lexicon.string(word(9)) }
}

/// An actor of the tables: a person, a body, a group.
struct ActorRow {
  let lexicon: Lexicon
  let row: Int

  private func word(_ index: Int) -> UInt32 {
    lexicon.word(.actors, row * LexiconFormat.actorWords + index)
  }

  var key: String { lexicon.string(word(0)) }
  var name: String { lexicon.string(word(1)) }
  var kind: Actor.Kind { Actor.Kind.allCases[Int(word(2) & 0xff)] }
  /// 0 unknown, 1 male, 2 female.
  var gender: Int { Int(word(2) >> 8 & 0xff) }
  /// Row of the country; 0xffff for none.
  var country: Int { Int(word(3)) }
  var code: String { lexicon.string(word(4)) }
  var roles: [RoleRow] {
    (Int(word(5))..<Int(word(6))).map { RoleRow(lexicon: lexicon, row: $0) }
  }
}

/// One term of an actor's office.
struct RoleRow {
  let lexicon: Lexicon
  let row: Int

  private func word(_ index: Int) -> UInt32 {
    lexicon.word(.roles, row * LexiconFormat.roleWords + index)
  }

  var role: String { lexicon.string(word(0)) }
  /// Row of the country; 0xffff when the office is an organization's.
  var country: Int { Int(word(1)) }
  /// First day, `Int32.min` when unknown.
  var from: Int32 { Int32(bitPattern: word(2)) }
  /// Last day, `Int32.max` when open.
  var to: Int32 { Int32(bitPattern: word(3)) }
  var organization: String { lexicon.string(word(4)) }

  /// Whether the term covers a day; without a day, whether it is open.
  func holds(on day: Day?) -> Bool {
    guard let day else { return to == Int32.max }
    return from <= day.number && day.number <= to
  }
}

/// A title before a person's name.
struct TitleRow {
  let lexicon: Lexicon
  let row: Int

  private func word(_ index: Int) -> UInt32 {
    lexicon.word(.titles, row * LexiconFormat.titleWords + index)
  }

  /// The role in lower case: president; empty for Mr.
  var role: String { lexicon.string(word(0)) }
  var kind: String { lexicon.string(word(1)) }
  /// 0 unknown, 1 male, 2 female.
  var gender: Int { Int(word(2)) }
}

/// A word of a closed class, such as a month or a number word.
struct VocabularyRow {
  let lexicon: Lexicon
  let row: Int

  private func word(_ index: Int) -> UInt32 {
    lexicon.word(.vocabulary, row * LexiconFormat.vocabularyWords + index)
  }

  var className: String { lexicon.string(word(0)) }
  var value: String { lexicon.string(word(1)) }
  var number: Int { Int(word(2)) }
  /// Equal for equal classes.
  var classId: UInt32 { word(0) }
}

extension Lexicon {
  func place(_ row: Int) -> PlaceRow {
    let (lexicon, row) = locate(row)
    return PlaceRow(lexicon: lexicon, row: row)
  }

  func country(_ row: Int) -> CountryRow {
    let (lexicon, row) = locate(row)
    return CountryRow(lexicon: lexicon, row: row)
  }

  func actor(_ row: Int) -> ActorRow {
    let (lexicon, row) = locate(row)
    return ActorRow(lexicon: lexicon, row: row)
  }

  func title(_ row: Int) -> TitleRow {
    let (lexicon, row) = locate(row)
    return TitleRow(lexicon: lexicon, row: row)
  }

  func vocabulary(_ row: Int) -> VocabularyRow {
    let (lexicon, row) = locate(row)
    return VocabularyRow(lexicon: lexicon, row: row)
  }

  /// Number of countries.
  var countryCount: Int { count(.countries, width: LexiconFormat.countryWords) }
}
