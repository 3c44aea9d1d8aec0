// What the reports for reading show: the most of everything, gathered once.

internal import Model
package import Store

/// The leading rows of a period, in a total order.
package struct ReportData: Sendable {
  package var period: Period
  package var totals: Totals
  package var days: [DayCount]
  package var sources: [SourceCount]
  package var actors: [ActorCount]
  /// Articles by day of each of ``actors``.
  package var actorDays: [[DayCount]]
  package var venues: [VenueCount]
  package var joins: [ActorVenueCount]
  package var pairs: [PairCount]
  package var channels: [ChannelCount]
  package var events: [EventCount]
  package var figures: [FigureCount]
  package var archives: [CommittedArchive]
  package var rejections: [RejectionCount]
  package var unresolved: [ActorCount]

  /// How much of everything is shown.
  package enum Limit {
    package static let actors = 40
    package static let venues = 400
    package static let matrix = 15
    package static let pairs = 30
    package static let channels = 30
    package static let events = 30
    package static let topics = 12
    package static let figures = 10
    package static let examples = 3
    package static let unresolved = 30
  }

  package init(_ store: CorpusStore, _ period: Period) throws {
    self.period = period
    totals = try store.totals(period)
    days = try store.articlesPerDay(period)
    sources = try store.sources(period)
    let actors = try store.actors(period, limit: Limit.actors)
    self.actors = actors
    actorDays = try store.days(ofActors: actors.map(\.actor.key), period)
    venues = try store.venues(period, limit: Limit.venues)
    joins = try store.actorVenues(
      period, actors: actors.prefix(Limit.matrix).map(\.actor.key),
      venues: venues.prefix(Limit.matrix).map(\.venue.key))
    pairs = try store.pairs(period, limit: Limit.pairs)
    channels = try store.channels(period, carried: true, limit: Limit.channels)
    events = try store.events(period, limit: Limit.events)
    figures = try store.figures(period, groups: Limit.topics, limit: Limit.figures)
    archives = try store.archives()
    rejections = try store.rejections(examples: Limit.examples)
    unresolved = try store.unresolved(period, limit: Limit.unresolved)
  }
}

extension Totals {
  /// The numbers with the names that the reports give them.
  var named: [(String, Int)] {
    [
      ("archives", archives), ("seen", seen), ("accepted", accepted), ("rejected", rejected),
      ("articles", articles), ("stories", stories), ("undated", undated), ("bytes", bytes),
      ("sources", sources), ("actors", actors), ("venues", venues), ("mentions", mentions),
      ("statements", statements), ("events", events), ("figures", figures),
    ]
  }
}
