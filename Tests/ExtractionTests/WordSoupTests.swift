// Any order of words and marks: nothing traps, and what comes out lies inside the text.

import Model
import Testing

@testable import Extraction

@Suite struct WordSoupTests {
  private static let words = """
    said told added according to that the a minister he who , . ? ! : ; -- ( ) " “ ” '' `` put toll
    at 12 1,000 4.5 million $ dozens of half killed wounded people were was quoted as saying by in
    Friday 16 December 2011 1990s six - year every day before yesterday last week ago if and but 's
    U.S. Smith billion hundred between 20 30 called for 3 p.m. said
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test(arguments: UInt64(1)...20)
  func staysInsideTheText(seed: UInt64) throws {
    var state = seed
    func next(_ bound: Int) -> Int {
      // Knuth's MMIX generator: the seed alone decides.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<100 {
      var text = "Start"
      for _ in 0..<next(80) {
        text += next(4) == 0 ? "" : next(12) == 0 ? "\n\n" : " "
        text += WordSoupTests.words[next(WordSoupTests.words.count)]
      }
      let article = try normalized(text, published: next(2) == 0 ? "2016-12-16" : nil)
      var analysis = unread(article, emptyLexicon)
      var times = TimeExtractor(lexicon: emptyLexicon)
      var statements = StatementExtractor(lexicon: emptyLexicon)
      var figures = FigureExtractor(lexicon: emptyLexicon)
      times.extract(&analysis)
      statements.extract(&analysis)
      figures.extract(&analysis)
      let all = Int32(0)..<Int32(article.tokens.count)
      var ranges = analysis.times.map(\.tokens) + analysis.figures.map(\.tokens)
      for statement in analysis.statements {
        ranges += statement.content.map { Int32($0.lowerBound)..<Int32($0.upperBound) }
        ranges += [statement.source, statement.cue].compactMap { $0 }
      }
      let inside = ranges.allSatisfy { !$0.isEmpty && $0.clamped(to: all) == $0 }
      #expect(inside, "\(text)")
    }
  }
}
