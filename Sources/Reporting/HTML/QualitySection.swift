// Section: what to know before trusting the numbers.

internal import Model
internal import Store

@Sendable
func qualitySection(_ data: ReportData) -> String {
  let totals = data.totals
  let facts = [
    (
      "Articles",
      "\(grouped(totals.seen)) seen = \(grouped(totals.accepted)) accepted + "
        + "\(grouped(totals.rejected)) rejected, in all archives"
    ),
    (
      "Without a date",
      totals.undated == 0
        ? "none of the period"
        : "\(grouped(totals.undated)) (\(percent(totals.undated, of: totals.articles)) of the "
          + "period); they are in all tables, under the day “unknown”"
    ),
    (
      "Reprints",
      "\(grouped(totals.articles - totals.stories)) articles "
        + "(\(percent(totals.articles - totals.stories, of: totals.articles)))"
    ),
  ]
  let list = facts.map { "<dt>\(escaped($0.0))</dt><dd>\(escaped($0.1))</dd>" }
  return section(
    "quality", "Data quality", "",
    "<dl class=\"facts\">\(list.joined(separator: "\n"))</dl>\n" + archives(data)
      + rejections(data) + outlets(data) + unresolved(data))
}

/// Archives that are listed: all that have a problem, and the first of the others.
private let archiveLimit = 60

private func archives(_ data: ReportData) -> String {
  guard !data.archives.isEmpty else {
    return "<h3>Archives</h3>\n" + nothing("No archives have been read.")
  }
  let bad = data.archives.filter { $0.status != .ok || $0.rejected > 0 }
  let good = data.archives.filter { $0.status == .ok && $0.rejected == 0 }
  let shown = bad.prefix(archiveLimit) + good.prefix(max(0, archiveLimit - bad.count))
  let columns = [
    TableColumn(title: "Archive"), TableColumn(title: "Status"),
    TableColumn(title: "Seen", isNumber: true), TableColumn(title: "Rejected", isNumber: true),
    TableColumn(title: "Text", isNumber: true, isExtra: true),
    TableColumn(title: "What was found", isExtra: true),
  ]
  let rows = shown.map { archive in
    [
      "<span class=\"mono\"><bdi>\(escaped(archive.path))</bdi></span>",
      "<span class=\"status\(archive.status == .ok ? "" : " bad")\">"
        + "\(archive.status.rawValue)</span>",
      grouped(archive.seen), archive.rejected == 0 ? "" : grouped(archive.rejected),
      readableBytes(archive.inflatedBytes), "<span class=\"k\">\(escaped(archive.detail))</span>",
    ]
  }
  let rest = data.archives.count - shown.count
  let more = rest > 0 ? "<p class=\"note\">\(grouped(rest)) more in csv/archive.csv.</p>" : ""
  return "<h3>Archives</h3>\n" + table(columns, rows) + more
}

private func rejections(_ data: ReportData) -> String {
  guard !data.rejections.isEmpty else {
    return "<h3>Rejected articles</h3>\n" + nothing("No article was rejected.")
  }
  let columns = [
    TableColumn(title: "Reason"), TableColumn(title: "Articles", isNumber: true),
    TableColumn(title: "Examples"),
  ]
  let rows = data.rejections.map { rejection in
    let examples = rejection.examples.map { example in
      let place =
        example.line.map { "line \(grouped($0))" } ?? "article \(grouped(example.ordinal))"
      return "<div><span class=\"mono\"><bdi>\(escaped(example.archive))</bdi>, \(place)</span> "
        + "<span class=\"k\">\(escaped(example.detail))</span></div>"
    }
    return [
      "<span class=\"status\">\(escaped(rejection.reason))</span>", grouped(rejection.articles),
      examples.joined(),
    ]
  }
  return "<h3>Rejected articles</h3>\n" + table(columns, rows)
}

private func outlets(_ data: ReportData) -> String {
  guard !data.sources.isEmpty else { return "" }
  let columns = [
    TableColumn(title: "Outlet"), TableColumn(title: "Articles", isNumber: true),
    TableColumn(title: "Stories", isNumber: true, hint: "Articles without reprints"),
    TableColumn(title: "Text", isNumber: true),
  ]
  let shown = data.sources.prefix(20)
  let greatest = shown.map(\.articles).max() ?? 1
  let rows = shown.map { source in
    [
      source.source.map { "<bdi>\(escaped($0))</bdi>" } ?? "<span class=\"k\">not given</span>",
      bar(source.articles, of: greatest), grouped(source.stories), readableBytes(source.bytes),
    ]
  }
  let rest = data.sources.count - shown.count
  let more = rest > 0 ? "<p class=\"note\">\(grouped(rest)) more in csv/source.csv.</p>" : ""
  return "<h3>Outlets</h3>\n" + table(columns, rows) + more
}

private func unresolved(_ data: ReportData) -> String {
  guard !data.unresolved.isEmpty else {
    return "<h3>Names in no table</h3>\n" + nothing("Every actor is in a table of knowledge.")
  }
  let columns = [
    TableColumn(title: "Name"), TableColumn(title: "Kind"),
    TableColumn(title: "Key", isExtra: true),
    TableColumn(title: "Articles", isNumber: true), TableColumn(title: "Mentions", isNumber: true),
  ]
  let greatest = data.unresolved.map(\.articles).max() ?? 1
  let rows = data.unresolved.map { actor in
    [
      "<bdi>\(escaped(actor.actor.name))</bdi>",
      "<span class=\"k\">\(escaped(actor.actor.kind))</span>",
      "<span class=\"mono\">\(escaped(actor.actor.key))</span>",
      bar(actor.articles, of: greatest), grouped(actor.mentions),
    ]
  }
  let note = "The most frequent ones: what a table of your own could add."
  return "<h3>Names in no table</h3>\n<p class=\"note\">\(note)</p>\n" + table(columns, rows)
}
