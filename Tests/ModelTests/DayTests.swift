// Days of the calendar: round trips, leap years, ISO weeks.

import Model
import Testing

@Suite struct DayTests {
  @Test func everyDayOfFourCenturiesComesBack() throws {
    var previous = try #require(Day(year: 1799, month: 12, day: 31))
    for number in previous.number + 1..<previous.number + 146_100 {
      let day = Day(number: number)
      let (year, month, ofMonth) = day.civil
      try #require(Day(year: year, month: month, day: ofMonth) == day)
      try #require(Day(iso: day.iso) == day)
      try #require(day.weekday == (previous.weekday + 1) % 7)
      previous = day
    }
  }

  @Test(
    arguments: [
      (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2016, 12, 16, 17_151),
      (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
    ] as [(Int, Int, Int, Int32)])
  func isCountedFrom1970(_ year: Int, _ month: Int, _ day: Int, _ number: Int32) throws {
    let day = try #require(Day(year: year, month: month, day: day))
    #expect(day.number == number)
    #expect(day.civil.year == year)
  }

  @Test(
    arguments: [
      (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2016, 0, 1), (2016, 13, 1), (2016, 1, 0),
      (2016, 1, 32), (2016, 4, 31), (2016, 2, 30), (2015, 2, 29), (1900, 2, 29), (2100, 2, 29),
      (2016, Int.max, 1), (Int.max, 1, 1), (2016, 1, Int.min),
    ] as [(Int, Int, Int)])
  func impossibleDatesAreNone(_ year: Int, _ month: Int, _ day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [(2016, 29), (2015, 28), (1900, 28), (2000, 29)])
  func februaryKnowsLeapYears(_ year: Int, _ length: Int) {
    #expect(Day.length(ofMonth: 2, year: year) == length)
  }

  @Test(
    arguments: [
      ("2016-12-16", 2016, 50, 4), ("2016-01-01", 2015, 53, 4), ("2016-01-04", 2016, 1, 0),
      ("2018-12-31", 2019, 1, 0), ("2020-12-31", 2020, 53, 3), ("2021-01-03", 2020, 53, 6),
      ("1969-12-31", 1970, 1, 2),
    ] as [(String, Int, Int, Int)])
  func isoWeeksBelongToTheirThursday(_ iso: String, _ year: Int, _ week: Int, _ weekday: Int) throws
  {
    let day = try #require(Day(iso: iso))
    #expect(day.isoWeek.year == year)
    #expect(day.isoWeek.week == week)
    #expect(day.weekday == weekday)
  }

  @Test(arguments: [
    "", "2016-12-6", "2016/12/16", "2016-12-16 ", "16-12-2016", "2016-02-30", "+016-12-16",
    "２016-12-16",
  ])
  func onlyTheIsoFormIsRead(_ text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func addingGoesOverMonthsAndYears() throws {
    let day = try #require(Day(iso: "2015-12-31"))
    #expect(day.adding(days: 60).iso == "2016-02-29")
    #expect(day.adding(days: -365).iso == "2014-12-31")
    #expect(day < day.adding(days: 1))
  }
}
