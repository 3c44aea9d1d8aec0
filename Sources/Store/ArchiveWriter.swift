// Replacing an archive's rows: one transaction from the first row to the outcome.

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
  private var rows: ArchiveRows
  private var accepted = 0
  private var rejected = 0
  private var isOpen = true

  fileprivate init(store: CorpusStore, archive: Int, isNewest: Bool) {
    self.store = store
    self.archive = archive
    rows = ArchiveRows(archive: archive, isNewest: isNewest)
  }

  deinit {
    if isOpen { rollback() }
  }

  /// Adds the rows of some of the archive's articles.
  package func append(_ tally: Tally) throws {
    accepted += tally.articles.count
    rejected += tally.rejections.count
    try store.access { db in
      try rows.write(tally, RowInserter(db: db, path: store.path), store.symbolCache)
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

  /// Commits that there is no such archive.
  func forget() throws {
    try store.access { db in
      let delete = try SQLStatement(db, "DELETE FROM archive WHERE id = ?", path: store.path)
      delete.bind(archive, at: 1)
      try delete.run()
      try db.commit()
    }
    isOpen = false
  }

  /// Gives everything up; the archive stays as it was.
  package func rollback() {
    guard isOpen else { return }
    isOpen = false
    // Numbers that were given to new keys are free again.
    store.symbolCache.withLock { $0 = SymbolCache() }
    // A full disk may have rolled the transaction back already.
    try? store.access { db in
      if db.isInsideTransaction { try db.rollback() }
    }
  }
}

extension CorpusStore {
  /// Begins to replace an archive: its old rows go, in a transaction that the writer ends.
  package func replace(archive path: String) throws -> ArchiveWriter {
    cardsAreFresh.withLock { $0 = false }
    let (id, newest) = try access { db in
      try db.beginTransaction(.immediate)
      do {
        let id = try emptied(db, path)
        return (id, try Int.fetchOne(db, sql: "SELECT max(id) FROM archive"))
      } catch {
        try? db.rollback()
        throw error
      }
    }
    return ArchiveWriter(store: self, archive: id, isNewest: id == newest)
  }

  /// The number of an archive that has no rows.
  private func emptied(_ db: Database, _ archive: String) throws -> Int {
    let find = try SQLStatement(db, "SELECT id FROM archive WHERE path = ?", path: path)
    find.bind(archive, at: 1)
    if try find.step() {
      let id = find.integer(0)
      find.reset()
      for table in Schema.keyedTables {
        let delete = try SQLStatement(db, "DELETE FROM \(table) WHERE archive = ?", path: path)
        delete.bind(id, at: 1)
        try delete.run()
      }
      let rows = Schema.rows(ofArchive: id)
      for table in Schema.numberedTables {
        let delete = try SQLStatement(
          db, "DELETE FROM \(table) WHERE row >= ? AND row < ?", path: path)
        delete.bind(rows.lowerBound, at: 1)
        delete.bind(rows.upperBound, at: 2)
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
