// From tokens to scalars: the analysis of an article becomes its record.

import Model

/// Turns an analysis into a record, with counts and in the order that the record promises.
enum RecordBuilder {
  static func record(of analysis: borrowing Analysis) -> Record {
    var record = Record(
      id: analysis.article.id, archive: analysis.article.raw.archive,
      ordinal: analysis.article.raw.ordinal,
      member: analysis.article.raw.member)
    record.url = analysis.article.raw.url
    record.title = analysis.article.title
    record.source = analysis.article.raw.source
    record.published = analysis.article.published
    record.publishedFrom = analysis.article.publishedFrom
    record.fingerprint = analysis.article.fingerprint
    record.bytes = analysis.article.original.count
    record.repairs = analysis.article.repairs
    record.sentences = analysis.article.sentences.map { analysis.span($0) }

    // Actors and venues are numbered by their first mention; those without one are left out.
    var actorOrder = [Int32](repeating: -1, count: analysis.actors.count)
    var venueOrder = [Int32](repeating: -1, count: analysis.venues.count)
    record.mentions.reserveCapacity(analysis.mentions.count)
    record.actors.reserveCapacity(analysis.actors.count)
    record.venues.reserveCapacity(analysis.venues.count)
    record.statements.reserveCapacity(analysis.statements.count)
    record.figures.reserveCapacity(analysis.figures.count)
    for draft in analysis.mentions {
      let span = analysis.span(draft.tokens)
      var mention = Mention(span: span, kind: draft.kind)
      if draft.actor >= 0 {
        if actorOrder[Int(draft.actor)] < 0 {
          actorOrder[Int(draft.actor)] = Int32(record.actors.count)
          record.actors.append(analysis.actors[Int(draft.actor)].actor(analysis))
          record.actors[record.actors.count - 1].first = span.start
        }
        let number = actorOrder[Int(draft.actor)]
        mention.actor = number
        record.actors[Int(number)].mentions += 1
      }
      if draft.venue >= 0 {
        if venueOrder[Int(draft.venue)] < 0 {
          venueOrder[Int(draft.venue)] = Int32(record.venues.count)
          record.venues.append(analysis.venues[Int(draft.venue)].venue(analysis))
        }
        let number = venueOrder[Int(draft.venue)]
        mention.venue = number
        let isPlace = draft.kind == .place || draft.kind == .pronoun
        if isPlace && !draft.metonym { record.venues[Int(number)].mentions += 1 }
      }
      mention.metonym = draft.metonym
      record.mentions.append(mention)
    }
    addAliases(to: &record, actorOrder, analysis)
    func actor(_ index: Int32) -> Int32? {
      index >= 0 && actorOrder[Int(index)] >= 0 ? actorOrder[Int(index)] : nil
    }
    func venue(_ index: Int32) -> Int32? {
      index >= 0 && venueOrder[Int(index)] >= 0 ? venueOrder[Int(index)] : nil
    }

    for draft in analysis.statements {
      var parts = draft.content.map {
        analysis.span(Int32($0.lowerBound)..<Int32($0.upperBound))
      }
      if parts.count > 1 { parts.sort() }
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
    RecordBuilder.sort(&record.statements) { $0.span < $1.span }

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
    RecordBuilder.sort(&record.figures) { $0.span < $1.span }
    record.times = analysis.times.map {
      TimeExpression(span: analysis.span($0.tokens), type: $0.type, value: $0.value)
    }
    RecordBuilder.sort(&record.times) { $0.span < $1.span }

    if let dateline = analysis.article.dateline {
      record.dateline = makeDateline(dateline, analysis, record, actorOrder, venueOrder)
    }
    setSalience(&record)
    return record
  }

  /// Sorts what mostly is in order already.
  private static func sort<Element>(
    _ elements: inout [Element], by isBefore: (borrowing Element, borrowing Element) -> Bool
  ) {
    for index in elements.indices.dropFirst()
    where isBefore(elements[index], elements[index - 1]) {
      elements.sort { isBefore($0, $1) }
      return
    }
  }

  /// Other forms of the actors' names, at most twelve for one.
  private static func addAliases(
    to record: inout Record, _ actorOrder: [Int32], _ analysis: borrowing Analysis
  ) {
    for form in analysis.aliases where actorOrder[Int(form.actor)] >= 0 {
      let actor = Int(actorOrder[Int(form.actor)])
      let alias = analysis.flatText(form.tokens)
      guard alias != record.actors[actor].name, !record.actors[actor].aliases.contains(alias),
        record.actors[actor].aliases.count < 12
      else { continue }
      record.actors[actor].aliases.append(alias)
    }
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
