// Dates of the calendar: Dec 16, 16 December 2016, December 2015, early 2011, the 1990s, Friday.

import Model

extension TimeReader {
  /// The weekday at `index`, with the date that may follow it.
  func weekday(at index: Int) -> TimeReading? {
    guard isWeekday(index) else { return nil }
    // Friday, Dec. 16: one date.
    let next = kind(index + 1) == .comma ? index + 2 : index + 1
    if has(next, TimeWord.month), let date = monthFirst(at: next), date.value.utf8.count == 10 {
      return TimeReading(tokens: index..<date.tokens.upperBound, type: .date, value: date.value)
    }
    if kind(next) == .number, has(next + 1, TimeWord.month), let date = dayFirst(at: next) {
      return TimeReading(tokens: index..<date.tokens.upperBound, type: .date, value: date.value)
    }
    guard let today else { return nil }
    var start = index
    var offset: Int?
    if has(index - 1, TimeWord.which) {
      start = index - 1
      offset = value(index - 1) - 8
    }
    var back = (today.weekday - value(index) + 7) % 7
    var day = today.adding(days: -back)
    if offset == -1, back == 0 { day = today.adding(days: -7) }
    if offset == 1 || offset != -1 && isAhead(start) {
      back = (value(index) - today.weekday + 7) % 7
      day = today.adding(days: back == 0 && offset == 1 ? 7 : back)
    }
    if has(start - 1, TimeWord.shade), start > 0, hash(start - 1) != 0 { start -= 1 }
    return withPart(of: day, start..<index + 1)
  }

  /// Mon and Wed only with their period; Sat and Sun are words of their own.
  private func isWeekday(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.end - token.start > 5 || token.flags.contains(.abbreviation)
  }

  /// A day, or its morning, afternoon, evening or night.
  func withPart(of day: Day, _ range: Range<Int>) -> TimeReading {
    let next = range.upperBound
    if has(next, TimeWord.part), !has(next, TimeWord.day) {
      return TimeReading(
        tokens: range.lowerBound..<next + 1, type: .time,
        value: "\(TimeReader.iso(day))T\(TimeWord.codes[value(next)])")
    }
    if has(next, TimeWord.unit), TimeWord.unit(words[next]) == .night,
      !has(next, TimeWord.plural)
    {
      return TimeReading(
        tokens: range.lowerBound..<next + 1, type: .time, value: "\(day.iso)TNI")
    }
    return TimeReading(tokens: range, type: .date, value: TimeReader.iso(day))
  }

  /// December 16, 2016; Dec 16; December 2015; December.
  func monthFirst(at index: Int) -> TimeReading? {
    let month = value(index)
    var start = index
    if has(start - 1, TimeWord.shade) {
      start -= 1
    } else if kind(start - 1) == .hyphen, has(start - 2, TimeWord.shade) {
      start -= 2
    }
    if let day = dayOfMonth(index + 1), !has(index + 2, TimeWord.unit) {
      let next = kind(index + 2) == .comma ? index + 3 : index + 2
      if let year = year(next), let date = Day(year: year, month: month, day: day) {
        return TimeReading(tokens: start..<next + 1, type: .date, value: TimeReader.iso(date))
      }
      guard let date = nearest(month: month, day: day, isAhead: isAhead(index)) else { return nil }
      return TimeReading(tokens: start..<index + 2, type: .date, value: TimeReader.iso(date))
    }
    var next = index + 1
    if kind(next) == .comma || hash(next) == TimeReader.of { next += 1 }
    if let year = year(next) {
      return TimeReading(
        tokens: start..<next + 1, type: .date, value: TimeReader.iso(year, month))
    }
    // A month alone: May and March need a preposition.
    guard let today, !has(index, TimeWord.ambiguous) || has(index - 1, monthLead),
      tokens[index].isCapitalized, tokens[index].end - tokens[index].start > 3 || month == 5,
      !isName(index)
    else { return nil }
    let now = today.civil
    var year = now.year
    if has(index - 1, TimeWord.which) {
      start = index - 1
      let offset = value(index - 1) - 8
      if offset < 0, month >= now.month { year -= 1 }
      if offset > 0, month <= now.month { year += 1 }
    } else if month > now.month, !isAhead(index) {
      year -= 1
    } else if month < now.month, isAhead(index) {
      year += 1
    }
    return TimeReading(
      tokens: start..<index + 1, type: .date, value: TimeReader.iso(year, month))
  }

  private var monthLead: UInt32 { TimeWord.preposition | TimeWord.shade | TimeWord.which }

  static let of = Folding.hash(of: "of".utf8)

  /// Part of a person's or a body's name: April Jones, August Wilson.
  private func isName(_ index: Int) -> Bool {
    guard !isAllCapitals, kind(index + 1) == .word, tokens[index + 1].isCapitalized else {
      return false
    }
    return !has(index - 1, monthLead) && words[index + 1] == 0
  }

  /// 16 December 2016; 16 December.
  func dayFirst(at index: Int) -> TimeReading? {
    guard let day = dayOfMonth(index), has(index + 1, TimeWord.month) else { return nil }
    let month = value(index + 1)
    guard !has(index + 1, TimeWord.ambiguous) || tokens[index + 1].isCapitalized else {
      return nil
    }
    let next = kind(index + 2) == .comma ? index + 3 : index + 2
    if let year = year(next), let date = Day(year: year, month: month, day: day) {
      return TimeReading(tokens: index..<next + 1, type: .date, value: TimeReader.iso(date))
    }
    guard let date = nearest(month: month, day: day, isAhead: isAhead(index)) else { return nil }
    return TimeReading(tokens: index..<index + 2, type: .date, value: TimeReader.iso(date))
  }

  /// The day nearest to the publication day, which lies behind unless the text looks ahead.
  private func nearest(month: Int, day: Int, isAhead: Bool) -> Day? {
    guard let today else { return nil }
    let year = today.civil.year
    let days = (year - 1...year + 1).compactMap { Day(year: $0, month: month, day: day) }
    return days.min { distance($0, today, isAhead) < distance($1, today, isAhead) }
  }

  /// Days between, with two months' start for the side that the text looks to.
  private func distance(_ day: Day, _ today: Day, _ isAhead: Bool) -> Int {
    let days = Int(day.number - today.number)
    if days == 0 { return 0 }
    return abs(days) + ((days > 0) == isAhead ? 0 : 60)
  }

  /// 2011, where it can only be a year; with early or late before it.
  func year(at index: Int) -> TimeReading? {
    guard let year = year(index), (1_500...2_100).contains(year) else { return nil }
    if has(index - 1, TimeWord.shade)
      || kind(index - 1) == .hyphen && has(index - 2, TimeWord.shade)
    {
      let start = kind(index - 1) == .hyphen ? index - 2 : index - 1
      return TimeReading(tokens: start..<index + 1, type: .date, value: TimeReader.iso(year))
    }
    guard has(index - 1, TimeWord.preposition) || hash(index - 1) == TimeReader.and,
      tokens[index].end - tokens[index].start == 4, !has(index + 1, TimeWord.unit | TimeWord.number)
    else { return nil }
    switch kind(index + 1) {
    case .word where TimeReader.counted(text, tokens, index + 1): return nil
    case .hyphen, .colon: return nil
    default: break
    }
    if kind(index + 1) == .symbol, tokens[index + 1].flags.contains(.spaceBefore) == false {
      return nil
    }
    return TimeReading(tokens: index..<index + 1, type: .date, value: TimeReader.iso(year))
  }

  static let and = Folding.hash(of: "and".utf8)

  /// A lower-case plural right behind a number is what it counts: in 2000 houses.
  private static func counted(_ text: [UInt8], _ tokens: [Token], _ index: Int) -> Bool {
    let token = tokens[index]
    guard !token.isCapitalized, token.end - token.start > 3 else { return false }
    return text[Int(token.end) - 1] == UInt8(ascii: "s")
      && text[Int(token.end) - 2] != UInt8(ascii: "s")
  }

  /// the 1990s
  func decade(at index: Int) -> TimeReading? {
    let token = tokens[index]
    let length = Int(token.end - token.start)
    guard length == 5 || length == 4 && kind(index + 1) == .possessive else { return nil }
    let start = Int(token.start)
    guard let year = value(start..<start + 4), (1_000...2_999).contains(year),
      year % 10 == 0, length == 4 || text[start + 4] | 0x20 == UInt8(ascii: "s")
    else { return nil }
    var first = index
    if has(first - 1, TimeWord.shade) { first -= 1 }
    if hash(first - 1) == TimeReader.the { first -= 1 }
    let last = length == 4 ? index + 2 : index + 1
    return TimeReading(
      tokens: first..<last, type: .date, value: Day.padded(year / 10, 3))
  }
}
