// Reads numbers: digits, words, scales, ranges, and the vague ones.

import Model

/// A number in the text.
struct NumberReading {
  var tokens: Range<Int>
  var low: Int
  var high: Int?
  /// The words themselves are vague: dozens, tens of thousands.
  var isVague = false
  /// Written in digits.
  var isDigits = false
}

/// Reads one number at a token.
struct NumberReader {
  let tokens: [Token]
  let text: [UInt8]
  let words: WordLookup

  private static let and = Folding.hash(of: "and".utf8)
  private static let of = Folding.hash(of: "of".utf8)
  private static let to = Folding.hash(of: "to".utf8)
  private static let articles = WordSet("a an")
  private static let limit = 1_000_000_000_000_000
  /// Times a fraction of six digits it still fits a word.
  private static let largestFactor = 1_000_000_000_000

  func hash(_ index: Int) -> UInt64 { index < tokens.count ? tokens[index].hash : 0 }

  private func kind(_ index: Int) -> Mark {
    index < tokens.count ? Mark(tokens[index].kind) : .period
  }

  private func word(_ index: Int) -> (kind: NumberWord.Kind, value: Int)? {
    guard index < tokens.count, words[index] & FigureWord.number != 0 else { return nil }
    return NumberWord.value(tokens[index].hash)
  }

  /// The number or range that begins at `start`; nil when none does.
  func read(at start: Int) -> NumberReading? {
    guard var number = single(at: start) else { return nil }
    // 20 to 30; 20-30
    var next = number.tokens.upperBound
    if kind(next) == .hyphen || hash(next) == NumberReader.to || kind(next) == .dash,
      !number.isVague
    {
      let hasHyphen = kind(next) != .word
      next += 1
      if let upper = single(at: next), upper.low > number.low, !upper.isVague,
        upper.isDigits == number.isDigits || !hasHyphen
      {
        var low = number.low
        // 2 to 3 million
        if upper.low >= 1_000, low < 1_000, upper.tokens.count > 1 {
          low *= scale(of: upper)
        }
        number = NumberReading(
          tokens: number.tokens.lowerBound..<upper.tokens.upperBound, low: low, high: upper.low,
          isDigits: number.isDigits)
      }
    }
    return number
  }

  /// between 20 and 30, with `start` behind `between`.
  func readBetween(at start: Int) -> NumberReading? {
    guard let low = single(at: start), hash(low.tokens.upperBound) == NumberReader.and,
      let high = single(at: low.tokens.upperBound + 1), high.low > low.low
    else { return nil }
    var value = low.low
    if high.low >= 1_000, value < 1_000, high.tokens.count > 1 { value *= scale(of: high) }
    return NumberReading(
      tokens: start..<high.tokens.upperBound, low: value, high: high.low, isDigits: low.isDigits)
  }

  private func scale(of number: NumberReading) -> Int {
    word(number.tokens.upperBound - 1).map { $0.kind == .scale ? $0.value : 1 } ?? 1
  }

  private func single(at start: Int) -> NumberReading? {
    if kind(start) == .number { return digits(at: start) }
    return spelled(at: start)
  }

  // MARK: Digits

  private func digits(at start: Int) -> NumberReading? {
    let token = tokens[start]
    var whole = 0
    var fraction = 0
    var places = 1
    var inFraction = false
    var index = Int(token.start)
    let end = Int(token.end)
    var suffix = 1
    while index < end {
      let byte = text[index]
      switch byte {
      case 0x30...0x39:
        guard whole < NumberReader.limit else { return nil }
        if inFraction {
          if places < 1_000_000 {
            fraction = fraction * 10 + Int(byte - 0x30)
            places *= 10
          }
        } else {
          whole = whole * 10 + Int(byte - 0x30)
        }
      case UInt8(ascii: ","): break
      case UInt8(ascii: "."): inFraction = true
      default:
        // 100m, 5bn, 10k; not 20th, 1990s.
        let rest = end - index
        let first = byte | 0x20
        let second = rest > 1 ? text[index + 1] | 0x20 : 0
        if rest == 1, first == UInt8(ascii: "m") || first == UInt8(ascii: "k") {
          suffix = first == UInt8(ascii: "k") ? 1_000 : 1_000_000
        } else if rest == 2, second == UInt8(ascii: "n"), first == UInt8(ascii: "b") {
          suffix = 1_000_000_000
        } else if rest == 2, second == UInt8(ascii: "n"), first == UInt8(ascii: "m") {
          suffix = 1_000_000
        } else {
          return nil
        }
        index = end
        continue
      }
      index += 1
    }
    var next = start + 1
    var factor = suffix
    while let word = word(next), word.kind == .scale || word.kind == .hundred || word.kind == .dozen
    {
      guard word.value <= NumberReader.largestFactor / factor else { return nil }
      factor *= word.value
      next += 1
    }
    guard whole <= NumberReader.limit / factor else { return nil }
    if inFraction && factor == 1 { return nil }
    return NumberReading(
      tokens: start..<next, low: whole * factor + fraction * factor / places, isDigits: true)
  }

  // MARK: Words

  private func spelled(at start: Int) -> NumberReading? {
    var index = start
    let hasArticle = NumberReader.articles.contains(hash(index))
    if hasArticle {
      index += 1
      guard let next = word(index), next.kind != .unit, next.kind != .ten else { return nil }
    }
    guard let first = word(index) else { return nil }
    switch first.kind {
    case .vague: return vague(at: index, from: start)
    case .half, .quarter: return part(first.kind, at: index, from: start)
    case .several:
      index += 1
      if hash(index) == NumberReader.of { index += 1 }
      guard let unit = word(index), unit.kind != .unit, unit.kind != .ten, unit.kind != .vague
      else { return nil }
      return NumberReading(
        tokens: start..<index + 1, low: first.value * unit.value, isVague: true)
    case .scale where !hasArticle, .hundred where !hasArticle, .dozen where !hasArticle: return nil
    default: break
    }
    var total = 0
    var group = 0
    var end = index
    while let part = word(index) {
      switch part.kind {
      case .unit: group += part.value
      case .ten: group += part.value
      case .hundred, .dozen:
        guard group <= NumberReader.limit / part.value else { return nil }
        group = max(1, group) * part.value
      case .scale:
        guard part.value <= NumberReader.limit / max(1, group) else { return nil }
        total += max(1, group) * part.value
        group = 0
      default: return finish(start..<end, total + group)
      }
      index += 1
      end = index
      // twenty-five; two hundred and fifty
      if kind(index) == .hyphen, word(index + 1)?.kind == .unit, part.kind == .ten {
        index += 1
      } else if hash(index) == NumberReader.and, part.kind == .hundred || part.kind == .scale,
        let next = word(index + 1), next.kind == .unit || next.kind == .ten
      {
        index += 1
      } else if part.kind == .unit, let next = word(index), next.kind == .unit || next.kind == .ten
      {
        break
      }
    }
    return finish(start..<end, total + group)
  }

  private func finish(_ range: Range<Int>, _ value: Int) -> NumberReading? {
    value > 0 ? NumberReading(tokens: range, low: value) : nil
  }

  /// dozens; hundreds of thousands
  private func vague(at index: Int, from start: Int) -> NumberReading? {
    guard let first = word(index) else { return nil }
    if hash(index + 1) == NumberReader.of, let second = word(index + 2), second.kind == .vague {
      let unit = second.value / 2
      let low = first.value == 24 ? 24 * unit : first.value * unit
      return NumberReading(tokens: start..<index + 3, low: low, isVague: true)
    }
    if first.value == 20 { return nil }
    return NumberReading(tokens: start..<index + 1, low: first.value, isVague: true)
  }

  /// half a million; a quarter of a million
  private func part(_ kind: NumberWord.Kind, at index: Int, from start: Int) -> NumberReading? {
    var next = index + 1
    if hash(next) == NumberReader.of { next += 1 }
    if NumberReader.articles.contains(hash(next)) { next += 1 }
    guard next > index + 1, let unit = word(next), unit.kind == .scale || unit.kind == .dozen else {
      return nil
    }
    let low = kind == .half ? unit.value / 2 : unit.value / 4
    return NumberReading(tokens: start..<next + 1, low: low)
  }
}
