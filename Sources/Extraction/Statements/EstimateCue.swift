// Attribution of an estimate: X put the death toll at more than 470,000.

import Model

extension AttributionFinder {
  private static let estimates = WordSet(
    "toll number figure total count losses casualties damage cost dead killed wounded injured")
  private static let at = Folding.hash(of: "at".utf8)

  /// X put the toll at N: the whole of the object is the content.
  func estimate(at cue: Int) -> Attribution? {
    let stop = clauseEnd(from: cue + 1, isClause: false)
    var hasNoun = false
    var hasNumber = false
    for index in cue + 1..<max(cue + 1, stop) {
      let hash = text.tokens[index].hash
      if AttributionFinder.estimates.contains(hash) { hasNoun = true }
      if hash == AttributionFinder.at, hasNoun {
        hasNumber = (index + 1..<min(stop, index + 6)).contains { text.kind($0) == .number }
      }
    }
    guard hasNumber else { return nil }
    var left = cue - 1
    while left >= sentence.lowerBound, text.has(left, SpeechWord.auxiliary) || text.isAdverb(left) {
      left -= 1
    }
    guard let source = text.subject(endingAt: left + 1, from: sentence.lowerBound) else {
      return nil
    }
    return Attribution(
      cue: cue..<cue + 1, source: source, content: [cue + 1..<stop],
      clause: source.lowerBound..<cue + 1)
  }
}
