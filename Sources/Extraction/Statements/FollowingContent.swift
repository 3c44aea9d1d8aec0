// Content that follows its cue: X said that …; X told Y …; X called for …

import Model

extension AttributionFinder {
  /// X said that …; X told Y …; X said: "…"; X called for …
  func before(cue: Int, source: Range<Int>, clauseStart: Int) -> Attribution? {
    let end = sentence.upperBound
    let frame = text.words[cue]
    var next = cue + 1
    var attribution = Attribution(
      cue: cue..<cue + 1, source: source, content: [], clause: clauseStart..<cue + 1)
    attribution.isOpenEnded = true

    if frame & SpeechWord.addressee != 0, let person = text.nounPhrase(startingAt: next, to: end),
      !text.has(next, SpeechWord.that)
    {
      attribution.addressee = person
      next = person.upperBound
    }
    let speaks = frame & (SpeechWord.after | SpeechWord.clause | SpeechWord.addressee) != 0
    if speaks, let that = distantThat(from: next) { next = that }
    guard let start = skipAdjuncts(from: next, skipsPrepositions: speaks || next > cue + 1) else {
      return nil
    }
    attribution.clause = clauseStart..<max(cue + 1, start)

    if text.isOpening(start), let quotation = text.quotation(at: start) {
      guard frame & SpeechWord.infinitive == 0 || speaks || frame & SpeechWord.object != 0 else {
        return nil
      }
      attribution.content = [quotedContent(quotation)]
      attribution.isOpenEnded = attribution.content[0].upperBound < end
      return attribution
    }
    guard start < end else { return nil }
    let isDistant = text.kind(start - 1) == .comma || text.kind(start - 1) == .colon
    var isClause = true
    if text.has(start, SpeechWord.that | SpeechWord.question) {
      guard frame & SpeechWord.thatClause != 0 else { return nil }
    } else if text.has(start, SpeechWord.to) {
      guard frame & SpeechWord.infinitive != 0 else {
        guard frame & SpeechWord.prepositional != 0 else { return nil }
        isClause = false
        attribution.content = [start + 1..<clauseEnd(from: start + 1, isClause: false)]
        return attribution.content[0].isEmpty ? nil : attribution
      }
      isClause = false
    } else if text.has(start, SpeechWord.preposition), !speaks || start == cue + 1 {
      guard frame & SpeechWord.prepositional != 0,
        text.has(start, SpeechWord.topic) || frame & SpeechWord.anyPreposition != 0
      else { return nil }
      isClause = false
      let from = start + 1
      guard from < end, !text.isStop(from) else { return nil }
      attribution.content = [from..<clauseEnd(from: from, isClause: false)]
      return attribution.content[0].isEmpty ? nil : attribution
    } else {
      guard frame & (SpeechWord.clause | SpeechWord.object | SpeechWord.addressee) != 0 else {
        return nil
      }
      if isDistant, text.kind(start - 1) == .comma { return nil }
      isClause = frame & (SpeechWord.clause | SpeechWord.addressee) != 0
      guard text.isWord(start) || text.kind(start) == .number || text.kind(start) == .symbol else {
        return nil
      }
    }
    let stop = clauseEnd(from: start, isClause: isClause)
    guard text.wordCount(start..<max(start, stop)) > (isClause ? 1 : 0) else { return nil }
    attribution.content = [start..<stop]
    return attribution
  }

  /// that, when only adjuncts stand before it: said during a visit to X on Friday that.
  private func distantThat(from start: Int) -> Int? {
    guard start < sentence.upperBound,
      text.has(start, SpeechWord.preposition | SpeechWord.time) || text.isAdverb(start)
    else { return nil }
    for index in start..<min(sentence.upperBound, start + 20) {
      if text.has(index, SpeechWord.that) { return index }
      let ends =
        text.has(index, SpeechWord.auxiliary | SpeechWord.cue | SpeechWord.question)
        || text.has(index, SpeechWord.pronoun) || text.isOpening(index) || text.isStop(index)
        || text.kind(index) == .colon
      if ends { return nil }
    }
    return nil
  }

  /// A quotation as content: alone, or with the clause that it is only a part of.
  private func quotedContent(_ quotation: Quotation) -> Range<Int> {
    let next = quotation.tokens.upperBound
    guard quotation.isClosed, next < sentence.upperBound else { return quotation.tokens }
    if text.isStop(next) || text.kind(next) == .comma { return quotation.tokens }
    if text.has(next, SpeechWord.conjunction) { return quotation.tokens }
    let last = text.kind(next - 2)
    if last == .comma || last == .period || last == .question || last == .exclamation {
      return quotation.tokens
    }
    return quotation.tokens.lowerBound..<clauseEnd(from: next, isClause: false)
  }

  /// The first token of the content: what stands between the cue and it is skipped.
  ///
  /// - Returns: nil when nothing follows that can be content.
  private func skipAdjuncts(from first: Int, skipsPrepositions: Bool) -> Int? {
    let end = sentence.upperBound
    var index = first
    var hops = 0
    while hops < 6 {
      hops += 1
      if index >= end {
        // X said: and the quotation is a sentence or a paragraph of its own.
        guard text.kind(index - 1) == .colon, text.isOpening(index) else { return nil }
        return index
      }
      if text.isOpening(index) || text.has(index, SpeechWord.that) { return index }
      switch text.kind(index) {
      case .comma:
        if text.isOpening(index + 1) { return index + 1 }
        guard let resumed = resumption(after: index) else { return nil }
        return resumed
      case .colon:
        index += 1
        if index < end { return index }
        continue
      case .period, .question, .exclamation, .semicolon, .dash, .openParenthesis: return nil
      default: break
      }
      if text.isAdverb(index) || text.has(index, SpeechWord.time) {
        index += 1
        continue
      }
      guard skipsPrepositions, text.has(index, SpeechWord.preposition), index + 1 < end else {
        return index
      }
      // in a statement, during a visit to X, on Friday
      var inner = index + 1
      if text.isOpening(inner) { return index }
      let phrase = text.nounPhrase(startingAt: inner, to: end)
      inner = phrase?.upperBound ?? inner + 1
      index = inner
    }
    return index < end ? index : nil
  }

  /// The clause that goes on after an aside: told X in Tokyo, where he met Y, that …
  private func resumption(after comma: Int) -> Int? {
    var index = comma + 1
    let end = min(sentence.upperBound, comma + 24)
    while index < end {
      if text.kind(index) == .comma,
        text.has(index + 1, SpeechWord.that) || text.isOpening(index + 1)
      {
        return index + 1
      }
      index += 1
    }
    return nil
  }
}
