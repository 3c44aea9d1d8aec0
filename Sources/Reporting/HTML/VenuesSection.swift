// Section: venues on the map and by role.

internal import Model
internal import Store

@Sendable
func venuesSection(_ data: ReportData) -> String {
  guard !data.venues.isEmpty else {
    return section("venues", "Venues", "", nothing("No venues in this period."))
  }
  let note =
    "The area of a circle is the number of articles; its colour is the part that the venue mainly "
    + "plays. Plain mentions decide only when there is nothing else."
  return section("venues", "Venues", note, maps(data.venues) + roleTable(data))
}

private func maps(_ venues: [VenueCount]) -> String {
  let spots = WorldMap.spots(venues)
  guard !spots.isEmpty else { return nothing("None of the venues could be placed on a map.") }
  let used = Set(spots.map { $0.venue.mainRole })
  let legend = VenueRole.allCases.filter { used.contains($0) }.map {
    "<li><span class=\"dot \($0.rawValue)\"></span>\($0.rawValue)</li>"
  }
  var html = WorldMap.definition + "\n<div class=\"maps\">"
  let focus = WorldMap.focus(spots)
  html += WorldMap.drawing(
    spots, .world, classes: focus == nil ? "map world only" : "map world",
    label: "World map of venues", labels: focus == nil ? 14 : 8)
  if let focus {
    html += WorldMap.drawing(
      spots, focus, classes: "map", label: "Map of the region of most articles", labels: 24)
  }
  return html + "</div>\n<ul class=\"legend\">\(legend.joined())</ul>\n"
}

private func roleTable(_ data: ReportData) -> String {
  let shown = data.venues.prefix(40)
  var columns = [
    TableColumn(title: "Venue"), TableColumn(title: "Country", isExtra: true),
    TableColumn(title: "Articles", isNumber: true),
    TableColumn(title: "Stories", isNumber: true, hint: "Articles without reprints"),
  ]
  for role in VenueRole.allCases {
    columns.append(TableColumn(title: role.rawValue, isNumber: true, isExtra: true))
  }
  columns.append(TableColumn(title: "Main part"))
  let greatest = shown.map(\.articles).max() ?? 1
  let rows = shown.map { venue in
    [
      "<span class=\"name\" title=\"\(escaped(venue.venue.key))\">"
        + "<bdi>\(escaped(venue.venue.name))</bdi></span>",
      "<span class=\"k\">\(escaped(venue.venue.country))</span>",
      bar(venue.articles, of: greatest), grouped(venue.stories),
    ] + venue.roles.map { $0 == 0 ? "" : grouped($0) } + [
      "<span class=\"part\"><span class=\"dot \(venue.mainRole.rawValue)\"></span>"
        + "\(venue.mainRole.rawValue)</span>"
    ]
  }
  let note =
    "The \(grouped(shown.count)) venues of most articles, of \(grouped(data.totals.venues)). "
    + "Columns named after roles count mentions in that role."
  return "<h3>By role</h3>\n<p class=\"note\">\(escaped(note))</p>\n" + table(columns, rows)
}
