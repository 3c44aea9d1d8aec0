// Statistic: who spoke, and who carried the words.

package import Model

/// Statements by day, speaker and carrier.
package enum StatementDay: Statistic {
  package static let name = "statement_day"
  package static let summary =
    "Who made statements and which agency or outlet carried them, by day."
  package static let dimensions = [
    Dimension("speaker", .actor, "Key of the speaker; empty when unknown."),
    Dimension("via", .actor, "Key of the actor that carried the words; empty when direct."),
  ]
  package static let unit = "Statements: quotations and reported speech."

  package static func count(
    _ record: Record, _ article: FoldedArticle, symbols: inout SymbolTable,
    into table: inout ArticleCounts
  ) {
    for index in record.statements.indices {
      let speaker = article.actorSymbol(record.statements[index].speaker)
      let via = article.actorSymbol(record.statements[index].via)
      table.add(speaker, via)
    }
  }
}
