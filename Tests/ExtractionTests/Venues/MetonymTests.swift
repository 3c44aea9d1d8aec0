// Governments by the names of their capitals and countries, and places that only look like them.

import Testing

@testable import Extraction

@Suite struct MetonymTests {
  static let metonyms: [VenueCase] = [
    VenueCase("Moscow said it would not answer.", "Moscow=government/RUS"),
    VenueCase("Ankara has repeatedly denied the charge.", "Ankara=government/TUR"),
    VenueCase(
      "Washington and Tehran agreed to talk.", "Washington=government/USA Tehran=government/IRN"),
    VenueCase("Ankara's position has not changed.", "Ankara=government/TUR"),
    VenueCase("Beijing's response came within hours.", "Beijing=government/CHN"),
    VenueCase("Pyongyang threatened to leave the talks.", "Pyongyang=government/PRK"),
    VenueCase("India rejected the proposal.", "India=government/IND"),
    VenueCase("The envoy urged Damascus to open the crossings.", "Damascus=government/SYR"),
    VenueCase("He accused Tehran of arming the rebels.", "Tehran=government/IRN"),
    VenueCase("According to Kigali, no soldiers crossed the border.", "Kigali=government/RWA"),
    VenueCase(
      "Relations between Moscow and Kyiv have soured.",
      "Moscow=government/RUS Kyiv=government/UKR"),
    VenueCase(
      "Paris would not comment, but London welcomed the step.",
      "Paris=government/FRA London=government/GBR"),
    VenueCase("The rebels are backed by Riyadh.", "Riyadh=government/SAU"),
    VenueCase("Tokyo has not recognised the result.", "Tokyo=government/JPN"),
    VenueCase("Sanctions against Tehran were extended.", "Tehran=government/IRN"),
    VenueCase("The deal was struck with Islamabad.", "Islamabad=government/PAK"),
    VenueCase("Cairo wants guarantees first.", "Cairo=government/EGY"),
    VenueCase("Kenya condemned the attack.", "Kenya=government/KEN"),
    VenueCase("Jakarta will not sign the text.", "Jakarta=government/IDN"),
    VenueCase("Brasilia's ambassador was recalled.", "Brasília=government/BRA"),
    VenueCase("Turkey and Iran support the plan.", "Turkey=government/TUR Iran=government/IRN"),
    VenueCase("Riyadh is ready to pay.", "Riyadh=government/SAU"),
    VenueCase("He left after Moscow recalled its envoy.", "Moscow=government/RUS"),
    VenueCase(
      "Turkey, which has threatened to close the border, is a member.", "Turkey=government/TUR"),
    VenueCase("Doha's alliance with the group is old.", "Doha=government/QAT"),
    VenueCase("Pressure on Caracas is growing.", "Caracas=government/VEN"),
  ]

  static let places: [VenueCase] = [
    VenueCase("Moscow was covered in snow.", "Moscow:mention"),
    VenueCase("Officials in Ankara said it was late.", "Ankara:speech"),
    VenueCase("Paris's museums were closed.", "Paris:mention"),
    VenueCase("He lives in Tokyo and teaches.", "Tokyo:mention"),
    VenueCase("A spokesman in Baghdad confirmed the deaths.", "Baghdad:speech"),
    VenueCase("The train from Beijing arrived late.", "Beijing:origin"),
    VenueCase("Kabul lies in a valley.", "Kabul:mention"),
    VenueCase("The group is led by a banker from Tokyo.", "Tokyo:mention"),
    VenueCase("The club has a deal with Japan Airlines.", ""),
    VenueCase("Lima's beaches are grey.", "Lima:mention"),
    VenueCase("Rabat offered to host the talks.", "Rabat:proposed"),
    VenueCase("Mumbai said farewell to its mayor.", "Mumbai:mention"),
    VenueCase("The streets of Cairo were empty.", "Cairo:mention"),
    VenueCase("Nairobi was calm on Sunday after the riots.", "Nairobi:mention"),
  ]

  @Test(arguments: metonyms)
  func governmentsActUnderTheNameOfAPlace(_ row: VenueCase) throws {
    #expect(try venueLine(row.text) == row.expected)
  }

  @Test(arguments: places)
  func placesThatDoNotActStayPlaces(_ row: VenueCase) throws {
    #expect(try venueLine(row.text) == row.expected)
  }
}
