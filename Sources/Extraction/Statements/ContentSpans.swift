// Where the content of an attribution begins and ends.

import Model

extension AttributionFinder {
  /// The attribution of a cue with its subject before it: content before, around or after.
  func content(cue: Int, source: Range<Int>, clauseStart: Int) -> Attribution? {
    let lead = clauseStart - 1
    if text.has(cue, SpeechWord.after), clauseStart < cue,
      !text.has(cue, SpeechWord.participle)
    {
      if lead >= sentence.lowerBound {
        if let attribution = after(
          cue: cue, source: source, clause: clauseStart..<cue + 1, lead: lead)
        {
          return attribution
        }
      } else if text.isClosing(lead), !text.tokens[clauseStart].flags.contains(.paragraphStart) {
        // "…!" he said: the sentence ended inside the quotation.
        if let attribution = before(cue: cue, source: source, clauseStart: clauseStart) {
          return attribution
        }
        return after(cue: cue, source: source, clause: clauseStart..<cue + 1, lead: lead)
      }
    }
    return before(cue: cue, source: source, clauseStart: clauseStart)
  }

  /// One past the last token of a clause or a phrase that begins at `start`.
  func clauseEnd(from start: Int, isClause: Bool) -> Int {
    var index = start
    let end = sentence.upperBound
    while index < end {
      if let quotation = text.quotation(at: index), index == quotation.tokens.lowerBound {
        index = quotation.tokens.upperBound
        continue
      }
      if !isClause, index > start {
        // The object of a verb is over where an adjunct clause begins.
        if text.isClosing(index - 1), endsPhrase(index) { return index }
        if text.has(index, SpeechWord.subordinator),
          !text.has(index, SpeechWord.preposition | SpeechWord.topic)
        {
          return index
        }
      }
      switch text.kind(index) {
      case .period, .question, .exclamation, .semicolon:
        return index
      case .comma:
        if endsClause(index + 1, isClause: isClause) { return index }
      case .dash where !isClause: return index
      default: break
      }
      index += 1
    }
    return max(end, index)
  }

  /// Whether what follows a quotation is no longer part of the phrase that it ends.
  private func endsPhrase(_ index: Int) -> Bool {
    text.has(
      index,
      SpeechWord.preposition | SpeechWord.subordinator | SpeechWord.conjunction
        | SpeechWord.question)
  }

  /// Whether a comma before `index` ends the content.
  private func endsClause(_ index: Int, isClause: Bool) -> Bool {
    if AccordingTo.isCue(index, text) { return true }
    if isClause { return false }
    return text.has(
      index,
      SpeechWord.subordinator | SpeechWord.relative | SpeechWord.conjunction
        | SpeechWord.pronoun) || text.isGerund(index)
  }
}
