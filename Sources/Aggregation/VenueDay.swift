// Statistic: in which roles venues appear.

package import Model

/// Mentions of each venue by day and role.
package enum VenueDay: Statistic {
  package static let name = "venue_day"
  package static let summary =
    "How often each venue appears in each role, by day; an article counts under every role."
  package static let dimensions = [
    Dimension("venue", .venue, "Key of the venue."),
    Dimension("role", .text, "Part that the venue plays: host, scene, origin and so on."),
  ]
  package static let unit = "Mentions of the place in the role; nationalities do not count."

  package static func count(
    _ record: Record, _ article: FoldedArticle, symbols: inout SymbolTable,
    into table: inout ArticleCounts
  ) {
    for index in record.venues.indices {
      let roles = record.venues[index].roles
      for role in 0..<article.roles.count {
        let mentions = Int(roles[role])
        guard mentions > 0 else { continue }
        table.add(article.venues[index], article.roles[role], mentions: mentions)
      }
    }
  }
}
