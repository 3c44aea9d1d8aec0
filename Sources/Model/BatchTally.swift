// What a batch of articles adds to a tally: numbers made by a worker, added up by the committer.

/// The counts of a batch's articles, with symbols of its own.
///
/// Workers make these side by side; what is left for the one committer is to look the batch's few
/// symbols up once and to add numbers. Which articles are first copies of their story is known only
/// then: ``Tally/add(_:of:symbols:story:isFirstCopy:)``.
package struct BatchTally: Sendable {
  /// What one article adds: its row, and ranges of the batch's arrays.
  package struct Part: Sendable {
    package var row: ArticleRow
    package var counts: Range<Int>
    package var actorForms: Range<Int>
    package var venueForms: Range<Int>
    package var figures: Range<Int>

    package init(
      row: ArticleRow, counts: Range<Int>, actorForms: Range<Int>, venueForms: Range<Int>,
      figures: Range<Int>
    ) {
      self.row = row
      self.counts = counts
      self.actorForms = actorForms
      self.venueForms = venueForms
      self.figures = figures
    }
  }

  package var symbols = SymbolTable()
  package var parts: [Part] = []
  package var counts: [ArticleCounts.Row] = []
  /// Keys as in ``Tally/actorForms`` and ``Tally/venueForms``.
  package var actorForms: [TallyKey] = []
  package var venueForms: [TallyKey] = []
  package var figures: [FigureRow] = []

  package init() {}
}

/// The counts of one article, which statistics add to: one small table for all of them.
package struct ArticleCounts: Sendable {
  /// A count; lane 7 of its key holds the statistic.
  package typealias Row = KeyTable<Occurrences>.Entry

  /// How often, and the sentence that last touched the count.
  package struct Occurrences: Sendable, TallyValue {
    package fileprivate(set) var mentions = 0
    fileprivate var unit: UInt32 = 0

    package init() {}

    package mutating func add(_ other: Occurrences) { mentions += other.mentions }
  }

  /// The lane in which the key of a row holds its statistic.
  package static let statisticLane = 7
  /// Set there when the first two dimensions are a pair without order.
  package static let pair: UInt32 = 1 << 31

  private var table = KeyTable<Occurrences>()
  /// The article's ``DayLane``.
  private var day: UInt32 = 0
  /// Index of the statistic that counts now.
  package var statistic: UInt32 = 0

  package init() {}

  /// All counts of the article.
  package var rows: [Row] { table.entries }

  /// Begins with another article.
  package mutating func begin(day: UInt32) {
    table.removeAll()
    self.day = day
  }

  /// Counts occurrences.
  ///
  /// With a `unit` (a sentence, from 1) a second call for the same key and unit counts nothing;
  /// units of one key must come in order.
  package mutating func add(
    _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0, _ d: UInt32 = 0, _ e: UInt32 = 0,
    mentions: Int = 1, unit: UInt32 = 0
  ) {
    count(TallyKey(day, a, b, c, d, e, 0, statistic), mentions, unit)
  }

  /// Counts a pair without order, once a unit.
  package mutating func addPair(_ a: UInt32, _ b: UInt32, unit: UInt32) {
    let statistic = statistic | ArticleCounts.pair
    count(TallyKey(day, min(a, b), max(a, b), 0, 0, 0, 0, statistic), 1, unit)
  }

  private mutating func count(_ key: TallyKey, _ mentions: Int, _ unit: UInt32) {
    table.update(key) { count in
      if unit != 0 && count.unit == unit { return }
      count.mentions += mentions
      count.unit = unit
    }
  }
}

extension Tally {
  /// Adds one article of a batch.
  ///
  /// - Parameters:
  ///   - symbols: from the batch's symbols to the tally's, as `SymbolTable.absorb` gives them.
  ///   - story: id of the first copy of the article's story.
  ///   - isFirstCopy: false for a copy of a story that was seen before: it counts as an article and
  ///     not as a story.
  package mutating func add(
    _ part: BatchTally.Part, of batch: BatchTally, symbols map: [UInt32], story: String,
    isFirstCopy: Bool
  ) {
    var row = part.row
    row.story = story
    row.isFirstCopy = isFirstCopy
    articles.append(row)
    let day = row.day?.number ?? Int32.min
    for index in part.actorForms {
      actorForms.note(
        Tally.mapped(batch.actorForms[index], 0..<ActorForm.symbols, map), day: day)
    }
    for index in part.venueForms {
      venueForms.note(
        Tally.mapped(batch.venueForms[index], 0..<VenueForm.symbols, map), day: day)
    }
    for var figure in batch.figures[part.figures] {
      figure.isFirstCopy = isFirstCopy
      figure.source = map[Int(figure.source)]
      figure.venue = map[Int(figure.venue)]
      figures.append(figure)
    }
    for index in part.counts {
      var key = batch.counts[index].key
      let statistic = key[ArticleCounts.statisticLane]
      key[ArticleCounts.statisticLane] = 0
      let table = Int(statistic & ~ArticleCounts.pair)
      while counts.count <= table { counts.append(CountTable()) }
      counts[table].add(
        Tally.mapped(key, 1..<6, map), mentions: batch.counts[index].value.mentions,
        isFirstCopy: isFirstCopy, isPair: statistic & ArticleCounts.pair != 0)
    }
  }

  private static func mapped(_ key: TallyKey, _ lanes: Range<Int>, _ map: [UInt32]) -> TallyKey {
    var key = key
    for lane in lanes { key[lane] = map[Int(key[lane])] }
    return key
  }
}
