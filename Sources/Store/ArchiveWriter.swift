// Replacing an archive's rows: one transaction from the first row to the outcome.

internal import Aggregation
internal import GRDB
package import Model
internal import Synchronization

/// Writes one archive. Tallies may be appended in parts, so that memory stays bounded; nothing is
/// visible to anybody before ``finish(outcome:size:modified:product:schema:)``.
///
/// The store is the writer's alone until it has finished or rolled back.
package final class ArchiveWriter {
  private let store: CorpusStore
  private let archive: Int
  private var accepted = 0
  private var rejected = 0
  /// Rows written so far, by table.
  private var written: [String: Int] = [:]
  private var isOpen = true

  fileprivate init(store: CorpusStore, archive: Int) {
    self.store = store
    self.archive = archive
  }

  deinit {
    if isOpen { rollback() }
  }

  /// Adds the rows of some of the archive's articles.
  package func append(_ tally: Tally) throws {
    accepted += tally.articles.count
    rejected += tally.rejections.count
    try store.access { db in
      try writeArticles(db, tally)
      try writeRejections(db, tally)
      var ids = SymbolIDs(count: tally.symbols.count)
      try writeForms(db, tally, &ids)
      try writeFigures(db, tally, &ids)
      for (index, table) in tally.counts.enumerated() where index < statistics.count {
        try writeCounts(db, statistics[index], table, tally.symbols, &ids)
      }
    }
  }

  /// Commits the archive with how its reading ended.
  package func finish(
    outcome: ArchiveOutcome, size: Int, modified: Int, product: String, schema: Int
  ) throws {
    do {
      try store.access { db in
        let update = try SQLStatement(
          db,
          """
          UPDATE archive SET digest = ?, size = ?, modified = ?, status = ?, offset = ?,
            detail = ?, members = ?, seen = ?, accepted = ?, rejected = ?, inflated = ?,
            compressed = ?, product = ?, schema = ? WHERE id = ?
          """, path: store.path)
        update.bind([
          .text(outcome.digest), .integer(size), .integer(modified),
          .text(outcome.status.rawValue), .integer(outcome.offset), .text(outcome.detail),
          .integer(outcome.verifiedMembers), .integer(accepted + rejected), .integer(accepted),
          .integer(rejected), .integer(outcome.inflatedBytes), .integer(outcome.compressedBytes),
          .text(product), .integer(schema), .integer(archive),
        ])
        try update.run()
        try db.commit()
      }
      isOpen = false
    } catch {
      rollback()
      throw error
    }
  }

  /// Gives everything up; the archive stays as it was.
  package func rollback() {
    guard isOpen else { return }
    isOpen = false
    // A full disk may have rolled the transaction back already.
    try? store.access { db in
      if db.isInsideTransaction { try db.rollback() }
    }
  }

  /// An insert into a table whose rows are numbered within the archive.
  private func insert(_ db: Database, _ table: String, _ columns: [String]) throws -> SQLStatement {
    let all = ["archive", "row"] + columns
    let marks = all.map { _ in "?" }.joined(separator: ", ")
    let insert = try SQLStatement(
      db, "INSERT INTO \(table) (\(all.joined(separator: ", "))) VALUES (\(marks))",
      path: store.path)
    insert.bind(archive, at: 1)
    return insert
  }

  private func writeArticles(_ db: Database, _ tally: Tally) throws {
    let insert = try SQLStatement(
      db,
      """
      INSERT INTO article (archive, ordinal, id, day, source, title, url, language, story,
        first_copy, fingerprint, bytes, repairs, sentences, mentions, actors, venues, statements,
        events, figures)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, path: store.path)
    insert.bind(archive, at: 1)
    for row in tally.articles {
      insert.bind(row.ordinal, at: 2)
      insert.bind(row.id, at: 3)
      insert.bind(row.day.map { Int($0.number) }, at: 4)
      insert.bind(row.source, at: 5)
      insert.bind(row.title, at: 6)
      insert.bind(row.url, at: 7)
      insert.bind(row.language, at: 8)
      insert.bind(row.story, at: 9)
      insert.bind(row.isFirstCopy ? 1 : 0, at: 10)
      insert.bind(row.fingerprint == 0 ? nil : Int(truncatingIfNeeded: row.fingerprint), at: 11)
      let numbers = [
        row.bytes, row.repairs, row.sentences, row.mentions, row.actors, row.venues,
        row.statements, row.events, row.figures,
      ]
      for (index, number) in numbers.enumerated() { insert.bind(number, at: Int32(12 + index)) }
      try insert.run()
    }
  }

  private func writeRejections(_ db: Database, _ tally: Tally) throws {
    let insert = try insert(
      db, "rejection", ["ordinal", "member", "reason", "offset", "line", "detail"])
    for row in tally.rejections {
      insert.bind(next("rejection"), at: 2)
      insert.bind(row.ordinal, at: 3)
      insert.bind(row.member, at: 4)
      insert.bind(row.reason.rawValue, at: 5)
      insert.bind(row.offset, at: 6)
      insert.bind(row.line, at: 7)
      insert.bind(row.detail, at: 8)
      try insert.run()
    }
  }

  private func writeForms(_ db: Database, _ tally: Tally, _ ids: inout SymbolIDs) throws {
    let actors = try insert(
      db, "actor_row",
      ["actor", "name", "kind", "country", "code", "role", "articles", "last_day"])
    for row in tally.actorForms.rows.entries {
      actors.bind(next("actor_row"), at: 2)
      actors.bind(try ids.id(row.key[0], tally.symbols, db, store.path), at: 3)
      for lane in 1..<ActorForm.symbols {
        bind(row.key[lane], tally.symbols, to: actors, at: Int32(3 + lane))
      }
      actors.bind(row.value.articles, at: 9)
      actors.bind(day(row.value), at: 10)
      try actors.run()
    }
    let venues = try insert(
      db, "venue_row",
      [
        "venue", "name", "country", "admin1", "feature", "latitude", "longitude", "geonameid",
        "articles", "last_day",
      ])
    for row in tally.venueForms.rows.entries {
      venues.bind(next("venue_row"), at: 2)
      venues.bind(try ids.id(row.key[0], tally.symbols, db, store.path), at: 3)
      for lane in 1..<VenueForm.symbols {
        bind(row.key[lane], tally.symbols, to: venues, at: Int32(3 + lane))
      }
      venues.bind(VenueForm.coordinate(row.key[5]).map { Int($0) }, at: 8)
      venues.bind(VenueForm.coordinate(row.key[6]).map { Int($0) }, at: 9)
      venues.bind(row.key[7] == 0 ? nil : Int(row.key[7]), at: 10)
      venues.bind(row.value.articles, at: 11)
      venues.bind(day(row.value), at: 12)
      try venues.run()
    }
  }

  private func writeFigures(_ db: Database, _ tally: Tally, _ ids: inout SymbolIDs) throws {
    let insert = try insert(
      db, "figure_row",
      [
        "ordinal", "place", "day", "first_copy", "measure", "qualifier", "low", "high", "source",
        "venue",
      ])
    for row in tally.figures {
      insert.bind(next("figure_row"), at: 2)
      insert.bind(row.ordinal, at: 3)
      insert.bind(row.index, at: 4)
      insert.bind(row.day.map { Int($0.number) }, at: 5)
      insert.bind(row.isFirstCopy ? 1 : 0, at: 6)
      insert.bind(row.measure.rawValue, at: 7)
      insert.bind(row.qualifier.rawValue, at: 8)
      insert.bind(row.low, at: 9)
      insert.bind(row.high, at: 10)
      insert.bind(try ids.id(row.source, tally.symbols, db, store.path), at: 11)
      insert.bind(try ids.id(row.venue, tally.symbols, db, store.path), at: 12)
      try insert.run()
    }
  }

  private func writeCounts(
    _ db: Database, _ statistic: any Statistic.Type, _ table: CountTable, _ symbols: SymbolTable,
    _ ids: inout SymbolIDs
  ) throws {
    let name = Schema.rows(of: statistic.name)
    let dimensions = statistic.dimensions.count
    let insert = try insert(
      db, name,
      ["day"] + statistic.dimensions.map(\.name) + ["mentions", "articles", "stories"])
    var number = written[name] ?? 0
    for row in table.rows.entries {
      let key = table.isSymmetric ? symbols.ordered(row.key) : row.key
      insert.bind(number, at: 2)
      number += 1
      insert.bind(DayLane.day(key[0]).map { Int($0.number) }, at: 3)
      for lane in 1...dimensions {
        insert.bind(try ids.id(key[lane], symbols, db, store.path), at: Int32(3 + lane))
      }
      insert.bind(row.value.mentions, at: Int32(4 + dimensions))
      insert.bind(row.value.articles, at: Int32(5 + dimensions))
      insert.bind(row.value.stories, at: Int32(6 + dimensions))
      try insert.run()
    }
    written[name] = number
  }

  private func next(_ table: String) -> Int {
    let number = written[table] ?? 0
    written[table] = number + 1
    return number
  }

  private func bind(
    _ symbol: UInt32, _ symbols: SymbolTable, to statement: SQLStatement, at index: Int32
  ) {
    guard symbol != 0 else {
      statement.bind(nil as String?, at: index)
      return
    }
    symbols.withBytes(of: symbol) { statement.bind($0, at: index) }
  }

  private func day(_ count: FormCount) -> Int? {
    count.lastDay == Int32.min ? nil : Int(count.lastDay)
  }
}

extension CorpusStore {
  /// Begins to replace an archive: its old rows go, in a transaction that the writer ends.
  package func replace(archive path: String) throws -> ArchiveWriter {
    cardsAreFresh.withLock { $0 = false }
    let id = try access { db in
      try db.beginTransaction(.immediate)
      do {
        return try emptied(db, path)
      } catch {
        try? db.rollback()
        throw error
      }
    }
    return ArchiveWriter(store: self, archive: id)
  }

  /// The number of an archive that has no rows.
  private func emptied(_ db: Database, _ archive: String) throws -> Int {
    let find = try SQLStatement(db, "SELECT id FROM archive WHERE path = ?", path: path)
    find.bind(archive, at: 1)
    if try find.step() {
      let id = find.integer(0)
      find.reset()
      for table in Schema.archiveTables {
        let delete = try SQLStatement(db, "DELETE FROM \(table) WHERE archive = ?", path: path)
        delete.bind(id, at: 1)
        try delete.run()
      }
      return id
    }
    let insert = try SQLStatement(
      db,
      """
      INSERT INTO archive (path, digest, size, modified, status, offset, detail, members, seen,
        accepted, rejected, inflated, compressed, product, schema)
      VALUES (?, '', 0, 0, '', 0, '', 0, 0, 0, 0, 0, 0, '', 0)
      """, path: path)
    insert.bind(archive, at: 1)
    try insert.run()
    return Int(db.lastInsertedRowID)
  }
}
