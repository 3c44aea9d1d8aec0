// Where: venues by articles and role, and who is where.

package import Model

/// A venue, its counts over a period, and its mentions in each role.
package struct VenueCount: Hashable, Sendable {
  package var venue: VenueCard
  package var mentions: Int
  package var articles: Int
  package var stories: Int
  /// Mentions in each role, indexed like `VenueRole.allCases`.
  package var roles: [Int]

  /// The role of most mentions but plain ones; ties go to the first in the list of roles.
  package var mainRole: VenueRole {
    var best = VenueRole.mention
    var most = 0
    for (role, mentions) in zip(VenueRole.allCases, roles)
    where role != .mention && mentions > most {
      best = role
      most = mentions
    }
    return best
  }
}

/// An actor at a venue: the sentences that join the two.
package struct ActorVenueCount: Hashable, Sendable {
  package var actor: String
  package var venue: String
  package var mentions: Int
}

extension CorpusStore {
  /// Venues by articles, stories, mentions, then key.
  package func venues(_ period: Period, limit: Int) throws -> [VenueCount] {
    try prepareCards()
    var venues = try list(
      """
      SELECT \(CorpusStore.venueColumns), t.m, t.a, t.s
      FROM (
        SELECT venue, sum(mentions) AS m, sum(articles) AS a, sum(stories) AS s
        FROM venue_total_day_row WHERE \(period.condition("day")) GROUP BY venue
      ) t JOIN venue_card v ON v.id = t.venue
      ORDER BY t.a DESC, t.s DESC, t.m DESC, v.key LIMIT ?
      """, [.integer(limit)]
    ) { row in
      VenueCount(
        venue: CorpusStore.venueCard(row), mentions: row.integer(8), articles: row.integer(9),
        stories: row.integer(10), roles: VenueRole.allCases.map { _ in 0 })
    }
    var places: [String: Int] = [:]
    for (index, venue) in venues.enumerated() { places[venue.venue.key] = index }
    try query(
      """
      SELECT s.text, r.text, sum(t.mentions)
      FROM venue_day_row t JOIN symbol s ON s.id = t.venue JOIN symbol r ON r.id = t.role
      WHERE \(period.condition("t.day")) GROUP BY t.venue, t.role
      """
    ) { row in
      guard let index = places[row.text(0)], let role = VenueRole(rawValue: row.text(1)) else {
        return
      }
      venues[index].roles[role.index] = row.integer(2)
    }
    return venues
  }

  /// Sentences that join the given actors with the given venues, by their keys.
  package func actorVenues(
    _ period: Period, actors: [String], venues: [String]
  ) throws -> [ActorVenueCount] {
    try list(
      """
      SELECT a.text, v.text, sum(t.mentions)
      FROM actor_venue_day_row t JOIN symbol a ON a.id = t.actor JOIN symbol v ON v.id = t.venue
      WHERE t.actor IN (\(CorpusStore.symbols(actors.count)))
        AND t.venue IN (\(CorpusStore.symbols(venues.count))) AND \(period.condition("t.day"))
      GROUP BY t.actor, t.venue ORDER BY a.text, v.text
      """, (actors + venues).map { .text($0) }
    ) { row in
      ActorVenueCount(actor: row.text(0), venue: row.text(1), mentions: row.integer(2))
    }
  }
}
