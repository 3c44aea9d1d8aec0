// Publication dates as people write them.

import Model

/// Reads a publication date, or finds one in an archive's name.
enum PublicationDate {
  /// The day that `text` names; nil when it names none that exists.
  ///
  /// Knows `2016-12-16`, `2009-03-20 12:24:52-05`, `20161216`, `Dec 16, 2016`, `24 November 2016`,
  /// `26-FEB-1987 15:01:01.79`, `Fri, 16 Dec 2016 10:00:00 GMT`, `Fri Dec 16 10:00:00 +0000 2016`,
  /// and `12/16/2016` with the month first unless that cannot be. The time of day and its zone do
  /// not move the day. Two-digit years below 70 are of this century.
  static func parse(_ text: String) -> Day? {
    var text = text
    return text.withUTF8 { parse($0) }
  }

  private static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Day? {
    var scanner = DateScanner(bytes: UnsafeBufferPointer(rebasing: text.prefix(64)))
    scanner.scan()
    let (a, b, c) = (scanner.first, scanner.second, scanner.third)
    if scanner.count == 1 {
      guard a.digits == 8 || a.digits == 14 else { return nil }
      return day(compact: a)
    }
    if let month = scanner.month {
      guard scanner.count >= 2 else { return nil }
      if a.digits == 4 { return day(a, month, b.value) }
      return day(b, month, a.value)
    }
    guard scanner.count == 3 else { return nil }
    if a.digits == 4 { return day(a, b.value, c.value) }
    guard scanner.hasSlash || c.digits == 4 else { return nil }
    if scanner.hasSlash && a.value <= 12 { return day(c, a.value, b.value) }
    return day(c, b.value, a.value)
  }

  /// A date in a file name: `wire-2016-12-16.tar.gz`, `20161216.jsonl.gz`.
  static func find(inName name: String) -> Day? {
    var name = name
    return name.withUTF8 { find($0) }
  }

  private static func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      if end - index == 8 {
        let run = UnsafeBufferPointer(rebasing: bytes[index..<end])
        if let day = parse(run), isPlausible(day) { return day }
      }
      if end - index == 4, end + 6 <= bytes.count,
        bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "_"),
        bytes[end + 3] == bytes[end], end + 6 == bytes.count || !isDigit(bytes[end + 6]),
        let year = Day.digits(bytes[index..<end]), let month = Day.digits(bytes[end + 1..<end + 3]),
        let number = Day.digits(bytes[end + 4..<end + 6]),
        let day = Day(year: year, month: month, day: number), isPlausible(day)
      {
        return day
      }
      index = end
    }
    return nil
  }

  /// Days that news archives can hold; guards against digits that are no date.
  private static func isPlausible(_ day: Day) -> Bool {
    (1700...2200).contains(day.civil.year)
  }

  /// `20161216` and `20161216100000`.
  private static func day(compact run: DateScanner.Number) -> Day? {
    let head = run.digits == 14 ? run.value / 1_000_000 : run.value
    return Day(year: head / 10_000, month: head / 100 % 100, day: head % 100)
  }

  private static func day(_ year: DateScanner.Number, _ month: Int, _ number: Int) -> Day? {
    switch year.digits {
    case 4: Day(year: year.value, month: month, day: number)
    case 2: Day(year: year.value + (year.value < 70 ? 2000 : 1900), month: month, day: number)
    default: nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
