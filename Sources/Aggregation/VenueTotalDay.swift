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
    into table: inout CountTable
  ) {
    for index in record.venues.indices {
      var mentions = 0
      for role in record.venues[index].roles { mentions += Int(role) }
      if mentions > 0 { table.add(article, article.venues[index], mentions: mentions) }
    }
  }
}
