// From knowledge tables to the compiled lexicon.

import Model

/// Compiles tables by name: `places`, `countries`, `actors`, `roles`, `organizations`, `titles`,
/// `names`, `reporting-verbs`, `vocabulary`, `words`. The columns are those of the files in
/// `CLexicon/data`; further columns are ignored.
package struct LexiconCompiler {
  private var writer = LexiconWriter()
  private var countryIndex: [String: Int] = [:]
  private var actorRows: [String: Int] = [:]

  /// The compiled bytes of the tables, in the given order; the digest is stored with them.
  ///
  /// Countries that the tables do not define are those of `base`, when there is one.
  ///
  /// - Throws: ``TabTable/Malformed`` for an unknown table, a missing column or a bad number.
  package static func compile(
    _ tables: [TabTable], digest: UInt64, over base: Lexicon? = nil
  ) throws -> [UInt8] {
    var compiler = LexiconCompiler()
    if let base {
      for row in 0..<base.countryCount {
        compiler.countryIndex[base.country(row).iso3.string] = row
      }
    }
    let order = [
      "countries", "places", "actors", "organizations", "roles", "titles", "names",
      "reporting-verbs", "vocabulary", "words",
    ]
    func kind(_ table: TabTable) -> String {
      order.first { table.name == $0 || table.name.hasPrefix($0 + "-") } ?? table.name
    }
    for table in tables where !order.contains(kind(table)) {
      throw TabTable.Malformed(
        table: table.name, line: 1,
        reason: "no such kind of table; there are \(order.joined(separator: ", "))")
    }
    for name in order {
      for table in tables where kind(table) == name {
        switch name {
        case "countries": try compiler.addCountries(table)
        case "places": try compiler.addPlaces(table)
        case "actors", "organizations": try compiler.addActors(table)
        case "roles": try compiler.addRoles(table)
        case "titles": try compiler.addTitles(table)
        case "names": try compiler.addNames(table)
        case "reporting-verbs": try compiler.addVerbs(table)
        case "vocabulary": try compiler.addVocabulary(table)
        default: try compiler.addWords(table)
        }
      }
    }
    return compiler.writer.bytes(digest: digest)
  }

  private func number<T: LosslessStringConvertible>(
    _ text: Substring, _ table: TabTable, _ row: Int, as type: T.Type
  ) throws -> T {
    guard let value = T(String(text)) else {
      throw TabTable.Malformed(table: table.name, line: row + 2, reason: "\(text) is no number")
    }
    return value
  }

  private func degrees(_ text: Substring, _ table: TabTable, _ row: Int) throws -> UInt32 {
    guard !text.isEmpty else { return UInt32(bitPattern: Int32.min) }
    let value = try number(text, table, row, as: Double.self)
    return UInt32(bitPattern: Int32((value * 100_000).rounded()))
  }

  private func country(_ iso3: Substring) -> UInt32 {
    UInt32(countryIndex[String(iso3)] ?? 0xffff)
  }

  // MARK: Countries and places

  private mutating func addCountries(_ table: TabTable) throws {
    let c = try table.indices([
      "iso3", "iso2", "name", "official", "aliases", "demonyms", "lat", "lon", "geonameid",
      "population", "capital", "cameo",
    ])
    for (number, cells) in table.rows.enumerated() {
      let demonyms = cells.list(c[5])
      let name = cells.cell(c[2])
      let row = writer.row(
        .countries, width: LexiconFormat.countryWords,
        [
          writer.string(cells.cell(c[0])), writer.string(cells.cell(c[1])), writer.string(name),
          writer.string(demonyms.first ?? name), try degrees(cells.cell(c[6]), table, number),
          try degrees(cells.cell(c[7]), table, number), UInt32(cells.cell(c[8])) ?? 0,
          UInt32(clamping: Int(cells.cell(c[9])) ?? 0), writer.string(cells.cell(c[10])),
          writer.string(cells.cell(c[11])),
        ])
      countryIndex[String(cells.cell(c[0]))] = row
      for form in [name, cells.cell(c[3])] + cells.list(c[4]) { writer.add(form, .country, row) }
      for form in demonyms { writer.add(form, .demonym, row) }
      addGovernment(
        iso3: cells.cell(c[0]), name: name, adjective: demonyms.first ?? name,
        names: [name] + cells.list(c[4]), adjectives: Array(demonyms.prefix(2)),
        cameo: cells.cell(c[11]), country: row)
    }
  }

  /// A country's government, forces, parliament and opposition, as the news names them.
  private mutating func addGovernment(
    iso3: Substring, name: Substring, adjective: Substring, names: [Substring],
    adjectives: [Substring], cameo: Substring, country: Int
  ) {
    let bodies: [(key: String, noun: String, forms: [String], kind: Actor.Kind, code: String)] = [
      (
        "government/\(iso3)", "government",
        ["government", "regime", "authorities", "administration", "leadership", "cabinet"],
        .government, "GOV"
      ),
      (
        "military/\(iso3)", "armed forces",
        ["army", "military", "armed forces", "air force", "navy", "troops", "forces"], .government,
        "MIL"
      ),
      ("police/\(iso3)", "police", ["police", "security forces"], .government, "COP"),
      ("parliament/\(iso3)", "parliament", ["parliament"], .government, "LEG"),
      (
        "group/\(slug(String(adjective)))-opposition", "opposition",
        [
          "opposition", "opposition groups", "opposition forces", "opposition group",
          "armed opposition", "opposition fighters", "rebels", "rebel groups",
        ], .group, "OPP"
      ),
    ]
    for body in bodies {
      let row = writer.row(
        .actors, width: LexiconFormat.actorWords,
        actorRow(
          key: body.key, name: "\(adjective) \(body.noun)", kind: body.kind, gender: "",
          country: country, code: "\(cameo)\(body.code)"))
      actorRows[body.key] = row
      for form in body.forms {
        for adjective in adjectives { writer.add("\(adjective) \(form)", .actor, row) }
      }
      guard body.code == "GOV" else { continue }
      for name in names {
        writer.add("government of \(name)", .actor, row, rule: .any)
        writer.add("government of the \(name)", .actor, row, rule: .any)
      }
    }
  }

  private mutating func addPlaces(_ table: TabTable) throws {
    let c = try table.indices([
      "id", "name", "aliases", "country", "admin1", "lat", "lon", "feature", "population",
      "demonyms",
    ])
    for (number, cells) in table.rows.enumerated() {
      let row = writer.row(
        .places, width: LexiconFormat.placeWords,
        [
          UInt32(cells.cell(c[0])) ?? 0, try degrees(cells.cell(c[5]), table, number),
          try degrees(cells.cell(c[6]), table, number), country(cells.cell(c[3])),
          writer.string(cells.cell(c[4])), UInt32(clamping: Int(cells.cell(c[8])) ?? 0),
          writer.string(cells.cell(c[1])), writer.string(cells.cell(c[7])),
        ])
      for form in [cells.cell(c[1])] + cells.list(c[2]) where form.utf8.count > 1 {
        writer.add(form, .place, row)
      }
      for form in cells.list(c[9]) { writer.add(form, .regionDemonym, row) }
    }
  }

  // MARK: Actors

  /// A row without roles; ``addRoles(_:)`` sets their range.
  private mutating func actorRow(
    key: String, name: String, kind: Actor.Kind, gender: Substring, country: Int, code: String
  ) -> [UInt32] {
    let kindIndex = UInt32(Actor.Kind.allCases.firstIndex(of: kind) ?? 0)
    let genderCode: UInt32 = gender == "m" ? 1 : gender == "f" ? 2 : 0
    return [
      writer.string(key), writer.string(name), kindIndex | genderCode << 8, UInt32(country),
      writer.string(code), 0, 0, 0,
    ]
  }

  private mutating func addRoles(_ table: TabTable) throws {
    let c = try table.indices(["key", "role", "office", "country", "from", "to"])
    var rolesOfRow: [Int: [[UInt32]]] = [:]
    for cells in table.rows {
      guard let row = actorRows[String(cells.cell(c[0]))] else { continue }
      let from = PartialDate.first(of: cells.cell(c[4]))?.number ?? Int32.min
      let to = PartialDate.last(of: cells.cell(c[5]))?.number ?? Int32.max
      let organization =
        countryIndex[String(cells.cell(c[3]))] == nil ? writer.string(cells.cell(c[3])) : 0
      rolesOfRow[row, default: []].append([
        writer.string(cells.cell(c[1])), country(cells.cell(c[3])), UInt32(bitPattern: from),
        UInt32(bitPattern: to), organization, writer.string(cells.cell(c[2])),
      ])
    }
    for (row, roles) in rolesOfRow.sorted(by: { $0.key < $1.key }) {
      let start = writer.count(.roles, width: LexiconFormat.roleWords)
      for role in roles { _ = writer.row(.roles, width: LexiconFormat.roleWords, role) }
      writer.setActorRoles(row, start: start, end: start + roles.count)
    }
  }

  private mutating func addActors(_ table: TabTable) throws {
    let c = try table.indices(["key", "name", "aliases", "kind", "country", "code"])
    let gender = table.columns.firstIndex(of: "gender")
    for (number, cells) in table.rows.enumerated() {
      let key = String(cells.cell(c[0]))
      let form = cells.cell(c[1])
      let kind = LexiconCompiler.kinds[String(cells.cell(c[3]))]
      guard let kind else {
        throw TabTable.Malformed(
          table: table.name, line: number + 2,
          reason: "no kind \(cells.cell(c[3])); there are "
            + LexiconCompiler.kinds.keys.sorted().joined(separator: ", "))
      }
      guard !form.isEmpty else {
        throw TabTable.Malformed(table: table.name, line: number + 2, reason: "no name")
      }
      let row: Int
      if let known = actorRows[key] {
        row = known
      } else {
        row = writer.row(
          .actors, width: LexiconFormat.actorWords,
          actorRow(
            key: key, name: String(form), kind: kind,
            gender: gender.map { cells.cell($0) } ?? "",
            country: Int(country(cells.cell(c[4]))), code: String(cells.cell(c[5]))))
        actorRows[key] = row
      }
      for name in [form] + cells.list(c[2]) where name.utf8.count > 1 {
        let words = PhraseWords.words(of: name)
        if kind == .person {
          // One word alone is a family name: it needs the article's help.
          if words.count > 1 { writer.add(name, .actor, row) }
          if let family = LexiconCompiler.family(words) { writer.add(family, .family, row) }
        } else {
          writer.add(name, .actor, row)
        }
      }
    }
  }

  /// The family name: the last word with the particles before it.
  static func family(_ words: [Substring]) -> String? {
    guard var start = words.indices.last else { return nil }
    if start > 0, suffixes.contains(words[start].lowercased()) { start -= 1 }
    guard words[start].utf8.count > 2 else { return nil }
    let last = words[start]
    return String(last)
  }

  private static let suffixes: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]

  private static let kinds: [String: Actor.Kind] = [
    "person": .person, "government": .government, "group": .group, "organization": .organization,
    "agency": .agency, "media": .organization, "party": .organization, "company": .organization,
    "country": .country, "population": .population,
  ]

  // MARK: Words

  private mutating func addTitles(_ table: TabTable) throws {
    let c = try table.indices(["title", "role", "kind", "gender"])
    for cells in table.rows {
      let gender: UInt32 = cells.cell(c[3]) == "m" ? 1 : cells.cell(c[3]) == "f" ? 2 : 0
      let row = writer.row(
        .titles, width: LexiconFormat.titleWords,
        [writer.string(cells.cell(c[1])), writer.string(cells.cell(c[2])), gender])
      writer.add(cells.cell(c[0]), .title, row, rule: .any)
    }
  }

  private mutating func addNames(_ table: TabTable) throws {
    let c = try table.indices(["name", "kinds", "rank"])
    for cells in table.rows {
      var bits = 0
      for letter in cells.cell(c[1]) {
        switch letter {
        case "m": bits |= NameBits.male
        case "f": bits |= NameBits.female
        case "g": bits |= NameBits.given
        case "s": bits |= NameBits.surname
        case "w": bits |= NameBits.word
        default: break
        }
      }
      let rank = min(7, Int(cells.cell(c[2])) ?? 5)
      writer.add(cells.cell(c[0]), .name, bits | rank << 5, rule: .capitalized)
    }
  }

  private mutating func addVerbs(_ table: TabTable) throws {
    let c = try table.indices(["form", "lemma", "stance"])
    for cells in table.rows {
      let row = writer.row(
        .verbs, width: LexiconFormat.verbWords,
        [writer.string(cells.cell(c[1])), writer.string(cells.cell(c[2]))])
      writer.add(cells.cell(c[0]), .verb, row, rule: .any)
    }
  }

  private mutating func addVocabulary(_ table: TabTable) throws {
    let c = try table.indices(["form", "class", "value"])
    for cells in table.rows {
      let row = writer.row(
        .vocabulary, width: LexiconFormat.vocabularyWords,
        [
          writer.string(cells.cell(c[1])), writer.string(cells.cell(c[2])),
          UInt32(clamping: Int(cells.cell(c[2])) ?? 0),
        ])
      writer.add(cells.cell(c[0]), .vocabulary, row, rule: .any)
    }
  }

  /// Case statistics become a level: 0 always lower case to 7 always capitalized.
  private mutating func addWords(_ table: TabTable) throws {
    let c = try table.indices(["word", "lower", "capital"])
    for cells in table.rows {
      let lower = Int(cells.cell(c[1])) ?? 0
      let capital = Int(cells.cell(c[2])) ?? 0
      guard lower + capital > 0 else { continue }
      let level = min(7, capital * 8 / (lower + capital))
      writer.add(cells.cell(c[0]), .caseStatistic, level, rule: .any)
    }
  }
}

/// Bits of a name's row.
enum NameBits {
  static let male = 1
  static let female = 2
  static let given = 4
  static let surname = 8
  /// Also an ordinary word.
  static let word = 16
}

/// ISO dates as precise as they are known: `2003`, `2003-05`, `2003-05-08`.
enum PartialDate {
  static func first(of text: Substring) -> Day? {
    switch text.utf8.count {
    case 4: Day(iso: text + "-01-01")
    case 7: Day(iso: text + "-01")
    default: Day(iso: text)
    }
  }

  static func last(of text: Substring) -> Day? {
    switch text.utf8.count {
    case 4: return Day(iso: text + "-12-31")
    case 7:
      guard let start = Day(iso: text + "-01") else { return nil }
      let (year, month, _) = start.civil
      return start.adding(days: Day.length(ofMonth: month, year: year) - 1)
    default: return Day(iso: text)
    }
  }
}
