// Folding: how a record, or a rejection, adds to a tally.

package import Model

extension Tally {
  /// Adds one accepted article.
  ///
  /// `isFirstCopy` is false for a copy of a wire story that was seen before: it counts as an
  /// article and not as a story.
  package mutating func add(_ record: Record, isFirstCopy: Bool) {
    while counts.count < statistics.count { counts.append(CountTable()) }
    articles.append(ArticleRow(record, isFirstCopy: isFirstCopy))
    // Taken out of the tally while in use, so that nobody copies it.
    var article = FoldedArticle()
    swap(&article, &scratch)
    article.day = DayLane.lane(record.published)
    article.isFirstCopy = isFirstCopy
    article.serial = UInt32(truncatingIfNeeded: articles.count)
    if article.roles.isEmpty {
      for role in VenueRole.allCases { article.roles.append(symbols.intern(role.rawValue)) }
    }
    noteActors(record, &article)
    noteVenues(record, &article)
    noteFigures(record, article)
    article.joinSentences(record)
    for index in statistics.indices {
      statistics[index].count(record, article, symbols: &symbols, into: &counts[index])
    }
    swap(&article, &scratch)
  }

  /// Adds one article that was seen and refused.
  package mutating func add(_ rejection: Rejection) {
    rejections.append(rejection)
  }

  private mutating func noteActors(_ record: Record, _ article: inout FoldedArticle) {
    let day = record.published?.number ?? Int32.min
    article.actors.removeAll(keepingCapacity: true)
    for index in record.actors.indices {
      let key = symbols.intern(record.actors[index].key)
      article.actors.append(key)
      actorForms.note(
        TallyKey(
          key, symbols.intern(record.actors[index].name),
          symbols.intern(record.actors[index].kind.rawValue),
          symbols.intern(record.actors[index].country),
          symbols.intern(record.actors[index].code),
          symbols.intern(record.actors[index].role), 0, 0),
        day: day)
    }
  }

  private mutating func noteVenues(_ record: Record, _ article: inout FoldedArticle) {
    let day = record.published?.number ?? Int32.min
    article.venues.removeAll(keepingCapacity: true)
    article.venueParts.removeAll(keepingCapacity: true)
    for index in record.venues.indices {
      let id = record.venues[index].geonameid
      // The key of a GeoNames place is looked up by its number, without making the string.
      let key = id.flatMap { article.geonames[$0] } ?? symbols.intern(record.venues[index].key)
      if let id { article.geonames[id] = key }
      article.venues.append(key)
      article.venueParts.append(article.roles[mainRole(record.venues[index].roles)])
      var latitude = VenueForm.unlocated
      var longitude = VenueForm.unlocated
      if let y = record.venues[index].latitude, let x = record.venues[index].longitude {
        latitude = UInt32(bitPattern: y)
        longitude = UInt32(bitPattern: x)
      }
      venueForms.note(
        TallyKey(
          key, symbols.intern(record.venues[index].name),
          symbols.intern(record.venues[index].country),
          symbols.intern(record.venues[index].admin1),
          symbols.intern(record.venues[index].feature), latitude, longitude,
          UInt32(truncatingIfNeeded: id ?? 0)),
        day: day)
    }
  }

  private mutating func noteFigures(_ record: Record, _ article: FoldedArticle) {
    for (index, figure) in record.figures.enumerated() {
      figures.append(
        FigureRow(
          figure, ordinal: record.ordinal, index: index, day: record.published,
          isFirstCopy: article.isFirstCopy, source: article.actorSymbol(figure.source),
          venue: article.venueSymbol(figure.venue)))
    }
  }
}

private let plainMention = VenueRole.mention.index

/// The role that a venue mainly plays, as an index into `VenueRole.allCases`: the most frequent one
/// but `mention`, ties going to the first in the list; `mention` when it has no other.
private func mainRole(_ roles: [Int32]) -> Int {
  var best = plainMention
  var most: Int32 = 0
  for role in 0..<min(plainMention, roles.count) where roles[role] > most {
    best = role
    most = roles[role]
  }
  return best
}
