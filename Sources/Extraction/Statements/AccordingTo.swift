// Attribution by preposition: according to X, before, after and inside what X holds.

import Model

/// Reads `according to X` and its like.
enum AccordingTo {
  @inline(__always)
  static func isCue(_ index: Int, _ text: SpeechText) -> Bool {
    text.has(index, SpeechWord.according) && text.has(index + 1, SpeechWord.to)
  }

  /// The attribution at `cue`; nil when nothing is attributed.
  static func attribution(
    at cue: Int, _ text: SpeechText, _ sentence: Range<Int>
  ) -> Attribution? {
    guard isCue(cue, text) else { return nil }
    let end = sentence.upperBound
    var last = cue + 2
    while last < end, !text.isStop(last), text.kind(last) != .comma, text.kind(last) != .dash,
      text.kind(last) != .closeParenthesis, !text.isOpening(last) || last == cue + 2
    {
      last += 1
    }
    guard last > cue + 2 else { return nil }
    let source =
      text.nounPhrase(startingAt: cue + 2, to: last).map { $0.lowerBound..<$0.upperBound }
      ?? cue + 2..<last
    var attribution = Attribution(
      cue: cue..<cue + 2, source: source, content: [], clause: cue..<last)
    attribution.isAfter = true

    var lower = sentence.lowerBound
    var upper = cue
    while upper > lower, text.kind(upper - 1) == .comma || text.kind(upper - 1) == .dash {
      upper -= 1
    }
    while lower < upper, text.has(lower, SpeechWord.conjunction) || text.kind(lower) == .comma {
      lower += 1
    }
    if text.wordCount(lower..<upper) > 2 {
      attribution.content = [lower..<upper]
    }
    // According to X, …; and the rest of an interrupted clause.
    if text.kind(last) == .comma, last + 1 < end {
      var stop = end
      while stop > last + 1, text.isStop(stop - 1) { stop -= 1 }
      let isNew =
        !attribution.content.isEmpty
        && text.has(
          last + 1,
          SpeechWord.conjunction | SpeechWord.relative | SpeechWord.determiner
            | SpeechWord.subordinator)
      if !isNew, stop > last + 1 { attribution.content.append(last + 1..<stop) }
    }
    return attribution.content.isEmpty ? nil : attribution
  }
}
