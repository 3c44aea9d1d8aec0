// Times told from the publication day: yesterday, earlier this week, last month, three years ago.

import Model

extension TimeReader {
  /// today, yesterday, tomorrow, tonight; the day before yesterday.
  func day(at index: Int) -> TimeReading? {
    guard let today else { return nil }
    let offset = value(index) - 8
    if has(index, TimeWord.part) {
      return TimeReading(tokens: index..<index + 1, type: .time, value: "\(today.iso)TNI")
    }
    // the day before yesterday, the day after tomorrow
    if offset != 0, hash(index - 1) == (offset < 0 ? TimeReader.before : TimeReader.after),
      has(index - 2, TimeWord.unit), TimeWord.unit(words[index - 2]) == .day
    {
      let start = hash(index - 3) == TimeReader.the ? index - 3 : index - 2
      return TimeReading(
        tokens: start..<index + 1, type: .date,
        value: TimeReader.iso(today.adding(days: offset * 2)))
    }
    var start = index
    if has(start - 1, TimeWord.shade) { start -= 1 }
    return withPart(of: today.adding(days: offset), start..<index + 1)
  }

  private static let before = Folding.hash(of: "before".utf8)
  private static let after = Folding.hash(of: "after".utf8)

  /// this week, last month, next year, last night, this morning, last summer.
  func relative(at index: Int) -> TimeReading? {
    guard let today else { return nil }
    let offset = value(index) - 8
    let next = index + 1
    var start = index
    if has(start - 1, TimeWord.shade) { start -= 1 }
    let range = start..<next + 1
    if has(next, TimeWord.part), !has(next, TimeWord.day), offset == 0 {
      return TimeReading(
        tokens: range, type: .time, value: "\(today.iso)T\(TimeWord.codes[value(next)])")
    }
    if has(next, TimeWord.season), offset != 0 || !has(start, TimeWord.shade) {
      return TimeReading(
        tokens: range, type: .date,
        value: "\(TimeReader.iso(today.civil.year + offset))-\(TimeWord.codes[value(next)])")
    }
    guard has(next, TimeWord.unit), !has(next, TimeWord.plural),
      let value = period(TimeWord.unit(words[next]), offset: offset, from: today)
    else { return nil }
    let isNight = TimeWord.unit(words[next]) == .night
    return TimeReading(tokens: range, type: isNight ? .time : .date, value: value)
  }

  /// The period that lies `offset` units from a day; nil for units too small to name.
  private func period(_ unit: TimeWord.Unit, offset: Int, from day: Day) -> String? {
    switch unit {
    case .second, .minute, .hour, .day: return nil
    case .night: return "\(day.adding(days: min(0, offset)).iso)TNI"
    case .week: return TimeReader.isoWeek(day.adding(days: offset * 7))
    case .weekend:
      return "\(TimeReader.isoWeek(day.adding(days: offset * 7)))-WE"
    case .month:
      let (year, month) = shift(day, months: offset)
      return TimeReader.iso(year, month)
    case .year: return TimeReader.iso(day.civil.year + offset)
    case .decade: return Day.padded(day.civil.year / 10 + offset, 3)
    case .century: return Day.padded(day.civil.year / 100 + offset, 2)
    }
  }

  private func shift(_ day: Day, months: Int) -> (year: Int, month: Int) {
    let civil = day.civil
    let total = civil.year * 12 + civil.month - 1 + months
    return (total / 12, total % 12 + 1)
  }

  /// The point that lies a number of units before the publication day: three years ago.
  func ago(_ count: Int, _ unit: TimeWord.Unit, _ range: Range<Int>) -> TimeReading? {
    guard let today, count < 10_000 else { return nil }
    let value: String
    switch unit {
    case .second, .minute, .hour: return nil
    case .day, .night: value = TimeReader.iso(today.adding(days: -count))
    case .week, .weekend: value = TimeReader.isoWeek(today.adding(days: -count * 7))
    case .month:
      let (year, month) = shift(today, months: -count)
      guard year > 0 else { return nil }
      value = TimeReader.iso(year, month)
    case .year, .decade, .century:
      let years = count * (unit == .year ? 1 : unit == .decade ? 10 : 100)
      guard today.civil.year > years else { return nil }
      value = TimeReader.iso(today.civil.year - years)
    }
    return TimeReading(tokens: range, type: .date, value: value)
  }
}
