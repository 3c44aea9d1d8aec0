// Passive attribution: was quoted as saying by X; was told by X that; it was announced that.

import Model

extension AttributionFinder {
  /// The attribution of a passive cue whose auxiliaries begin at `auxiliary`.
  func passive(at cue: Int, auxiliary: Int) -> Attribution? {
    if SpeechText.quoting.contains(text.tokens[cue].hash),
      let attribution = quoted(cue, auxiliary: auxiliary)
    {
      return attribution
    }
    guard text.has(cue, SpeechWord.thatClause) else { return nil }
    // X was told by Y that …; it was announced on Friday that …
    let end = sentence.upperBound
    var agent: Range<Int>?
    var next = cue + 1
    if next < end, text.tokens[next].hash == SpeechText.by {
      agent = text.nounPhrase(startingAt: next + 1, to: end)
      next = agent?.upperBound ?? next + 1
    }
    while next < end, text.has(next, SpeechWord.time) || text.isAdverb(next) { next += 1 }
    guard text.has(next, SpeechWord.that) || agent != nil && text.has(next, SpeechWord.question)
    else { return nil }
    let stop = clauseEnd(from: next, isClause: true)
    guard text.wordCount(next..<stop) > 2 else { return nil }
    var attribution = Attribution(
      cue: auxiliary..<cue + 1, source: agent, content: [next..<stop], clause: auxiliary..<next)
    attribution.isOpenEnded = true
    if text.has(cue, SpeechWord.addressee) {
      attribution.addressee = text.subject(endingAt: auxiliary, from: sentence.lowerBound)
    }
    return attribution
  }

  /// X was quoted (by Y) as saying (by Y) …; "…," he was quoted as saying.
  private func quoted(_ cue: Int, auxiliary: Int) -> Attribution? {
    let end = sentence.upperBound
    var next = cue + 1
    var via = agent(at: &next)
    guard next + 1 < end, text.tokens[next].hash == SpeechText.asWord,
      text.has(next + 1, SpeechWord.participle)
    else { return nil }
    let saying = next + 1
    next += 2
    if via == nil { via = agent(at: &next) }
    guard let source = text.subject(endingAt: auxiliary, from: sentence.lowerBound) else {
      return nil
    }
    let lead = source.lowerBound - 1
    var attribution =
      after(cue: saying, source: source, clause: source.lowerBound..<next, lead: lead)
      ?? before(cue: saying, source: source, clauseStart: source.lowerBound)
    attribution?.cue = auxiliary..<saying + 1
    attribution?.via = via
    return attribution
  }

  /// by Y, at `next`, which moves behind it.
  private func agent(at next: inout Int) -> Range<Int>? {
    guard next < sentence.upperBound, text.tokens[next].hash == SpeechText.by,
      let phrase = text.nounPhrase(startingAt: next + 1, to: sentence.upperBound)
    else { return nil }
    next = phrase.upperBound
    return phrase
  }
}

extension SpeechText {
  static let by = Folding.hash(of: "by".utf8)
  static let asWord = Folding.hash(of: "as".utf8)
  static let quoting = WordSet("quoted cited reported")
}
