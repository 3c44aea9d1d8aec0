// Counting under a key: how often, in how many articles, in how many stories.

/// The three numbers of every count.
package struct Count: Hashable, Sendable, TallyValue {
  /// Occurrences of what the statistic counts.
  package var mentions = 0
  /// Articles with at least one occurrence.
  package var articles = 0
  /// Articles among them that are the first copy of their wire story.
  package var stories = 0
  /// Article and sentence that last touched the count: an article is counted once.
  fileprivate var stamp: UInt64 = 0

  package init() {}

  package mutating func add(_ other: Count) {
    mentions += other.mentions
    articles += other.articles
    stories += other.stories
  }

  package static func == (a: Count, b: Count) -> Bool {
    a.mentions == b.mentions && a.articles == b.articles && a.stories == b.stories
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(mentions)
    hasher.combine(articles)
    hasher.combine(stories)
  }
}

/// The rows of one statistic: lane 0 of a key is the day, the others its dimensions' symbols.
package struct CountTable: Sendable {
  package private(set) var rows = KeyTable<Count>()
  /// The first two dimensions are a pair without order. In the tally the smaller symbol comes
  /// first; whoever writes the rows orders the two by their bytes.
  package private(set) var isSymmetric = false

  package init() {}

  /// Counts occurrences in the article that is being folded.
  ///
  /// With a `unit` (a sentence, from 1) a second call for the same key and unit counts nothing;
  /// units of one key must come in order.
  package mutating func add(
    _ article: FoldedArticle, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0,
    _ d: UInt32 = 0, _ e: UInt32 = 0, mentions: Int = 1, unit: UInt32 = 0
  ) {
    let serial = article.serial
    let story = article.isFirstCopy ? 1 : 0
    rows.update(TallyKey(article.day, a, b, c, d, e, 0, 0)) { count in
      let stamp = UInt64(serial) << 32 | UInt64(unit)
      if count.stamp >> 32 != UInt64(serial) {
        count.articles += 1
        count.stories += story
      } else if unit != 0 && count.stamp == stamp {
        return
      }
      count.mentions += mentions
      count.stamp = stamp
    }
  }

  /// Counts a pair without order, once a unit.
  package mutating func addPair(
    _ article: FoldedArticle, _ a: UInt32, _ b: UInt32, unit: UInt32
  ) {
    isSymmetric = true
    add(article, min(a, b), max(a, b), unit: unit)
  }

  package mutating func merge(_ other: CountTable, by map: [UInt32]) {
    isSymmetric = isSymmetric || other.isSymmetric
    for row in other.rows.entries {
      var key = row.key
      for lane in 1..<8 { key[lane] = map[Int(key[lane])] }
      if isSymmetric { (key[1], key[2]) = (min(key[1], key[2]), max(key[1], key[2])) }
      rows.update(key) { $0.add(row.value) }
    }
  }

  package mutating func removeAll() {
    rows.removeAll()
  }
}

/// What all statistics need to know about the article that is being folded.
///
/// Actors and venues are indexed as in the record. Buffers keep their memory between articles.
package struct FoldedArticle: Sendable {
  /// The day's lane.
  package var day = DayLane.unknownDay
  package var isFirstCopy = true
  /// Counts articles from 1, so that a count knows whether it has seen this one.
  package var serial: UInt32 = 0
  /// Symbols of the actors' keys.
  package var actors: [UInt32] = []
  /// Symbols of the venues' keys.
  package var venues: [UInt32] = []
  /// Symbols of the roles in which the venues mainly appear.
  package var venueParts: [UInt32] = []
  /// Symbols of the names of all roles, indexed like `VenueRole.allCases`.
  package var roles: [UInt32] = []
  /// Sentences in which somebody is mentioned, acts or speaks, in order.
  package var sentences: [SentenceParties] = []
  /// Indices of actors, by sentence, each once.
  package var sentenceActors: [Int32] = []
  /// Indices of venues, by sentence, each once.
  package var sentenceVenues: [Int32] = []
  /// Last sentence, from 1, in which each actor or venue was noted.
  package var actorMarks: [UInt32] = []
  package var venueMarks: [UInt32] = []
  /// Statements in order of their offsets.
  package var statementOrder: [Int32] = []
  /// Events in order of their sentences.
  package var eventOrder: [Int32] = []
  /// Symbols of GeoNames ids met before.
  package var geonames: [Int: UInt32] = [:]

  package init() {}
}

/// Who and what is mentioned in one sentence.
package struct SentenceParties: Sendable {
  /// Index into the record's sentences, from 1.
  package var unit: UInt32
  /// Range of `FoldedArticle.sentenceActors`.
  package var actors: Range<Int32>
  /// Range of `FoldedArticle.sentenceVenues`.
  package var venues: Range<Int32>
  /// Ranges of `statementOrder` and `eventOrder` that begin in the sentence.
  package var statements: Range<Int32>
  package var events: Range<Int32>

  package init(
    unit: UInt32, actors: Range<Int32>, venues: Range<Int32>, statements: Range<Int32>,
    events: Range<Int32>
  ) {
    self.unit = unit
    self.actors = actors
    self.venues = venues
    self.statements = statements
    self.events = events
  }
}
