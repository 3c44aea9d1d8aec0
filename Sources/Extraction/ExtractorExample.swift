// Made-up sentences with what must come out: specification, documentation and test at once.

import Model

/// A text and the lines that an extractor must say about it.
package struct ExtractorExample: Sendable {
  package var text: String
  /// ISO date; nil when the article has no publication day.
  package var published: String?
  /// What comes out, in the compact form of ``ExemplifiedExtractor/lines(of:)``.
  package var lines: [String]

  package init(_ text: String, published: String? = nil, lines: [String]) {
    self.text = text
    self.published = published
    self.lines = lines
  }
}

/// An extractor that shows by examples what it does.
protocol ExemplifiedExtractor: AnalysisExtractor {
  static var examples: [ExtractorExample] { get }
  /// What the extractor added to an analysis, one line each, in the order of the text.
  static func lines(of analysis: borrowing Analysis) -> [String]
}
