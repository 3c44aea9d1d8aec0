// When: time expressions, resolved against the publication day.

import Model

/// Finds TIMEX3 expressions and their values.
///
/// Relative expressions are left out when the article has no publication day.
struct TimeExtractor: AnalysisExtractor {
  static let name = "times"
  static let summary = "dates, periods and durations, resolved against the publication day"

  init(lexicon: Lexicon) {}

  mutating func extract(_ analysis: inout Analysis) {
    let tokens = analysis.article.tokens
    let words = WordLookup(tokens: tokens, table: TimeWord.table)
    let reader = TimeReader(
      tokens: tokens, text: analysis.article.text, words: words,
      today: analysis.article.published, isAllCapitals: analysis.article.isAllCapitals)
    var index = 0
    var end = 0
    while true {
      index = analysis.marks.next(TokenMarks.time, from: index, to: words.count)
      guard index < words.count else { break }
      guard let reading = TimeExtractor.read(index, words[index], reader) else {
        index += 1
        continue
      }
      index = max(index + 1, reading.tokens.upperBound)
      guard reading.tokens.lowerBound >= end else {
        // A longer reading takes the place of one that it holds.
        if let last = analysis.times.last, Int(last.tokens.lowerBound) >= reading.tokens.lowerBound
        {
          analysis.times.removeLast()
          append(reading, &analysis)
          end = reading.tokens.upperBound
        }
        continue
      }
      append(reading, &analysis)
      end = reading.tokens.upperBound
    }
  }

  private func append(_ reading: TimeReading, _ analysis: inout Analysis) {
    analysis.times.append(
      TimeDraft(
        tokens: Int32(reading.tokens.lowerBound)..<Int32(reading.tokens.upperBound),
        type: reading.type, value: reading.value))
  }

  private static func read(_ index: Int, _ bits: UInt32, _ reader: TimeReader) -> TimeReading? {
    if bits == 0 {
      return reader.dayFirst(at: index) ?? reader.clock(at: index) ?? reader.year(at: index)
        ?? reader.decade(at: index)
    }
    if bits & TimeWord.weekday != 0 { return reader.weekday(at: index) }
    if bits & TimeWord.month != 0 { return reader.monthFirst(at: index) }
    if bits & TimeWord.day != 0 { return reader.day(at: index) }
    if bits & TimeWord.unit != 0 { return reader.duration(at: index) }
    if bits & TimeWord.which != 0 { return reader.relative(at: index) }
    if bits & TimeWord.every != 0 { return reader.repeated(at: index) }
    if bits & TimeWord.adverb != 0 {
      return TimeReading(
        tokens: index..<index + 1, type: .set,
        value: TimeReader.period(1, TimeWord.unit(bits)))
    }
    return nil
  }
}
