// What a statistic is, and the list of all of them.

package import Model

/// A counting table: what is counted, by what, and how a record adds to it.
///
/// Every statistic is counted by day as well, and gives mentions, articles and stories.
package protocol Statistic: Sendable {
  /// The table's name in the store and in the reports.
  static var name: String { get }
  /// One sentence for the data dictionary.
  static var summary: String { get }
  /// What it is counted by, besides the day; at most five.
  static var dimensions: [Dimension] { get }
  /// What its column `mentions` counts.
  static var unit: String { get }
  /// Adds what a record says; the article's parties are interned in `article` already.
  static func count(
    _ record: Record, _ article: FoldedArticle, symbols: inout SymbolTable,
    into table: inout ArticleCounts)
}

/// A column by which a statistic counts.
package struct Dimension: Hashable, Sendable {
  /// What the values of a column are.
  package enum Kind: String, Sendable {
    case actor, venue, text
  }

  package let name: String
  package let kind: Kind
  /// What the column means, for the data dictionary.
  package let meaning: String

  package init(_ name: String, _ kind: Kind, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
  }
}

/// All statistics. To add one, write its file and add its line.
package let statistics: [any Statistic.Type] = [
  ActorDay.self,
  VenueDay.self,
  VenueTotalDay.self,
  ActorVenueDay.self,
  ActorPairDay.self,
  EventDay.self,
  StatementDay.self,
  SourceDay.self,
]
