// The noun phrase that speaks: found to the left of a cue, or to its right when inverted.

import Model

extension SpeechText {
  /// The subject that ends right before `end`: its head with title, determiner and apposition.
  ///
  /// - Parameter start: first token of the sentence, or of the clause that is being read.
  func subject(endingAt end: Int, from start: Int) -> Range<Int>? {
    var last = end - 1
    guard last >= start else { return nil }
    switch kind(last) {
    case .comma, .dash, .closeParenthesis:
      // X, the mayor of Y, said: the phrase before the apposition.
      guard let head = beforeApposition(last, from: start) else {
        return clauseSubject(from: start, to: end)
      }
      guard let phrase = nounPhrase(endingAt: head, from: start) else { return nil }
      // X, however, said: an aside is no apposition.
      let isAside = (head + 1..<last).allSatisfy { isAdverb($0) }
      return isAside ? phrase : phrase.lowerBound..<last
    case .word, .number, .possessive, .closeQuote, .quote: break
    default: return nil
    }
    if has(last, SpeechWord.relative | SpeechWord.that) {
      // X, who said; officials who said.
      if kind(last - 1) == .comma { last -= 1 }
      return nounPhrase(endingAt: last, from: start)
    }
    if has(last, SpeechWord.conjunction) { return nil }
    return nounPhrase(endingAt: end, from: start)
  }

  /// Goes left over nominal tokens, and over prepositions between them.
  func nounPhrase(endingAt end: Int, from start: Int) -> Range<Int>? {
    var index = end
    var isPronoun = false
    while index > start {
      let before = index - 1
      if has(before, SpeechWord.pronoun) && tokens[before].end - tokens[before].start < 5 {
        if index == end {
          index = before
          isPronoun = true
        }
        break
      }
      if isQuotedName(before) {
        index = quotations[Int(quotationOf[before])].tokens.lowerBound
        continue
      }
      guard isNominal(before), end - before <= 16 else { break }
      if isVerbLike(before, in: start) { break }
      index = before
      if has(index, SpeechWord.determiner | SpeechWord.possessive), kind(index - 1) != .word {
        break
      }
    }
    // What stands before the noun phrase proper: prepositions, adverbs.
    while index < end, !isPronoun,
      has(index, SpeechWord.preposition) || isAdverb(index) || kind(index) == .hyphen
        || kind(index) == .symbol || kind(index) == .possessive
    {
      index += 1
    }
    return index < end ? index..<end : nil
  }

  /// A short quotation inside a noun phrase: the "Cerigua" agency.
  private func isQuotedName(_ index: Int) -> Bool {
    guard let quotation = quotation(at: index) else { return false }
    return quotation.isClosed && quotation.tokens.count <= 6
  }

  /// A reporting verb that is no noun here, or a gerund that begins a clause.
  private func isVerbLike(_ index: Int, in start: Int) -> Bool {
    guard has(index, SpeechWord.cue) else { return false }
    if tokens[index].isCapitalized && !tokens[index].flags.contains(.allCapitals) { return false }
    if has(index, SpeechWord.noun) || has(index, SpeechWord.participle) {
      return !has(index - 1, SpeechWord.determiner | SpeechWord.possessive)
        && !has(index + 1, SpeechWord.preposition) && kind(index - 1) != .word
    }
    return true
  }

  /// The end of the noun phrase before an apposition that ends with the mark at `last`.
  private func beforeApposition(_ last: Int, from start: Int) -> Int? {
    let opening: Mark
    switch kind(last) {
    case .comma: opening = .comma
    case .dash: opening = .dash
    default: opening = .openParenthesis
    }
    var index = last - 1
    while index > start, kind(index) != opening {
      if isStop(index) || last - index > 32 { return nil }
      index -= 1
    }
    guard index > start, kind(index) == opening, isNominal(index - 1) else { return nil }
    return index
  }

  /// The subject of the clause that begins at `start`: for a cue that does not touch its subject.
  func clauseSubject(from start: Int, to end: Int) -> Range<Int>? {
    var index = start
    while index < end, kind(index) != .word && kind(index) != .number { index += 1 }
    // Introductory phrases end with a comma: In Tokyo on Friday, X; Asked about it, she.
    var hops = 0
    while index < end, hops < 3 {
      let isIntroduction =
        has(
          index,
          SpeechWord.preposition | SpeechWord.subordinator | SpeechWord.adverb
            | SpeechWord.conjunction | SpeechWord.time | SpeechWord.question)
        || isAdverb(index) || isGerund(index)
        || has(index, SpeechWord.past) && !tokens[index].flags.contains(.abbreviation)
      guard isIntroduction else { break }
      if has(index, SpeechWord.conjunction | SpeechWord.adverb), kind(index + 1) == .word {
        index += 1
        continue
      }
      var comma = index + 1
      while comma < end, kind(comma) != .comma { comma += 1 }
      guard comma < end else { break }
      index = comma + 1
      hops += 1
    }
    guard index < end else { return nil }
    if has(index, SpeechWord.pronoun) { return index..<index + 1 }
    var upper = index
    while upper < end, isNominal(upper), upper - index < 12 {
      if upper > index {
        if has(upper, SpeechWord.pronoun) { break }
        if has(upper, SpeechWord.preposition), !isLink(upper) { break }
        if has(upper, SpeechWord.cue), !has(upper, SpeechWord.noun) { break }
        // A lower-case word after a name is its verb.
        if isWord(upper), isWord(upper - 1), tokens[upper - 1].isCapitalized,
          !tokens[upper].isCapitalized, !has(upper, SpeechWord.preposition | SpeechWord.determiner),
          upper - 1 > index || !has(index, SpeechWord.determiner)
        {
          break
        }
      }
      upper += 1
    }
    return upper > index ? index..<upper : nil
  }

  /// A preposition that goes on with the noun phrase before it.
  func isLink(_ index: Int) -> Bool {
    has(index, SpeechWord.preposition) && SpeechText.links.contains(tokens[index].hash)
  }

  private static let links = WordSet("of for from with")

  /// The noun phrase that begins at `start`: the source of an inverted clause, an addressee.
  func nounPhrase(startingAt start: Int, to end: Int) -> Range<Int>? {
    var index = start
    var hasNoun = false
    while index < end, index - start < 16 {
      if has(index, SpeechWord.pronoun) {
        if index == start { index += 1 }
        break
      }
      if isOpening(index), let quotation = quotation(at: index), quotation.tokens.count <= 5 {
        index = quotation.tokens.upperBound
        continue
      }
      guard isNominal(index) else { break }
      if has(index, SpeechWord.time), index > start { break }
      if has(index, SpeechWord.preposition), !isLink(index) || index == start { break }
      if hasNoun, has(index, SpeechWord.determiner | SpeechWord.possessive),
        !has(index - 1, SpeechWord.preposition)
      {
        break
      }
      if has(index, SpeechWord.cue), !has(index, SpeechWord.noun), !tokens[index].isCapitalized {
        break
      }
      if isWord(index), !has(index, SpeechWord.determiner | SpeechWord.possessive) {
        if isAdverb(index), hasNoun { break }
        hasNoun = true
      }
      index += 1
    }
    return index > start ? start..<index : nil
  }
}
