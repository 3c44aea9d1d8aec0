// Statistic: how often actors are mentioned.

package import Model

/// Mentions of each actor by day.
package enum ActorDay: Statistic {
  package static let name = "actor_day"
  package static let summary = "How often each actor is mentioned, by day."
  package static let dimensions = [Dimension("actor", .actor, "Key of the actor.")]
  package static let unit = "Names, pronouns and nominals that refer to the actor."

  package static func count(
    _ record: Record, _ article: FoldedArticle, symbols: inout SymbolTable,
    into table: inout ArticleCounts
  ) {
    for index in record.actors.indices {
      table.add(article.actors[index], mentions: record.actors[index].mentions)
    }
  }
}
