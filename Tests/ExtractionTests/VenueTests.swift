// Venues of short made-up articles: where they lie and the part they play.

import Foundation
import Model
import Testing

@testable import Extraction

@Suite struct VenueTests {
  static let roles: [(text: String, name: String, role: VenueRole?)] = [
    ("The two ministers met in Vienna on Monday.", "Vienna", .host),
    ("Talks in Geneva ended without a result.", "Geneva", .host),
    ("Both sides praised the Geneva talks.", "Geneva", .host),
    ("He proposed talks in Astana for next month.", "Astana", .proposed),
    ("The minister told a press conference in Ankara that the road was open.", "Ankara", .speech),
    ("Hundreds of families left Aleppo for Idlib.", "Aleppo", .origin),
    ("Hundreds of families left Aleppo for Idlib.", "Idlib", .destination),
    ("The president flew to Moscow on Tuesday.", "Moscow", .destination),
    ("A convoy arrived from Damascus.", "Damascus", .origin),
    ("At least ten people were killed in an attack in Kabul.", "Kabul", .scene),
    ("TOKYO, Dec 16 (TASS) -- The visit went well.", "Tokyo", .dateline),
    ("They like the music of Vienna.", "Vienna", .mention),
    ("Moscow said it would not answer.", "Moscow", nil),
  ]

  @Test(arguments: roles)
  func roleComesFromTheWordsAround(_ text: String, _ name: String, _ role: VenueRole?) throws {
    let venue = try #require(record(text).venues.first { $0.name == name })
    for other in VenueRole.allCases { #expect(venue[other] == (other == role ? 1 : 0)) }
  }

  static let senses: [(text: String, name: String, country: String)] = [
    ("He lives in Paris, Texas, with his family.", "Paris", "USA"),
    ("He lives in Paris with his family.", "Paris", "FRA"),
    ("The British and Irish governments met. Police in Belfast confirmed it.", "Belfast", "GBR"),
    ("They crossed from Russia into Georgia near the Armenian border.", "Georgia", "GEO"),
  ]

  @Test(arguments: senses)
  func contextDecidesBetweenNamesakes(_ text: String, _ name: String, _ country: String) throws {
    let venue = try #require(record(text).venues.first { $0.name.hasPrefix(name) })
    #expect(venue.country == country)
  }

  @Test func aNationalityIsNoMentionOfItsCountry() throws {
    let record = try record("Syrian and Russian officials met.")
    let syria = try #require(record.venues.first { $0.country == "SYR" })
    #expect(syria.mentions == 0)
    #expect(syria.roles == SIMD8())
  }

  @Test func anUnknownPlaceDisturbsNobody() throws {
    let record = try record("He went from Qwzxkvton to Geneva, Switzerland, by train.")
    let geneva = try #require(record.venues.first { $0.name == "Geneva" })
    #expect(geneva.geonameid == 2_660_646)
  }
}

@Suite struct OffsetTests {
  /// Texts with everything that makes bytes, scalars and tokens part ways.
  static let texts: [String] = [
    "Vladimir Putin met Shinzo Abe in Tokyo.",
    "“Yes,” said Recep Tayyip Erdoğan in Ankara — and “no\" in Çankaya.",
    "Rus\u{ad}sia and Tur\u{200b}key spoke\u{a0}in Geneva; the of\u{fb01}ce of Côte d’Ivoire did not.",
    "In São Tomé and Zürich, Mevlüt Çavuşoğlu 😀 said 7,500 people left Aleppo.",
    "Line one.\r\nVladimir Putin spoke.\r\n\r\nAnkara denied it.",
  ]

  @Test(arguments: texts)
  func everySurfaceEqualsItsSlice(_ text: String) throws {
    let article = try normalized(text)
    let analysis = unread(article, .builtIn)
    let scalars = Array(text.unicodeScalars)
    for index in article.tokens.indices {
      let span = analysis.span(Int32(index)..<Int32(index + 1))
      var slice = String.UnicodeScalarView()
      slice.append(contentsOf: scalars[Int(span.start)..<Int(span.end)])
      let again = try normalized(String(slice) + " x")
      #expect(
        Folding.folded(analysis.text(Int32(index)..<Int32(index + 1)))
          == Folding.folded(String(decoding: again.text[0..<again.length - 2], as: UTF8.self)))
    }
    let record = try record(text)
    for mention in record.mentions {
      #expect(mention.span.start < mention.span.end && Int(mention.span.end) <= scalars.count)
    }
  }
}
