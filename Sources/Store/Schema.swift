// The tables of the store. Every row belongs to one archive and is replaced with it.

internal import Aggregation
internal import GRDB

/// The schema's version, and the statements that make it.
///
/// Keys of actors and venues, roles and outlets are numbers of `symbol`: an encoding, not data, so
/// it belongs to no archive. The views named like the statistics show their texts, and days as
/// dates. A day is the number of days since 1970-01-01; NULL when unknown.
enum Schema {
  /// Goes up whenever a table changes its meaning or its columns.
  static let version = 2
  /// `DRGM`: tells a store from other SQLite files.
  static let application = 0x4452_474d

  /// Tables whose rows belong to an archive and are numbered as ``rows(ofArchive:)`` says.
  static var numberedTables: [String] {
    ["actor_row", "venue_row", "figure_row"] + statistics.map { rows(of: $0.name) }
  }

  /// Tables with a column of the archive's number in their key.
  static let keyedTables = ["article", "rejection"]

  /// Bits of a row's number that count within its archive.
  private static let rowBits = 36

  /// The numbers of an archive's rows: its own number in the upper bits, so that new rows go to
  /// the end of a table and an archive's are found without an index.
  static func rows(ofArchive archive: Int) -> Range<Int> {
    archive << rowBits..<(archive + 1) << rowBits
  }

  /// The table that holds the rows behind a statistic's view.
  static func rows(of statistic: String) -> String { "\(statistic)_row" }

  private static let owner = """
    archive INTEGER NOT NULL REFERENCES archive(id) ON DELETE CASCADE
    """

  /// The columns of a row's number and of its archive, which is worked out and takes no space.
  private static let numbered = """
    row INTEGER PRIMARY KEY, archive INTEGER AS (row >> \(rowBits)) VIRTUAL
    """

  static let archive = """
    CREATE TABLE archive (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      digest TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
      status TEXT NOT NULL, offset INTEGER NOT NULL, detail TEXT NOT NULL,
      members INTEGER NOT NULL,
      seen INTEGER NOT NULL, accepted INTEGER NOT NULL, rejected INTEGER NOT NULL,
      inflated INTEGER NOT NULL, compressed INTEGER NOT NULL,
      product TEXT NOT NULL, schema INTEGER NOT NULL,
      CHECK (seen = accepted + rejected)
    ) STRICT
    """

  static let fixedTables = [
    "CREATE TABLE symbol (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
    """
    CREATE TABLE article (
      \(owner), ordinal INTEGER NOT NULL,
      id TEXT NOT NULL, day INTEGER, source TEXT, title TEXT, url TEXT, language TEXT NOT NULL,
      story TEXT NOT NULL, first_copy INTEGER NOT NULL, fingerprint INTEGER,
      bytes INTEGER NOT NULL, repairs INTEGER NOT NULL, sentences INTEGER NOT NULL,
      mentions INTEGER NOT NULL, actors INTEGER NOT NULL, venues INTEGER NOT NULL,
      statements INTEGER NOT NULL, events INTEGER NOT NULL, figures INTEGER NOT NULL,
      PRIMARY KEY (archive, ordinal)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX article_fingerprint ON article (fingerprint, first_copy)
      WHERE fingerprint IS NOT NULL
    """,
    """
    CREATE TABLE rejection (
      \(owner), row INTEGER NOT NULL,
      ordinal INTEGER NOT NULL, member INTEGER NOT NULL, reason TEXT NOT NULL,
      offset INTEGER NOT NULL, line INTEGER, detail TEXT NOT NULL,
      PRIMARY KEY (archive, row)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE actor_row (
      \(numbered),
      actor INTEGER NOT NULL, name TEXT, kind TEXT, country TEXT, code TEXT, role TEXT,
      articles INTEGER NOT NULL, last_day INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE venue_row (
      \(numbered),
      venue INTEGER NOT NULL, name TEXT, country TEXT, admin1 TEXT, feature TEXT,
      latitude INTEGER, longitude INTEGER, geonameid INTEGER,
      articles INTEGER NOT NULL, last_day INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE figure_row (
      \(numbered),
      ordinal INTEGER NOT NULL, place INTEGER NOT NULL, day INTEGER, first_copy INTEGER NOT NULL,
      measure TEXT NOT NULL, qualifier TEXT NOT NULL, low INTEGER NOT NULL, high INTEGER,
      source INTEGER, venue INTEGER
    ) STRICT
    """,
    """
    CREATE VIEW figure AS
      SELECT r.path AS archive, f.ordinal, \(date("f.day")) AS day, f.measure, f.qualifier, f.low,
        f.high, s.text AS source, v.text AS venue
      FROM figure_row f JOIN archive r ON r.id = f.archive
        LEFT JOIN symbol s ON s.id = f.source LEFT JOIN symbol v ON v.id = f.venue
    """,
    """
    CREATE VIEW actor AS
      SELECT r.path AS archive, s.text AS actor, a.name, a.kind, a.country, a.code, a.role,
        a.articles, \(date("a.last_day")) AS last_day
      FROM actor_row a JOIN archive r ON r.id = a.archive JOIN symbol s ON s.id = a.actor
    """,
    """
    CREATE VIEW venue AS
      SELECT r.path AS archive, s.text AS venue, v.name, v.country, v.admin1, v.feature,
        v.latitude / 100000.0 AS latitude, v.longitude / 100000.0 AS longitude, v.geonameid,
        v.articles, \(date("v.last_day")) AS last_day
      FROM venue_row v JOIN archive r ON r.id = v.archive JOIN symbol s ON s.id = v.venue
    """,
  ]

  /// The rows and the view of a statistic.
  static func tables(for statistic: any Statistic.Type) -> [String] {
    let names = statistic.dimensions.map(\.name)
    let joins = names.enumerated().map { "LEFT JOIN symbol s\($0) ON s\($0).id = t.\($1)" }
    let texts = names.enumerated().map { "s\($0).text AS \($1)" }
    return [
      """
      CREATE TABLE IF NOT EXISTS \(rows(of: statistic.name)) (
        \(numbered), day INTEGER,
        \(names.map { "\($0) INTEGER" }.joined(separator: ", ")),
        mentions INTEGER NOT NULL, articles INTEGER NOT NULL, stories INTEGER NOT NULL
      ) STRICT
      """,
      """
      CREATE VIEW IF NOT EXISTS \(statistic.name) AS
        SELECT r.path AS archive, \(date("t.day")) AS day, \(texts.joined(separator: ", ")),
          t.mentions, t.articles, t.stories
        FROM \(rows(of: statistic.name)) t JOIN archive r ON r.id = t.archive
          \(joins.joined(separator: " "))
      """,
    ]
  }

  private static func date(_ day: String) -> String {
    "date(\(day) * 86400, 'unixepoch')"
  }

  /// Makes a store in an empty file, in one transaction.
  static func create(_ db: Database) throws {
    try db.inTransaction {
      for sql in [archive] + fixedTables { try db.execute(sql: sql) }
      for statistic in statistics {
        for sql in tables(for: statistic) { try db.execute(sql: sql) }
      }
      try db.execute(sql: "PRAGMA application_id = \(application)")
      try db.execute(sql: "PRAGMA user_version = \(version)")
      return .commit
    }
  }

  /// Adds the tables of statistics that the store was made without.
  static func addMissing(_ db: Database) throws {
    try db.inTransaction {
      for statistic in statistics {
        for sql in tables(for: statistic) { try db.execute(sql: sql) }
      }
      return .commit
    }
  }

  /// Empty stand-ins for statistics that a store that is only read was made without.
  static func standIn(_ db: Database) throws {
    for statistic in statistics where try !db.tableExists(rows(of: statistic.name)) {
      let columns = ["archive", "row", "day"] + statistic.dimensions.map(\.name)
      let all = (columns + ["mentions", "articles", "stories"]).joined(separator: ", ")
      try db.execute(sql: "CREATE TEMP TABLE \(rows(of: statistic.name)) (\(all))")
    }
  }
}
