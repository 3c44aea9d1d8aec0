// Who: actors by articles, their days, their company and their words.

package import Model

/// An actor and its counts over a period.
package struct ActorCount: Hashable, Sendable {
  package var actor: ActorCard
  package var mentions: Int
  package var articles: Int
  package var stories: Int
  package var statements: Int
  package var firstDay: Day?
  package var lastDay: Day?
}

/// Two actors and the sentences that mention both.
package struct PairCount: Hashable, Sendable {
  package var actor: ActorCard
  package var other: ActorCard
  package var mentions: Int
  package var articles: Int
  package var stories: Int
}

/// A speaker and the agency that carried the words; nil for words that no agency carried.
package struct ChannelCount: Hashable, Sendable {
  package var speaker: ActorCard
  package var via: ActorCard?
  package var statements: Int
  package var articles: Int
  package var stories: Int
}

/// Events of one kind between two actors, at any venue.
package struct EventCount: Hashable, Sendable {
  package var source: ActorCard?
  package var target: ActorCard?
  package var type: String
  package var status: String
  package var events: Int
  package var articles: Int
  package var stories: Int
}

extension CorpusStore {
  /// Actors by articles, stories, mentions, then key.
  package func actors(_ period: Period, limit: Int) throws -> [ActorCount] {
    try prepareCards()
    return try list(
      """
      SELECT \(CorpusStore.actorColumns), t.m, t.a, t.s, t.first, t.last, coalesce(w.n, 0)
      FROM (
        SELECT actor, sum(mentions) AS m, sum(articles) AS a, sum(stories) AS s,
          min(day) AS first, max(day) AS last
        FROM actor_day_row WHERE \(period.condition("day")) GROUP BY actor
        ORDER BY a DESC, s DESC, m DESC, (SELECT key FROM actor_card WHERE id = actor) LIMIT ?
      ) t JOIN actor_card c ON c.id = t.actor
        LEFT JOIN (
          SELECT speaker, sum(mentions) AS n FROM statement_day_row
          WHERE \(period.condition("day")) GROUP BY speaker
        ) w ON w.speaker = t.actor
      ORDER BY t.a DESC, t.s DESC, t.m DESC, c.key
      """, [.integer(limit)]
    ) { row in
      ActorCount(
        actor: CorpusStore.actorCard(row), mentions: row.integer(6), articles: row.integer(7),
        stories: row.integer(8), statements: row.integer(11),
        firstDay: row.optionalInteger(9).map { Day(number: Int32(clamping: $0)) },
        lastDay: row.optionalInteger(10).map { Day(number: Int32(clamping: $0)) })
    }
  }

  /// Articles by day of each of some actors, days without any left out.
  package func days(ofActors keys: [String], _ period: Period) throws -> [[DayCount]] {
    var days: [String: [DayCount]] = [:]
    try query(
      """
      SELECT s.text, day, sum(articles), sum(stories)
      FROM actor_day_row t JOIN symbol s ON s.id = t.actor
      WHERE actor IN (\(CorpusStore.symbols(keys.count))) AND \(period.condition("day"))
      GROUP BY actor, day ORDER BY actor, day IS NULL, day
      """, keys.map { .text($0) }
    ) { row in
      days[row.text(0), default: []].append(
        DayCount(
          day: row.optionalInteger(1).map { Day(number: Int32(clamping: $0)) },
          articles: row.integer(2), stories: row.integer(3)))
    }
    return keys.map { days[$0] ?? [] }
  }

  /// A query for the numbers of some texts, which are its values.
  static func symbols(_ count: Int) -> String {
    let marks = repeatElement("?", count: count).joined(separator: ", ")
    return "SELECT id FROM symbol WHERE text IN (\(marks))"
  }

  /// Pairs by articles, stories, sentences, then keys.
  package func pairs(_ period: Period, limit: Int) throws -> [PairCount] {
    try prepareCards()
    let other = CorpusStore.actorColumns.replacing("c.", with: "o.")
    return try list(
      """
      SELECT \(CorpusStore.actorColumns), \(other), t.m, t.a, t.s
      FROM (
        SELECT actor, other, sum(mentions) AS m, sum(articles) AS a, sum(stories) AS s
        FROM actor_pair_day_row WHERE \(period.condition("day")) GROUP BY actor, other
        ) t JOIN actor_card c ON c.id = t.actor JOIN actor_card o ON o.id = t.other
      ORDER BY t.a DESC, t.s DESC, t.m DESC, c.key, o.key LIMIT ?
      """, [.integer(limit)]
    ) { row in
      PairCount(
        actor: CorpusStore.actorCard(row), other: CorpusStore.actorCard(row, from: 6),
        mentions: row.integer(12), articles: row.integer(13), stories: row.integer(14))
    }
  }

  /// Speakers and their channels: those carried by an agency only, or all.
  package func channels(
    _ period: Period, carried: Bool, limit: Int
  ) throws -> [ChannelCount] {
    try prepareCards()
    let via = CorpusStore.actorColumns.replacing("c.", with: "o.")
    return try list(
      """
      SELECT \(CorpusStore.actorColumns), \(via), t.m, t.a, t.s
      FROM (
        SELECT speaker, via, sum(mentions) AS m, sum(articles) AS a, sum(stories) AS s
        FROM statement_day_row
        WHERE \(period.condition("day")) \(carried ? "AND via IS NOT NULL" : "")
        GROUP BY speaker, via
      ) t JOIN actor_card c ON c.id = t.speaker LEFT JOIN actor_card o ON o.id = t.via
      ORDER BY t.m DESC, t.a DESC, t.s DESC, c.key, o.key LIMIT ?
      """, [.integer(limit)]
    ) { row in
      ChannelCount(
        speaker: CorpusStore.actorCard(row),
        via: row.isNull(6) ? nil : CorpusStore.actorCard(row, from: 6),
        statements: row.integer(12), articles: row.integer(13), stories: row.integer(14))
    }
  }

  /// Events by articles, stories, number, then names; those without any party left out.
  package func events(_ period: Period, limit: Int) throws -> [EventCount] {
    try prepareCards()
    let target = CorpusStore.actorColumns.replacing("c.", with: "o.")
    return try list(
      """
      SELECT \(CorpusStore.actorColumns), \(target), y.text, z.text, t.m, t.a, t.s
      FROM (
        SELECT source, target, type, status, sum(mentions) AS m, sum(articles) AS a,
          sum(stories) AS s
        FROM event_day_row
        WHERE \(period.condition("day")) AND (source IS NOT NULL OR target IS NOT NULL)
        GROUP BY source, target, type, status
      ) t LEFT JOIN actor_card c ON c.id = t.source LEFT JOIN actor_card o ON o.id = t.target
        LEFT JOIN symbol y ON y.id = t.type LEFT JOIN symbol z ON z.id = t.status
      ORDER BY t.a DESC, t.s DESC, t.m DESC, c.key, o.key, y.text, z.text LIMIT ?
      """, [.integer(limit)]
    ) { row in
      EventCount(
        source: row.isNull(0) ? nil : CorpusStore.actorCard(row),
        target: row.isNull(6) ? nil : CorpusStore.actorCard(row, from: 6),
        type: row.text(12), status: row.text(13), events: row.integer(14),
        articles: row.integer(15), stories: row.integer(16))
    }
  }
}
