// What one archive adds to the store: rows, and counts that merge by addition.

/// Everything that the accepted and rejected articles of an archive come to.
///
/// A monoid: `Tally()` is its identity and ``merge(_:)`` is associative and commutative up to
/// ``canonicalLines()``. Text is interned in ``symbols``; the tables hold numbers alone.
/// ``TallyTables`` says what the lanes of the keys mean.
package struct Tally: Sendable {
  package var symbols = SymbolTable()
  package var articles: [ArticleRow] = []
  package var rejections: [Rejection] = []
  package var figures: [FigureRow] = []
  /// Descriptions of actors: see ``ActorForm``.
  package var actorForms = FormTable()
  /// Descriptions of venues: see ``VenueForm``.
  package var venueForms = FormTable()
  /// One table for each entry of the list of statistics, in its order.
  package var counts: [CountTable] = []

  package init() {}

  /// Nothing was folded into it.
  package var isEmpty: Bool { articles.isEmpty && rejections.isEmpty }

  /// Adds what another tally holds.
  ///
  /// The article ordinals of the two must differ, as those of two parts of an archive do.
  package mutating func merge(_ other: Tally) {
    let map = symbols.absorb(other.symbols)
    articles.append(contentsOf: other.articles)
    rejections.append(contentsOf: other.rejections)
    figures.reserveCapacity(figures.count + other.figures.count)
    for var figure in other.figures {
      figure.source = map[Int(figure.source)]
      figure.venue = map[Int(figure.venue)]
      figures.append(figure)
    }
    actorForms.merge(other.actorForms, symbols: ActorForm.symbols, by: map)
    venueForms.merge(other.venueForms, symbols: VenueForm.symbols, by: map)
    while counts.count < other.counts.count { counts.append(CountTable()) }
    for (index, table) in other.counts.enumerated() {
      counts[index].merge(table, by: map)
    }
  }

  /// Empties the tally and keeps its memory for the next articles or the next archive.
  package mutating func removeAll() {
    symbols.removeAll()
    articles.removeAll(keepingCapacity: true)
    rejections.removeAll(keepingCapacity: true)
    figures.removeAll(keepingCapacity: true)
    actorForms.removeAll()
    venueForms.removeAll()
    for index in counts.indices { counts[index].removeAll() }
  }
}

/// One accepted article, as the store keeps it.
package struct ArticleRow: Hashable, Sendable {
  package var ordinal: Int
  package var id: String
  package var day: Day?
  package var source: String?
  package var title: String?
  package var url: String?
  package var language: String
  /// Id of the first copy of the wire story; the article's own when it is the first.
  package var story: String
  package var isFirstCopy: Bool
  package var fingerprint: UInt64
  package var bytes: Int
  package var repairs: Int
  package var sentences: Int
  package var mentions: Int
  package var actors: Int
  package var venues: Int
  package var statements: Int
  package var events: Int
  package var figures: Int

  /// The row of a record, which is its own story until it is found to be a copy.
  package init(_ record: Record) {
    ordinal = record.ordinal
    id = record.id
    day = record.published
    source = record.source
    title = record.title
    url = record.url
    language = record.language
    story = record.story ?? record.id
    isFirstCopy = true
    fingerprint = record.fingerprint
    bytes = record.bytes
    repairs = record.repairs
    sentences = record.sentences.count
    mentions = record.mentions.count
    actors = record.actors.count
    venues = record.venues.count
    statements = record.statements.count
    events = record.events.count
    figures = record.figures.count
  }
}

/// One figure of one article; figures are kept side by side and never summed.
package struct FigureRow: Hashable, Sendable {
  package var ordinal: Int
  /// Place among the article's figures, from 0.
  package var index: Int
  package var day: Day?
  package var isFirstCopy: Bool
  package var measure: Figure.Measure
  package var qualifier: Figure.Qualifier
  package var low: Int
  package var high: Int?
  /// Symbol of the key of the actor who gives the figure; 0 when unknown.
  package var source: UInt32
  /// Symbol of the key of the venue; 0 when unknown.
  package var venue: UInt32

  /// The row of a figure whose parties are interned already.
  package init(
    _ figure: Figure, ordinal: Int, index: Int, day: Day?, source: UInt32, venue: UInt32
  ) {
    self.ordinal = ordinal
    self.index = index
    self.day = day
    isFirstCopy = true
    measure = figure.measure
    qualifier = figure.qualifier
    low = figure.low
    high = figure.high
    self.source = source
    self.venue = venue
  }
}
