// Durations and sets: three days, a six-year war, for two hours, every day.

import Model

extension TimeReader {
  /// The duration whose unit stands at `index`, or the date when `ago` follows.
  func duration(at index: Int) -> TimeReading? {
    let unit = TimeWord.unit(words[index])
    let isPlural = has(index, TimeWord.plural)
    if kind(index - 1) == .hyphen { return compound(at: index, unit) }
    guard let (count, start) = countBefore(index) else {
      return bare(at: index, unit, isPlural: isPlural)
    }
    if let count, isPlural != (count != 1) { return nil }
    if hash(index + 1) == TimeReader.ago {
      guard let count else { return nil }
      return ago(count, unit, start..<index + 2)
    }
    if has(index + 1, TimeWord.shade) || hash(index + 1) == TimeReader.old { return nil }
    var first = start
    // the past three days: a stretch of time all the same
    if has(first - 1, TimeWord.which) {
      first -= 1
      if hash(first - 1) == TimeReader.the { first -= 1 }
    } else if count == 1, TimeReader.articles.contains(hash(start)),
      !has(start - 1, TimeWord.preposition), hash(start - 1) != TimeReader.forWord
    {
      // A day in March; twice a week: no duration.
      return nil
    }
    return TimeReading(
      tokens: first..<index + 1, type: .duration, value: TimeReader.period(count, unit))
  }

  private static let old = Folding.hash(of: "old".utf8)
  private static let forWord = Folding.hash(of: "for".utf8)
  private static let long = Folding.hash(of: "long".utf8)
  private static let openers = WordSet("for after within over in")

  static func period(_ count: Int?, _ unit: TimeWord.Unit) -> String {
    let (prefix, letter) = unit.period
    return "\(prefix)\(count.map(String.init) ?? "X")\(letter)"
  }

  /// A count that ends right before `index`.
  private func countBefore(_ index: Int) -> (count: Int?, start: Int)? {
    var start = max(0, index - 3)
    while start < index {
      // Three tokens are a compound: twenty-five.
      if start + 3 < index || start + 3 == index && kind(start + 1) != .hyphen {
        start += 1
        continue
      }
      if let (count, end) = count(start), end == index { return (count, start) }
      start += 1
    }
    return nil
  }

  /// six-year, 48-hour, year-long; not 31-year-old.
  private func compound(at index: Int, _ unit: TimeWord.Unit) -> TimeReading? {
    guard !has(index, TimeWord.plural), !tokens[index].flags.contains(.spaceBefore) else {
      return nil
    }
    if kind(index + 1) == .hyphen, hash(index + 2) == TimeReader.old { return nil }
    if hash(index + 1) == TimeReader.old { return nil }
    var start = index - 4
    while start < index {
      if start >= 0, let (count, end) = count(start), end == index - 1, let count,
        !TimeReader.articles.contains(hash(start))
      {
        return TimeReading(
          tokens: start..<index + 1, type: .duration, value: TimeReader.period(count, unit))
      }
      start += 2
    }
    return nil
  }

  /// for months, within hours; year-long.
  private func bare(at index: Int, _ unit: TimeWord.Unit, isPlural: Bool) -> TimeReading? {
    if kind(index + 1) == .hyphen, hash(index + 2) == TimeReader.long, !isPlural {
      return TimeReading(
        tokens: index..<index + 3, type: .duration, value: TimeReader.period(1, unit))
    }
    guard isPlural, TimeReader.openers.contains(hash(index - 1)) else { return nil }
    return TimeReading(
      tokens: index..<index + 1, type: .duration, value: TimeReader.period(nil, unit))
  }

  /// every day, each Friday.
  func repeated(at index: Int) -> TimeReading? {
    let next = index + 1
    if has(next, TimeWord.weekday) {
      return TimeReading(
        tokens: index..<next + 1, type: .set, value: "XXXX-WXX-\(value(next) + 1)")
    }
    if has(next, TimeWord.unit), !has(next, TimeWord.plural) {
      return TimeReading(
        tokens: index..<next + 1, type: .set,
        value: TimeReader.period(1, TimeWord.unit(words[next])))
    }
    if let (count, end) = count(next), let count, has(end, TimeWord.unit) {
      return TimeReading(
        tokens: index..<end + 1, type: .set,
        value: TimeReader.period(count, TimeWord.unit(words[end])))
    }
    return nil
  }

  /// 3 p.m., 10:30 a.m.
  func clock(at index: Int) -> TimeReading? {
    guard let hour = digits(index, limit: 2), hour < 25 else { return nil }
    var next = index + 1
    var minute = 0
    if kind(next) == .colon, let value = digits(next + 1, limit: 2), value < 60,
      !tokens[next + 1].flags.contains(.spaceBefore)
    {
      minute = value
      next += 2
    }
    let isMorning = hash(next) == TimeReader.am
    guard isMorning || hash(next) == TimeReader.pm, (1...12).contains(hour) else { return nil }
    let full = hour % 12 + (isMorning ? 0 : 12)
    let time = "T\(Day.padded(full, 2)):\(Day.padded(minute, 2))"
    return TimeReading(
      tokens: index..<next + 1, type: .time, value: (today?.iso ?? "XXXX-XX-XX") + time)
  }

  private static let am = Folding.hash(of: "am".utf8)
  private static let pm = Folding.hash(of: "pm".utf8)
}
