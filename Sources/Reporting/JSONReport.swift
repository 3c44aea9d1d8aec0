// Report format json: the totals and the leading rows in one object.

internal import Model
package import Store

/// One JSON object for programs: the same rows as the page shows.
package enum JSONReport: ReportFormat {
  package static let name = "json"
  package static let summary = "One JSON file with totals, top actors, venues, pairs and figures."

  package static func write(
    _ store: CorpusStore, _ period: Period, to output: ReportOutput
  ) throws {
    let data = try ReportData(store, period)
    try output.file("report.json") { file in
      var json = JSONWriter()
      json.report(data)
      json.bytes.append(0x0a)
      try file.write(json.bytes)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func report(_ data: ReportData) {
    beginObject()
    field("schema", 1)
    key("period")
    beginObject()
    field("from", data.period.from?.iso)
    field("to", data.period.to?.iso)
    endObject()
    field("firstDay", data.totals.firstDay?.iso)
    field("lastDay", data.totals.lastDay?.iso)
    key("totals")
    beginObject()
    for (name, value) in data.totals.named {
      key(text: name)
      integer(value)
    }
    endObject()
    rows("days", data.days) { json, row in
      json.field("day", row.day?.iso ?? "unknown")
      json.field("articles", row.articles)
      json.field("stories", row.stories)
    }
    rows("sources", data.sources) { json, row in
      json.field("source", row.source)
      json.field("articles", row.articles)
      json.field("stories", row.stories)
      json.field("bytes", row.bytes)
    }
    who(data)
    whereabouts(data)
    rows("figures", data.figures) { json, row in
      json.field("measure", row.measure)
      json.field("venue", row.venue?.key)
      json.field("place", row.venue?.name)
      json.field("qualifier", row.qualifier)
      json.field("low", row.low)
      json.field("high", row.high)
      json.field("source", row.source?.key)
      json.field("articles", row.articles)
      json.field("stories", row.stories)
      json.field("firstDay", row.firstDay?.iso)
      json.field("lastDay", row.lastDay?.iso)
    }
    quality(data)
    endObject()
  }

  private mutating func rows<Row>(
    _ name: StaticString, _ rows: [Row], _ write: (inout JSONWriter, Row) -> Void
  ) {
    key(name)
    beginArray()
    for row in rows {
      beginObject()
      write(&self, row)
      endObject()
    }
    endArray()
  }

  private mutating func who(_ data: ReportData) {
    rows("actors", data.actors) { json, row in
      json.field("actor", row.actor.key)
      json.field("name", row.actor.name)
      json.field("kind", row.actor.kind)
      json.field("country", row.actor.country)
      json.field("role", row.actor.role)
      json.field("code", row.actor.code)
      json.field("mentions", row.mentions)
      json.field("articles", row.articles)
      json.field("stories", row.stories)
      json.field("statements", row.statements)
      json.field("firstDay", row.firstDay?.iso)
      json.field("lastDay", row.lastDay?.iso)
    }
    rows("pairs", data.pairs) { json, row in
      json.field("actor", row.actor.key)
      json.field("other", row.other.key)
      json.field("mentions", row.mentions)
      json.field("articles", row.articles)
      json.field("stories", row.stories)
    }
    rows("statements", data.channels) { json, row in
      json.field("speaker", row.speaker.key)
      json.field("via", row.via?.key)
      json.field("statements", row.statements)
      json.field("articles", row.articles)
      json.field("stories", row.stories)
    }
    rows("events", data.events) { json, row in
      json.field("source", row.source?.key)
      json.field("target", row.target?.key)
      json.field("type", row.type)
      json.field("status", row.status)
      json.field("events", row.events)
      json.field("articles", row.articles)
      json.field("stories", row.stories)
    }
  }

  private mutating func whereabouts(_ data: ReportData) {
    rows("venues", data.venues) { json, row in
      json.field("venue", row.venue.key)
      json.field("name", row.venue.name)
      json.field("country", row.venue.country.isEmpty ? nil : row.venue.country)
      if let latitude = row.venue.latitude, let longitude = row.venue.longitude {
        json.key("lat")
        json.decimal(latitude, digits: 5)
        json.key("lon")
        json.decimal(longitude, digits: 5)
      }
      json.field("feature", row.venue.feature)
      json.field("mentions", row.mentions)
      json.field("articles", row.articles)
      json.field("stories", row.stories)
      json.key("roles")
      json.beginObject()
      for (role, mentions) in zip(VenueRole.allCases, row.roles) where mentions > 0 {
        json.key(text: role.rawValue)
        json.integer(mentions)
      }
      json.endObject()
    }
    rows("actorVenues", data.joins) { json, row in
      json.field("actor", row.actor)
      json.field("venue", row.venue)
      json.field("mentions", row.mentions)
    }
  }

  private mutating func quality(_ data: ReportData) {
    rows("archives", data.archives) { json, row in
      json.field("archive", row.path)
      json.field("status", row.status.rawValue)
      json.field("offset", row.offset)
      json.field("detail", row.detail.isEmpty ? nil : row.detail)
      json.field("seen", row.seen)
      json.field("accepted", row.accepted)
      json.field("rejected", row.rejected)
      json.field("digest", row.digest)
    }
    rows("rejections", data.rejections) { json, row in
      json.field("reason", row.reason)
      json.field("articles", row.articles)
      json.rows("examples", row.examples) { json, example in
        json.field("archive", example.archive)
        json.field("ordinal", example.ordinal)
        json.field("line", example.line)
        json.field("detail", example.detail)
      }
    }
    rows("unresolved", data.unresolved) { json, row in
      json.field("actor", row.actor.key)
      json.field("name", row.actor.name)
      json.field("articles", row.articles)
      json.field("mentions", row.mentions)
    }
  }
}
