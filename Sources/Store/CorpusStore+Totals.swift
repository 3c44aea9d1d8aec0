// The numbers at the head of a report, and the articles of each day.

package import Model

/// What a period comes to.
package struct Totals: Hashable, Sendable {
  /// Archives in the store, whatever the period; likewise the next three.
  package var archives = 0
  package var seen = 0
  package var accepted = 0
  package var rejected = 0
  /// Articles of the period, and what was found in them.
  package var articles = 0
  package var stories = 0
  package var undated = 0
  package var bytes = 0
  package var mentions = 0
  package var statements = 0
  package var events = 0
  package var figures = 0
  /// Different actors, venues and outlets of the period.
  package var actors = 0
  package var venues = 0
  package var sources = 0
  package var firstDay: Day?
  package var lastDay: Day?

  package init() {}
}

/// Articles and stories of a day; of unknown day when nil.
package struct DayCount: Hashable, Sendable {
  package var day: Day?
  package var articles: Int
  package var stories: Int
}

/// What an outlet published.
package struct SourceCount: Hashable, Sendable {
  package var source: String?
  package var articles: Int
  package var stories: Int
  package var bytes: Int
}

extension CorpusStore {
  package func totals(_ period: Period) throws -> Totals {
    var totals = Totals()
    try query(
      """
      SELECT count(*), coalesce(sum(seen), 0), coalesce(sum(accepted), 0),
        coalesce(sum(rejected), 0) FROM archive
      """
    ) { row in
      totals.archives = row.integer(0)
      totals.seen = row.integer(1)
      totals.accepted = row.integer(2)
      totals.rejected = row.integer(3)
    }
    try query(
      """
      SELECT count(*), coalesce(sum(first_copy), 0), coalesce(sum(day IS NULL), 0),
        coalesce(sum(bytes), 0), coalesce(sum(mentions), 0), coalesce(sum(statements), 0),
        coalesce(sum(events), 0), coalesce(sum(figures), 0), min(day), max(day),
        count(DISTINCT source)
      FROM article WHERE \(period.condition("day"))
      """
    ) { row in
      totals.articles = row.integer(0)
      totals.stories = row.integer(1)
      totals.undated = row.integer(2)
      totals.bytes = row.integer(3)
      totals.mentions = row.integer(4)
      totals.statements = row.integer(5)
      totals.events = row.integer(6)
      totals.figures = row.integer(7)
      totals.firstDay = row.optionalInteger(8).map { Day(number: Int32(clamping: $0)) }
      totals.lastDay = row.optionalInteger(9).map { Day(number: Int32(clamping: $0)) }
      totals.sources = row.integer(10)
    }
    totals.actors = try distinct("actor", "actor_day_row", period)
    totals.venues = try distinct("venue", "venue_total_day_row", period)
    return totals
  }

  /// Articles of each day that has any, in order; unknown days come last.
  package func articlesPerDay(_ period: Period) throws -> [DayCount] {
    try list(
      """
      SELECT day, sum(articles), sum(stories) FROM source_day_row
      WHERE \(period.condition("day")) GROUP BY day ORDER BY day IS NULL, day
      """
    ) { row in
      DayCount(
        day: row.optionalInteger(0).map { Day(number: Int32(clamping: $0)) },
        articles: row.integer(1), stories: row.integer(2))
    }
  }

  /// What each outlet published, the most first.
  package func sources(_ period: Period) throws -> [SourceCount] {
    try list(
      """
      SELECT s.text, sum(articles), sum(stories), sum(mentions)
      FROM source_day_row t LEFT JOIN symbol s ON s.id = t.source
      WHERE \(period.condition("day")) GROUP BY t.source ORDER BY 2 DESC, 3 DESC, 1
      """
    ) { row in
      SourceCount(
        source: row.optionalText(0), articles: row.integer(1), stories: row.integer(2),
        bytes: row.integer(3))
    }
  }

  private func distinct(_ column: String, _ table: String, _ period: Period) throws -> Int {
    var count = 0
    try query(
      "SELECT count(DISTINCT \(column)) FROM \(table) WHERE \(period.condition("day"))"
    ) { count = $0.integer(0) }
    return count
  }
}
