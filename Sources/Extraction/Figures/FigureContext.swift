// Who gives a figure, where it belongs, and since when.

import Model

/// Completes figures from the statements, venues and times of the analysis.
enum FigureContext {
  private static let from = WordSet("from left fled leaving fleeing leave flee")
  private static let to = WordSet("for to into in toward towards")
  private static let since = Folding.hash(of: "since".utf8)

  /// Sets source, venues and `since` of every figure.
  static func complete(_ drafts: inout [FigureDraft], _ analysis: borrowing Analysis) {
    guard !drafts.isEmpty else { return }
    for index in drafts.indices {
      drafts[index].source = source(of: drafts[index].tokens.lowerBound, analysis)
      let sentence = analysis.article.sentences[
        Int(analysis.sentenceOfToken[Int(drafts[index].tokens.lowerBound)])]
      setVenues(&drafts[index], sentence, analysis)
      setSince(&drafts[index], sentence, analysis)
    }
  }

  /// The speaker of the innermost statement whose content holds the figure.
  private static func source(of token: Int32, _ analysis: borrowing Analysis) -> Int32 {
    var best: Int32 = -1
    var size = Int.max
    for statement in analysis.statements where statement.speaker >= 0 {
      for part in statement.content where part.contains(Int(token)) && part.count < size {
        size = part.count
        best = statement.speaker
      }
    }
    return best
  }

  private static func setVenues(
    _ draft: inout FigureDraft, _ sentence: Range<Int32>, _ analysis: borrowing Analysis
  ) {
    guard !analysis.mentions.isEmpty else { return }
    let moves = draft.measure == .evacuated || draft.measure == .displaced
    var distance = Int32.max
    var last: Int32 = -1
    for token in sentence {
      let number = analysis.mentionOfToken[Int(token)]
      guard number >= 0, number != last else { continue }
      last = number
      let mention = analysis.mentions[Int(number)]
      guard mention.kind == .place, mention.venue >= 0, !mention.metonym else { continue }
      if moves, token > draft.tokens.lowerBound {
        let before = wordBefore(token, sentence.lowerBound, analysis)
        if draft.from < 0, from.contains(before) {
          draft.from = mention.venue
          continue
        }
        if draft.from >= 0, draft.to < 0, to.contains(before) {
          draft.to = mention.venue
          continue
        }
      }
      let away = abs(token - draft.tokens.lowerBound)
      if away < distance {
        distance = away
        draft.venue = mention.venue
      }
    }
  }

  /// The word before a place, articles and directions left out.
  private static func wordBefore(
    _ token: Int32, _ start: Int32, _ analysis: borrowing Analysis
  ) -> UInt64 {
    var index = token - 1
    while index > start, skipped.contains(analysis.hash(Int(index))) { index -= 1 }
    return index >= start ? analysis.hash(Int(index)) : 0
  }

  private static let skipped = WordSet(
    "the eastern western northern southern central city of")

  /// since 2011, in the same sentence and before the figure or after it.
  private static func setSince(
    _ draft: inout FigureDraft, _ sentence: Range<Int32>, _ analysis: borrowing Analysis
  ) {
    for time in analysis.times
    where sentence.contains(time.tokens.lowerBound) && time.tokens.lowerBound > 0
      && analysis.hash(Int(time.tokens.lowerBound) - 1) == since
    {
      draft.since = time.value
      return
    }
  }
}
