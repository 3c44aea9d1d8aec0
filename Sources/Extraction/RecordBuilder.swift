// From tokens to scalars: the analysis of an article becomes its record.

import Model

/// Turns an analysis into a record, with counts and in the order that the record promises.
enum RecordBuilder {
  static func record(of analysis: borrowing Analysis) -> Record {
    let article = analysis.article
    var record = Record(
      id: article.id, archive: article.raw.archive, ordinal: article.raw.ordinal,
      member: article.raw.member)
    record.url = article.raw.url
    record.title = article.title
    record.source = article.raw.source
    record.published = article.published
    record.publishedFrom = article.publishedFrom
    record.fingerprint = article.fingerprint
    record.bytes = article.original.count
    record.repairs = article.repairs
    record.sentences = article.sentences.map { analysis.span($0) }

    // Actors and venues are numbered by their first mention; those without one are left out.
    var actorOrder = [Int32](repeating: -1, count: analysis.actors.count)
    var venueOrder = [Int32](repeating: -1, count: analysis.venues.count)
    for draft in analysis.mentions {
      let span = analysis.span(draft.tokens)
      var mention = Mention(span: span, kind: draft.kind)
      if draft.actor >= 0 {
        let drafted = analysis.actors[Int(draft.actor)]
        if actorOrder[Int(draft.actor)] < 0 {
          actorOrder[Int(draft.actor)] = Int32(record.actors.count)
          var actor = drafted.actor
          actor.first = span.start
          record.actors.append(actor)
        }
        let number = actorOrder[Int(draft.actor)]
        mention.actor = number
        record.actors[Int(number)].mentions += 1
      }
      if draft.venue >= 0 {
        if venueOrder[Int(draft.venue)] < 0 {
          venueOrder[Int(draft.venue)] = Int32(record.venues.count)
          record.venues.append(analysis.venues[Int(draft.venue)].venue)
        }
        let number = venueOrder[Int(draft.venue)]
        mention.venue = number
        let isPlace = draft.kind == .place || draft.kind == .pronoun
        if isPlace && !draft.metonym { record.venues[Int(number)].mentions += 1 }
      }
      mention.metonym = draft.metonym
      record.mentions.append(mention)
    }
    func actor(_ index: Int32) -> Int32? {
      index >= 0 && actorOrder[Int(index)] >= 0 ? actorOrder[Int(index)] : nil
    }
    func venue(_ index: Int32) -> Int32? {
      index >= 0 && venueOrder[Int(index)] >= 0 ? venueOrder[Int(index)] : nil
    }

    for draft in analysis.statements {
      var parts = draft.content.map { analysis.span($0) }
      parts.sort()
      guard let first = parts.first, let last = parts.last else { continue }
      var start = first.start
      var end = last.end
      for range in [draft.source, draft.cue] {
        guard let range else { continue }
        let span = analysis.span(range)
        start = min(start, span.start)
        end = max(end, span.end)
      }
      var statement = Statement(span: Span(start, end), mode: draft.mode, content: parts)
      statement.source = draft.source.map { analysis.span($0) }
      statement.cue = draft.cue.map { analysis.span($0) }
      statement.speaker = actor(draft.speaker)
      statement.via = actor(draft.via)
      statement.venue = venue(draft.venue)
      statement.addressee = actor(draft.addressee)
      if let speaker = statement.speaker { record.actors[Int(speaker)].statements += 1 }
      record.statements.append(statement)
    }
    record.statements.sort { $0.span < $1.span }

    for draft in analysis.figures {
      var figure = Figure(
        span: analysis.span(draft.tokens), low: draft.low, qualifier: draft.qualifier,
        measure: draft.measure)
      figure.high = draft.high
      figure.subject = draft.subject.map { analysis.flatText($0) }
      figure.source = actor(draft.source)
      figure.venue = venue(draft.venue)
      figure.from = venue(draft.from)
      figure.to = venue(draft.to)
      figure.since = draft.since
      record.figures.append(figure)
    }
    record.figures.sort { $0.span < $1.span }
    record.times = analysis.times.map {
      TimeExpression(span: analysis.span($0.tokens), type: $0.type, value: $0.value)
    }
    record.times.sort { $0.span < $1.span }

    if let dateline = article.dateline {
      record.dateline = makeDateline(dateline, analysis, record, actorOrder, venueOrder)
    }
    setSalience(&record)
    return record
  }

  /// The dateline, when its place or its agency was recognized.
  private static func makeDateline(
    _ dateline: DatelineSpan, _ analysis: borrowing Analysis, _ record: Record,
    _ actorOrder: [Int32], _ venueOrder: [Int32]
  ) -> Dateline? {
    var place: Int32?
    var agency: Int32?
    for token in dateline.tokens {
      let index = analysis.mentionOfToken[Int(token)]
      guard index >= 0 else { continue }
      let mention = analysis.mentions[Int(index)]
      if place == nil, mention.venue >= 0, dateline.place.contains(token) {
        place = venueOrder[Int(mention.venue)]
      }
      if agency == nil, mention.actor >= 0, dateline.agency?.contains(token) == true {
        agency = actorOrder[Int(mention.actor)]
      }
    }
    guard place != nil || agency != nil else { return nil }
    return Dateline(place: place, agency: agency, span: analysis.span(dateline.tokens))
  }

  /// Salience: the actor's share of the mentions, and how early the first one stands.
  ///
  /// Two thirds from mentions against the most mentioned actor, one third from the position of the
  /// first mention; integer thousandths.
  private static func setSalience(_ record: inout Record) {
    let most = record.actors.map { $0.mentions + $0.statements }.max() ?? 0
    guard most > 0 else { return }
    let length = max(1, Int(record.sentences.last?.end ?? 1))
    for index in record.actors.indices {
      let actor = record.actors[index]
      let share = 667 * (actor.mentions + actor.statements) / most
      let early = 333 * (length - min(length, Int(actor.first))) / length
      record.actors[index].salience = min(1000, share + early)
    }
  }
}
