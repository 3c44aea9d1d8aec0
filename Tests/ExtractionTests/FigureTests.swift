// Figures: examples, numbers, and who gives them.

import Model
import Testing

@testable import Extraction

@Suite struct FigureTests {
  @Test(arguments: FigureExtractor.examples)
  func example(_ example: ExtractorExample) throws {
    #expect(try lines(FigureExtractor.self, example) == example.lines, "\(example.text)")
  }

  /// Numbers at the start of a text; 0 when there is none.
  static let numbers: [(text: String, low: Int, high: Int)] = [
    ("7,500 of them", 7_500, 0), ("4.5 million", 4_500_000, 0), ("100m of it", 100_000_000, 0),
    ("twenty-five", 25, 0), ("two hundred and fifty thousand", 250_000, 0),
    ("a hundred", 100, 0), ("a dozen", 12, 0), ("two dozen", 24, 0), ("dozens", 24, 0),
    ("hundreds of thousands", 200_000, 0), ("half a million", 500_000, 0),
    ("a quarter of a million", 250_000, 0), ("several hundred", 300, 0), ("20 to 30", 20, 30),
    ("20-30", 20, 30), ("2 to 3 million", 2_000_000, 3_000_000), ("nineteen", 19, 0),
    ("20th", 0, 0), ("1990s", 0, 0), ("3.5", 0, 0), ("hundred", 0, 0),
    ("99999999999999999999 million", 0, 0), ("5 billion billion billion", 0, 0),
    ("2.5 trillion", 2_500_000_000_000, 0), ("one hundred hundred hundred hundred", 100_000_000, 0),
  ]

  @Test(arguments: numbers)
  func number(_ text: String, _ low: Int, _ high: Int) throws {
    let article = try normalized(text + " x")
    let words = WordLookup(tokens: article.tokens, table: FigureWord.table)
    let reader = NumberReader(tokens: article.tokens, text: article.text, words: words)
    let reading = reader.read(at: 0)
    #expect(reading?.low ?? 0 == low)
    #expect(reading?.high ?? 0 == high)
  }

  static let qualifiers: [(text: String, qualifier: Figure.Qualifier)] = [
    ("No fewer than 12 died.", .atLeast), ("12 or more died.", .atLeast),
    ("Upwards of 12 died.", .moreThan), ("Roughly 12 died.", .about), ("12 or so died.", .about),
    ("Close to 12 died.", .nearly), ("As many as 12 died.", .upTo),
    ("Fewer than 12 died.", .lessThan), ("Exactly 12 died.", .exact), ("Then 12 died.", .exact),
  ]

  @Test(arguments: qualifiers)
  func qualifier(_ text: String, _ expected: Figure.Qualifier) throws {
    let lines = try lines(FigureExtractor.self, ExtractorExample(text, lines: []))
    #expect(lines == ["killed \(expected.rawValue) 12"])
  }

  @Test func sourceIsTheSpeakerOfTheStatement() throws {
    let article = try normalized("Ten people died. At least 12 people died, Ida Brandt said.")
    var analysis = unread(article, emptyLexicon)
    analysis.actors.append(ActorDraft(kind: .person))
    let name = try #require(
      article.tokens.firstIndex { $0.hash == Folding.hash(of: "Ida".utf8) })
    analysis.mentions.append(
      MentionDraft(tokens: Int32(name)..<Int32(name + 2), kind: .person, actor: 0))
    analysis.sortMentions()
    var statements = StatementExtractor(lexicon: emptyLexicon)
    statements.extract(&analysis)
    var figures = FigureExtractor(lexicon: emptyLexicon)
    figures.extract(&analysis)
    #expect(analysis.figures.map(\.source) == [-1, 0])
  }

  @Test func fromAndToOfTheDisplaced() throws {
    let article = try normalized("At least 7,500 civilians have left Aleppo for Idlib.")
    var analysis = unread(article, emptyLexicon)
    for (number, name) in ["Aleppo", "Idlib"].enumerated() {
      let token = try #require(
        article.tokens.firstIndex { $0.hash == Folding.hash(of: name.utf8) })
      analysis.venues.append(VenueDraft())
      analysis.mentions.append(
        MentionDraft(
          tokens: Int32(token)..<Int32(token + 1), kind: .place, venue: Int32(number)))
    }
    analysis.sortMentions()
    var figures = FigureExtractor(lexicon: emptyLexicon)
    figures.extract(&analysis)
    #expect(analysis.figures.first?.from == 0)
    #expect(analysis.figures.first?.to == 1)
  }
}
