// Section: the leading actors by the leading venues.

internal import Store

@Sendable
func matrixSection(_ data: ReportData) -> String {
  let title = "Who is where"
  let actors = data.actors.prefix(ReportData.Limit.matrix)
  let venues = data.venues.prefix(ReportData.Limit.matrix)
  guard !data.joins.isEmpty else {
    return section("matrix", title, "", nothing("No actor and venue come together."))
  }
  var values: [String: Int] = [:]
  for join in data.joins { values["\(join.actor)\n\(join.venue)"] = join.mentions }
  let greatest = values.values.max() ?? 1
  var html = "<div class=\"scroll matrix\"><table>\n<thead><tr><td></td>"
  for venue in venues {
    html += "<th scope=\"col\" title=\"\(escaped(venue.venue.key))\">"
    html += "<span>\(escaped(venue.venue.name))</span></th>"
  }
  html += "</tr></thead>\n<tbody>\n"
  for actor in actors {
    html += "<tr><th scope=\"row\" title=\"\(escaped(actor.actor.key))\">"
    html += "<bdi>\(escaped(actor.actor.name))</bdi></th>"
    for venue in venues {
      let value = values["\(actor.actor.key)\n\(venue.venue.key)"] ?? 0
      let title = "\(actor.actor.name), \(venue.venue.name): \(counted(value, "sentence"))"
      html += "<td class=\"s\(shade(value, of: greatest))\" title=\"\(escaped(title))\">"
      html += value == 0 ? "\u{b7}</td>" : "\(grouped(value))</td>"
    }
    html += "</tr>\n"
  }
  html += "</tbody></table></div>"
  let note =
    "Sentences that mention an actor and a venue together, or put the actor there by a statement or "
    + "an event. The \(grouped(actors.count)) leading actors by the \(grouped(venues.count)) leading "
    + "venues; strong colours mean many."
  return section("matrix", title, note, html)
}

/// One of six shades by the square root of the share, so that small numbers stay visible; 0 for none.
func shade(_ value: Int, of greatest: Int) -> Int {
  guard value > 0, greatest > 0 else { return 0 }
  return min(6, 1 + WorldMap.squareRoot(value * 3_600 / greatest) / 10)
}
