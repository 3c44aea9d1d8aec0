// Section: the actors of most articles, with what is known about them and how they fare by day.

internal import Model
internal import Store

/// The name of an actor, with its key on hover and a mark when it is in no table.
func actorName(_ actor: ActorCard) -> String {
  let mark =
    actor.isUnresolved
    ? "<abbr class=\"flag\" title=\"In no table of knowledge\">new</abbr>" : ""
  return
    "<span class=\"name\" title=\"\(escaped(actor.key))\"><bdi>\(escaped(actor.name))</bdi></span>"
    + mark
}

@Sendable
func actorsSection(_ data: ReportData) -> String {
  guard !data.actors.isEmpty else {
    return section("actors", "Actors", "", nothing("No actors in this period."))
  }
  let columns = [
    TableColumn(title: "Actor"), TableColumn(title: "Kind", isExtra: true),
    TableColumn(title: "Country", isExtra: true), TableColumn(title: "Role", isExtra: true),
    TableColumn(title: "Articles", isNumber: true),
    TableColumn(title: "Share", isNumber: true, hint: "Share of the articles of the period"),
    TableColumn(title: "Stories", isNumber: true, hint: "Articles without reprints"),
    TableColumn(title: "Mentions", isNumber: true, isExtra: true),
    TableColumn(title: "Statements", isNumber: true, isExtra: true),
    TableColumn(title: "By day", isExtra: true),
  ]
  let greatest = data.actors.map(\.articles).max() ?? 1
  let rows = zip(data.actors, data.actorDays).map { actor, days in
    [
      actorName(actor.actor), "<span class=\"k\">\(escaped(actor.actor.kind))</span>",
      "<span class=\"k\">\(escaped(actor.actor.country ?? ""))</span>",
      "<span class=\"k\">\(escaped(actor.actor.role ?? ""))</span>",
      bar(actor.articles, of: greatest), percent(actor.articles, of: data.totals.articles),
      grouped(actor.stories), grouped(actor.mentions), grouped(actor.statements),
      sparkline(days, data.totals),
    ]
  }
  let note =
    "The \(grouped(data.actors.count)) actors named in most articles, of "
    + "\(grouped(data.totals.actors)). A share is a share of all articles of the period."
  return section("actors", "Actors", note, table(columns, rows))
}

/// Articles over the days of the period as a small area, in at most 55 steps.
func sparkline(_ days: [DayCount], _ totals: Totals) -> String {
  guard let first = totals.firstDay, let last = totals.lastDay else { return "" }
  let length = Int(last.number) - Int(first.number) + 1
  let width = (length + 54) / 55
  var steps = [Int](repeating: 0, count: (length + width - 1) / width)
  for count in days {
    guard let day = count.day, day >= first, day <= last else { continue }
    steps[(Int(day.number) - Int(first.number)) / width] += count.articles
  }
  let greatest = max(1, steps.max() ?? 1)
  var path = "M0 20"
  for (index, value) in steps.enumerated() {
    let y = units(2_000 - value * 1_800 / greatest)
    path += "V\(y)H\(index + 1)"
  }
  return
    "<svg class=\"spark\" viewBox=\"0 0 \(steps.count) 20\" preserveAspectRatio=\"none\">"
    + "<title>At most \(counted(greatest, "article")) "
    + "\(width == 1 ? "a day" : "in \(width) days")</title>"
    + "<path d=\"\(path)V20z\"/></svg>"
}
