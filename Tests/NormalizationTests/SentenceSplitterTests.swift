// Where sentences end.

import Model
import Testing

@Suite struct SentenceSplitterTests {
  @Test(arguments: [
    "Rain fell. | Roads closed.",
    "Who fled? | Nobody! | All stayed.",
    "Mr. Karimi met Gen. Dawson on Feb. 3. | They talked.",
    "He works for Acme Inc. | The company is new.",
    "She lives in the U.S. | He does not.",
    "The U.S. Senate voted.",
    "It ended at 5 p.m. | The crowd left.",
    "J. K. Osei spoke. | A. Tembo listened.",
    "\"Stop!\" he said. | \"Never.\" | She left.",
    "“We go. | We win,” he said. | “Then we rest.\" | All agreed.",
    "He left (at last.) | She stayed.",
    "Prices rose 2.5 pct. | 30 shops closed.",
    "It is so... and so.",
    "\"Why?\" asked Lee. | «Because.» | He left.",
    "She saw No. 5. | He saw none.",
    "Rates in St. Louis rose. | - Others fell.",
  ])
  func sentencesEndWhereTheyShould(_ marked: String) throws {
    let article = try normalized(
      marked.split(separator: "|").map { trimmed($0) }.joined(separator: " "))
    let found = article.sentences.map { article.string($0) }
    #expect(found == marked.split(separator: "|").map { trimmed($0) })
  }

  private func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  @Test func paragraphsEndSentences() throws {
    let article = try normalized(
      "A headline without a period\nThe text (he said\nAn end\n\n\"So.\"")
    #expect(
      article.sentences.map { article.string($0) } == [
        "A headline without a period", "The text (he said", "An end", "\"So.\"",
      ])
  }

  @Test func quotationsMaySpanParagraphs() throws {
    let article = try normalized("“We came.\n\n“We saw.\n\n“We won,” she said.")
    #expect(
      article.sentences.map { article.string($0) } == [
        "“We came.", "“We saw.", "“We won,” she said.",
      ])
    let quoted = article.tokens.filter { $0.kind == .word && $0.flags.contains(.quoted) }
    #expect(quoted.count == 6)
  }

  @Test func eachSentenceHasOneFlaggedStart() throws {
    let article = try normalized("“Rain fell. 30 fled! (They) ran.” — She said.\n...\nNo end")
    for sentence in article.sentences {
      let tokens = article.tokens[Int(sentence.lowerBound)..<Int(sentence.upperBound)]
      let words = tokens.filter { $0.kind == .word || $0.kind == .number }
      #expect(words.map { $0.flags.contains(.sentenceStart) } == words.indices.map { $0 == 0 })
    }
  }

  @Test func sentencesCoverAllTokens() throws {
    var generator = OddText(seed: 7)
    for _ in 0..<200 {
      let article = try normalized("a" + generator.text(scalars: 200))
      var next: Int32 = 0
      for sentence in article.sentences {
        #expect(sentence.lowerBound == next && !sentence.isEmpty)
        next = sentence.upperBound
      }
      #expect(Int(next) == article.tokens.count)
    }
  }
}
