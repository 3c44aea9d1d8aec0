// What a number counts: read from the words after it, before it, and from the figure before.

import Model

/// A number's measure and the words that name the counted.
struct MeasureReading {
  var measure: Figure.Measure
  var subject: Range<Int>?
  /// One past the last token that was read.
  var end: Int
}

/// Finds the measure of one number inside its sentence.
struct MeasureFinder {
  let reader: NumberReader
  let words: WordLookup
  let sentence: Range<Int>

  private static let took = WordSet("took take taken taking")
  private static let part = Folding.hash(of: "part".utf8)
  private static let of = Folding.hash(of: "of".utf8)
  private static let who = Folding.hash(of: "who".utf8)
  private static let left = Folding.hash(of: "left".utf8)
  private static let asides = WordSet("including among mostly most some many")

  private func has(_ index: Int, _ bits: UInt32) -> Bool {
    index >= sentence.lowerBound && index < sentence.upperBound && words[index] & bits != 0
  }

  private func kind(_ index: Int) -> Mark {
    index >= 0 && index < sentence.upperBound ? Mark(reader.tokens[index].kind) : .period
  }

  /// The measure of the number in `number`; `whole` holds it with its qualifier.
  func find(
    _ number: Range<Int>, whole: Range<Int>, previous: MeasureReading?
  ) -> MeasureReading? {
    let subject = subject(after: whole.upperBound)
    let next = subject?.upperBound ?? whole.upperBound
    if let measure = state(after: whole.upperBound) {
      return MeasureReading(measure: measure, subject: nil, end: next)
    }
    if let measure = toll(before: whole.lowerBound) ?? transitive(before: whole.lowerBound) {
      return MeasureReading(measure: measure, subject: subject, end: next)
    }
    if let measure = predicate(after: whole.upperBound) {
      return MeasureReading(measure: measure, subject: subject, end: next)
    }
    // killed two soldiers and three civilians
    if let previous, joins(previous.end, whole.lowerBound), isPeople(next - 1) {
      return MeasureReading(measure: previous.measure, subject: subject, end: next)
    }
    guard let subject else { return nil }
    for index in subject.reversed() {
      if has(index, FigureWord.noun), let measure = FigureWord.measure(words[index]) {
        return MeasureReading(measure: measure, subject: subject, end: next)
      }
      if has(index, FigureWord.troops) {
        return MeasureReading(measure: .troops, subject: subject, end: next)
      }
    }
    return nil
  }

  /// The nominal words behind a number: civilians; members of the security forces.
  private func subject(after start: Int) -> Range<Int>? {
    var index = start
    if has(index, FigureWord.preposition), reader.hash(index) == MeasureFinder.of {
      index += 1
      if has(index, FigureWord.determiner) { index += 1 }
    }
    let first = index
    while index < sentence.upperBound, index - first < 6 {
      guard kind(index) == .word || kind(index) == .hyphen || kind(index) == .possessive,
        !has(
          index,
          FigureWord.auxiliary | FigureWord.preposition | FigureWord.conjunction
            | FigureWord.clause | FigureWord.passive | FigureWord.transitive
            | FigureWord.intransitive | FigureWord.number)
      else { break }
      index += 1
      if has(index - 1, FigureWord.people | FigureWord.noun), !has(index, FigureWord.people) {
        break
      }
    }
    return index > first ? first..<index : nil
  }

  /// A noun for people, or one in -ers, -ors, -ists, -ians, -men.
  private func isPeople(_ index: Int) -> Bool {
    if has(index, FigureWord.people) { return true }
    guard kind(index) == .word else { return false }
    let end = Int(reader.tokens[index].end)
    guard end - Int(reader.tokens[index].start) > 5 else { return false }
    return MeasureFinder.endings.contains { ending in
      ending.indices.allSatisfy { reader.text[end - ending.count + $0] | 0x20 == ending[$0] }
    }
  }

  private static let endings = ["ers", "ors", "ists", "ians", "men"].map { Array($0.utf8) }

  /// 12 dead, 12 others wounded, 12 arrests.
  private func state(after start: Int) -> Figure.Measure? {
    var index = start
    var hops = 0
    while hops < 3 {
      if has(index, FigureWord.state), let measure = FigureWord.measure(words[index]) {
        // 12 killed three: the counted are the killers.
        return isActive(index) ? nil : measure
      }
      guard kind(index) == .word,
        !has(
          index,
          FigureWord.auxiliary | FigureWord.preposition | FigureWord.conjunction
            | FigureWord.clause | FigureWord.transitive)
      else { return nil }
      index += 1
      hops += 1
    }
    return nil
  }

  /// An object follows the verb.
  private func isActive(_ index: Int) -> Bool {
    guard has(index, FigureWord.transitive) else { return false }
    let next = index + 1
    if kind(next) == .number { return true }
    return has(next, FigureWord.number | FigureWord.determiner | FigureWord.people)
      || reader.read(at: next) != nil
  }

  /// … people were killed, 12 who died, 12 have fled.
  private func predicate(after start: Int) -> Figure.Measure? {
    var index = start
    var sawAuxiliary = false
    var sawPreposition = false
    let end = min(sentence.upperBound, start + 18)
    while index < end {
      switch kind(index) {
      case .comma, .dash, .openParenthesis:
        // 12 people, including three children, were killed
        guard let close = aside(from: index) else { return nil }
        index = close
        continue
      case .word, .number, .hyphen, .possessive, .symbol: break
      case .openQuote, .closeQuote, .quote:
        index += 1
        continue
      default: return nil
      }
      if has(index, FigureWord.auxiliary) {
        sawAuxiliary = true
      } else if has(index, FigureWord.passive), let measure = FigureWord.measure(words[index]) {
        if sawAuxiliary || !sawPreposition && !isActive(index) {
          return isActive(index) && !sawAuxiliary ? nil : measure
        }
        return nil
      } else if has(index, FigureWord.intransitive),
        let measure = FigureWord.measure(words[index])
      {
        if reader.hash(index) == MeasureFinder.left, !sawAuxiliary { return nil }
        return measure
      } else if has(index, FigureWord.state), sawAuxiliary || index - start < 4 {
        return FigureWord.measure(words[index])
      } else if has(index, FigureWord.preposition) {
        sawPreposition = true
      } else if MeasureFinder.took.contains(reader.hash(index)),
        reader.hash(index + 1) == MeasureFinder.part
      {
        return .participants
      } else if has(index, FigureWord.clause), reader.hash(index) != MeasureFinder.who {
        return nil
      } else if has(index, FigureWord.transitive) {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Behind an aside that lists some of the counted.
  private func aside(from comma: Int) -> Int? {
    guard MeasureFinder.asides.contains(reader.hash(comma + 1)) else { return nil }
    var index = comma + 2
    while index < sentence.upperBound, index - comma < 16 {
      if kind(index) == kind(comma) || kind(index) == .closeParenthesis { return index + 1 }
      index += 1
    }
    return nil
  }

  /// killed 12; claimed the lives of 12; the arrest of 12.
  private func transitive(before start: Int) -> Figure.Measure? {
    var index = start - 1
    if has(index, FigureWord.determiner) { index -= 1 }
    if has(index, FigureWord.transitive) { return FigureWord.measure(words[index]) }
    guard reader.hash(max(0, index)) == MeasureFinder.of, index > sentence.lowerBound else {
      return nil
    }
    index -= 1
    return has(index, FigureWord.act) ? FigureWord.measure(words[index]) : nil
  }

  /// put the death toll at 12; the number of wounded rose to 12.
  private func toll(before start: Int) -> Figure.Measure? {
    guard has(start - 1, FigureWord.reach) else { return nil }
    var index = start - 1
    while index >= sentence.lowerBound, start - index < 18 {
      if has(index, FigureWord.count) {
        var measure: Figure.Measure?
        for other in max(sentence.lowerBound, index - 1)..<min(start, index + 4)
        where other != index {
          if has(other, FigureWord.state | FigureWord.act | FigureWord.noun) {
            measure = measure ?? FigureWord.measure(words[other])
          }
        }
        let isDeadly =
          reader.hash(index) == MeasureFinder.tollWord
          || reader.hash(index + 2) == MeasureFinder.victims
        if measure == nil, isDeadly { measure = .killed }
        return measure
      }
      if kind(index) == .semicolon { return nil }
      index -= 1
    }
    return nil
  }

  private static let victims = Folding.hash(of: "victims".utf8)
  private static let tollWord = Folding.hash(of: "toll".utf8)

  /// Nothing but a comma or a conjunction between two figures.
  private func joins(_ from: Int, _ to: Int) -> Bool {
    guard to > from, to - from <= 2 else { return false }
    return (from..<to).allSatisfy { kind($0) == .comma || has($0, FigureWord.conjunction) }
  }
}
