// The words of time expressions, as classes and values of one table look-up.

import Model

/// Classes in the low bits; a value (weekday, month, unit) in the high 16.
enum TimeWord {
  /// 0 Monday to 6 Sunday.
  static let weekday: UInt32 = 1 << 0
  /// 1 to 12.
  static let month: UInt32 = 1 << 1
  /// A month's name that is also another word: May, March.
  static let ambiguous: UInt32 = 1 << 2
  /// ``Unit``.
  static let unit: UInt32 = 1 << 3
  static let plural: UInt32 = 1 << 4
  /// yesterday -1, today 0, tomorrow 1; the value is the offset plus 8.
  static let day: UInt32 = 1 << 5
  /// ``PartOfDay``.
  static let part: UInt32 = 1 << 6
  /// last -1, this 0, next 1; the value is the offset plus 8.
  static let which: UInt32 = 1 << 7
  /// early, late, mid, earlier, later.
  static let shade: UInt32 = 1 << 8
  /// in, since, until: a year may follow.
  static let preposition: UInt32 = 1 << 9
  static let every: UInt32 = 1 << 10
  /// daily, weekly: the value is the ``Unit``.
  static let adverb: UInt32 = 1 << 11
  /// will, due: what follows lies ahead.
  static let future: UInt32 = 1 << 12
  /// said, told: what follows lies behind.
  static let past: UInt32 = 1 << 13
  static let season: UInt32 = 1 << 14
  static let number: UInt32 = 1 << 15

  /// Units in the order of their ISO letters below.
  enum Unit: UInt32 {
    case second, minute, hour, day, night, week, weekend, month, year, decade, century

    /// The letter of an ISO 8601 period, with the T of times of the day.
    var period: (prefix: String, letter: String) {
      switch self {
      case .second: ("PT", "S")
      case .minute: ("PT", "M")
      case .hour: ("PT", "H")
      case .day, .night: ("P", "D")
      case .week, .weekend: ("P", "W")
      case .month: ("P", "M")
      case .year: ("P", "Y")
      case .decade: ("P", "DE")
      case .century: ("P", "CE")
      }
    }
  }

  static func value(_ bits: UInt32) -> Int { Int(bits >> 16) }

  static func unit(_ bits: UInt32) -> Unit { Unit(rawValue: bits >> 16) ?? .day }

  /// TIMEX3 codes of parts of the day and seasons, by the value of their words.
  static let codes = ["MO", "AF", "EV", "NI", "SP", "SU", "FA", "WI"]

  static let table = WordTable(forms)

  /// The words that begin an expression or are its head.
  static let triggers = weekday | month | unit | day | which | every | adverb

  private static let forms: [(word: String, bits: UInt32)] = {
    var words: [(word: String, bits: UInt32)] = []
    func add(_ list: String, _ bits: UInt32, _ value: Int = 0) {
      words += WordTable.list(list, bits | UInt32(value) << 16)
    }
    let days = [
      "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thu", "friday fri",
      "saturday", "sunday",
    ]
    for (value, names) in days.enumerated() { add(names, weekday, value) }
    let months = [
      "january jan", "february feb", "", "april apr", "", "june jun", "july jul", "august aug",
      "september sept sep", "october oct", "november nov", "december dec",
    ]
    for (value, names) in months.enumerated() { add(names, month, value + 1) }
    add("march mar", month | ambiguous, 3)
    add("may", month | ambiguous, 5)
    let units: [(Unit, String, String)] = [
      (.minute, "minute", "minutes"), (.hour, "hour", "hours"), (.day, "day", "days"),
      (.night, "night", "nights"), (.week, "week", "weeks"), (.weekend, "weekend", "weekends"),
      (.month, "month", "months"), (.year, "year", "years"), (.decade, "decade", "decades"),
      (.century, "century", "centuries"), (.second, "", "seconds"),
    ]
    for (value, one, many) in units {
      add(one, unit, Int(value.rawValue))
      add(many, unit | plural, Int(value.rawValue))
    }
    add("yesterday", day, 7)
    add("today", day, 8)
    add("tonight", day | part, 8)
    add("tomorrow", day, 9)
    add("morning", part, 0)
    add("afternoon", part, 1)
    add("evening", part, 2)
    add("spring", season, 4)
    add("summer", season, 5)
    add("autumn fall", season, 6)
    add("winter", season, 7)
    add("last past previous", which, 7)
    add("this", which, 8)
    add("next coming following", which, 9)
    add("early late mid earlier later", shade)
    add("in since until till by from during before after around between through of to", preposition)
    add("every each", every)
    add("daily", adverb, Int(Unit.day.rawValue))
    add("weekly", adverb, Int(Unit.week.rawValue))
    add("monthly", adverb, Int(Unit.month.rawValue))
    add("annually yearly", adverb, Int(Unit.year.rawValue))
    add("will shall due scheduled upcoming expected planned", future)
    add("said told announced added reported says", past)
    for form in NumberWord.forms { words.append((form.word, number)) }
    return words
  }()
}
