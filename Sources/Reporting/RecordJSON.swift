// The article record as one line of JSON: the contract with scoring scripts and users.

package import Model

/// Version of the record's keys and their meaning.
package let recordSchema = 1

/// Appends a record as one JSON object and a line feed.
///
/// Keys are in their documented order and absent ones are left out. `text` is the article's text
/// as it came, after decoding; it is put out only when given. Lists are there even when empty.
package func recordJSON(_ record: Record, into out: inout [UInt8], text: [UInt8]? = nil) {
  var bytes: [UInt8] = []
  swap(&bytes, &out)
  var json = JSONWriter(bytes)
  json.record(record, text: text)
  json.bytes.append(0x0a)
  swap(&json.bytes, &out)
}

extension JSONWriter {
  fileprivate mutating func record(_ record: Record, text: [UInt8]?) {
    beginObject()
    field("schema", recordSchema)
    field("id", record.id)
    field("archive", record.archive)
    field("ordinal", record.ordinal)
    field("url", record.url)
    field("title", record.title)
    field("source", record.source)
    field("published", record.published?.iso)
    field("publishedFrom", record.publishedFrom?.rawValue)
    if let dateline = record.dateline { self.dateline(dateline) }
    field("language", record.language)
    field("story", record.story)
    if let text {
      key("text")
      string(utf8: text)
    }
    list("sentences", record.sentences) { $0.span($1) }
    list("mentions", record.mentions) { $0.mention($1) }
    actors(record.actors)
    venues(record.venues)
    list("statements", record.statements) { $0.statement($1) }
    list("events", record.events) { $0.event($1) }
    list("figures", record.figures) { $0.figure($1) }
    list("times", record.times) { $0.time($1) }
    list("tracks", record.tracks) { $0.track($1) }
    endObject()
  }

  private mutating func list<Value>(
    _ name: StaticString, _ values: [Value], _ write: (inout JSONWriter, Value) -> Void
  ) {
    key(name)
    beginArray()
    for value in values { write(&self, value) }
    endArray()
  }

  private mutating func actor(_ name: StaticString, _ index: Int32?) {
    guard let index else { return }
    key(name)
    id("a", index)
  }

  private mutating func venue(_ name: StaticString, _ index: Int32?) {
    guard let index else { return }
    key(name)
    id("v", index)
  }

  private mutating func ends(_ span: Span) {
    field("start", Int(span.start))
    field("end", Int(span.end))
  }

  private mutating func dateline(_ dateline: Dateline) {
    key("dateline")
    beginObject()
    venue("place", dateline.place)
    actor("agency", dateline.agency)
    ends(dateline.span)
    endObject()
  }

  private mutating func mention(_ mention: Mention) {
    beginObject()
    ends(mention.span)
    field("kind", mention.kind.rawValue)
    actor("actor", mention.actor)
    venue("venue", mention.venue)
    if mention.metonym {
      key("metonym")
      bool(true)
    }
    endObject()
  }

  private mutating func actors(_ actors: [Actor]) {
    key("actors")
    beginArray()
    for index in actors.indices {
      beginObject()
      key("id")
      id("a", Int32(index))
      field("key", actors[index].key)
      field("name", actors[index].name)
      list("aliases", actors[index].aliases) { $0.string($1) }
      field("kind", actors[index].kind.rawValue)
      field("country", actors[index].country)
      field("role", actors[index].role)
      field("code", actors[index].code)
      field("mentions", actors[index].mentions)
      field("statements", actors[index].statements)
      key("salience")
      decimal(actors[index].salience, digits: 3)
      field("first", Int(actors[index].first))
      endObject()
    }
    endArray()
  }

  private mutating func venues(_ venues: [Venue]) {
    key("venues")
    beginArray()
    for (index, venue) in venues.enumerated() {
      beginObject()
      key("id")
      id("v", Int32(index))
      field("geonameid", venue.geonameid)
      field("name", venue.name)
      field("country", venue.country.isEmpty ? nil : venue.country)
      field("admin1", venue.admin1)
      if let latitude = venue.latitude, let longitude = venue.longitude {
        key("lat")
        decimal(Int(latitude), digits: 5)
        key("lon")
        decimal(Int(longitude), digits: 5)
      }
      field("feature", venue.feature)
      key("confidence")
      decimal(venue.confidence, digits: 3)
      key("roles")
      beginObject()
      for role in VenueRole.allCases where venue[role] > 0 {
        key(text: role.rawValue)
        integer(Int(venue[role]))
      }
      endObject()
      field("mentions", venue.mentions)
      endObject()
    }
    endArray()
  }

  private mutating func statement(_ statement: Statement) {
    beginObject()
    ends(statement.span)
    field("mode", statement.mode.rawValue)
    actor("speaker", statement.speaker)
    if let source = statement.source {
      key("source")
      span(source)
    }
    if let cue = statement.cue {
      key("cue")
      span(cue)
    }
    list("content", statement.content) { $0.span($1) }
    actor("via", statement.via)
    venue("venue", statement.venue)
    actor("addressee", statement.addressee)
    endObject()
  }

  private mutating func event(_ event: Event) {
    beginObject()
    field("type", event.type)
    field("mode", event.mode)
    field("plover", event.plover)
    field("cameo", event.cameo)
    field("quad", event.quad)
    if let goldstein = event.goldstein {
      key("goldstein")
      decimal(goldstein, digits: 1)
    }
    list("source", event.source) { $0.id("a", $1) }
    list("target", event.target) { $0.id("a", $1) }
    field("status", event.status.rawValue)
    actor("deniedBy", event.deniedBy)
    actor("assertedBy", event.assertedBy)
    venue("venue", event.venue)
    if event.dateStart != nil || event.dateEnd != nil {
      key("date")
      beginObject()
      field("start", event.dateStart)
      field("end", event.dateEnd)
      endObject()
    }
    key("background")
    bool(event.background)
    key("trigger")
    span(event.trigger)
    field("sentence", event.sentence)
    field("rule", event.rule)
    endObject()
  }

  private mutating func figure(_ figure: Figure) {
    beginObject()
    ends(figure.span)
    field("low", figure.low)
    field("high", figure.high)
    field("qualifier", figure.qualifier.rawValue)
    field("measure", figure.measure.rawValue)
    field("subject", figure.subject)
    actor("source", figure.source)
    venue("venue", figure.venue)
    venue("from", figure.from)
    venue("to", figure.to)
    field("since", figure.since)
    endObject()
  }

  private mutating func time(_ time: TimeExpression) {
    beginObject()
    ends(time.span)
    field("type", time.type.rawValue)
    field("value", time.value)
    endObject()
  }

  private mutating func track(_ track: Track) {
    beginObject()
    field("key", track.key)
    field("name", track.name)
    venue("venue", track.venue)
    list("parties", track.parties) { $0.id("a", $1) }
    list("mediators", track.mediators) { $0.id("a", $1) }
    field("status", track.status.rawValue)
    endObject()
  }
}
