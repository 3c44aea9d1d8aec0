// Statistic: how much each outlet published, the denominators of all shares.

package import Model

/// Articles, stories and text by day and outlet.
package enum SourceDay: Statistic {
  package static let name = "source_day"
  package static let summary =
    "How much each outlet published, by day: what shares and trends are to be divided by."
  package static let dimensions = [
    Dimension("source", .text, "Outlet as given by the archive; empty when unknown.")
  ]
  package static let unit = "Bytes of text (UTF-8)."

  package static func count(
    _ record: Record, _ article: FoldedArticle, symbols: inout SymbolTable,
    into table: inout ArticleCounts
  ) {
    table.add(symbols.intern(record.source), mentions: record.bytes)
  }
}
