// Interning: one number for one string of bytes.

import Model
import Testing

@Suite("Symbols")
struct SymbolTableTests {
  @Test("Strings keep their numbers and their bytes while the table grows")
  func growth() {
    var table = SymbolTable()
    let words = (0..<5_000).map { "key/\($0 % 7)/some-name-\($0)" } + ["", "é", "e\u{301}", "\0"]
    let first = words.map { table.intern($0) }
    #expect(words.map { table.intern($0) } == first)
    for (word, symbol) in zip(words, first) {
      #expect(Array(table.text(symbol).utf8) == Array(word.utf8))
    }
    #expect(Set(first).count == words.count)
    #expect(table.intern(nil as String?) == 0 && table.intern("") == 0)
  }

  @Test("Order is that of the bytes", arguments: [("a", "b"), ("a", "aa"), ("", "a"), ("Z", "a")])
  func order(smaller: String, larger: String) {
    var table = SymbolTable()
    let (b, a) = (table.intern(larger), table.intern(smaller))
    #expect(table.compare(a, b) < 0 && table.compare(b, a) > 0 && table.compare(a, a) == 0)
  }

  @Test("Absorbing another table maps its symbols")
  func absorb() {
    var (a, b) = (SymbolTable(), SymbolTable())
    _ = a.intern("x")
    let (y, x) = (b.intern("y"), b.intern("x"))
    let map = a.absorb(b)
    #expect(a.text(map[Int(y)]) == "y" && a.text(map[Int(x)]) == "x" && map[0] == 0)
    #expect(a.count == 3)
  }
}
