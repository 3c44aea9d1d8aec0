// Times: examples, and nothing relative without a publication day.

import Model
import Testing

@testable import Extraction

@Suite struct TimeTests {
  @Test(arguments: TimeExtractor.examples)
  func example(_ example: ExtractorExample) throws {
    #expect(try lines(TimeExtractor.self, example) == example.lines, "\(example.text)")
  }

  /// Published on Monday, 2017-01-02: weeks and years turn there.
  static let turnOfTheYear: [(text: String, lines: [String])] = [
    ("It failed last week.", ["DATE 2016-W52 last week"]),
    ("It failed last month.", ["DATE 2016-12 last month"]),
    ("It failed in November.", ["DATE 2016-11 November"]),
    ("It failed on Sunday.", ["DATE 2017-01-01 Sunday"]),
    ("It will end next Friday.", ["DATE 2017-01-06 next Friday"]),
    ("It failed a year ago.", ["DATE 2016 a year ago"]),
    ("It failed on Friday, Dec. 30.", ["DATE 2016-12-30 Friday, Dec. 30"]),
  ]

  @Test(arguments: turnOfTheYear)
  func turnOfYear(_ text: String, _ expected: [String]) throws {
    let example = ExtractorExample(text, published: "2017-01-02", lines: expected)
    #expect(try lines(TimeExtractor.self, example) == expected)
  }

  @Test func relativeExpressionsNeedAPublicationDay() throws {
    let text = "Today, last week, on Friday, in June, three years ago and tonight."
    #expect(try lines(TimeExtractor.self, ExtractorExample(text, lines: [])).isEmpty)
  }

  @Test func expressionsDoNotOverlap() throws {
    let article = try normalized(
      "On Friday, Dec. 16, 2016, in the early 1990s, the past three days, earlier this week.",
      published: "2016-12-17")
    var analysis = unread(article, emptyLexicon)
    var extractor = TimeExtractor(lexicon: emptyLexicon)
    extractor.extract(&analysis)
    #expect(analysis.times.count == 4)
    var end: Int32 = 0
    for time in analysis.times {
      #expect(time.tokens.lowerBound >= end)
      end = time.tokens.upperBound
    }
  }
}
