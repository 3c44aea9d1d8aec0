// Sections: who appears with whom, who speaks through whom, who does what to whom.

internal import Store

@Sendable
func pairsSection(_ data: ReportData) -> String {
  let title = "Who with whom"
  guard let greatest = data.pairs.map(\.articles).max() else {
    return section("pairs", title, "", nothing("No two actors are mentioned in one sentence."))
  }
  let columns = [
    TableColumn(title: "Actor"), TableColumn(title: "And"),
    TableColumn(title: "Articles", isNumber: true),
    TableColumn(title: "Stories", isNumber: true, isExtra: true, hint: "Articles without reprints"),
    TableColumn(title: "Sentences", isNumber: true),
  ]
  let rows = data.pairs.map { pair in
    [
      actorName(pair.actor), actorName(pair.other), bar(pair.articles, of: greatest),
      grouped(pair.stories), grouped(pair.mentions),
    ]
  }
  return section(
    "pairs", title, "Actors that are mentioned in one sentence; a pair has no direction.",
    table(columns, rows))
}

@Sendable
func channelsSection(_ data: ReportData) -> String {
  let title = "Who spoke through whom"
  guard let greatest = data.channels.map(\.statements).max() else {
    return section("words", title, "", nothing("No statements that an agency or outlet carried."))
  }
  let columns = [
    TableColumn(title: "Speaker"), TableColumn(title: "Carried by"),
    TableColumn(title: "Statements", isNumber: true),
    TableColumn(title: "Articles", isNumber: true, isExtra: true),
    TableColumn(title: "Stories", isNumber: true, hint: "Articles without reprints"),
  ]
  let rows = data.channels.map { channel in
    [
      actorName(channel.speaker), channel.via.map { actorName($0) } ?? "",
      bar(channel.statements, of: greatest), grouped(channel.articles), grouped(channel.stories),
    ]
  }
  return section(
    "words", title,
    "Statements that the text says were carried by an agency, a broadcaster or an outlet.",
    table(columns, rows))
}

@Sendable
func eventsSection(_ data: ReportData) -> String {
  let title = "Who did what"
  guard let greatest = data.events.map(\.articles).max() else {
    return section("events", title, "", nothing("No events with a known party."))
  }
  let columns = [
    TableColumn(title: "Source"), TableColumn(title: "Act"), TableColumn(title: "Target"),
    TableColumn(title: "Status"), TableColumn(title: "Articles", isNumber: true),
    TableColumn(title: "Stories", isNumber: true, isExtra: true, hint: "Articles without reprints"),
    TableColumn(title: "Events", isNumber: true, isExtra: true),
  ]
  let rows = data.events.map { event in
    [
      event.source.map { actorName($0) } ?? "", escaped(event.type.lowercased()),
      event.target.map { actorName($0) } ?? "",
      "<span class=\"k\">\(escaped(event.status))</span>", bar(event.articles, of: greatest),
      grouped(event.stories), grouped(event.events),
    ]
  }
  return section(
    "events", title,
    "Events with a known source or target, in PLOVER's vocabulary; history is left out.",
    table(columns, rows))
}
