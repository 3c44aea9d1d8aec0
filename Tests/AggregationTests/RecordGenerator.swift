// Records at random from a seed: what the laws of tallies are checked with.

import Model

/// SplitMix64: small, seeded, the same everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// Makes records that are consistent in themselves, from few names so that keys recur.
struct RecordGenerator {
  var random: SeededGenerator
  var actors = 20
  var venues = 10
  var mentions = 60
  var sentences = 25
  /// How many different actors and venues there are in the world.
  var world = 60
  private var ordinal = 0

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func upTo(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &random) }

  mutating func record() -> Record {
    var record = Record(id: "article-\(ordinal)", archive: "a.jsonl.gz", ordinal: ordinal)
    ordinal += 1
    if upTo(10) > 0 { record.published = Day(number: Int32(17_000 + upTo(5))) }
    if upTo(8) > 0 { record.source = "outlet-\(upTo(3))" }
    record.bytes = 500 + upTo(5000)
    record.fingerprint = random.next()
    for index in 0..<sentences {
      record.sentences.append(Span(Int32(index * 100), Int32(index * 100 + 99)))
    }
    addActors(to: &record)
    addVenues(to: &record)
    addMentions(to: &record)
    addStatementsAndEvents(to: &record)
    return record
  }

  private mutating func addActors(to record: inout Record) {
    var seen: Set<Int> = []
    while seen.count < min(actors, world) {
      let number = upTo(world)
      guard seen.insert(number).inserted else { continue }
      var actor = Actor(
        key: "person/\(number % 3 == 0 ? "~" : "")somebody-\(number)",
        name: upTo(4) == 0 ? "Mr. Somebody \(number)" : "Some Body \(number)",
        kind: Actor.Kind.allCases[number % Actor.Kind.allCases.count])
      if number % 2 == 0 { actor.country = "SYR" }
      if upTo(3) == 0 { actor.role = "president" }
      actor.code = number % 5 == 0 ? "SYRGOV" : nil
      record.actors.append(actor)
    }
  }

  private mutating func addVenues(to record: inout Record) {
    var seen: Set<Int> = []
    while seen.count < min(venues, world) {
      let number = upTo(world)
      guard seen.insert(number).inserted else { continue }
      var venue = Venue(name: "Town \(number)", country: "KAZ", feature: "PPL")
      if number % 4 > 0 { venue.geonameid = 1_000_000 + number }
      if number % 3 > 0 {
        venue.latitude = Int32(number * 1000)
        venue.longitude = Int32(-number * 2000)
      }
      for role in VenueRole.allCases where upTo(4) == 0 { venue[role] = Int32(1 + upTo(3)) }
      record.venues.append(venue)
    }
  }

  private mutating func addMentions(to record: inout Record) {
    var offsets: [Int] = []
    for _ in 0..<mentions { offsets.append(upTo(sentences * 100)) }
    for offset in offsets.sorted() {
      let isPlace = upTo(3) == 0 && !record.venues.isEmpty
      var mention = Mention(
        span: Span(Int32(offset), Int32(offset + 5)), kind: isPlace ? .place : .person)
      if isPlace {
        mention.venue = Int32(upTo(record.venues.count))
        if upTo(6) == 0 { mention.kind = .nationality }
      }
      if !record.actors.isEmpty, !isPlace || upTo(5) == 0 {
        let actor = upTo(record.actors.count)
        mention.actor = Int32(actor)
        mention.metonym = isPlace && mention.kind == .place
        record.actors[actor].mentions += 1
      }
      record.mentions.append(mention)
    }
  }

  private mutating func addStatementsAndEvents(to record: inout Record) {
    guard !record.actors.isEmpty else { return }
    for _ in 0..<5 {
      let start = Int32(upTo(sentences * 100))
      var statement = Statement(
        span: Span(start, start + 40), mode: .indirect, content: [Span(start, start + 30)])
      if upTo(5) > 0 { statement.speaker = Int32(upTo(record.actors.count)) }
      if upTo(4) == 0 { statement.via = Int32(upTo(record.actors.count)) }
      if upTo(3) == 0, !record.venues.isEmpty { statement.venue = Int32(upTo(record.venues.count)) }
      record.statements.append(statement)
      var event = Event(
        type: ["CONSULT", "ASSAULT", "AID"][upTo(3)], plover: "CONSULT", quad: 1,
        status: Event.Status.allCases[upTo(6)], trigger: Span(start, start + 5),
        sentence: Int(start) / 100, rule: "rule")
      for _ in 0..<upTo(3) { event.source.append(Int32(upTo(record.actors.count))) }
      for _ in 0..<upTo(3) { event.target.append(Int32(upTo(record.actors.count))) }
      if upTo(2) == 0, !record.venues.isEmpty { event.venue = Int32(upTo(record.venues.count)) }
      event.background = upTo(5) == 0
      record.events.append(event)
      var figure = Figure(
        span: Span(start, start + 2), low: upTo(100), qualifier: .atLeast, measure: .killed)
      if upTo(2) == 0 { figure.source = Int32(upTo(record.actors.count)) }
      record.figures.append(figure)
    }
  }
}
