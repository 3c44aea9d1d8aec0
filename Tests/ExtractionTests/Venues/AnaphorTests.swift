// Places without their names, and names of places that mean something else.

import Testing

@testable import Extraction

@Suite struct AnaphorTests {
  static let anaphors: [VenueCase] = [
    VenueCase(
      "Troops entered Kandahar at dawn. At least 20 people were killed in the city.",
      "Kandahar:scene+destination"),
    VenueCase(
      "The delegation flew to Doha. The talks will be held there on Monday.",
      "Doha:proposed+destination"),
    VenueCase(
      "He arrived in Bamako on Friday. He met the president there.",
      "Bamako:host+destination"),
    VenueCase(
      "Hodeidah is a port. Thousands have fled the city.", "Hodeidah:origin+mention"),
    VenueCase(
      "Fighting reached Derna in May. Families fled from the town by night.",
      "Derna:scene+origin"),
    VenueCase(
      "Burundi is poor. A civil war in the country killed thousands.", "Burundi:scene+mention"),
    VenueCase(
      "She was born in Bukavu. She returned to the city in 2009.",
      "Bukavu:destination+mention"),
    VenueCase(
      "They drove to Mosul. There was no water.", "Mosul:destination"),
    VenueCase("He likes Lagos. The city is large.", "Lagos:mention"),
    VenueCase("She loves Malta. I think there isn't a better place.", "Malta:mention"),
    VenueCase(
      "He knows Gabon. Rebels besieged the city of Oyem.", "Gabon:mention Oyem:scene"),
    VenueCase(
      "Envoys arrived in Muscat. A round of negotiations in the capital ended at noon.",
      "Muscat:host+destination"),
  ]

  static let nothing: [VenueCase] = [
    VenueCase("He studied at the University of Vienna.", ""),
    VenueCase("The New York Times reported it first.", ""),
    VenueCase("The Moscow Times was blocked.", ""),
    VenueCase("Paris Hilton opened the show.", ""),
    VenueCase("Jack London wrote about wolves.", ""),
    VenueCase("The Treaty of Lisbon changed that.", ""),
    VenueCase("The Lisbon Treaty changed that.", ""),
    VenueCase("The Paris Agreement binds them.", ""),
    VenueCase("Lawyers pointed to the Geneva Conventions.", ""),
    VenueCase("Fans of Real Madrid cheered.", ""),
    VenueCase("The Washington Post published the list.", ""),
    VenueCase("The Chicago Bulls lost again.", ""),
    VenueCase("The Oslo Accords are thirty years old.", ""),
    VenueCase("Manchester United sacked the coach.", ""),
    VenueCase("A professor at Oxford University agreed.", ""),
    VenueCase("Ohio State won by ten points.", ""),
    VenueCase("The Bank of Japan kept its rates.", ""),
    VenueCase("Israel Katz signed the letter.", ""),
    VenueCase("The Boston Globe praised the book.", ""),
  ]

  @Test(arguments: anaphors)
  func placesAreMeantWithoutTheirNames(_ row: VenueCase) throws {
    #expect(try venueLine(row.text) == row.expected)
  }

  @Test(arguments: nothing)
  func whatIsNamedAfterAPlaceIsNone(_ row: VenueCase) throws {
    #expect(try venueLine(row.text) == row.expected)
  }
}
