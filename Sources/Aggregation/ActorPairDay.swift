// Statistic: who is mentioned with whom.

package import Model

/// Sentences that mention two actors, by day; a pair's keys are in byte order.
package enum ActorPairDay: Statistic {
  package static let name = "actor_pair_day"
  package static let summary =
    "How often two actors are mentioned in one sentence, by day; each pair is there once."
  package static let dimensions = [
    Dimension("actor", .actor, "Key of the one that comes first in byte order."),
    Dimension("other", .actor, "Key of the other."),
  ]
  package static let unit = "Sentences that mention both; of a sentence the first 40 actors count."

  package static func count(
    _ record: Record, _ article: FoldedArticle, symbols: inout SymbolTable,
    into table: inout ArticleCounts
  ) {
    for sentence in article.sentences where sentence.actors.count > 1 {
      var first = sentence.actors.lowerBound
      while first < sentence.actors.upperBound {
        let a = article.actors[Int(article.sentenceActors[Int(first)])]
        var second = first + 1
        while second < sentence.actors.upperBound {
          let b = article.actors[Int(article.sentenceActors[Int(second)])]
          if a != b { table.addPair(a, b, unit: sentence.unit) }
          second += 1
        }
        first += 1
      }
    }
  }
}
