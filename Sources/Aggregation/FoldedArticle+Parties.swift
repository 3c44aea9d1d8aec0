// What the statistics share about an article: its parties' symbols, and who meets in a sentence.

import Model

extension FoldedArticle {
  /// Actors, and venues, of one sentence that count; a longer list is no sentence but a table.
  package static let sentenceLimit = 40

  /// An index into the record's actors that can be trusted.
  package func actor(_ index: Int32?) -> Int? {
    guard let index, index >= 0, Int(index) < actors.count else { return nil }
    return Int(index)
  }

  /// An index into the record's venues that can be trusted.
  package func venue(_ index: Int32?) -> Int? {
    guard let index, index >= 0, Int(index) < venues.count else { return nil }
    return Int(index)
  }

  /// The symbol of an actor of the record; 0 for none.
  package func actorSymbol(_ index: Int32?) -> UInt32 {
    guard let index = actor(index) else { return 0 }
    return actors[index]
  }

  /// The symbol of a venue of the record; 0 for none.
  package func venueSymbol(_ index: Int32?) -> UInt32 {
    guard let index = venue(index) else { return 0 }
    return venues[index]
  }

  /// Joins mentions, statements and events with sentences in one pass over each.
  mutating func joinSentences(_ record: Record) {
    orderStatements(record)
    orderEvents(record)
    sentences.removeAll(keepingCapacity: true)
    sentenceActors.removeAll(keepingCapacity: true)
    sentenceVenues.removeAll(keepingCapacity: true)
    FoldedArticle.clear(&actorMarks, actors.count)
    FoldedArticle.clear(&venueMarks, venues.count)
    var mention = 0
    var statement = 0
    var event = 0
    for (index, span) in record.sentences.enumerated() {
      let unit = UInt32(truncatingIfNeeded: index + 1)
      let firstActor = sentenceActors.count
      let firstVenue = sentenceVenues.count
      while mention < record.mentions.count, record.mentions[mention].span.start < span.end {
        note(record.mentions[mention], unit, firstActor, firstVenue)
        mention += 1
      }
      let firstStatement = statement
      while statement < statementOrder.count,
        record.statements[Int(statementOrder[statement])].span.start < span.end
      { statement += 1 }
      let firstEvent = event
      while event < eventOrder.count, record.events[Int(eventOrder[event])].sentence <= index {
        event += 1
      }
      guard
        sentenceActors.count > firstActor || statement > firstStatement || event > firstEvent
      else { continue }
      sentences.append(
        SentenceParties(
          unit: unit, actors: Int32(firstActor)..<Int32(sentenceActors.count),
          venues: Int32(firstVenue)..<Int32(sentenceVenues.count),
          statements: Int32(firstStatement)..<Int32(statement),
          events: Int32(firstEvent)..<Int32(event)))
    }
  }

  /// Notes who a mention refers to, once a sentence.
  private mutating func note(
    _ mention: Mention, _ unit: UInt32, _ firstActor: Int, _ firstVenue: Int
  ) {
    if let actor = actor(mention.actor), actorMarks[actor] != unit,
      sentenceActors.count - firstActor < FoldedArticle.sentenceLimit
    {
      actorMarks[actor] = unit
      sentenceActors.append(Int32(actor))
    }
    // A capital that stands for its government, or a nationality, says nothing about where.
    guard !mention.metonym, mention.kind != .nationality else { return }
    if let venue = venue(mention.venue), venueMarks[venue] != unit,
      sentenceVenues.count - firstVenue < FoldedArticle.sentenceLimit
    {
      venueMarks[venue] = unit
      sentenceVenues.append(Int32(venue))
    }
  }

  private mutating func orderStatements(_ record: Record) {
    statementOrder.removeAll(keepingCapacity: true)
    var isSorted = true
    for index in record.statements.indices {
      if index > 0, record.statements[index].span < record.statements[index - 1].span {
        isSorted = false
      }
      statementOrder.append(Int32(index))
    }
    if isSorted { return }
    statementOrder.sort { a, b in
      let (x, y) = (record.statements[Int(a)].span, record.statements[Int(b)].span)
      return x != y ? x < y : a < b
    }
  }

  private mutating func orderEvents(_ record: Record) {
    eventOrder.removeAll(keepingCapacity: true)
    var isSorted = true
    for index in record.events.indices {
      if index > 0, record.events[index].sentence < record.events[index - 1].sentence {
        isSorted = false
      }
      eventOrder.append(Int32(index))
    }
    if isSorted { return }
    eventOrder.sort { a, b in
      let (x, y) = (record.events[Int(a)].sentence, record.events[Int(b)].sentence)
      return x != y ? x < y : a < b
    }
  }

  private static func clear(_ marks: inout [UInt32], _ count: Int) {
    marks.removeAll(keepingCapacity: true)
    marks.append(contentsOf: repeatElement(0, count: count))
  }
}
