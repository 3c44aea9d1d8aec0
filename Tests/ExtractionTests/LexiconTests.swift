// The knowledge tables: fresh, matched as they should be, and overridden by a user's own.

import Foundation
import Model
import Normalization
import Testing

@testable import Extraction

@Suite struct LexiconTests {
  /// The folder of the tables in the source tree.
  static let data = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/CLexicon/data").path

  @Test func compiledFormIsNotStale() throws {
    let sources = try LexiconSources(directory: Self.data)
    #expect(
      Lexicon.builtIn.digest == sources.digest,
      "run: dragoman-lexicon compile --data Sources/CLexicon/data")
  }

  static let names: [(name: String, kind: Sense.Kind, key: String)] = [
    ("Vladimir Putin", .actor, "person/vladimir-putin"),
    ("VLADIMIR PUTIN", .actor, "person/vladimir-putin"),
    ("Recep Tayyip Erdoğan", .actor, "person/recep-tayyip-erdogan"),
    ("Recep Tayyip Erdogan", .actor, "person/recep-tayyip-erdogan"),
    ("Bashar al-Assad", .actor, "person/bashar-al-assad"),
    ("Bashar al Assad", .actor, "person/bashar-al-assad"),
    ("United Nations", .actor, "organization/united-nations"),
    ("U.N.", .actor, "organization/united-nations"),
    ("TASS", .actor, "agency/tass"),
    ("Syrian government", .actor, "government/SYR"),
    ("government of Syria", .actor, "government/SYR"),
  ]

  @Test(arguments: names)
  func findsActors(_ name: String, _ kind: Sense.Kind, _ key: String) throws {
    let analysis = try analysis(of: name)
    let rows = analysis.rows(of: 0..<Int32(analysis.article.tokens.count), kind)
    #expect(rows.contains { Lexicon.builtIn.actor($0).key.string == key })
  }

  static let places: [(name: String, geonameid: Int)] = [
    ("Astana", 1_526_273), ("Nur-Sultan", 1_526_273), ("Geneva", 2_660_646),
    ("Tokyo", 1_850_147), ("Ankara", 323_786), ("Aleppo", 170_063), ("Idlib", 169_389),
  ]

  @Test(arguments: places)
  func findsPlaces(_ name: String, _ geonameid: Int) throws {
    let analysis = try analysis(of: name)
    let rows = analysis.rows(of: 0..<Int32(analysis.article.tokens.count), .place)
    #expect(rows.contains { Lexicon.builtIn.place($0).geonameid == geonameid })
  }

  @Test(arguments: [
    ("us", false), ("US", true), ("who", false), ("WHO", true), ("iraq", false), ("Iraq", true),
  ])
  func acronymsAndNamesNeedTheirCapitals(_ word: String, _ isName: Bool) throws {
    let analysis = try analysis(of: "They told \(word) about it.")
    let entry = analysis.entries[2]
    let found =
      entry.phrase >= 0 && (entry.phraseSummary.has(.actor) || entry.phraseSummary.has(.country))
    #expect(found == isName)
  }

  @Test func aUsersRowWins() throws {
    let table = try TabTable(
      name: "actors-mine",
      text: """
        key\tname\taliases\tkind\tcountry\tcode
        person/mine\tVladimir Putin\tVolodya Putin\tperson\tRUS\tRUSGOV

        """)
    let lexicon = try Lexicon(userTables: [table])
    let article = try normalized("Volodya Putin met nobody. Vladimir Putin spoke.")
    var extractor = Extractor(lexicon: lexicon)
    let record = extractor.extract(article)
    #expect(record.actors.map(\.key) == ["person/mine"])
    #expect(record.actors.first?.country == "RUS")
  }

  @Test(arguments: [
    ("nonsense", "key\tname\n", "no such kind of table"),
    ("actors", "key\tname\n", "no column aliases"),
    ("actors", "key\tname\taliases\tkind\tcountry\tcode\nk\tN N\t\twizard\t\t\n", "no kind wizard"),
    ("actors", "key\tname\nk\tN\tmore\n", "3 cells"),
  ])
  func saysWhatIsWrongWithATable(_ name: String, _ text: String, _ reason: String) {
    #expect {
      let table = try TabTable(name: name, text: text)
      _ = try Lexicon(userTables: [table])
    } throws: { error in
      "\(error)".contains(reason)
    }
  }
}

/// The analysis of a text before any extractor ran, with the built-in lexicon.
func analysis(of text: String) throws -> Analysis {
  unread(try normalized(text), .builtIn)
}
