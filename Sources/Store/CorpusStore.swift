// The store: one SQLite file that holds what every archive came to.

internal import Foundation
internal import GRDB
internal import Synchronization

/// Opens the store and says which archives it holds.
///
/// Every row belongs to one archive. A commit replaces an archive's rows in one transaction, so
/// that repeating a run changes nothing. Nothing in the store depends on the clock.
package final class CorpusStore: Sendable {
  package let path: String
  let database: DatabaseQueue
  let isReadOnly: Bool
  /// Whether the temporary tables of names are those of the rows.
  let cardsAreFresh = Mutex(false)
  /// Numbers of keys that this connection has met.
  let symbolCache = Mutex(SymbolCache())

  /// Opens the store, and makes it and its folder when they are missing.
  ///
  /// Throws ``StoreError``: a damaged file and one of a newer version are refused, never reset.
  package init(path: String, readOnly: Bool) throws {
    self.path = path
    isReadOnly = readOnly
    if readOnly {
      guard FileManager.default.fileExists(atPath: path) else {
        throw StoreError(.notFound, path: path, detail: "there is no store yet; run first")
      }
    } else {
      try CorpusStore.makeFolder(of: path)
    }
    do {
      try CorpusStore.check(path, mustHaveTables: readOnly)
      database = try CorpusStore.open(path, readOnly: readOnly)
    } catch let error as DatabaseError {
      throw StoreError(
        code: error.extendedResultCode.rawValue, message: error.message ?? "\(error)", path: path)
    }
  }

  private static func open(_ path: String, readOnly: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.journalMode = readOnly ? .default : .wal
    configuration.busyMode = .timeout(10)
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      try db.execute(sql: "PRAGMA cache_size = -16384")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    let database = try DatabaseQueue(path: path, configuration: configuration)
    try database.writeWithoutTransaction { db in
      if readOnly {
        try Schema.standIn(db)
      } else if try isEmpty(db) {
        try Schema.create(db)
      } else {
        try Schema.addMissing(db)
      }
    }
    return database
  }

  /// Writes what is in the log into the file and closes it.
  package func close() throws {
    try access { db in
      if !isReadOnly { _ = try? db.checkpoint(.truncate) }
    }
    try? database.close()
  }

  private static func makeFolder(of path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    guard !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw StoreError(
        .cannotCreate, path: folder,
        detail: "the folder cannot be made (\(error.localizedDescription))")
    }
  }

  /// Refuses a file that this program must not write to, before anything can change it.
  private static func check(_ path: String, mustHaveTables: Bool) throws {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    guard let size, size > 0 else {
      guard !mustHaveTables else {
        throw StoreError(.notFound, path: path, detail: "the store is empty; run first")
      }
      return
    }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    let database = try DatabaseQueue(path: path, configuration: configuration)
    try database.writeWithoutTransaction { db in
      if try isEmpty(db) && !mustHaveTables { return }
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      guard application == Schema.application else {
        throw StoreError(
          .corrupt, path: path,
          detail: "is a SQLite file but no store; choose another output folder")
      }
      guard version <= Schema.version else {
        throw StoreError(
          .newerVersion, path: path,
          detail: "has schema \(version), this program knows up to \(Schema.version); update it")
      }
      guard version == Schema.version else {
        throw StoreError(
          .corrupt, path: path,
          detail: "has schema \(version) of an earlier version; move it away and run again")
      }
      try checkLength(db, path: path)
    }
    try database.close()
  }

  /// SQLite has made the file, and nothing was put into it yet.
  private static func isEmpty(_ db: Database) throws -> Bool {
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    return tables == 0 && version == 0
  }

  /// A file that lost its end is found now and not when a query happens to touch it.
  private static func checkLength(_ db: Database, path: String) throws {
    let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
    let length = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? nil
    let log = (try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size]) as? Int
    guard let length, (log ?? 0) == 0 else { return }
    if length < pages * pageSize {
      throw StoreError(
        .corrupt, path: path,
        detail: "is cut off (\(length) of \(pages * pageSize) bytes); move it away and run again")
    }
  }

  /// Runs on the connection; failures of SQLite become ``StoreError``.
  func access<R>(_ body: (Database) throws -> R) throws -> R {
    do {
      return try database.writeWithoutTransaction(body)
    } catch let error as DatabaseError {
      throw StoreError(
        code: error.extendedResultCode.rawValue, message: error.message ?? "\(error)", path: path)
    }
  }

  /// Runs a query and hands over its rows.
  func query(
    _ sql: String, _ values: [Cell] = [], _ row: (SQLStatement) throws -> Void
  ) throws {
    try access { db in
      let statement = try SQLStatement(db, sql, path: path)
      statement.bind(values)
      defer { statement.reset() }
      while try statement.step() { try row(statement) }
    }
  }

  /// Runs a query and gathers what is made of its rows.
  func list<R>(
    _ sql: String, _ values: [Cell] = [], _ make: (SQLStatement) throws -> R
  ) throws -> [R] {
    var result: [R] = []
    try query(sql, values) { result.append(try make($0)) }
    return result
  }
}
