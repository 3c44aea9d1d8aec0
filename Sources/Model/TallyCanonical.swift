// One text for all tallies that mean the same, whatever the order in which they were made.

extension Tally {
  /// Every row as a line, sorted: equal for two tallies when they hold the same.
  package func canonicalLines() -> [String] {
    var lines: [String] = []
    for row in articles { lines.append("article \(row)") }
    for row in rejections { lines.append("rejection \(row)") }
    for row in figures {
      var plain = row
      plain.source = 0
      plain.venue = 0
      lines.append(
        "figure \(plain) [\(symbols.text(row.source))] [\(symbols.text(row.venue))]")
    }
    for (key, count) in pairs(actorForms.rows) {
      lines.append("actor \(texts(key, 0..<6)) \(count.articles) \(count.lastDay)")
    }
    for (key, count) in pairs(venueForms.rows) {
      let numbers = [key[5], key[6], key[7]]
      lines.append("venue \(texts(key, 0..<5)) \(numbers) \(count.articles) \(count.lastDay)")
    }
    for (index, table) in counts.enumerated() {
      for (unordered, count) in pairs(table.rows) {
        let key = table.isSymmetric ? symbols.ordered(unordered) : unordered
        lines.append(
          "count \(index) \(key[0]) \(texts(key, 1..<8)) "
            + "\(count.mentions) \(count.articles) \(count.stories)")
      }
    }
    return lines.sorted()
  }

  private func pairs<Value>(_ table: KeyTable<Value>) -> [(TallyKey, Value)] {
    table.entries.map { ($0.key, $0.value) }
  }

  private func texts(_ key: TallyKey, _ lanes: Range<Int>) -> String {
    lanes.map { "[\(symbols.text(key[$0]))]" }.joined(separator: " ")
  }
}

extension SymbolTable {
  /// A key whose first two dimensions are put into the byte order of their strings.
  package func ordered(_ key: TallyKey) -> TallyKey {
    guard compare(key[1], key[2]) > 0 else { return key }
    var key = key
    (key[1], key[2]) = (key[2], key[1])
    return key
  }
}
