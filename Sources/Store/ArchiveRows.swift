// The rows that a tally comes to, table by table.

internal import Aggregation
internal import Model
internal import Synchronization

/// Writes the rows of one archive, numbered within it from part to part.
struct ArchiveRows {
  private let archive: Int
  /// No archive has a higher number: SQLite counts the rows on by itself, which costs it less than
  /// to look for the place of each.
  private let isNewest: Bool
  /// The number of the next row, by table.
  private var next: [String: Int] = [:]

  init(archive: Int, isNewest: Bool) {
    self.archive = archive
    self.isNewest = isNewest
  }

  /// Writes what a tally holds.
  mutating func write(
    _ tally: Tally, _ inserter: RowInserter, _ cache: borrowing Mutex<SymbolCache>
  ) throws {
    try writeArticles(tally, inserter)
    try writeRejections(tally, inserter)
    try tally.symbols.withTexts { texts in
      // Taken out while in use: no other thread waits for it.
      var known = cache.withLock { $0 }
      cache.withLock { $0 = SymbolCache() }
      let ids = try SymbolIDs(tally, texts, inserter, cache: &known)
      cache.withLock { $0 = known }
      try writeActors(tally.actorForms, texts, ids, inserter)
      try writeVenues(tally.venueForms, texts, ids, inserter)
      try writeFigures(tally.figures, ids, inserter)
      for (statistic, table) in zip(statistics, tally.counts) {
        try writeCounts(statistic, table, tally.symbols, ids, inserter)
      }
    }
  }

  private func writeArticles(_ tally: Tally, _ inserter: RowInserter) throws {
    let columns = [
      "archive", "ordinal", "id", "day", "source", "title", "url", "language", "story",
      "first_copy", "fingerprint", "bytes", "repairs", "sentences", "mentions", "actors",
      "venues", "statements", "events", "figures",
    ]
    try inserter.insert(tally.articles.count, into: "article", columns) { index, row in
      let article = tally.articles[index]
      row.add(archive)
      row.add(article.ordinal)
      row.add(article.id)
      row.add(article.day.map { Int($0.number) })
      row.add(article.source)
      row.add(article.title)
      row.add(article.url)
      row.add(article.language)
      row.add(article.story)
      row.add(article.isFirstCopy ? 1 : 0)
      row.add(article.fingerprint == 0 ? nil : Int(truncatingIfNeeded: article.fingerprint))
      row.add(article.bytes)
      row.add(article.repairs)
      row.add(article.sentences)
      row.add(article.mentions)
      row.add(article.actors)
      row.add(article.venues)
      row.add(article.statements)
      row.add(article.events)
      row.add(article.figures)
    }
  }

  private mutating func writeRejections(_ tally: Tally, _ inserter: RowInserter) throws {
    let first = number(tally.rejections.count, of: "rejection", from: 0)
    let columns = ["archive", "row", "ordinal", "member", "reason", "offset", "line", "detail"]
    try inserter.insert(tally.rejections.count, into: "rejection", columns) { index, row in
      let rejection = tally.rejections[index]
      row.add(archive)
      row.add(first + index)
      row.add(rejection.ordinal)
      row.add(rejection.member)
      row.add(rejection.reason.rawValue)
      row.add(rejection.offset)
      row.add(rejection.line)
      row.add(rejection.detail)
    }
  }

  private mutating func writeActors(
    _ forms: FormTable, _ texts: SymbolTexts, _ ids: SymbolIDs, _ inserter: RowInserter
  ) throws {
    let entries = forms.rows.entries
    let columns = [
      "actor", "name", "kind", "country", "code", "role", "articles", "last_day",
    ]
    try insert(entries.count, into: "actor_row", columns, inserter) { index, row in
      let key = entries[index].key
      row.add(ids[key[0]])
      for lane in 1..<ActorForm.symbols { row.add(fixed: texts[key[lane]]) }
      row.add(entries[index].value.articles)
      row.add(ArchiveRows.day(entries[index].value))
    }
  }

  private mutating func writeVenues(
    _ forms: FormTable, _ texts: SymbolTexts, _ ids: SymbolIDs, _ inserter: RowInserter
  ) throws {
    let entries = forms.rows.entries
    let columns = [
      "venue", "name", "country", "admin1", "feature", "latitude", "longitude",
      "geonameid", "articles", "last_day",
    ]
    try insert(entries.count, into: "venue_row", columns, inserter) { index, row in
      let key = entries[index].key
      row.add(ids[key[0]])
      for lane in 1..<VenueForm.symbols { row.add(fixed: texts[key[lane]]) }
      row.add(VenueForm.coordinate(key[5]).map { Int($0) })
      row.add(VenueForm.coordinate(key[6]).map { Int($0) })
      row.add(key[7] == 0 ? nil : Int(key[7]))
      row.add(entries[index].value.articles)
      row.add(ArchiveRows.day(entries[index].value))
    }
  }

  private mutating func writeFigures(
    _ figures: [FigureRow], _ ids: SymbolIDs, _ inserter: RowInserter
  ) throws {
    let columns = [
      "ordinal", "place", "day", "first_copy", "measure", "qualifier", "low", "high",
      "source", "venue",
    ]
    try insert(figures.count, into: "figure_row", columns, inserter) { index, row in
      let figure = figures[index]
      row.add(figure.ordinal)
      row.add(figure.index)
      row.add(figure.day.map { Int($0.number) })
      row.add(figure.isFirstCopy ? 1 : 0)
      row.add(figure.measure.rawValue)
      row.add(figure.qualifier.rawValue)
      row.add(figure.low)
      row.add(figure.high)
      row.add(ids[figure.source])
      row.add(ids[figure.venue])
    }
  }

  private mutating func writeCounts(
    _ statistic: any Statistic.Type, _ table: CountTable, _ symbols: SymbolTable,
    _ ids: SymbolIDs, _ inserter: RowInserter
  ) throws {
    let name = Schema.rows(of: statistic.name)
    let entries = table.rows.entries
    let lanes = statistic.dimensions.count
    let columns =
      ["day"] + statistic.dimensions.map(\.name) + ["mentions", "articles", "stories"]
    try insert(entries.count, into: name, columns, inserter) { index, row in
      let key =
        table.isSymmetric ? symbols.ordered(entries[index].key) : entries[index].key
      row.add(DayLane.day(key[0]).map { Int($0.number) })
      for lane in 1...lanes { row.add(ids[key[lane]]) }
      let count = entries[index].value
      row.add(count.mentions)
      row.add(count.articles)
      row.add(count.stories)
    }
  }

  /// Inserts rows of a numbered table; `fill` binds the columns but the row's number.
  private mutating func insert(
    _ count: Int, into table: String, _ columns: [String], _ inserter: RowInserter,
    _ fill: (Int, inout RowBinder) throws -> Void
  ) throws {
    let first = number(count, of: table)
    let explicit = isNewest ? min(1, count) : count
    try inserter.insert(explicit, into: table, ["row"] + columns) { index, row in
      row.add(first + index)
      try fill(index, &row)
    }
    try inserter.insert(count - explicit, into: table, columns) { index, row in
      try fill(explicit + index, &row)
    }
  }

  /// The number of the first of some new rows.
  private mutating func number(_ count: Int, of table: String, from start: Int? = nil) -> Int {
    let first = next[table] ?? start ?? Schema.rows(ofArchive: archive).lowerBound
    next[table] = first + count
    return first
  }

  private static func day(_ count: FormCount) -> Int? {
    count.lastDay == Int32.min ? nil : Int(count.lastDay)
  }
}
