// Actors of short made-up articles: who is found, under which key, and who is not.

import Model
import Testing

@testable import Extraction

/// The record of a text.
func record(_ text: String, published: String? = "2016-12-16") throws -> Record {
  var extractor = Extractor()
  return extractor.extract(try normalized(text, published: published))
}

extension Record {
  /// The slice of a text that a span covers.
  func slice(_ text: String, _ span: Span) -> String {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    out.append(contentsOf: scalars[Int(span.start)..<Int(span.end)])
    return String(out)
  }

  /// The key of the actor that a mention of these words refers to.
  func key(of words: String, in text: String) -> String? {
    for mention in mentions where slice(text, mention.span) == words {
      if let actor = mention.actor { return actors[Int(actor)].key }
    }
    return nil
  }
}

@Suite struct ActorTests {
  static let cases: [(text: String, words: String, key: String?)] = [
    (
      "President Vladimir Putin arrived. Putin then left.", "Putin", "person/vladimir-putin"
    ),
    (
      "Turkish President Recep Tayyip Erdogan spoke. Erdogan said no more.", "Erdogan",
      "person/recep-tayyip-erdogan"
    ),
    (
      "Russian President Vladimir Putin said that he would go to Tokyo.", "he",
      "person/vladimir-putin"
    ),
    (
      "Vladimir Putin met Recep Tayyip Erdoğan. They asked whether the Turkish president agreed.",
      "the Turkish president", "person/recep-tayyip-erdogan"
    ),
    (
      "The Syrian government agreed. The opposition refused.", "Syrian government",
      "government/SYR"
    ),
    (
      "The Syrian government agreed, but the armed opposition refused.", "armed opposition",
      "group/syrian-opposition"
    ),
    ("The report was carried by Russian news agency TASS on Friday.", "TASS", "agency/tass"),
    ("Moscow said it had no comment on the report.", "Moscow", "government/RUS"),
    ("The delegation arrived in Moscow on Friday.", "Moscow", nil),
    (
      "Aid workers told the United Nations. The UN did not answer.", "UN",
      "organization/united-nations"
    ),
  ]

  @Test(arguments: cases)
  func resolves(_ text: String, _ words: String, _ key: String?) throws {
    #expect(try record(text).key(of: words, in: text) == key)
  }

  static let roles: [(name: String, published: String, role: String?)] = [
    ("Recep Tayyip Erdogan", "2013-05-01", "prime minister"),
    ("Recep Tayyip Erdogan", "2016-12-16", "president"),
    ("Ban Ki-moon", "2016-12-16", "secretary-general"),
    ("Vladimir Putin", "2010-05-01", "prime minister"),
  ]

  @Test(arguments: roles)
  func rolesAreThoseOfTheDay(_ name: String, _ published: String, _ role: String?) throws {
    let record = try record("In a speech \(name) warned of war.", published: published)
    #expect(record.actors.first?.role == role)
  }

  @Test func unknownPersonsGetStableKeys() throws {
    let text = "Gorwin Maplethorpe-Zanz, a farmer, said he saw it. Maplethorpe-Zanz then left."
    let first = try record(text)
    #expect(first.actors.contains { $0.key.hasPrefix("person/~") })
    #expect(first.actors.map(\.key) == (try record(text)).actors.map(\.key))
  }

  @Test(arguments: [
    "The Arab Spring began in 2011 on a Friday in December.",
    "However, nothing happened. But everybody waited.",
    "The next day was colder than expected, with rain in the morning.",
  ])
  func ordinaryWordsAreNoPersons(_ text: String) throws {
    #expect(try record(text).actors.filter { $0.kind == .person }.isEmpty)
  }

  @Test func listIsHonest() {
    #expect(extractors.map { $0.name } == ["times", "venues", "actors", "statements", "figures"])
    for type in extractors { #expect(!type.summary.isEmpty) }
  }
}
