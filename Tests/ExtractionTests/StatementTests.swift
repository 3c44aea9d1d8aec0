// Attribution: examples, quotation marks, speakers, venues and carriers.

import Model
import Testing

@testable import Extraction

@Suite struct StatementTests {
  @Test(arguments: StatementExtractor.examples)
  func example(_ example: ExtractorExample) throws {
    #expect(try lines(StatementExtractor.self, example) == example.lines, "\(example.text)")
  }

  /// Texts and the quotations in them, marks included; an open one ends with its paragraph.
  static let quotations: [(text: String, quotations: [String])] = [
    ("“One” and “two”.", ["“One”", "“two”"]),
    ("He opens “one way\" and closes another.", ["“one way\""]),
    ("\"Straight,\" he said, \"and on.\"", ["\"Straight,\"", "\"and on.\""]),
    ("``Old wires,'' she said.", ["``Old wires,''"]),
    ("“It never closes.\n\n“It closes here.”", ["“It never closes.", "“It closes here.”"]),
    ("“He said “no” to us,” she said.", ["“He said “no” to us,”"]),
    ("A stray mark” closes nothing.", []),
  ]

  @Test(arguments: quotations)
  func quotationMarks(_ text: String, _ expected: [String]) throws {
    let article = try normalized(text)
    let analysis = unread(article, emptyLexicon)
    let found = QuotationFinder.find(in: article.tokens, marks: analysis.marks).map { quotation in
      let first = Int(article.tokens[quotation.tokens.lowerBound].start)
      let last = Int(article.tokens[quotation.tokens.upperBound - 1].end)
      return String(decoding: article.text[first..<last], as: UTF8.self)
    }
    #expect(found == expected)
  }

  private func tokens(of phrase: String, in article: Article) throws -> Range<Int32> {
    let words = phrase.split(separator: " ").map { Folding.hash(of: $0.utf8) }
    let found = article.tokens.indices.first { start in
      words.indices.allSatisfy {
        start + $0 < article.tokens.count && article.tokens[start + $0].hash == words[$0]
      }
    }
    let start = try #require(found, "no such phrase in the text")
    return Int32(start)..<Int32(start + words.count)
  }

  /// Marks the named tokens as mentions of actor or venue 0, 1, … in the order given.
  private func analysis(
    _ text: String, actors: [(String, Mention.Kind)], venues: [String] = []
  ) throws -> (statement: StatementDraft?, role: Int32) {
    let article = try normalized(text)
    var analysis = unread(article, emptyLexicon)
    for (index, (phrase, kind)) in actors.enumerated() {
      analysis.actors.append(ActorDraft(kind: .person))
      analysis.mentions.append(
        MentionDraft(tokens: try tokens(of: phrase, in: article), kind: kind, actor: Int32(index)))
    }
    for (index, phrase) in venues.enumerated() {
      var venue = VenueDraft()
      venue[.mention] = 1
      analysis.venues.append(venue)
      analysis.mentions.append(
        MentionDraft(tokens: try tokens(of: phrase, in: article), kind: .place, venue: Int32(index))
      )
    }
    analysis.sortMentions()
    var extractor = StatementExtractor(lexicon: emptyLexicon)
    extractor.extract(&analysis)
    let role = analysis.venues.first.map { $0[.speech] * 10 + $0[.mention] } ?? 0
    return (analysis.statements.first, role)
  }

  @Test func speakerIsTheHead() throws {
    let (statement, _) = try analysis(
      "Swiss envoy Ida Brandt told the Daily Post in Bern that talks had begun.",
      actors: [("Ida Brandt", .person), ("Daily Post", .organization)], venues: ["Bern"])
    #expect(statement?.speaker == 0)
    #expect(statement?.addressee == 1)
    #expect(statement?.venue == 0)
  }

  @Test func venueOfSpeechCountsAsSpeech() throws {
    let (_, role) = try analysis(
      "She told reporters in Bern that talks had begun.", actors: [("She", .pronoun)],
      venues: ["Bern"])
    #expect(role == 10)
  }

  @Test func venueInTheContentIsNoVenueOfSpeech() throws {
    let (statement, role) = try analysis(
      "She said that talks had begun in Bern.", actors: [("She", .pronoun)], venues: ["Bern"])
    #expect(statement?.speaker == 0)
    #expect(statement?.venue == -1)
    #expect(role == 1)
  }

  @Test func carrierOfTheWords() throws {
    let (statement, _) = try analysis(
      "“It is over,” he was quoted as saying by news agency Alfa.",
      actors: [("he", .pronoun), ("Alfa", .organization)])
    #expect(statement?.speaker == 0)
    #expect(statement?.via == 1)
  }

  @Test func supportersDoNotSpeakForTheirLeader() throws {
    let (statement, _) = try analysis(
      "Supporters of Ida Brandt said the vote was stolen.", actors: [("Ida Brandt", .person)])
    #expect(statement != nil)
    #expect(statement?.speaker == -1)
  }

  @Test func officialsSpeakForTheirBody() throws {
    let (statement, _) = try analysis(
      "Officials at the Harbour Board said the port was closed.",
      actors: [("Harbour Board", .organization)])
    #expect(statement?.speaker == 0)
  }
}
