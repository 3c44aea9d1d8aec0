// Figures side by side: who gave which number, for what, where.

package import Model

/// One number for a measure at a venue, from one source, and how often it was printed.
package struct FigureCount: Hashable, Sendable {
  package var measure: String
  package var venue: VenueCard?
  package var qualifier: String
  package var low: Int
  package var high: Int?
  package var source: ActorCard?
  package var articles: Int
  package var stories: Int
  package var firstDay: Day?
  package var lastDay: Day?
}

extension CorpusStore {
  /// Figures of the measures and places with the most articles, grouped by them.
  ///
  /// `groups` limits the pairs of measure and place, `limit` the figures of each. Numbers are
  /// never added. Of unlocated figures and of `other` measures nothing is given: they do not
  /// compare.
  package func figures(_ period: Period, groups: Int, limit: Int) throws -> [FigureCount] {
    try prepareCards()
    return try list(
      """
      WITH used AS (
        SELECT * FROM figure_row
        WHERE venue IS NOT NULL AND measure <> 'other' AND \(period.condition("day"))
      ), topic AS (
        SELECT measure, venue, count(DISTINCT archive || '/' || ordinal) AS n
        FROM used GROUP BY measure, venue
        ORDER BY n DESC, measure, (SELECT text FROM symbol WHERE id = venue) LIMIT ?
      ), given AS (
        SELECT u.measure, u.venue, qualifier, low, high, source, topic.n,
          count(DISTINCT archive || '/' || ordinal) AS a,
          count(DISTINCT CASE first_copy WHEN 1 THEN archive || '/' || ordinal END) AS s,
          min(day) AS first, max(day) AS last
        FROM used u JOIN topic ON topic.measure = u.measure AND topic.venue = u.venue
        GROUP BY u.measure, u.venue, qualifier, low, high, source
      ), placed AS (
        SELECT *, row_number() OVER (
          PARTITION BY measure, venue ORDER BY a DESC, s DESC, low, high, qualifier,
            (SELECT text FROM symbol WHERE id = source)) AS place
        FROM given
      )
      SELECT p.measure, p.qualifier, p.low, p.high, p.a, p.s, p.first, p.last,
        \(CorpusStore.venueColumns), \(CorpusStore.actorColumns)
      FROM placed p LEFT JOIN venue_card v ON v.id = p.venue
        LEFT JOIN actor_card c ON c.id = p.source
      WHERE place <= ?
      ORDER BY p.n DESC, p.measure, v.key, place
      """, [.integer(groups), .integer(limit)]
    ) { row in
      FigureCount(
        measure: row.text(0), venue: row.isNull(8) ? nil : CorpusStore.venueCard(row, from: 8),
        qualifier: row.text(1), low: row.integer(2), high: row.optionalInteger(3),
        source: row.isNull(16) ? nil : CorpusStore.actorCard(row, from: 16),
        articles: row.integer(4), stories: row.integer(5),
        firstDay: row.optionalInteger(6).map { Day(number: Int32(clamping: $0)) },
        lastDay: row.optionalInteger(7).map { Day(number: Int32(clamping: $0)) })
    }
  }
}
