// A calendar day of the proleptic Gregorian calendar, without a time zone.

/// A day, counted from 1970-01-01, as articles and statistics are keyed by it.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  package var number: Int32

  package init(number: Int32) {
    self.number = number
  }

  /// The day of a civil date, or nil when there is none such (30 February).
  ///
  /// Years 1 to 9999. The day count follows Howard Hinnant's `days_from_civil`.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day of the month.
  package var civil: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Day of the week, 0 Monday to 6 Sunday.
  package var weekday: Int {
    let shifted = (Int(number) + 3) % 7
    return shifted < 0 ? shifted + 7 : shifted
  }

  /// The ISO 8601 week that holds the day; its year can differ from the day's.
  package var isoWeek: (year: Int, week: Int) {
    let thursday = Day(number: number + Int32(3 - weekday))
    let year = thursday.civil.year
    let first = Day(year: year, month: 1, day: 1)?.number ?? thursday.number
    return (year, Int(thursday.number - first) / 7 + 1)
  }

  /// `2016-12-16`.
  package var iso: String {
    let (year, month, day) = civil
    return "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
  }

  /// Reads `2016-12-16`; nil for anything else.
  package init?(iso: some StringProtocol) {
    let civil = Array(iso.utf8).withUnsafeBufferPointer { bytes -> (Int, Int, Int)? in
      let dash = UInt8(ascii: "-")
      guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash,
        let year = Day.digits(bytes[0..<4]), let month = Day.digits(bytes[5..<7]),
        let day = Day.digits(bytes[8..<10])
      else { return nil }
      return (year, month, day)
    }
    guard let (year, month, day) = civil else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The value of a run of decimal digits; nil when there is anything else in it.
  ///
  /// Concrete, so that no generic code runs for every number of a text.
  package static func digits(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  package func adding(days: Int) -> Day {
    Day(number: number + Int32(clamping: days))
  }

  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// Number of days in a month.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// A number with leading zeros.
  package static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
