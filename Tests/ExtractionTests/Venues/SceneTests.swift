// Where things happen, and where people come from and go to.

import Testing

@testable import Extraction

@Suite struct SceneTests {
  static let scenes: [VenueCase] = [
    VenueCase("At least ten people were killed in an attack in Kabul.", "Kabul:scene"),
    VenueCase("A car bomb exploded near Mogadishu on Tuesday.", "Mogadishu:scene"),
    VenueCase("The siege of Aleppo lasted four years.", "Aleppo:scene"),
    VenueCase("The attack on Idlib went on through the night.", "Idlib:scene"),
    VenueCase("The battle for Mosul began in October.", "Mosul:scene"),
    VenueCase("Rebels captured Goma after heavy fighting.", "Goma:scene"),
    VenueCase("Warplanes bombed Raqqa on Sunday.", "Raqqa:scene"),
    VenueCase("Kharkiv was shelled again overnight.", "Kharkiv:scene"),
    VenueCase("Sanaa came under fire on Monday.", "Sanaa:scene"),
    VenueCase("The Beirut blast destroyed the harbour.", "Beirut:scene"),
    VenueCase("Protests broke out in Tunis and Sfax.", "Tunis:scene Sfax:scene"),
    VenueCase("A strong earthquake shook Kathmandu.", "Kathmandu:scene"),
    VenueCase("In Baghdad, police arrested twelve men.", "Baghdad:scene"),
    VenueCase("A ceasefire in Yemen came into force.", "Yemen:scene"),
    VenueCase("Somalia has been torn by war for decades.", "Somalia:scene"),
    VenueCase("Troops invaded Kuwait in August.", "Kuwait:scene"),
    VenueCase("The explosion tore through a market in Peshawar.", "Peshawar:scene"),
    VenueCase("Fighting reached Homs in the spring.", "Homs:scene"),
    VenueCase("Clashes were reported around Donetsk and Luhansk.", "Donetsk:scene Luhansk:scene"),
  ]

  static let routes: [VenueCase] = [
    VenueCase("Hundreds of families left Aleppo for Idlib.", "Aleppo:origin Idlib:destination"),
    VenueCase("The president flew to Moscow on Tuesday.", "Moscow:destination"),
    VenueCase("A convoy arrived from Damascus.", "Damascus:origin"),
    VenueCase("The envoy travelled from Amman to Cairo.", "Amman:origin Cairo:destination"),
    VenueCase(
      "The refugees went from Tripoli to Lampedusa via Zuwara.",
      "Tripoli:origin Lampedusa:destination Zuwara:mention"),
    VenueCase("The army withdrew from Kherson.", "Kherson:origin"),
    VenueCase("Thousands fled Khartoum for Port Sudan.", "Khartoum:origin Port Sudan:destination"),
    VenueCase("Thousands have fled from Mosul since then.", "Mosul:origin"),
    VenueCase("The families were evacuated to Lviv.", "Lviv:destination"),
    VenueCase("He was expelled from Uganda last week.", "Uganda:origin"),
    VenueCase("She returned to Yangon after ten years.", "Yangon:destination"),
    VenueCase("The delegation reached Pyongyang on Friday.", "Pyongyang:destination"),
    VenueCase("The secretary departed Nairobi for Juba.", "Nairobi:origin Juba:destination"),
    VenueCase(
      "The aid convoy set off from Gaziantep for Afrin.", "Gaziantep:origin Afrin:destination"),
    VenueCase("The prime minister is on a trip to Canberra.", "Canberra:destination"),
    VenueCase("Civilians left for safe areas in Idlib.", "Idlib:destination"),
    VenueCase("He was extradited to Italy in May.", "Italy:destination"),
    VenueCase(
      "The minister flew from Rabat to Dakar and Accra.",
      "Rabat:origin Dakar:destination Accra:destination"),
    VenueCase("The ship sailed from Odesa to Istanbul.", "Odesa:origin Istanbul:destination"),
    VenueCase("The president is due to visit Hanoi in May.", "Hanoi:destination"),
    VenueCase("Refugees from Sudan crossed the river.", "Sudan:origin"),
    VenueCase("The withdrawal from Afghanistan took months.", "Afghanistan:origin"),
    VenueCase("He landed in Kinshasa on Monday.", "Kinshasa:destination"),
  ]

  static let mentions: [VenueCase] = [
    VenueCase("They like the music of Vienna.", "Vienna:mention"),
    VenueCase("Kazakhstan's capital is cold in winter.", "Kazakhstan:mention"),
    VenueCase("The town lies near the border with Turkey.", "Turkey:mention"),
    VenueCase("Exports to Brazil rose by a tenth.", "Brazil:mention"),
    VenueCase("Wheat prices in Ukraine fell.", "Ukraine:mention"),
    VenueCase("The firm sells shoes in Nigeria.", "Nigeria:mention"),
    VenueCase("The road between Jalalabad and Kabul is new.", "Jalalabad:mention Kabul:mention"),
    VenueCase("Portugal, a small country, has many harbours.", "Portugal:mention"),
    VenueCase("A singer from Lagos won the prize.", "Lagos:mention"),
    VenueCase("The firm based in Oslo makes paint.", "Oslo:mention"),
    VenueCase("He was born in Accra and writes novels.", "Accra:mention"),
    VenueCase(
      "The ferry docked at the Black Sea port of Varna.", "Black Sea:mention Varna:mention"),
    VenueCase("The women are held in Iraq.", "Iraq:mention"),
    VenueCase("Rainfall was reported in Queensland.", "Queensland:mention"),
    VenueCase("\"People in Malta like fish,\" said the cook.", "Malta:mention"),
  ]

  @Test(arguments: scenes)
  func eventsHaveAScene(_ row: VenueCase) throws {
    #expect(try venueLine(row.text) == row.expected)
  }

  @Test(arguments: routes)
  func routesHaveEnds(_ row: VenueCase) throws {
    #expect(try venueLine(row.text) == row.expected)
  }

  @Test(arguments: mentions)
  func whatPlaysNoPartIsAMention(_ row: VenueCase) throws {
    #expect(try venueLine(row.text) == row.expected)
  }
}
