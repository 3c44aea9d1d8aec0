// What actors and venues are called, decided over all archives.

internal import GRDB
internal import Synchronization

/// An actor as the reports name it.
package struct ActorCard: Hashable, Sendable {
  package var key: String
  /// The name of most articles, ties going to the first in byte order.
  package var name: String
  package var kind: String
  package var country: String?
  package var code: String?
  /// The office in the latest article that gives one.
  package var role: String?

  /// Not in the tables of knowledge.
  package var isUnresolved: Bool { key.contains("/~") }
}

/// A venue as the reports name it.
package struct VenueCard: Hashable, Sendable {
  package var key: String
  package var name: String
  package var country: String
  package var admin1: String?
  package var feature: String
  package var geonameid: Int?
  /// Degrees times 10^5.
  package var latitude: Int?
  package var longitude: Int?
}

extension CorpusStore {
  /// Columns that ``actorCard(_:from:)`` reads.
  static let actorColumns = "c.key, c.name, c.kind, c.country, c.code, c.role"
  /// Columns that ``venueCard(_:from:)`` reads.
  static let venueColumns =
    "v.key, v.name, v.country, v.admin1, v.feature, v.geonameid, v.latitude, v.longitude"

  static func actorCard(_ row: SQLStatement, from first: Int32 = 0) -> ActorCard {
    ActorCard(
      key: row.text(first), name: row.text(first + 1), kind: row.text(first + 2),
      country: row.optionalText(first + 3), code: row.optionalText(first + 4),
      role: row.optionalText(first + 5))
  }

  static func venueCard(_ row: SQLStatement, from first: Int32 = 0) -> VenueCard {
    VenueCard(
      key: row.text(first), name: row.text(first + 1), country: row.text(first + 2),
      admin1: row.optionalText(first + 3), feature: row.text(first + 4),
      geonameid: row.optionalInteger(first + 5), latitude: row.optionalInteger(first + 6),
      longitude: row.optionalInteger(first + 7))
  }

  /// Makes the temporary tables `actor_card` and `venue_card` unless they are fresh.
  ///
  /// They are part of the connection and leave no trace in the file.
  func prepareCards() throws {
    if cardsAreFresh.withLock({ $0 }) { return }
    try access { db in
      try db.execute(sql: "DROP TABLE IF EXISTS temp.actor_card")
      try db.execute(sql: "DROP TABLE IF EXISTS temp.venue_card")
      try db.execute(
        sql: """
          CREATE TEMP TABLE actor_card (
            id INTEGER PRIMARY KEY, key TEXT, name TEXT, kind TEXT, country TEXT, code TEXT,
            role TEXT)
          """)
      let fields = ["name", "kind", "country", "code"].map { winner($0, "sum(articles) DESC") }
      let role = winner("role", "max(last_day) DESC, sum(articles) DESC")
      let joins = zip(["name", "kind", "country", "code", "role"], fields + [role]).map {
        "LEFT JOIN (\($1)) w_\($0) ON w_\($0).actor = s.id"
      }
      try db.execute(
        sql: """
          INSERT INTO actor_card
            SELECT s.id, s.text, coalesce(w_name.name, s.text), coalesce(w_kind.kind, ''),
              w_country.country, w_code.code, w_role.role
            FROM (SELECT DISTINCT actor FROM actor_row) a JOIN symbol s ON s.id = a.actor
              \(joins.joined(separator: "\n  "))
          """)
      try db.execute(
        sql: """
          CREATE TEMP TABLE venue_card (
            id INTEGER PRIMARY KEY, key TEXT, name TEXT, country TEXT, admin1 TEXT, feature TEXT,
            geonameid INTEGER, latitude INTEGER, longitude INTEGER)
          """)
      try db.execute(
        sql: """
          INSERT INTO venue_card
            SELECT s.id, s.text, coalesce(name, s.text), coalesce(country, ''), admin1,
              coalesce(feature, ''), geonameid, latitude, longitude
            FROM (
              SELECT *, row_number() OVER (
                PARTITION BY venue ORDER BY sum(articles) DESC, name, country, admin1, feature,
                  latitude, longitude, geonameid) AS place
              FROM venue_row
              GROUP BY venue, name, country, admin1, feature, latitude, longitude, geonameid
            ) f JOIN symbol s ON s.id = f.venue WHERE place = 1
          """)
    }
    cardsAreFresh.withLock { $0 = true }
  }

  /// The value of a field that wins for each actor; ties go to the first in byte order.
  private func winner(_ field: String, _ order: String) -> String {
    """
    SELECT actor, \(field) FROM (
      SELECT actor, \(field),
        row_number() OVER (PARTITION BY actor ORDER BY \(order), \(field)) AS place
      FROM actor_row WHERE \(field) IS NOT NULL GROUP BY actor, \(field)
    ) WHERE place = 1
    """
  }
}
