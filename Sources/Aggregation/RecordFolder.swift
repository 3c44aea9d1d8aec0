// Folding: what a record adds to the tally of its batch.

package import Model

/// Folds records into the tallies of batches; one instance belongs to one worker.
package struct RecordFolder: Sendable {
  private var article = FoldedArticle()
  private var counts = ArticleCounts()

  package init() {}

  /// Begins with another batch, whose symbols are its own.
  package mutating func begin() {
    article.roles.removeAll(keepingCapacity: true)
    article.geonames.removeAll(keepingCapacity: true)
  }

  /// Adds one accepted article to the batch that was begun last.
  package mutating func add(_ record: Record, to batch: inout BatchTally) {
    if article.roles.isEmpty {
      for role in VenueRole.allCases {
        article.roles.append(batch.symbols.intern(role.rawValue))
      }
    }
    let first = (
      batch.actorForms.count, batch.venueForms.count, batch.figures.count, batch.counts.count
    )
    noteActors(record, &batch)
    noteVenues(record, &batch)
    noteFigures(record, &batch)
    article.joinSentences(record)
    counts.begin(day: DayLane.lane(record.published))
    for index in statistics.indices {
      counts.statistic = UInt32(index)
      statistics[index].count(record, article, symbols: &batch.symbols, into: &counts)
    }
    batch.counts.append(contentsOf: counts.rows)
    batch.parts.append(
      BatchTally.Part(
        row: ArticleRow(record), counts: first.3..<batch.counts.count,
        actorForms: first.0..<batch.actorForms.count,
        venueForms: first.1..<batch.venueForms.count, figures: first.2..<batch.figures.count))
  }

  private mutating func noteActors(_ record: Record, _ batch: inout BatchTally) {
    article.actors.removeAll(keepingCapacity: true)
    for index in record.actors.indices {
      let key = batch.symbols.intern(record.actors[index].key)
      article.actors.append(key)
      batch.actorForms.append(
        TallyKey(
          key, batch.symbols.intern(record.actors[index].name),
          batch.symbols.intern(record.actors[index].kind.rawValue),
          batch.symbols.intern(record.actors[index].country),
          batch.symbols.intern(record.actors[index].code),
          batch.symbols.intern(record.actors[index].role), 0, 0))
    }
  }

  private mutating func noteVenues(_ record: Record, _ batch: inout BatchTally) {
    article.venues.removeAll(keepingCapacity: true)
    article.venueParts.removeAll(keepingCapacity: true)
    for index in record.venues.indices {
      let id = record.venues[index].geonameid
      // The key of a GeoNames place is looked up by its number, without making the string.
      let key =
        id.flatMap { article.geonames[$0] } ?? batch.symbols.intern(record.venues[index].key)
      if let id { article.geonames[id] = key }
      article.venues.append(key)
      article.venueParts.append(article.roles[mainRole(record.venues[index].roles)])
      var latitude = VenueForm.unlocated
      var longitude = VenueForm.unlocated
      if let y = record.venues[index].latitude, let x = record.venues[index].longitude {
        latitude = UInt32(bitPattern: y)
        longitude = UInt32(bitPattern: x)
      }
      batch.venueForms.append(
        TallyKey(
          key, batch.symbols.intern(record.venues[index].name),
          batch.symbols.intern(record.venues[index].country),
          batch.symbols.intern(record.venues[index].admin1),
          batch.symbols.intern(record.venues[index].feature), latitude, longitude,
          UInt32(truncatingIfNeeded: id ?? 0)))
    }
  }

  private func noteFigures(_ record: Record, _ batch: inout BatchTally) {
    for (index, figure) in record.figures.enumerated() {
      batch.figures.append(
        FigureRow(
          figure, ordinal: record.ordinal, index: index, day: record.published,
          source: article.actorSymbol(figure.source), venue: article.venueSymbol(figure.venue)))
    }
  }
}

extension Tally {
  /// Adds one accepted article by itself; whoever has many of them folds them batch by batch.
  ///
  /// `isFirstCopy` is false for a copy of a wire story that was seen before: it counts as an
  /// article and not as a story.
  package mutating func add(_ record: Record, isFirstCopy: Bool) {
    var folder = RecordFolder()
    var batch = BatchTally()
    folder.add(record, to: &batch)
    let map = symbols.absorb(batch.symbols)
    add(
      batch.parts[0], of: batch, symbols: map, story: record.story ?? record.id,
      isFirstCopy: isFirstCopy)
  }

  /// Adds one article that was seen and refused.
  package mutating func add(_ rejection: Rejection) {
    rejections.append(rejection)
  }
}

private let plainMention = VenueRole.mention.index

/// The role that a venue mainly plays, as an index into `VenueRole.allCases`: the most frequent one
/// but `mention`, ties going to the first in the list; `mention` when it has no other.
private func mainRole(_ roles: SIMD8<Int32>) -> Int {
  var best = plainMention
  var most: Int32 = 0
  for role in 0..<plainMention where roles[role] > most {
    best = role
    most = roles[role]
  }
  return best
}
