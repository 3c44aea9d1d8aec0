// What to know before trusting the numbers: refusals, and names that nobody knows.

/// Refusals for one reason, with some of them.
package struct RejectionCount: Hashable, Sendable {
  package struct Example: Hashable, Sendable {
    package var archive: String
    package var ordinal: Int
    package var line: Int?
    package var detail: String
  }

  package var reason: String
  package var articles: Int
  package var examples: [Example]
}

extension CorpusStore {
  /// Refusals by reason, the most first, whatever the period: who was refused has no day.
  package func rejections(examples: Int) throws -> [RejectionCount] {
    var result = try list(
      "SELECT reason, count(*) FROM rejection GROUP BY reason ORDER BY 2 DESC, 1"
    ) { row in
      RejectionCount(reason: row.text(0), articles: row.integer(1), examples: [])
    }
    for index in result.indices {
      result[index].examples = try list(
        """
        SELECT r.path, x.ordinal, x.line, x.detail FROM rejection x
        JOIN archive r ON r.id = x.archive WHERE x.reason = ? ORDER BY r.path, x.ordinal LIMIT ?
        """, [.text(result[index].reason), .integer(examples)]
      ) { row in
        RejectionCount.Example(
          archive: row.text(0), ordinal: row.integer(1), line: row.optionalInteger(2),
          detail: row.text(3))
      }
    }
    return result
  }

  /// Actors that are in no table of knowledge, by articles: what to add to the tables next.
  package func unresolved(_ period: Period, limit: Int) throws -> [ActorCount] {
    try prepareCards()
    return try list(
      """
      SELECT \(CorpusStore.actorColumns), t.m, t.a, t.s
      FROM actor_card c JOIN (
        SELECT actor, sum(mentions) AS m, sum(articles) AS a, sum(stories) AS s
        FROM actor_day_row WHERE \(period.condition("day")) GROUP BY actor
      ) t ON t.actor = c.id
      WHERE instr(c.key, '/~') > 0 ORDER BY t.a DESC, t.s DESC, t.m DESC, c.key LIMIT ?
      """, [.integer(limit)]
    ) { row in
      ActorCount(
        actor: CorpusStore.actorCard(row), mentions: row.integer(6), articles: row.integer(7),
        stories: row.integer(8), statements: 0)
    }
  }
}
