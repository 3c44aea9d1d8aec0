// The store as text, to compare two runs by.

internal import Aggregation
internal import GRDB

extension CorpusStore {
  /// Every row as a line, sorted: equal when two stores hold the same, however they came to it.
  ///
  /// Internal numbers are left out; rows that differ only in how an archive was cut into parts are
  /// added up.
  package func logicalDump() throws -> String {
    var lines: [String] = []
    for (name, sql) in dumps {
      try query(sql) { row in
        let cells = (0..<row.columns).map { column in
          switch row.cell(column) {
          case .null: "-"
          case .integer(let number): String(number)
          case .text(let text): "\"\(text)\""
          }
        }
        lines.append("\(name) \(cells.joined(separator: " "))")
      }
    }
    return lines.sorted().joined(separator: "\n") + "\n"
  }

  private var dumps: [(String, String)] {
    var dumps = [
      (
        "archive",
        """
        SELECT path, digest, size, status, offset, detail, members, seen, accepted, rejected,
          inflated, compressed, product, schema FROM archive
        """
      ),
      (
        "article",
        """
        SELECT r.path, ordinal, a.id, day, source, title, url, language, story, first_copy,
          fingerprint, bytes, repairs, sentences, mentions, actors, venues, statements, events,
          figures
        FROM article a JOIN archive r ON r.id = a.archive
        """
      ),
      (
        "rejection",
        """
        SELECT r.path, ordinal, member, reason, x.offset, line, x.detail
        FROM rejection x JOIN archive r ON r.id = x.archive
        """
      ),
      (
        "actor",
        """
        SELECT archive, actor, name, kind, country, code, role, sum(articles), max(last_day)
        FROM actor GROUP BY 1, 2, 3, 4, 5, 6, 7
        """
      ),
      (
        "venue",
        """
        SELECT r.path, s.text, v.name, v.country, v.admin1, v.feature, v.latitude, v.longitude,
          v.geonameid, sum(v.articles), max(v.last_day)
        FROM venue_row v JOIN archive r ON r.id = v.archive JOIN symbol s ON s.id = v.venue
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
        """
      ),
      (
        "figure",
        "SELECT archive, ordinal, day, measure, qualifier, low, high, source, venue FROM figure"
      ),
    ]
    for statistic in statistics {
      let names = (["archive", "day"] + statistic.dimensions.map(\.name)).joined(separator: ", ")
      dumps.append(
        (
          statistic.name,
          """
          SELECT \(names), sum(mentions), sum(articles), sum(stories) FROM \(statistic.name)
          GROUP BY \(names)
          """
        ))
    }
    return dumps
  }
}
