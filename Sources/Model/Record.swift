// The article record: what extraction says about one article. Offsets are Unicode scalars.

/// A stretch of an article's text: Unicode scalars, end-exclusive.
package struct Span: Hashable, Comparable, Sendable {
  package var start: Int32
  package var end: Int32

  package init(_ start: Int32, _ end: Int32) {
    self.start = start
    self.end = end
  }

  package static func < (a: Span, b: Span) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}

/// Everything that was extracted from one article, and its provenance.
package struct Record: Sendable {
  package var id: String
  package var archive: String
  package var ordinal: Int
  /// Index of the gzip member that holds the article; see ``RawArticle/member``.
  package var member: Int
  package var url: String?
  package var title: String?
  package var source: String?
  package var published: Day?
  package var publishedFrom: DateProvenance?
  package var dateline: Dateline?
  package var language = "en"
  /// Hash of the words of the body: equal for identical wire copies.
  package var fingerprint: UInt64 = 0
  /// Id of the first copy; set by the committer, which alone sees all articles.
  package var story: String?
  /// Length of the text in bytes of UTF-8.
  package var bytes = 0
  /// Sequences that were not UTF-8 and became U+FFFD.
  package var repairs = 0
  package var sentences: [Span] = []
  package var mentions: [Mention] = []
  package var actors: [Actor] = []
  package var venues: [Venue] = []
  package var statements: [Statement] = []
  package var events: [Event] = []
  package var figures: [Figure] = []
  package var times: [TimeExpression] = []
  package var tracks: [Track] = []

  package init(id: String, archive: String, ordinal: Int, member: Int = 0) {
    self.id = id
    self.archive = archive
    self.ordinal = ordinal
    self.member = member
  }
}

/// Where a publication date came from.
package enum DateProvenance: String, Sendable {
  case field, dateline, archive
}

/// TOKYO, Dec 16 (TASS) --
package struct Dateline: Hashable, Sendable {
  /// Index into ``Record/venues``.
  package var place: Int32?
  /// Index into ``Record/actors``.
  package var agency: Int32?
  package var span: Span

  package init(place: Int32?, agency: Int32?, span: Span) {
    self.place = place
    self.agency = agency
    self.span = span
  }
}

/// A name, pronoun or nominal that refers to an actor or a place.
package struct Mention: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case person, organization, place, nationality, role, collective, pronoun
  }

  package var span: Span
  package var kind: Kind
  /// Index into ``Record/actors``.
  package var actor: Int32?
  /// Index into ``Record/venues``.
  package var venue: Int32?
  /// A place that stands for its government: Moscow said.
  package var metonym = false

  package init(span: Span, kind: Kind, actor: Int32? = nil, venue: Int32? = nil) {
    self.span = span
    self.kind = kind
    self.actor = actor
    self.venue = venue
  }
}

/// One who acts or speaks, as seen in one article.
package struct Actor: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case person, government, group, organization, agency, country, population

    /// The kind at a position of ``allCases``; `person` beyond its end.
    package init(code: UInt8) {
      switch code {
      case 1: self = .government
      case 2: self = .group
      case 3: self = .organization
      case 4: self = .agency
      case 5: self = .country
      case 6: self = .population
      default: self = .person
      }
    }
  }

  /// The same in every article: `person/vladimir-putin`; `person/~…` when not in the tables.
  package var key: String
  package var name: String
  package var aliases: [String] = []
  package var kind: Kind
  /// ISO 3166-1 alpha-3.
  package var country: String?
  /// The office on the article's date, lower case.
  package var role: String?
  /// CAMEO actor code.
  package var code: String?
  package var mentions = 0
  package var statements = 0
  /// 0 to 1000: thousandths, so that sums do not depend on their order.
  package var salience = 0
  /// Scalar offset of the first mention.
  package var first: Int32 = 0

  package init(key: String, name: String, kind: Kind) {
    self.key = key
    self.name = name
    self.kind = kind
  }
}

/// The part that a venue plays in an article.
package enum VenueRole: String, CaseIterable, Sendable {
  case host, proposed, speech, dateline, scene, origin, destination, mention
}

/// A located place, as seen in one article.
package struct Venue: Sendable {
  package var geonameid: Int?
  package var name: String
  /// ISO 3166-1 alpha-3; empty on the high seas.
  package var country: String
  package var admin1: String?
  /// Degrees times 10^5; nil when the place could not be located.
  package var latitude: Int32?
  package var longitude: Int32?
  /// GeoNames feature code.
  package var feature: String
  /// 0 to 1000, thousandths.
  package var confidence = 0
  /// Mentions by role: a lane for each of ``VenueRole/allCases``.
  package var roles = SIMD8<Int32>()
  package var mentions = 0

  package init(name: String, country: String, feature: String) {
    self.name = name
    self.country = country
    self.feature = feature
  }

  /// The same in every article: `geonames/1526273`, or `place/ISO3/folded-name`.
  package var key: String {
    if let geonameid { return "geonames/\(geonameid)" }
    return "place/\(country)/\(slug(name))"
  }

  package subscript(role: VenueRole) -> Int32 {
    get { roles[role.index] }
    set { roles[role.index] = newValue }
  }
}

extension VenueRole {
  /// Position in ``allCases``.
  @inlinable package var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}

/// Something that somebody said, wrote, or is reported to hold.
package struct Statement: Sendable {
  package enum Mode: String, Sendable {
    case direct, indirect, mixed
  }

  package var span: Span
  package var mode: Mode
  /// Index into ``Record/actors``.
  package var speaker: Int32?
  package var source: Span?
  package var cue: Span?
  package var content: [Span]
  /// Index into ``Record/actors`` of the carrier of the words.
  package var via: Int32?
  /// Index into ``Record/venues``.
  package var venue: Int32?
  /// Index into ``Record/actors``.
  package var addressee: Int32?

  package init(span: Span, mode: Mode, content: [Span]) {
    self.span = span
    self.mode = mode
    self.content = content
  }
}

/// An act with its parties and its status.
package struct Event: Sendable {
  package enum Status: String, CaseIterable, Sendable {
    case actual, planned, proposed, conditional, denied, negated
  }

  package var type: String
  package var mode: String?
  package var plover: String
  package var cameo: String?
  package var quad: Int
  /// Goldstein value in tenths.
  package var goldstein: Int?
  /// Indices into ``Record/actors``.
  package var source: [Int32] = []
  package var target: [Int32] = []
  package var status: Status
  package var deniedBy: Int32?
  package var assertedBy: Int32?
  /// Index into ``Record/venues``.
  package var venue: Int32?
  /// ISO dates, as precise as the text.
  package var dateStart: String?
  package var dateEnd: String?
  package var background = false
  package var trigger: Span
  /// Index into ``Record/sentences``.
  package var sentence: Int
  package var rule: String

  package init(
    type: String, plover: String, quad: Int, status: Status, trigger: Span, sentence: Int,
    rule: String
  ) {
    self.type = type
    self.plover = plover
    self.quad = quad
    self.status = status
    self.trigger = trigger
    self.sentence = sentence
    self.rule = rule
  }
}

/// A number with what it counts and who says so; competing figures stay side by side.
package struct Figure: Sendable {
  package enum Qualifier: String, Sendable {
    case exact, atLeast, moreThan, about, nearly, upTo, lessThan
  }

  package enum Measure: String, CaseIterable, Sendable {
    case killed, wounded, missing, detained, kidnapped, displaced, evacuated, participants, troops
    case money, other
  }

  package var span: Span
  package var low: Int
  package var high: Int?
  package var qualifier: Qualifier
  package var measure: Measure
  /// What is counted, in the text's words: civilians.
  package var subject: String?
  /// Index into ``Record/actors``.
  package var source: Int32?
  /// Index into ``Record/venues``.
  package var venue: Int32?
  package var from: Int32?
  package var to: Int32?
  package var since: String?

  package init(span: Span, low: Int, qualifier: Qualifier, measure: Measure) {
    self.span = span
    self.low = low
    self.qualifier = qualifier
    self.measure = measure
  }
}

/// A TIMEX3 expression, resolved against the publication date.
package struct TimeExpression: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  package var span: Span
  package var type: Kind
  package var value: String

  package init(span: Span, type: Kind, value: String) {
    self.span = span
    self.type = type
    self.value = value
  }
}

/// A negotiation as an object: the Astana talks.
package struct Track: Sendable {
  package var key: String
  package var name: String
  package var venue: Int32?
  package var parties: [Int32] = []
  package var mediators: [Int32] = []
  package var status: Event.Status

  package init(key: String, name: String, status: Event.Status) {
    self.key = key
    self.name = name
    self.status = status
  }
}
