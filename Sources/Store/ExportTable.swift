// Tables as they go out: each with its columns and what they mean.

internal import Aggregation
internal import Model

/// A column of a table that goes out.
package struct ExportColumn: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case text, integer, decimal, day
  }

  package var name: String
  package var kind: Kind
  package var meaning: String

  init(_ name: String, _ kind: Kind, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
  }
}

/// A table that goes out: tidy, one fact a row.
package struct ExportTable: Hashable, Sendable {
  package var name: String
  package var summary: String
  package var columns: [ExportColumn]
  /// The query for a period; days are numbers, decimals are in units of 10^-5.
  var sql: String
}

extension CorpusStore {
  /// Hands over the rows of a table, in a total order, as the fields of its columns.
  ///
  /// Rows are read as they are needed: a table of any size takes the same memory.
  package func rows(of table: ExportTable, _ row: ([Cell]) throws -> Void) throws {
    try prepareCards()
    var cells: [Cell] = []
    try query(table.sql) { statement in
      cells.removeAll(keepingCapacity: true)
      for (index, column) in table.columns.enumerated() {
        cells.append(CorpusStore.field(statement.cell(Int32(index)), column.kind))
      }
      try row(cells)
    }
  }

  private static func field(_ cell: Cell, _ kind: ExportColumn.Kind) -> Cell {
    switch (kind, cell) {
    case (.day, .integer(let number)): .text(Day(number: Int32(clamping: number)).iso)
    case (.day, .null): .text("unknown")
    case (.decimal, .integer(let number)): .text(degrees(number))
    default: cell
    }
  }

  /// Degrees times 10^5 as a decimal with five digits.
  package static func degrees(_ value: Int) -> String {
    let digits = Day.padded(value.magnitude > Int.max ? 0 : abs(value), 6)
    return "\(value < 0 ? "-" : "")\(digits.dropLast(5)).\(digits.suffix(5))"
  }

  /// All tables that go out, for a period.
  package static func exportTables(_ period: Period) -> [ExportTable] {
    [archiveTable, sourceTable(period), articleTable(period), actorTable(period)]
      + [venueTable(period), venueRoleTable(period)]
      + statistics.map { table(for: $0, period) }
      + [figureTable(period), rejectionTable]
  }

  private static let counts = [
    ExportColumn("mentions", .integer, "Occurrences; see the table's summary."),
    ExportColumn("articles", .integer, "Articles with at least one occurrence."),
    ExportColumn("stories", .integer, "Those articles without later copies of a wire story."),
  ]

  private static let archiveTable = ExportTable(
    name: "archive", summary: "Every archive and how its reading ended, whatever the period.",
    columns: [
      ExportColumn("archive", .text, "Path as the pipeline names it."),
      ExportColumn("status", .text, "ok, truncated, crc_mismatch and so on."),
      ExportColumn("offset", .integer, "Byte of the file at which the status was decided."),
      ExportColumn("detail", .text, "What was found; empty when all is well."),
      ExportColumn("members", .integer, "Gzip members whose trailers verified."),
      ExportColumn("seen", .integer, "Articles seen: accepted plus rejected."),
      ExportColumn("accepted", .integer, "Articles accepted."),
      ExportColumn("rejected", .integer, "Articles rejected."),
      ExportColumn("inflated", .integer, "Bytes after decompression."),
      ExportColumn("compressed", .integer, "Bytes before decompression."),
      ExportColumn("digest", .text, "XXH64 of the file."),
    ],
    sql: """
      SELECT path, status, offset, detail, members, seen, accepted, rejected, inflated, compressed,
        digest FROM archive ORDER BY path
      """)

  private static let rejectionTable = ExportTable(
    name: "rejection", summary: "Every article that was refused and why, whatever the period.",
    columns: [
      ExportColumn("archive", .text, "Path of the archive."),
      ExportColumn("ordinal", .integer, "Place in the archive, from 0."),
      ExportColumn("member", .integer, "Gzip member, from 0."),
      ExportColumn("reason", .text, "Why it was refused."),
      ExportColumn("offset", .integer, "Byte of the inflated archive at which it begins."),
      ExportColumn("line", .integer, "Line of the inflated archive, from 1."),
      ExportColumn("detail", .text, "What exactly was wrong."),
    ],
    sql: """
      SELECT r.path, x.ordinal, x.member, x.reason, x.offset, x.line, x.detail
      FROM rejection x JOIN archive r ON r.id = x.archive ORDER BY r.path, x.ordinal, x.row
      """)

  private static func sourceTable(_ period: Period) -> ExportTable {
    ExportTable(
      name: "source", summary: "What each outlet published over the period.",
      columns: [
        ExportColumn("source", .text, "Outlet as the archive gives it; empty when unknown."),
        ExportColumn("bytes", .integer, "Bytes of text (UTF-8)."),
      ] + counts.dropFirst(),
      sql: """
        SELECT s.text, sum(mentions), sum(articles), sum(stories)
        FROM source_day_row t LEFT JOIN symbol s ON s.id = t.source
        WHERE \(period.condition("day")) GROUP BY t.source ORDER BY s.text
        """)
  }

  private static func articleTable(_ period: Period) -> ExportTable {
    ExportTable(
      name: "article", summary: "Every accepted article of the period.",
      columns: [
        ExportColumn("archive", .text, "Path of the archive."),
        ExportColumn("ordinal", .integer, "Place in the archive, from 0."),
        ExportColumn("id", .text, "The article's own id."),
        ExportColumn("day", .day, "Day of publication; unknown when there is none."),
        ExportColumn("source", .text, "Outlet."),
        ExportColumn("title", .text, "Title as given."),
        ExportColumn("url", .text, "Address as given."),
        ExportColumn("story", .text, "Id of the first copy of the wire story."),
        ExportColumn("first", .integer, "1 for the first copy, 0 for later ones."),
        ExportColumn("bytes", .integer, "Bytes of text (UTF-8)."),
        ExportColumn("repairs", .integer, "Sequences that were not UTF-8 and were replaced."),
        ExportColumn("sentences", .integer, "Sentences."),
        ExportColumn("mentions", .integer, "Mentions of actors and places."),
        ExportColumn("actors", .integer, "Different actors."),
        ExportColumn("venues", .integer, "Different venues."),
        ExportColumn("statements", .integer, "Statements."),
        ExportColumn("events", .integer, "Events."),
        ExportColumn("figures", .integer, "Figures."),
      ],
      sql: """
        SELECT r.path, ordinal, a.id, day, source, title, url, story, first_copy, bytes, repairs,
          sentences, mentions, actors, venues, statements, events, figures
        FROM article a JOIN archive r ON r.id = a.archive WHERE \(period.condition("day"))
        ORDER BY r.path, ordinal
        """)
  }

  private static func actorTable(_ period: Period) -> ExportTable {
    ExportTable(
      name: "actor", summary: "Every actor of the period and how often it is mentioned.",
      columns: [
        ExportColumn("actor", .text, "Key; has a ~ when the actor is in no table of knowledge."),
        ExportColumn("name", .text, "Name that most articles use."),
        ExportColumn("kind", .text, "person, government, group, organization and so on."),
        ExportColumn("country", .text, "ISO 3166-1 alpha-3."),
        ExportColumn("code", .text, "CAMEO code."),
        ExportColumn("role", .text, "Office in the latest article that gives one."),
      ] + counts + [
        ExportColumn("statements", .integer, "Statements of which it is the speaker."),
        ExportColumn("first_day", .day, "First day with a mention."),
        ExportColumn("last_day", .day, "Last day with a mention."),
      ],
      sql: """
        SELECT \(actorColumns), t.m, t.a, t.s, coalesce(w.n, 0), t.first, t.last
        FROM (
          SELECT actor, sum(mentions) AS m, sum(articles) AS a, sum(stories) AS s,
            min(day) AS first, max(day) AS last
          FROM actor_day_row WHERE \(period.condition("day")) GROUP BY actor
        ) t JOIN actor_card c ON c.id = t.actor
          LEFT JOIN (
            SELECT speaker, sum(mentions) AS n FROM statement_day_row
            WHERE \(period.condition("day")) GROUP BY speaker
          ) w ON w.speaker = t.actor
        ORDER BY c.key
        """)
  }

  private static let venueFields = [
    ExportColumn("venue", .text, "Key of the venue."),
    ExportColumn("name", .text, "Name."),
    ExportColumn("country", .text, "ISO 3166-1 alpha-3."),
    ExportColumn("admin1", .text, "First-level division."),
    ExportColumn("feature", .text, "GeoNames feature code."),
    ExportColumn("geonameid", .integer, "GeoNames id."),
    ExportColumn("latitude", .decimal, "Degrees north."),
    ExportColumn("longitude", .decimal, "Degrees east."),
  ]

  private static func venueTable(_ period: Period) -> ExportTable {
    ExportTable(
      name: "venue", summary: "Every venue of the period, all roles together.",
      columns: venueFields + counts,
      sql: """
        SELECT \(venueColumns), sum(mentions), sum(articles), sum(stories)
        FROM venue_total_day_row t JOIN venue_card v ON v.id = t.venue
        WHERE \(period.condition("day")) GROUP BY t.venue ORDER BY v.key
        """)
  }

  private static func venueRoleTable(_ period: Period) -> ExportTable {
    ExportTable(
      name: "venue_role",
      summary: "Every venue of the period by role; an article counts under every role it gives.",
      columns: venueFields + [ExportColumn("role", .text, "Part that the venue plays.")] + counts,
      sql: """
        SELECT \(venueColumns), r.text, sum(mentions), sum(articles), sum(stories)
        FROM venue_day_row t JOIN venue_card v ON v.id = t.venue JOIN symbol r ON r.id = t.role
        WHERE \(period.condition("day")) GROUP BY t.venue, t.role ORDER BY v.key, r.text
        """)
  }

  private static func figureTable(_ period: Period) -> ExportTable {
    ExportTable(
      name: "figure", summary: "Every figure of the period; competing figures stay side by side.",
      columns: [
        ExportColumn("archive", .text, "Path of the archive."),
        ExportColumn("ordinal", .integer, "Article's place in the archive, from 0."),
        ExportColumn("day", .day, "Day of publication."),
        ExportColumn("measure", .text, "What is counted: killed, displaced and so on."),
        ExportColumn("qualifier", .text, "exact, atLeast, about and so on."),
        ExportColumn("low", .integer, "The number, or the lower end of a range."),
        ExportColumn("high", .integer, "Upper end of a range."),
        ExportColumn("source", .text, "Key of the actor that gives the figure."),
        ExportColumn("venue", .text, "Key of the venue."),
      ],
      sql: """
        SELECT r.path, f.ordinal, f.day, f.measure, f.qualifier, f.low, f.high, s.text, v.text
        FROM figure_row f JOIN archive r ON r.id = f.archive
          LEFT JOIN symbol s ON s.id = f.source LEFT JOIN symbol v ON v.id = f.venue
        WHERE \(period.condition("f.day")) ORDER BY r.path, f.ordinal, f.place
        """)
  }

  /// A statistic's table: grouped by number, then ordered by text.
  private static func table(for statistic: any Statistic.Type, _ period: Period) -> ExportTable {
    let names = statistic.dimensions.map(\.name)
    let joins = names.enumerated().map { "LEFT JOIN symbol s\($0) ON s\($0).id = t.\($1)" }
    let texts = names.indices.map { "s\($0).text" }.joined(separator: ", ")
    let group = names.joined(separator: ", ")
    return ExportTable(
      name: statistic.name, summary: statistic.summary,
      columns: [ExportColumn("day", .day, "Day of publication; unknown when there is none.")]
        + statistic.dimensions.map { ExportColumn($0.name, .text, $0.meaning) }
        + [ExportColumn("mentions", .integer, statistic.unit)] + counts.dropFirst(),
      sql: """
        SELECT t.day, \(texts), t.m, t.a, t.s
        FROM (
          SELECT day, \(group), sum(mentions) AS m, sum(articles) AS a, sum(stories) AS s
          FROM \(Schema.rows(of: statistic.name)) WHERE \(period.condition("day"))
          GROUP BY day, \(group)
        ) t \(joins.joined(separator: " "))
        ORDER BY t.day IS NULL, t.day, \(texts)
        """)
  }
}
