// Content that stands before its attribution: "…," he said; …, he said, …

import Model

extension AttributionFinder {
  /// "…," he said; …, he said, …; nil when the clause before is no content.
  func after(cue: Int, source: Range<Int>, clause: Range<Int>, lead: Int) -> Attribution? {
    let quoteEnd = text.isClosing(lead) ? lead : text.isClosing(lead - 1) ? lead - 1 : nil
    let separates = text.kind(lead) == .comma || text.kind(lead) == .dash
    guard quoteEnd != nil || separates else { return nil }
    let end = sentence.upperBound
    var next = clause.upperBound
    if text.has(next, SpeechWord.that) { return nil }
    let stop = endOfAttribution(from: &next)
    var attribution = Attribution(
      cue: cue..<cue + 1, source: source, content: [], clause: clause.lowerBound..<stop)
    attribution.isAfter = true

    if let quoteEnd, let quotation = text.quotation(at: quoteEnd) {
      let begin = quotation.tokens.lowerBound
      let lower = contentStart(before: begin)
      let words = lower < begin ? text.wordCount(lower..<begin) : 0
      // The plan is "a disaster," he said: the clause around the quotation belongs to it.
      let first = words > 1 ? lower : begin
      guard words > 1 || text.wordCount(quotation.inner) > 0 else { return nil }
      attribution.content = [first..<quotation.tokens.upperBound]
      if let rest = continuation(after: stop) { attribution.content.append(rest) }
      return attribution
    }

    guard isShortAttribution(clause, to: stop) else { return nil }
    let lower = contentStart(before: lead)
    // With nothing behind the attribution, what stands before it was said.
    let isShort =
      lead - lower < 4 || text.kind(stop) == .comma && isIntroduction(lower..<lead)
    if text.kind(stop) == .comma, stop + 1 < end {
      if text.isOpening(stop + 1), let rest = text.quotation(at: stop + 1) {
        attribution.content = [rest.tokens]
        return attribution
      }
      let rest = stop + 1..<clauseEnd(from: stop + 1, isClause: true)
      let isNew =
        text.has(
          stop + 1,
          SpeechWord.conjunction | SpeechWord.cue | SpeechWord.relative | SpeechWord.subordinator)
        || text.isGerund(stop + 1)
      if isShort {
        guard !isNew else { return nil }
        attribution.content = [rest]
        return attribution
      }
      attribution.content = isNew || rest.isEmpty ? [lower..<lead] : [lower..<lead, rest]
      return attribution
    }
    guard !isShort, !text.isOpening(stop) else { return nil }
    attribution.content = [lower..<lead]
    return attribution
  }

  /// Nothing but adjuncts stands between the cue and the mark that ends the attribution.
  private func isShortAttribution(_ clause: Range<Int>, to stop: Int) -> Bool {
    let next = clause.upperBound
    if stop == next { return true }
    if text.has(next, SpeechWord.time | SpeechWord.preposition) || text.isAdverb(next) {
      return !(next..<stop).contains { text.has($0, SpeechWord.that | SpeechWord.auxiliary) }
    }
    if text.has(next - 1, SpeechWord.addressee),
      let person = text.nounPhrase(startingAt: next, to: stop)
    {
      let rest = person.upperBound
      return rest == stop
        || text.has(rest, SpeechWord.time | SpeechWord.preposition)
          && !(rest..<stop).contains { text.has($0, SpeechWord.that | SpeechWord.auxiliary) }
    }
    return next > clause.lowerBound && !text.has(next - 1, SpeechWord.cue)
      && text.has(next, SpeechWord.relative)
  }

  /// In Tokyo on Friday; After the talks; Asked about it: no clause of its own.
  private func isIntroduction(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    guard
      text.has(first, SpeechWord.preposition | SpeechWord.subordinator | SpeechWord.time)
        || text.isGerund(first)
        || text.has(first, SpeechWord.past) && !text.has(first - 1, SpeechWord.pronoun)
    else { return false }
    // A clause after the introduction is content: In fact the plan has failed, he said.
    return !range.contains { text.kind($0) == .comma }
      && (text.has(first, SpeechWord.subordinator)
        || !range.contains { text.has($0, SpeechWord.auxiliary) })
  }

  /// Where the content before an attribution begins: the sentence, without a leading conjunction.
  private func contentStart(before end: Int) -> Int {
    var lower = sentence.lowerBound
    if found.count > firstOfSentence, let last = found.last?.content.last,
      last.upperBound < end, last.upperBound > lower
    {
      lower = last.upperBound
    }
    while lower < end,
      text.kind(lower) == .comma || text.kind(lower) == .semicolon || text.kind(lower) == .dash
        || text.kind(lower) == .openParenthesis || text.has(lower, SpeechWord.conjunction)
    {
      lower += 1
    }
    return lower
  }

  /// The first token after an attribution clause that follows its content.
  private func endOfAttribution(from next: inout Int) -> Int {
    let end = sentence.upperBound
    while next < end {
      if text.isOpening(next) || text.isStop(next) { break }
      if text.kind(next) == .comma || text.kind(next) == .colon || text.kind(next) == .dash {
        break
      }
      next += 1
    }
    return next
  }

  /// The quotation that goes on after its attribution: "A," he said, "B"; "A," he said. "B."
  private func continuation(after stop: Int) -> Range<Int>? {
    var index = stop
    // An apposition or a participle may stand between: said X, the mayor. "B."
    while index < sentence.upperBound, !text.isOpening(index) { index += 1 }
    guard index < text.tokens.count, text.isOpening(index),
      let quotation = text.quotation(at: index)
    else { return nil }
    if text.tokens[index].flags.contains(.paragraphStart) { return nil }
    if index < sentence.upperBound, index - stop > 3 { return nil }
    guard text.wordCount(quotation.inner) > 0 else { return nil }
    return quotation.tokens
  }
}
