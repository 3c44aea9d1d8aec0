// How many: the dead, the wounded, the displaced, troops, crowds and money.

import Model

/// Finds figures with their qualifier, measure, source and places.
struct FigureExtractor: AnalysisExtractor {
  static let name = "figures"
  static let summary = "tolls, crowds, troops and money with qualifier, source and place"

  init(lexicon: Lexicon) {}

  mutating func extract(_ analysis: inout Analysis) {
    let tokens = analysis.article.tokens
    let words = WordLookup(tokens: tokens, table: FigureWord.table)
    let reader = NumberReader(tokens: tokens, text: analysis.article.text, words: words)
    let body = Int(analysis.article.dateline?.tokens.upperBound ?? 0)
    var drafts: [FigureDraft] = []
    for sentence in analysis.article.sentences {
      let range = Int(sentence.lowerBound)..<Int(sentence.upperBound)
      read(range, from: body, analysis.marks, reader, &drafts)
    }
    FigureContext.complete(&drafts, analysis)
    analysis.figures.append(contentsOf: drafts)
  }

  private func read(
    _ sentence: Range<Int>, from body: Int, _ marks: TokenMarks, _ reader: NumberReader,
    _ out: inout [FigureDraft]
  ) {
    let tokens = reader.tokens
    let finder = MeasureFinder(reader: reader, words: reader.words, sentence: sentence)
    var previous: MeasureReading?
    var index = max(sentence.lowerBound, body)
    while true {
      index = marks.next(TokenMarks.number, from: index, to: sentence.upperBound)
      guard index < sentence.upperBound else { break }
      let isNumber =
        Mark(tokens[index].kind) == .number || reader.words[index] & FigureWord.number != 0
      guard isNumber, let number = number(at: index, reader, sentence) else {
        index += 1
        continue
      }
      index = number.tokens.upperBound
      let (qualifier, whole) = QualifierReader.read(number, tokens)
      if let money = MoneyReader.read(number, reader, sentence) {
        out.append(draft(number, money, qualifier, .money))
        continue
      }
      guard number.low > 0, NumberGuard.counts(number, reader, sentence),
        let measure = finder.find(number.tokens, whole: whole, previous: previous)
      else { continue }
      previous = measure
      var draft = draft(number, whole, qualifier, measure.measure)
      draft.subject = measure.subject.map { Int32($0.lowerBound)..<Int32($0.upperBound) }
      out.append(draft)
    }
  }

  /// The number at a token; a range when `between` stands before it, and the article before half.
  private func number(
    at index: Int, _ reader: NumberReader, _ sentence: Range<Int>
  ) -> NumberReading? {
    let before = index > sentence.lowerBound ? reader.tokens[index - 1].hash : 0
    if before == FigureExtractor.between, let range = reader.readBetween(at: index) {
      return range
    }
    if FigureExtractor.articles.contains(before), let number = reader.read(at: index - 1) {
      return number
    }
    return reader.read(at: index)
  }

  private func draft(
    _ number: NumberReading, _ whole: Range<Int>, _ qualifier: Figure.Qualifier,
    _ measure: Figure.Measure
  ) -> FigureDraft {
    FigureDraft(
      tokens: Int32(whole.lowerBound)..<Int32(whole.upperBound), low: number.low,
      high: number.high, qualifier: qualifier, measure: measure)
  }

  private static let between = Folding.hash(of: "between".utf8)
  private static let articles = WordSet("a an")
}
