// What every time pattern works with: tokens, their classes, and the day that "today" is.

import Model

/// A time expression that was read.
struct TimeReading {
  var tokens: Range<Int>
  var type: TimeExpression.Kind
  var value: String
}

/// The tokens of one article, classified for time expressions.
struct TimeReader {
  let tokens: [Token]
  let text: [UInt8]
  let words: WordLookup
  /// The publication day; relative expressions need it.
  let today: Day?
  let isAllCapitals: Bool

  static let the = Folding.hash(of: "the".utf8)
  static let ago = Folding.hash(of: "ago".utf8)
  static let articles = WordSet("a an")

  @inline(__always)
  func has(_ index: Int, _ bits: UInt32) -> Bool {
    index >= 0 && index < words.count && words[index] & bits != 0
  }

  func hash(_ index: Int) -> UInt64 { index >= 0 && index < tokens.count ? tokens[index].hash : 0 }

  func kind(_ index: Int) -> Mark {
    index >= 0 && index < tokens.count ? Mark(tokens[index].kind) : .period
  }

  func value(_ index: Int) -> Int { TimeWord.value(words[index]) }

  /// The number that a token of digits is, when it has no more than `limit` of them.
  func digits(_ index: Int, limit: Int = 4) -> Int? {
    guard kind(index) == .number else { return nil }
    let token = tokens[index]
    guard Int(token.end - token.start) <= limit else { return nil }
    return value(Int(token.start)..<Int(token.end))
  }

  /// The value of bytes that are digits and nothing else.
  func value(_ bytes: Range<Int>) -> Int? {
    text.withUnsafeBufferPointer { Day.digits($0[bytes]) }
  }

  /// A year in four digits.
  func year(_ index: Int) -> Int? {
    guard let year = digits(index), (1_000...2_999).contains(year) else { return nil }
    return year
  }

  /// A day of the month: 16, 16th.
  func dayOfMonth(_ index: Int) -> Int? {
    guard kind(index) == .number else { return nil }
    let token = tokens[index]
    var end = Int(token.end)
    if end - Int(token.start) > 2, text[end - 1] > 0x39, text[end - 2] > 0x39 { end -= 2 }
    guard end - Int(token.start) <= 2, let day = value(Int(token.start)..<end),
      (1...31).contains(day)
    else { return nil }
    return day
  }

  /// A small count in digits or words, and one past its last token; nil value for several, a few.
  func count(_ index: Int) -> (value: Int?, end: Int)? {
    if let number = digits(index, limit: 5) { return (number, index + 1) }
    if TimeReader.articles.contains(hash(index)) {
      if has(index + 1, TimeWord.number), let word = NumberWord.value(hash(index + 1)) {
        switch word.kind {
        case .several where word.value == 3: return (nil, index + 2)
        case .dozen: return (word.value, index + 2)
        default: return nil
        }
      }
      return (1, index + 1)
    }
    guard has(index, TimeWord.number), let word = NumberWord.value(hash(index)) else { return nil }
    switch word.kind {
    case .unit: return (word.value, index + 1)
    case .ten:
      if kind(index + 1) == .hyphen, let unit = NumberWord.value(hash(index + 2)),
        unit.kind == .unit
      {
        return (word.value + unit.value, index + 3)
      }
      return (word.value, index + 1)
    case .several, .vague: return (nil, index + 1)
    case .dozen: return (word.value, index + 1)
    default: return nil
    }
  }

  /// Whether what stands around a weekday or a month speaks of what is to come.
  func isAhead(_ index: Int) -> Bool {
    var before = index - 1
    if has(before, TimeWord.preposition) || hash(before) == TimeReader.on { before -= 1 }
    if has(before, TimeWord.past) { return false }
    var steps = 0
    while before >= 0, steps < 12 {
      if has(before, TimeWord.future) { return true }
      if has(before, TimeWord.past) { return false }
      switch kind(before) {
      case .period, .semicolon, .question, .exclamation: return false
      default: break
      }
      before -= 1
      steps += 1
    }
    return false
  }

  static let on = Folding.hash(of: "on".utf8)

  static func iso(_ year: Int, _ month: Int? = nil) -> String {
    guard let month else { return digits(year, 4) }
    return digits(year, 4, "-", month)
  }

  static func iso(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return digits(year, 4, "-", month, "-", number)
  }

  static func isoWeek(_ day: Day) -> String {
    let (year, week) = day.isoWeek
    return digits(year, 4, "-W", week)
  }

  /// Digits and what stands between them, in one short string that needs no memory of its own.
  private static func digits(
    _ first: Int, _ width: Int, _ separator: StaticString = "", _ second: Int = -1,
    _ separator2: StaticString = "", _ third: Int = -1
  ) -> String {
    String(unsafeUninitializedCapacity: 15) { buffer in
      var count = 0
      func write(_ value: Int, _ width: Int) {
        var rest = max(0, value)
        for place in (0..<width).reversed() {
          buffer[count + place] = UInt8(0x30 + rest % 10)
          rest /= 10
        }
        count += width
      }
      func write(_ text: StaticString) {
        for index in 0..<text.utf8CodeUnitCount {
          buffer[count] = text.utf8Start[index]
          count += 1
        }
      }
      write(first, width)
      if second >= 0 {
        write(separator)
        write(second, 2)
      }
      if third >= 0 {
        write(separator2)
        write(third, 2)
      }
      return count
    }
  }
}
