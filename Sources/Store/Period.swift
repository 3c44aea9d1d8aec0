// The days that a report is about.

package import Model

/// From a day to a day, both included; open where there is none.
///
/// Without bounds it holds articles of unknown day too; with one it does not.
package struct Period: Hashable, Sendable {
  package var from: Day?
  package var to: Day?

  package init(from: Day? = nil, to: Day? = nil) {
    self.from = from
    self.to = to
  }

  /// All days, and articles without one.
  package static let all = Period()

  /// A condition on a column of days.
  func condition(_ column: String) -> String {
    if from == nil && to == nil { return "TRUE" }
    return "(\(column) BETWEEN \(from?.number ?? Int32.min) AND \(to?.number ?? Int32.max))"
  }
}
