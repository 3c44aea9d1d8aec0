// Which place a name means, how sure that is, and what is a name of a place at all.

import Model
import Testing

@testable import Extraction

@Suite struct PlaceSenseTests {
  static let senses: [(text: String, name: String, where: String)] = [
    ("He moved from Houston to Paris, Texas.", "Paris", "USA US.TX"),
    ("Vandals struck in Dallas, Paris and Tyler, Texas.", "Paris", "USA US.TX"),
    ("She studied in London, Ontario, and in Toronto.", "London", "CAN CA.08"),
    ("Trains run from Leeds and Hull to London.", "London", "GBR GB.ENG"),
    ("Lebanon, Syria and Jordan share the water.", "Lebanon", "LBN"),
    ("Voters in Lebanon, Tennessee, and Nashville queued.", "Lebanon", "USA US.TN"),
    ("The bus from Athens to Patras was full.", "Athens", "GRC GR.ESYE31"),
    ("Armenia and Georgia opened the border near Tbilisi.", "Georgia", "GEO"),
    ("A storm hit Alabama and Georgia near Atlanta.", "Georgia", "USA US.GA"),
    ("Boats left Tripoli, Misrata and Benghazi in Libya.", "Tripoli", "LBY"),
    ("Shops in Tripoli and Sidon, Lebanon, were shut.", "Tripoli", "LBN LB.09"),
  ]

  @Test(arguments: senses)
  func companyTellsNamesakesApart(_ text: String, _ name: String, _ place: String) throws {
    let venue = try #require(record(text).venues.first { $0.name.hasPrefix(name) })
    #expect([venue.country, venue.admin1 ?? ""].joined(separator: " ").hasPrefix(place))
  }

  static let nationalities: [(text: String, word: String, country: String)] = [
    ("American diplomats left.", "American", "USA"),
    ("A French court ruled.", "French", "FRA"),
    ("Dutch police made arrests.", "Dutch", "NLD"),
    ("North Korea tested a rocket; Korean media in Pyongyang cheered.", "Korean", "PRK"),
    ("Officials in South Korea and other Korean experts agreed.", "Korean", "KOR"),
    ("Congolese soldiers crossed the river.", "Congolese", "COD"),
  ]

  @Test(arguments: nationalities)
  func aNationalityMeansOneCountry(_ text: String, _ word: String, _ country: String) throws {
    let record = try record(text)
    let mention = try #require(
      record.mentions.first { $0.kind == .nationality && record.slice(text, $0.span) == word })
    #expect(record.venues[Int(try #require(mention.venue))].country == country)
  }

  static let kinds: [(text: String, places: [String])] = [
    ("Delta Air Lines Inc lost money. Delta said so on Monday.", []),
    ("Robert Winterton resigned. Winterton said he was tired.", []),
    ("Robert Winterton lives in Winterton, Lincolnshire.", ["Winterton", "Lincolnshire"]),
    ("The army retook Deir ez-Zor.", ["Deir ez-Zor"]),
    ("The economy of the West German states grew.", []),
    ("Stephen Fry read the book.", []),
    ("The US Trade Representative left.", ["US"]),
    ("The grant was US$3 million.", []),
    ("Fans saw Ohio State win in Ohio.", ["Ohio"]),
    ("The Lisbon Treaty was signed in Lisbon.", ["Lisbon"]),
  ]

  @Test(arguments: kinds)
  func theArticleTellsPlacesFromTheirNamesakes(_ text: String, _ places: [String]) throws {
    let record = try record(text)
    #expect(
      record.mentions.filter { $0.kind == .place }.map { record.slice(text, $0.span) } == places)
  }

  @Test func wordsOfRegionsAreTakenWhole() throws {
    let text = "Latin American leaders met Central American guests."
    let record = try record(text)
    #expect(
      record.mentions.filter { $0.kind == .nationality }.map { record.slice(text, $0.span) }
        == ["Latin American", "Central American"])
  }

  @Test func aBuildingLiesInItsTown() throws {
    let text =
      "Two men were taken to hospital in Leeds. A nurse at Leeds General Hospital saw them."
    let record = try record(text)
    let town = try #require(record.venues.first { $0.name == "Leeds" })
    let hospital = try #require(record.venues.first { $0.name == "Leeds General Hospital" })
    #expect(hospital.latitude == town.latitude && hospital.geonameid == nil)
    #expect(hospital.confidence < 900)
  }

  @Test func anUnknownVillageHasNoCoordinates() throws {
    let record = try record("He lives in Qwarbleton in northern India.")
    for venue in record.venues where venue.name == "Qwarbleton" { #expect(venue.latitude == nil) }
    #expect(record.venues.contains { $0.country == "IND" })
  }

  /// A lone capital in an article about its country is surer than a village that many share.
  @Test func confidenceFollowsTheEvidence() throws {
    let sure = try record(
      "Talks in Cairo, Egypt, went on. Egypt's envoys left Cairo for Alexandria.")
    let unsure = try record("He likes Springfield.")
    let cairo = try #require(sure.venues.first { $0.name == "Cairo" })
    let springfield = try #require(unsure.venues.first { $0.name == "Springfield" })
    #expect(cairo.confidence >= 900)
    #expect(springfield.confidence < 600)
  }

  @Test(arguments: [(1, 0), (10, 1), (1000, 3), (2_000_000, 6.301), (123_456, 5.0915)])
  func logarithm(_ value: Int, _ expected: Float) {
    #expect(abs(Magnitude.log10(value) - expected) < 0.01)
  }

  @Test(arguments: [(0, 1), (1, 2.71828), (-1, 0.36788), (-4, 0.018316), (3.3, 27.1126)])
  func exponential(_ value: Float, _ expected: Float) {
    #expect(abs(Magnitude.exp(value) / expected - 1) < 0.002)
  }
}
