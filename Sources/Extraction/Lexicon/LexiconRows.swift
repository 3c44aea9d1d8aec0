// Rows of the knowledge tables, read in place from the mapped sections.

import Model

/// A row's words and the pool of its strings; holds no reference, as a lexicon outlives them all.
struct LexiconRow {
  fileprivate let words: UnsafePointer<UInt32>
  fileprivate let pool: UnsafeRawPointer

  @inline(__always)
  fileprivate init(_ lexicon: Lexicon, _ section: LexiconFormat.Section, _ row: Int, width: Int) {
    words = lexicon.start(section).assumingMemoryBound(to: UInt32.self) + row * width
    pool = lexicon.start(.strings)
  }

  @inline(__always)
  fileprivate subscript(index: Int) -> UInt32 { words[index] }

  @inline(__always)
  fileprivate func text(_ index: Int) -> PoolString { PoolString(pool + Int(words[index])) }
}

/// A place of the gazetteer.
struct PlaceRow {
  fileprivate let row: LexiconRow

  /// 0 when the place is not in GeoNames.
  var geonameid: Int { Int(row[0]) }
  var latitude: Int32 { Int32(bitPattern: row[1]) }
  var longitude: Int32 { Int32(bitPattern: row[2]) }
  /// Row of the country; 0xffff for none.
  var country: Int { Int(row[3]) }
  var admin1: PoolString { row.text(4) }
  var population: Int { Int(row[5]) }
  var name: PoolString { row.text(6) }
  var feature: PoolString { row.text(7) }
  /// Equal for equal admin1 names.
  var admin1Id: UInt32 { row[4] }
}

/// A country.
struct CountryRow {
  fileprivate let row: LexiconRow

  var iso3: PoolString { row.text(0) }
  var iso2: PoolString { row.text(1) }
  var name: PoolString { row.text(2) }
  var adjective: PoolString { row.text(3) }
  var latitude: Int32 { Int32(bitPattern: row[4]) }
  var longitude: Int32 { Int32(bitPattern: row[5]) }
  var geonameid: Int { Int(row[6]) }
  var population: Int { Int(row[7]) }
  var capital: PoolString { row.text(8) }
  var cameo: PoolString { row.text(9) }
}

/// An actor of the tables: a person, a body, a group.
struct ActorRow {
  fileprivate let row: LexiconRow
  fileprivate let roleTable: UnsafePointer<UInt32>

  var key: PoolString { row.text(0) }
  var name: PoolString { row.text(1) }
  var kind: Actor.Kind { Actor.Kind(code: UInt8(truncatingIfNeeded: row[2])) }
  /// 0 unknown, 1 male, 2 female.
  var gender: Int { Int(row[2] >> 8 & 0xff) }
  /// Row of the country; 0xffff for none.
  var country: Int { Int(row[3]) }
  var code: PoolString { row.text(4) }
  var roles: RoleRows {
    RoleRows(at: Int(row[5]), end: Int(row[6]), table: roleTable, pool: row.pool)
  }
}

/// The terms of an actor's offices, in table order.
struct RoleRows: Sequence, IteratorProtocol {
  fileprivate var at: Int
  fileprivate let end: Int
  fileprivate let table: UnsafePointer<UInt32>
  fileprivate let pool: UnsafeRawPointer

  mutating func next() -> RoleRow? {
    guard at < end else { return nil }
    defer { at += 1 }
    return RoleRow(words: table + at * LexiconFormat.roleWords, pool: pool)
  }
}

/// One term of an actor's office.
struct RoleRow {
  fileprivate let words: UnsafePointer<UInt32>
  fileprivate let pool: UnsafeRawPointer

  var role: PoolString { PoolString(pool + Int(words[0])) }
  /// Row of the country; 0xffff when the office is an organization's.
  var country: Int { Int(words[1]) }
  /// First day, `Int32.min` when unknown.
  var from: Int32 { Int32(bitPattern: words[2]) }
  /// Last day, `Int32.max` when open.
  var to: Int32 { Int32(bitPattern: words[3]) }
  var organization: PoolString { PoolString(pool + Int(words[4])) }

  /// Whether the term covers a day; without a day, whether it is open.
  func holds(on day: Day?) -> Bool {
    guard let day else { return to == Int32.max }
    return from <= day.number && day.number <= to
  }
}

/// A title before a person's name.
struct TitleRow {
  fileprivate let row: LexiconRow

  /// The role in lower case: president; empty for Mr.
  var role: PoolString { row.text(0) }
  var kind: PoolString { row.text(1) }
  /// 0 unknown, 1 male, 2 female.
  var gender: Int { Int(row[2]) }
}

/// A word of a closed class, such as a month or a number word.
struct VocabularyRow {
  fileprivate let row: LexiconRow

  var className: PoolString { row.text(0) }
  var value: PoolString { row.text(1) }
  var number: Int { Int(row[2]) }
  /// Equal for equal classes.
  var classId: UInt32 { row[0] }
}

extension Lexicon {
  func place(_ row: Int) -> PlaceRow {
    let (lexicon, row) = locate(row)
    return PlaceRow(row: LexiconRow(lexicon, .places, row, width: LexiconFormat.placeWords))
  }

  func country(_ row: Int) -> CountryRow {
    let (lexicon, row) = locate(row)
    return CountryRow(row: LexiconRow(lexicon, .countries, row, width: LexiconFormat.countryWords))
  }

  func actor(_ row: Int) -> ActorRow {
    let (lexicon, row) = locate(row)
    return ActorRow(
      row: LexiconRow(lexicon, .actors, row, width: LexiconFormat.actorWords),
      roleTable: lexicon.start(.roles).assumingMemoryBound(to: UInt32.self))
  }

  func title(_ row: Int) -> TitleRow {
    let (lexicon, row) = locate(row)
    return TitleRow(row: LexiconRow(lexicon, .titles, row, width: LexiconFormat.titleWords))
  }

  func vocabulary(_ row: Int) -> VocabularyRow {
    let (lexicon, row) = locate(row)
    return VocabularyRow(
      row: LexiconRow(lexicon, .vocabulary, row, width: LexiconFormat.vocabularyWords))
  }

  /// Number of countries.
  var countryCount: Int { count(.countries, width: LexiconFormat.countryWords) }
}
