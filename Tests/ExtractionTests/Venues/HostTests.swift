// Where people meet, where they mean to, and where they speak.

import Testing

@testable import Extraction

@Suite struct HostTests {
  static let hosts: [VenueCase] = [
    VenueCase("Envoys of both sides met in Vienna on Monday.", "Vienna:host"),
    VenueCase("Talks in Geneva ended without a result.", "Geneva:host"),
    VenueCase("Both delegations praised the Geneva talks.", "Geneva:host"),
    VenueCase(
      "The summit in Sochi lasted two days. The Sochi summit brought no agreement.",
      "Sochi:host+host"),
    VenueCase("Vienna hosted three rounds of negotiations last year.", "Vienna:host"),
    VenueCase("Muscat is hosting indirect talks between the two sides.", "Muscat:host"),
    VenueCase("The next day Oslo played host to the negotiators.", "Oslo:host"),
    VenueCase("The foreign ministers gathered in Brussels for a meeting.", "Brussels:host"),
    VenueCase("Diplomats held consultations in Doha and Cairo.", "Doha:host Cairo:host"),
    VenueCase(
      "The delegations met in Riyadh, Jeddah and Muscat last month.",
      "Riyadh:host Jeddah:host Muscat:host"),
    VenueCase(
      "He flew home from Tunis, where he had met the prime minister.", "Tunis:host+origin"),
    VenueCase("The peace conference in Paris drew 70 delegations.", "Paris:host"),
    VenueCase("Leaders of the bloc convened in Addis Ababa.", "Addis Ababa:host"),
    VenueCase("An agreement was signed at a ceremony in Kampala.", "Kampala:host"),
    VenueCase("Negotiations resumed in the Qatari capital Doha on Sunday.", "Doha:host"),
    VenueCase("A second round of talks took place in Islamabad.", "Islamabad:host"),
    VenueCase("The council held an emergency session in New York.", "New York:host"),
    VenueCase("Envoys travelled to Geneva for talks.", "Geneva:destination"),
    VenueCase(
      "Rival factions met behind closed doors in the Libyan city of Sirte.", "Sirte:host"),
    VenueCase("The Munich Security Conference opened on Friday.", ""),
  ]

  static let proposals: [VenueCase] = [
    VenueCase("He proposed talks in Astana for next month.", "Astana:proposed"),
    VenueCase("The proposed talks in Minsk have drawn little interest.", "Minsk:proposed"),
    VenueCase("They may meet in Helsinki in March.", "Helsinki:proposed"),
    VenueCase("The next round will be held in Baku.", "Baku:proposed"),
    VenueCase("A summit is planned in Singapore for June.", "Singapore:proposed"),
    VenueCase("He offered to host negotiations in Ankara.", "Ankara:proposed"),
    VenueCase("Jakarta will host the summit in November.", "Jakarta:proposed"),
    VenueCase("Tashkent offered to host the talks.", "Tashkent:proposed"),
    VenueCase("The new venue could be Nairobi, an aide said.", "Nairobi:proposed"),
    VenueCase("Delegates are expected to gather in Amman next week.", "Amman:proposed"),
    VenueCase("The ministers agreed to meet again in Rabat.", "Rabat:proposed"),
    VenueCase("Both sides suggested Belgrade as a venue.", "Belgrade:proposed"),
    VenueCase("The upcoming Budapest summit worries some members.", "Budapest:proposed"),
    VenueCase("An invitation to talks in Tehran was declined.", "Tehran:proposed"),
    VenueCase("The meeting scheduled in Lusaka was put off.", "Lusaka:proposed"),
  ]

  static let speeches: [VenueCase] = [
    VenueCase(
      "The minister told a press conference in Ankara that the road was open.", "Ankara:speech"),
    VenueCase("\"We are ready,\" he said in Tbilisi.", "Tbilisi:speech"),
    VenueCase("She told reporters in Brussels that the talks would go on.", "Brussels:speech"),
    VenueCase("Speaking in Cairo, the envoy called for patience.", "Cairo:speech"),
    VenueCase("Speaking from Berlin, the chancellor rejected the plan.", "Berlin:speech"),
    VenueCase("The president warned in a speech in Warsaw against haste.", "Warsaw:speech"),
    VenueCase("In an interview in Kampala, the rebel leader denied it.", "Kampala:speech"),
    VenueCase("He announced in Manila that the bases would close.", "Manila:speech"),
    VenueCase("The envoy addressed journalists in Khartoum on Sunday.", "Khartoum:speech"),
    VenueCase("At a news briefing in Canberra, officials gave no date.", "Canberra:speech"),
    VenueCase("TOKYO, Dec 16 (TASS) -- The visit went well.", "Tokyo:dateline"),
    VenueCase("GENEVA (Reuters) - The inspectors left on Monday.", "Geneva:dateline"),
  ]

  @Test(arguments: hosts)
  func meetingsHaveAHost(_ row: VenueCase) throws {
    #expect(try venueLine(row.text) == row.expected)
  }

  @Test(arguments: proposals)
  func whatIsYetToComeIsProposed(_ row: VenueCase) throws {
    #expect(try venueLine(row.text) == row.expected)
  }

  @Test(arguments: speeches)
  func wordsAreSpokenSomewhere(_ row: VenueCase) throws {
    #expect(try venueLine(row.text) == row.expected)
  }
}
