// SQLite statements bound and read without a copy too many.

internal import GRDB
internal import GRDBSQLite

/// A prepared statement of the connection's cache, for one use at a time.
///
/// Text goes in and out by its bytes, so that NUL and every other character survive.
struct SQLStatement {
  private let statement: Statement
  private let connection: OpaquePointer?
  private let path: String

  init(_ db: Database, _ sql: String, path: String) throws {
    do {
      statement = try db.cachedStatement(sql: sql)
    } catch let error as DatabaseError {
      throw StoreError(
        code: error.resultCode.rawValue, message: error.message ?? "", path: path)
    }
    connection = db.sqliteConnection
    self.path = path
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
  }

  private var pointer: OpaquePointer { statement.sqliteStatement }

  /// Binds values from the first parameter on.
  func binder() -> RowBinder { RowBinder(pointer) }

  func bind(_ value: Int, at index: Int32) {
    sqlite3_bind_int64(pointer, index, Int64(value))
  }

  func bind(_ value: Int?, at index: Int32) {
    guard let value else {
      sqlite3_bind_null(pointer, index)
      return
    }
    sqlite3_bind_int64(pointer, index, Int64(value))
  }

  func bind(_ text: String?, at index: Int32) {
    guard var text else {
      sqlite3_bind_null(pointer, index)
      return
    }
    text.withUTF8 { bind(UnsafeRawBufferPointer($0), at: index) }
  }

  func bind(_ text: UnsafeRawBufferPointer, at index: Int32) {
    // SQLite takes a null pointer for NULL: an empty text needs an address.
    guard let start = text.baseAddress else {
      sqlite3_bind_text(pointer, index, "", 0, nil)
      return
    }
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(
      pointer, index, start.assumingMemoryBound(to: CChar.self), Int32(clamping: text.count),
      copies)
  }

  /// Binds values in order; the next free index is returned.
  @discardableResult
  func bind(_ values: [Cell], from first: Int32 = 1) -> Int32 {
    var index = first
    for value in values {
      switch value {
      case .null: sqlite3_bind_null(pointer, index)
      case .integer(let number): bind(number, at: index)
      case .text(let text): bind(text, at: index)
      }
      index += 1
    }
    return index
  }

  /// Runs a statement that gives no rows, and makes it ready for the next values.
  func run() throws {
    _ = try step()
    sqlite3_reset(pointer)
  }

  /// Goes to the next row; false after the last, when the statement is reset.
  func step() throws -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(pointer)
      return false
    case let code:
      let message = connection.map { String(cString: sqlite3_errmsg($0)) } ?? "no connection"
      sqlite3_reset(pointer)
      throw StoreError(code: code, message: message, path: path)
    }
  }

  func reset() {
    sqlite3_reset(pointer)
  }

  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(pointer, column) == SQLITE_NULL
  }

  func integer(_ column: Int32) -> Int {
    Int(sqlite3_column_int64(pointer, column))
  }

  func optionalInteger(_ column: Int32) -> Int? {
    isNull(column) ? nil : integer(column)
  }

  /// The text of a column; empty for NULL.
  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(pointer, column) else { return "" }
    let count = Int(sqlite3_column_bytes(pointer, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func optionalText(_ column: Int32) -> String? {
    isNull(column) ? nil : text(column)
  }

  func cell(_ column: Int32) -> Cell {
    switch sqlite3_column_type(pointer, column) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(integer(column))
    default: .text(text(column))
    }
  }

  var columns: Int32 { sqlite3_column_count(pointer) }
}

/// A value of a row.
package enum Cell: Hashable, Sendable {
  case null
  case integer(Int)
  case text(String)
}

extension Cell {
  init(_ value: Int?) {
    self = value.map { .integer($0) } ?? .null
  }
}
