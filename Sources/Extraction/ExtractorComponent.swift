// The seam between the extraction stage and its extractors, and the visible list of them.

import Model

/// One extractor: reads an analysis and adds to it. An instance belongs to one worker.
package protocol ExtractorComponent: SendableMetatype {
  /// The name that a pipeline file uses.
  static var name: String { get }
  /// One line for `dragoman list`.
  static var summary: String { get }
}

/// What extractors do inside the module.
protocol AnalysisExtractor: ExtractorComponent {
  init(lexicon: Lexicon)
  mutating func extract(_ analysis: inout Analysis)
}

/// All extractors, in the order in which they run: later ones read what earlier ones added.
package let extractors: [any ExtractorComponent.Type] = analysisExtractors

let analysisExtractors: [any AnalysisExtractor.Type] = [
  TimeExtractor.self, VenueExtractor.self, ActorExtractor.self, StatementExtractor.self,
  FigureExtractor.self,
]
