// Inserting many rows by one statement: to start a statement costs more than a row does.

internal import GRDB
internal import GRDBSQLite

/// Inserts rows into a table, ``batch`` at a time and what is left over in smaller parts.
struct RowInserter {
  let db: Database
  let path: String

  /// Rows of the largest statement; with twenty columns far below SQLite's limit of values.
  static let batch = 64

  /// Inserts `count` rows; `fill` binds the values of one, in the order of the columns.
  ///
  /// Rows whose text has no fixed address must bind it as a string. `done` is told which rows a
  /// statement has inserted. `clause` goes behind the values.
  func insert(
    _ count: Int, into table: String, _ columns: [String], clause: String = "",
    _ fill: (Int, inout RowBinder) throws -> Void, done: (Range<Int>) throws -> Void = { _ in }
  ) throws {
    var next = 0
    for size in [RowInserter.batch, 8, 1] where count - next >= size {
      let marks = "(\(Array(repeating: "?", count: columns.count).joined(separator: ",")))"
      let rows = Array(repeating: marks, count: size).joined(separator: ",")
      let statement = try SQLStatement(
        db, "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES \(rows) \(clause)",
        path: path)
      while count - next >= size {
        var binder = statement.binder()
        for row in next..<next + size { try fill(row, &binder) }
        try statement.run()
        try done(next..<next + size)
        next += size
      }
    }
  }
}

/// Binds values to a statement's parameters one after the other.
struct RowBinder {
  private let pointer: OpaquePointer
  private var index: Int32 = 0

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  mutating func add(_ value: Int) {
    index += 1
    sqlite3_bind_int64(pointer, index, Int64(value))
  }

  mutating func add(_ value: Int?) {
    guard let value else { return addNull() }
    add(value)
  }

  mutating func addNull() {
    index += 1
    sqlite3_bind_null(pointer, index)
  }

  /// Binds a copy of a text.
  mutating func add(_ text: String?) {
    guard var text else { return addNull() }
    index += 1
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else {
        sqlite3_bind_text(pointer, index, "", 0, nil)
        return
      }
      start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        _ = sqlite3_bind_text(pointer, index, $0, Int32(clamping: bytes.count), copies)
      }
    }
  }

  /// Binds bytes that stay where they are until the statement has run; NULL when there are none.
  mutating func add(fixed text: UnsafeRawBufferPointer) {
    guard let start = text.baseAddress else { return addNull() }
    index += 1
    sqlite3_bind_text(
      pointer, index, start.assumingMemoryBound(to: CChar.self), Int32(clamping: text.count), nil)
  }
}
