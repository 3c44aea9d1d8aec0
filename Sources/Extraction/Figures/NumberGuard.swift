// Numbers that count nobody: dates, years, ages, percentages, units.

import Model

/// Tells counts from other numbers by what stands right beside them.
enum NumberGuard {
  /// Whether a number can count people.
  static func counts(
    _ number: NumberReading, _ reader: NumberReader, _ sentence: Range<Int>
  ) -> Bool {
    let tokens = reader.tokens
    let first = number.tokens.lowerBound
    let next = number.tokens.upperBound
    func bits(_ index: Int) -> UInt32 {
      index >= sentence.lowerBound && index < sentence.upperBound ? reader.words[index] : 0
    }
    func kind(_ index: Int) -> Mark {
      index >= sentence.lowerBound && index < sentence.upperBound
        ? Mark(tokens[index].kind) : .period
    }
    // no one; seven of the nine
    if number.low == 1, reader.hash(max(0, first - 1)) == no { return false }
    if first - 3 >= sentence.lowerBound, bits(first - 1) & FigureWord.determiner != 0,
      reader.hash(first - 2) == of,
      bits(first - 3) & FigureWord.number != 0 || kind(first - 3) == .number
    {
      return false
    }
    // 12-year-old, F-16, 10:30
    if kind(next) == .hyphen || kind(first - 1) == .hyphen { return false }
    if kind(next) == .colon, kind(next + 1) == .number { return false }
    if kind(next) == .symbol, reader.text[Int(tokens[next].start)] == UInt8(ascii: "%") {
      return false
    }
    if bits(next) & (FigureWord.unit | FigureWord.currency) != 0 { return false }
    if bits(first - 1) & FigureWord.unit != 0, number.isDigits, number.low <= 31 { return false }
    if bits(next) & FigureWord.number != 0 { return false }
    // Smith, 31, a teacher; (31)
    if number.isDigits, number.low < 120, kind(first - 1) == .comma,
      kind(next) == .comma || kind(next) == .closeParenthesis
    {
      return false
    }
    if kind(first - 1) == .openParenthesis, kind(next) == .closeParenthesis { return false }
    if isYear(number, reader), bits(next) & FigureWord.people == 0 { return false }
    return true
  }

  private static let no = Folding.hash(of: "no".utf8)
  private static let of = Folding.hash(of: "of".utf8)

  /// 1900 to 2100 in four digits.
  private static func isYear(_ number: NumberReading, _ reader: NumberReader) -> Bool {
    let token = reader.tokens[number.tokens.lowerBound]
    return number.isDigits && (1_900...2_100).contains(number.low)
      && token.end - token.start == 4 && number.tokens.count == 1
  }
}

/// Amounts of money: $4.5 million, 20,000 euros.
enum MoneyReader {
  private static let signs: [[UInt8]] = ["$", "€", "£", "¥"].map { Array($0.utf8) }

  /// The tokens of an amount, sign or currency included; nil when the number is none.
  static func read(
    _ number: NumberReading, _ reader: NumberReader, _ sentence: Range<Int>
  ) -> Range<Int>? {
    let first = number.tokens.lowerBound
    let next = number.tokens.upperBound
    if first > sentence.lowerBound, Mark(reader.tokens[first - 1].kind) == .symbol {
      let token = reader.tokens[first - 1]
      let bytes = reader.text[Int(token.start)..<Int(token.end)]
      if signs.contains(where: { bytes.elementsEqual($0) }) { return first - 1..<next }
    }
    if next < sentence.upperBound, reader.words[next] & FigureWord.currency != 0 {
      return first..<next + 1
    }
    return nil
  }
}
