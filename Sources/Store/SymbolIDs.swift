// From a tally's symbols to the numbers of the store.

internal import GRDB
internal import Model

/// The store's numbers for a tally's symbols, looked up when first needed.
struct SymbolIDs {
  private var known: [Int]

  init(count: Int) {
    known = [Int](repeating: 0, count: count)
  }

  /// The number of a symbol, made when the store has none; nil for the absent symbol.
  mutating func id(
    _ symbol: UInt32, _ symbols: SymbolTable, _ db: Database, _ path: String
  ) throws -> Int? {
    guard symbol != 0 else { return nil }
    if known[Int(symbol)] != 0 { return known[Int(symbol)] }
    let find = try SQLStatement(db, "SELECT id FROM symbol WHERE text = ?", path: path)
    symbols.withBytes(of: symbol) { find.bind($0, at: 1) }
    if try find.step() {
      known[Int(symbol)] = find.integer(0)
      find.reset()
    } else {
      let insert = try SQLStatement(db, "INSERT INTO symbol (text) VALUES (?)", path: path)
      symbols.withBytes(of: symbol) { insert.bind($0, at: 1) }
      try insert.run()
      known[Int(symbol)] = Int(db.lastInsertedRowID)
    }
    return known[Int(symbol)]
  }
}
