// Report format html: one page for people, that needs nothing but itself.

internal import Model
package import Store

/// A self-contained page: inline style and drawings, no scripts, no network.
package enum HTMLReport: ReportFormat {
  package static let name = "html"
  package static let summary = "One self-contained page with charts, a map and tables."

  package static func write(
    _ store: CorpusStore, _ period: Period, to output: ReportOutput
  ) throws {
    let data = try ReportData(store, period)
    try output.file("report.html") { file in
      try file.write(page(data))
    }
  }

  /// The sections in their order, with the words that lead to them.
  private static let sections:
    [(id: String, title: String, body: @Sendable (ReportData) -> String)] = [
      ("days", "Articles per day", daysSection),
      ("actors", "Actors", actorsSection),
      ("venues", "Venues", venuesSection),
      ("matrix", "Who is where", matrixSection),
      ("pairs", "Who with whom", pairsSection),
      ("words", "Who spoke through whom", channelsSection),
      ("events", "Who did what", eventsSection),
      ("figures", "Figures", figuresSection),
      ("quality", "Data quality", qualitySection),
      ("glossary", "Glossary", { _ in glossarySection }),
    ]

  /// The whole page.
  static func page(_ data: ReportData) -> String {
    let links = sections.map { "<a href=\"#\($0.id)\">\(escaped($0.title))</a>" }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>Dragoman report, \(escaped(heading(data)))</title>
      <style>
      \(styleSheet)
      </style>
      </head>
      <body>
      <header>
      <p class="brand">Dragoman</p>
      <h1>Actors and venues in the news</h1>
      <p class="period">\(escaped(heading(data)))</p>
      \(headline(data.totals))
      <nav aria-label="Sections">\(links.joined(separator: " "))</nav>
      </header>
      <main>
      \(sections.map { $0.body(data) }.joined())</main>
      <footer><p>\(escaped(footer(data)))</p></footer>
      </body>
      </html>

      """
  }

  /// Nothing may be loaded, sent or run; only the page's own style applies.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  private static func heading(_ data: ReportData) -> String {
    let (period, totals) = (data.period, data.totals)
    guard period.from != nil || period.to != nil else {
      guard let first = totals.firstDay, let last = totals.lastDay else {
        return "No dated articles"
      }
      return first == last ? first.iso : "\(first.iso) to \(last.iso)"
    }
    switch (period.from, period.to) {
    case (let from?, let to?): return "\(from.iso) to \(to.iso)"
    case (let from?, nil): return "from \(from.iso)"
    case (nil, let to?): return "to \(to.iso)"
    default: return ""
    }
  }

  private static func footer(_ data: ReportData) -> String {
    let last = data.totals.lastDay.map { "; the last day is \($0.iso)" } ?? ""
    return "Made by Dragoman from \(counted(data.totals.archives, "archive"))\(last). "
      + "World outlines: Natural Earth, public domain. Place data: GeoNames, CC BY 4.0."
  }

  private static func headline(_ totals: Totals) -> String {
    let cards: [(Int, String, String)] = [
      (totals.articles, "articles", "\(grouped(totals.stories)) without reprints"),
      (totals.actors, "actors", counted(totals.mentions, "mention")),
      (totals.venues, "venues", counted(totals.sources, "outlet")),
      (totals.statements, "statements", counted(totals.events, "event")),
      (totals.figures, "figures", readableBytes(totals.bytes) + " of text"),
      (
        totals.archives, "archives",
        "\(grouped(totals.seen)) seen, \(grouped(totals.rejected)) rejected"
      ),
    ]
    let items = cards.map { value, name, note in
      "<div><dt>\(escaped(name))</dt><dd>\(grouped(value))</dd><dd class=\"sub\">\(escaped(note))</dd></div>"
    }
    return "<dl class=\"cards\">\n\(items.joined(separator: "\n"))\n</dl>"
  }
}
