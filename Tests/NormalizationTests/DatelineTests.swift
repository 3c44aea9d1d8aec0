// Datelines by their form.

import Model
import Testing

@Suite struct DatelineTests {
  /// text, place, agency, month, day, what the dateline covers
  @Test(
    arguments: [
      ("TOKYO, Dec 16 (TASS) -- Leaders met.", "TOKYO", "TASS", 12, 16, "--"),
      ("ASTANA, Kazakhstan (Reuters) - Leaders met.", "ASTANA, Kazakhstan", "Reuters", 0, 0, "-"),
      ("(AFP) BANJUL - Crowds cheered.", "BANJUL", "AFP", 0, 0, "-"),
      ("MOSCOW, December 20. /TASS/. Russia said so.", "MOSCOW", "TASS", 12, 20, "."),
      ("MOSCOW, December 20 /TASS/ -- Russia said so.", "MOSCOW", "TASS", 12, 20, "--"),
      ("MOSCOW. Dec 26 (Interfax) - Russia said so.", "MOSCOW", "Interfax", 12, 26, "-"),
      ("Damascus, SANA - Troops moved.", "Damascus", "SANA", 0, 0, "-"),
      ("TEHRAN, Jan. 3, IRNA - Troops moved.", "TEHRAN", "IRNA", 1, 3, "-"),
      ("KABUL — Four people died.", "KABUL", "", 0, 0, "—"),
      ("Kabul – Four people died.", "Kabul", "", 0, 0, "–"),
      ("SALVADOR, Feb 26 - showers went on.", "SALVADOR", "", 2, 26, "-"),
      ("BERLIN (dpa) - Rain fell.", "BERLIN", "dpa", 0, 0, "-"),
      (
        "BEIJING, Sept. 1 (Xinhua News Agency) -- Rain fell.", "BEIJING", "Xinhua News Agency", 9,
        1, "--"
      ),
      ("RIO DE JANEIRO, Brazil (AP) _ Rain fell.", "RIO DE JANEIRO, Brazil", "AP", 0, 0, "_"),
      ("PARIS/LONDON (Reuters) - Rain fell.", "PARIS/LONDON", "Reuters", 0, 0, "-"),
      ("ST. PETERSBURG, 2 June (TASS) - Rain fell.", "ST. PETERSBURG", "TASS", 6, 2, "-"),
      ("AL-RAQQA, Syria, 5 May 2016 - \"Go,\" he said.", "AL-RAQQA, Syria", "", 5, 5, "-"),
      ("The Hague - Judges sat.", "The Hague", "", 0, 0, "-"),
      ("DAVOS, Switzerland (Dow Jones)--Rain fell.", "DAVOS, Switzerland", "Dow Jones", 0, 0, "--"),
    ] as [(String, String, String, Int, Int, String)])
  func formsAreKnown(
    _ text: String, _ place: String, _ agency: String, _ month: Int, _ day: Int, _ end: String
  ) throws {
    let article = try normalized(text)
    let dateline = try #require(article.dateline)
    #expect(article.string(dateline.place) == place)
    #expect(dateline.agency.map { article.string($0) } ?? "" == agency)
    #expect(dateline.month ?? 0 == month)
    #expect(dateline.day ?? 0 == day)
    #expect(dateline.tokens.lowerBound == 0)
    #expect(article.string(article.tokens[Int(dateline.tokens.upperBound) - 1]) == end)
    // No sentence ends inside it.
    #expect(article.sentences.allSatisfy { $0.upperBound >= dateline.tokens.upperBound })
  }

  @Test(arguments: [
    "Analysis: the war goes on -- and on.", "He said -- and meant it.",
    "Officials in the capital of Kazakhstan met on Friday - the first time in a year.",
    "Barack Obama - the president - left.", "On Friday - the day of rest - all slept.",
    "Rain fell.", "KABUL", "KABUL,\nOctober - a hard month.", "May - a hard month.",
    "(Reuters) - Rain fell.", "KABUL (the Afghan capital) - Rain fell.",
    "Obama. Putin. Merkel - The leaders met.", "Markets -\nStocks fell.",
    "In December - When snow fell - all slept.", "KABUL (March 3) - Rain fell.",
    "MOSCOW. Russia - The largest country - is cold.", "",
  ])
  func sentencesAreNoDatelines(_ text: String) throws {
    let article = try normalized(text + "\nEnd")
    #expect(article.dateline == nil, "\(article.dateline.map { article.string($0.tokens) } ?? "")")
  }
}
