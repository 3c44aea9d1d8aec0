// The whole stage: what is refused, ids, fingerprints, and the same tokens whatever the line ends.

import Model
import Normalization
import Testing

@Suite struct NormalizerTests {
  @Test(arguments: ["", " \n\t ", "...", "12 345 -- 7", "\u{FEFF}\u{200B}", "😀☀\u{FE0F}"])
  func textWithoutAWordIsRefused(_ text: String) throws {
    var normalizer = Normalizer()
    let raw = RawArticle(archive: "a.gz", ordinal: 4, member: 2, id: "x\ny", text: Array(text.utf8))
    switch normalizer.normalize(raw) {
    case .success: Issue.record("accepted \(text.debugDescription)")
    case .failure(let rejection):
      #expect(rejection.reason == .emptyText)
      #expect(rejection.archive == "a.gz")
      #expect(rejection.ordinal == 4)
      #expect(rejection.member == 2)
      #expect(rejection.detail.utf8.allSatisfy { $0 >= 0x20 })
    }
  }

  @Test func anArticleWithoutAnIdGetsItsPlace() throws {
    var normalizer = Normalizer()
    let text = Array("Rain".utf8)
    let first = try normalizer.normalize(
      RawArticle(archive: "a.gz", ordinal: 7, text: text)
    ).get()
    #expect(first.id == "a.gz#7")
    let second = try normalizer.normalize(
      RawArticle(archive: "a.gz", ordinal: 8, id: "x1", title: Array("T\u{FFFD}".utf8), text: text)
    ).get()
    #expect(second.id == "x1")
    #expect(second.title == "T\u{FFFD}")
  }

  private static let story = """
    KABUL, Dec 14 (AP) -- Rain fell in the north and
    in the west, where “roads” closed.

        "We wait," the mayor's office said. "No one
    left.\" Crops were lost, officials said on Friday,
    and markets were shut.
    """

  private func facts(_ article: Article) -> [String] {
    article.tokens.map { "\(article.string($0)) \($0.kind) \($0.flags.rawValue) \($0.hash)" }
      + article.sentences.map { "\($0)" } + ["\(String(describing: article.dateline))"]
  }

  @Test(arguments: ["\r\n", "\r"])
  func lineEndsDoNotMatter(_ end: String) throws {
    let lines = Self.story.split(separator: "\n", omittingEmptySubsequences: false)
    let article = try normalized(lines.joined(separator: end))
    #expect(facts(article) == facts(try normalized(Self.story)))
  }

  @Test(arguments: [("\u{FEFF}", ""), ("", "\n"), ("", "\r\n\r\n"), ("", "   ")])
  func marksAndBlanksAroundTheTextDoNotMatter(_ before: String, _ after: String) throws {
    let article = try normalized(before + Self.story + after)
    #expect(facts(article) == facts(try normalized(Self.story)))
    #expect(article.fingerprint == (try normalized(Self.story)).fingerprint)
  }

  @Test func copiesUnderOtherDatelinesShareTheirFingerprint() throws {
    let first = try normalized("KABUL, Dec 14 (AP) -- Rain fell on 3 towns.")
    let second = try normalized("Herat, Afghanistan (Reuters) - RAIN fell: on 3 towns!")
    let third = try normalized("KABUL, Dec 14 (AP) -- Rain fell on 4 towns.")
    #expect(first.fingerprint == second.fingerprint)
    #expect(first.fingerprint != third.fingerprint)
  }

  @Test(
    arguments: [
      ("RAIN FELL ON THE TOWN", true), ("RAIN FELL ON the TOWN", true),
      ("Rain fell on NATO", false),
      ("RAIN FELL ON", false), ("THE U.S. AND U.N. MET", true), ("ŁÓDŹ ÉTAT ÇA ÖL", true),
    ] as [(String, Bool)])
  func textInCapitalsIsKnown(_ text: String, _ expected: Bool) throws {
    #expect(try normalized(text).isAllCapitals == expected)
  }

  /// One instance for many articles: what it remembers of one must not leak into the next.
  @Test func oneInstanceServesManyArticles() throws {
    var normalizer = Normalizer()
    func day(_ archive: String, _ published: String?) throws -> String? {
      try normalizer.normalize(
        RawArticle(archive: archive, ordinal: 0, text: [0x61], published: published)
      ).get().published?.iso
    }
    #expect(try day("2016-01-02.gz", "2016-12-16") == "2016-12-16")
    #expect(try day("2016-01-02.gz", nil) == "2016-01-02")
    #expect(try day("2016-01-02.gz", "2016-12-16") == "2016-12-16")
    #expect(try day("none.gz", "never") == nil)
    #expect(try day("2016-01-03.gz", "") == "2016-01-03")
  }
}
