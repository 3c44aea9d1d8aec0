// Statistic: how often venues appear, in whatever role.

package import Model

/// Mentions of each venue by day, all roles together.
package enum VenueTotalDay: Statistic {
  package static let name = "venue_total_day"
  package static let summary =
    "How often each venue appears in any role, by day; an article counts once."
  package static let dimensions = [Dimension("venue", .venue, "Key of the venue.")]
  package static let unit = "Mentions of the place in all roles; nationalities do not count."

  package static func count(
    _ record: Record, _ article: FoldedArticle, symbols: inout SymbolTable,
    into table: inout ArticleCounts
  ) {
    for index in record.venues.indices {
      let mentions = Int(record.venues[index].roles.wrappedSum())
      if mentions > 0 { table.add(article.venues[index], mentions: mentions) }
    }
  }
}
