// Actors: persons, bodies and groups, one key each.

import Model

/// Turns names into actors and folds their mentions: names, then nominals, then pronouns.
struct ActorExtractor: AnalysisExtractor {
  static let name = "actors"
  static let summary = "persons, governments, organizations and groups, resolved to stable keys"

  private var table = ActorTable()

  init(lexicon: Lexicon) {}

  mutating func extract(_ analysis: inout Analysis) {
    TableKinds.apply(&analysis)
    PersonResolver.resolve(&analysis, &table)
    OrganizationResolver.resolve(&analysis, &table)
    analysis.sortMentions()
    Nominals.resolve(&analysis, &table)
    Pronouns.resolve(&analysis, table)
    table.finish(into: &analysis)
  }
}
