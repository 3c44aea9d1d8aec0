// From a tally's symbols to the numbers of the store.

internal import Aggregation
internal import GRDB
internal import Model

/// The store's numbers for the keys of a tally.
struct SymbolIDs {
  private var numbers: [Int]

  /// Looks all keys up, and adds those that the store does not have.
  ///
  /// `cache` must hold numbers of the same store only; it is given the new ones.
  init(
    _ tally: Tally, _ texts: SymbolTexts, _ inserter: RowInserter, cache: inout SymbolCache
  ) throws {
    numbers = [Int](repeating: 0, count: texts.count)
    var missing: [UInt32] = []
    let isKey = SymbolIDs.keys(of: tally, count: texts.count)
    for symbol in 1..<max(1, UInt32(texts.count)) where isKey[Int(symbol)] {
      numbers[Int(symbol)] = cache.number(of: texts[symbol])
      if numbers[Int(symbol)] == 0 { missing.append(symbol) }
    }
    try add(missing, texts, inserter)
    for symbol in missing { cache.note(texts[symbol], numbers[Int(symbol)]) }
  }

  /// The number of a symbol; nil for the absent one.
  subscript(symbol: UInt32) -> Int? {
    symbol == 0 ? nil : numbers[Int(symbol)]
  }

  /// Tells which symbols are keys; names and descriptions are stored as they are.
  private static func keys(of tally: Tally, count: Int) -> [Bool] {
    var isKey = [Bool](repeating: false, count: count)
    for row in tally.actorForms.rows.entries { isKey[Int(row.key[0])] = true }
    for row in tally.venueForms.rows.entries { isKey[Int(row.key[0])] = true }
    for row in tally.figures {
      isKey[Int(row.source)] = true
      isKey[Int(row.venue)] = true
    }
    for (statistic, table) in zip(statistics, tally.counts) {
      let lanes = statistic.dimensions.count
      for row in table.rows.entries {
        for lane in 1...lanes { isKey[Int(row.key[lane])] = true }
      }
    }
    return isKey
  }

  private mutating func add(
    _ symbols: [UInt32], _ texts: SymbolTexts, _ inserter: RowInserter
  ) throws {
    let db = inserter.db
    var found = numbers
    try inserter.insert(
      symbols.count, into: "symbol", ["text"], clause: "ON CONFLICT DO NOTHING",
      { index, row in row.add(fixed: texts[symbols[index]]) },
      done: { range in
        if db.changesCount == range.count {
          // None was there: SQLite numbered them in their order.
          let first = Int(db.lastInsertedRowID) - range.count + 1
          for index in range { found[Int(symbols[index])] = first + index - range.lowerBound }
          return
        }
        let find = try SQLStatement(
          db, "SELECT id FROM symbol WHERE text = ?", path: inserter.path)
        for index in range {
          find.bind(texts[symbols[index]], at: 1)
          if try find.step() { found[Int(symbols[index])] = find.integer(0) }
          find.reset()
        }
      })
    numbers = found
  }
}

/// Numbers of the store's keys met before, so that archives need not ask for the same ones again.
///
/// A key's number never changes once it is committed; after a rollback the cache must go.
struct SymbolCache: Sendable {
  private var table = SymbolTable()
  private var numbers: [Int] = [0]

  /// About 16 MiB of keys.
  private static let limit = 1 << 18

  /// The number of a key, or 0.
  func number(of text: UnsafeRawBufferPointer) -> Int {
    numbers[Int(table.find(text))]
  }

  mutating func note(_ text: UnsafeRawBufferPointer, _ number: Int) {
    guard numbers.count < SymbolCache.limit else { return }
    let symbol = Int(table.intern(text))
    if symbol == numbers.count { numbers.append(number) }
  }
}
