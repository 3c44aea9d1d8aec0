// Statistic: who did what to whom.

package import Model

/// Events by day, source, target, type, status and venue.
///
/// An event with several sources or targets counts for each pair of them, up to
/// ``partyLimit`` on either side. History (`background`) is left out: it is not of the day.
package enum EventDay: Statistic {
  package static let name = "event_day"
  package static let summary = "Who did what to whom and where, by day of publication and status."
  package static let dimensions = [
    Dimension("source", .actor, "Key of the actor who acts; empty when unknown."),
    Dimension("target", .actor, "Key of the actor who is acted upon; empty when there is none."),
    Dimension("type", .text, "The act in PLOVER's vocabulary."),
    Dimension("status", .text, "actual, planned, proposed, conditional, denied or negated."),
    Dimension("venue", .venue, "Key of the venue; empty when unknown."),
  ]
  package static let unit = "Events; historical background does not count."

  /// Parties that count on each side of an event: twenty states agreeing are not 380 dyads.
  package static let partyLimit = 8

  package static func count(
    _ record: Record, _ article: FoldedArticle, symbols: inout SymbolTable,
    into table: inout ArticleCounts
  ) {
    for index in record.events.indices where !record.events[index].background {
      let type = symbols.intern(record.events[index].type)
      let status = symbols.intern(record.events[index].status.rawValue)
      let venue = article.venueSymbol(record.events[index].venue)
      for s in 0..<max(1, min(record.events[index].source.count, partyLimit)) {
        let source = article.actorSymbol(party(s, of: record.events[index].source))
        for t in 0..<max(1, min(record.events[index].target.count, partyLimit)) {
          let target = article.actorSymbol(party(t, of: record.events[index].target))
          table.add(source, target, type, status, venue)
        }
      }
    }
  }

  private static func party(_ index: Int, of list: [Int32]) -> Int32? {
    index < list.count ? list[index] : nil
  }
}
