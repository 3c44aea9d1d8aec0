// Counting under a key: how often, in how many articles, in how many stories.

/// The three numbers of every count.
package struct Count: Hashable, Sendable, TallyValue {
  /// Occurrences of what the statistic counts.
  package var mentions = 0
  /// Articles with at least one occurrence.
  package var articles = 0
  /// Articles among them that are the first copy of their wire story.
  package var stories = 0

  package init() {}

  package mutating func add(_ other: Count) {
    mentions += other.mentions
    articles += other.articles
    stories += other.stories
  }
}

/// The rows of one statistic: lane 0 of a key is the day, the others its dimensions' symbols.
package struct CountTable: Sendable {
  package private(set) var rows = KeyTable<Count>()
  /// The first two dimensions are a pair without order. In the tally the smaller symbol comes
  /// first; whoever writes the rows orders the two by their bytes.
  package private(set) var isSymmetric = false

  package init() {}

  /// Adds what one article counts under a key.
  package mutating func add(_ key: TallyKey, mentions: Int, isFirstCopy: Bool, isPair: Bool) {
    var key = key
    if isPair {
      isSymmetric = true
      (key[1], key[2]) = (min(key[1], key[2]), max(key[1], key[2]))
    }
    rows.update(key) { count in
      count.mentions += mentions
      count.articles += 1
      count.stories += isFirstCopy ? 1 : 0
    }
  }

  package mutating func merge(_ other: CountTable, by map: [UInt32]) {
    isSymmetric = isSymmetric || other.isSymmetric
    for row in other.rows.entries {
      var key = row.key
      for lane in 1..<8 { key[lane] = map[Int(key[lane])] }
      if isSymmetric { (key[1], key[2]) = (min(key[1], key[2]), max(key[1], key[2])) }
      rows.update(key) { $0.add(row.value) }
    }
  }

  package mutating func removeAll() {
    rows.removeAll()
  }
}
