// From reporting verbs to attributions: which side the source is on, and which the content.

import Model

/// Reads the attributions of one article, sentence by sentence.
struct AttributionFinder {
  let text: SpeechText
  /// The sentence that is read.
  var sentence = 0..<0
  var found: [Attribution] = []
  /// First attribution of the sentence in ``found``.
  var firstOfSentence = 0

  init(_ text: SpeechText) {
    self.text = text
  }

  /// The attributions of the article, in the order of their cues.
  static func find(in text: SpeechText, sentences: [Range<Int32>]) -> [Attribution] {
    var finder = AttributionFinder(text)
    for sentence in sentences {
      finder.sentence = Int(sentence.lowerBound)..<Int(sentence.upperBound)
      finder.firstOfSentence = finder.found.count
      finder.read()
    }
    return finder.found
  }

  private mutating func read() {
    var index = sentence.lowerBound - 1
    while true {
      index = text.marks.next(TokenMarks.cue, from: index + 1, to: sentence.upperBound)
      guard index < sentence.upperBound else { return }
      let bits = text.words[index]
      guard text.quotationOf[index] < 0 else { continue }
      let attribution =
        if bits & SpeechWord.cue != 0 {
          attribution(at: index)
        } else if bits & SpeechWord.estimate != 0 {
          estimate(at: index)
        } else {
          AccordingTo.attribution(at: index, text, sentence)
        }
      if let attribution { add(attribution) }
    }
  }

  static let cues = SpeechWord.cue | SpeechWord.estimate | SpeechWord.according

  /// Adds an attribution and ends an open content before it.
  private mutating func add(_ attribution: Attribution) {
    if found.count > firstOfSentence, let last = found.indices.last, found[last].isOpenEnded,
      !attribution.isAfter, let content = found[last].content.last
    {
      var cut = attribution.clause.lowerBound
      // A clause of its own begins with a comma or a conjunction; a nested one does not.
      var isOwn = false
      let speaks = text.has(attribution.cue.lowerBound, SpeechWord.after)
      while cut > content.lowerBound {
        let joins = text.kind(cut - 1) == .comma || text.has(cut - 1, SpeechWord.conjunction)
        guard
          joins || text.isAdverb(cut - 1) || speaks && text.has(cut - 1, SpeechWord.contrast)
        else { break }
        isOwn = isOwn || joins
        cut -= 1
      }
      // The regime and the opposition agree: a conjunction alone may join two subjects.
      if let source = attribution.source, source.lowerBound == attribution.clause.lowerBound,
        text.has(source.lowerBound - 1, SpeechWord.conjunction),
        text.kind(source.lowerBound - 2) != .comma,
        !text.has(source.lowerBound, SpeechWord.pronoun)
      {
        isOwn = false
      }
      if isOwn, cut > content.lowerBound + 1, cut < content.upperBound {
        found[last].content[found[last].content.count - 1] = content.lowerBound..<cut
      }
    }
    guard let split = quotedMainClause(of: attribution) else {
      found.append(attribution)
      return
    }
    found.append(contentsOf: split)
  }

  /// X added that if …, "we will …": a quoted main clause is direct speech of its own.
  private func quotedMainClause(of attribution: Attribution) -> [Attribution]? {
    guard attribution.isOpenEnded, attribution.content.count == 1,
      let content = attribution.content.first
    else { return nil }
    let first = content.lowerBound + (text.has(content.lowerBound, SpeechWord.that) ? 1 : 0)
    guard text.has(first, SpeechWord.subordinator),
      let open = content.first(where: { text.isOpening($0) }), open > first + 1,
      text.kind(open - 1) == .comma, let quotation = text.quotation(at: open),
      quotation.tokens.upperBound >= content.upperBound, text.wordCount(quotation.inner) > 4
    else { return nil }
    var indirect = attribution
    indirect.content = [content.lowerBound..<open - 1]
    indirect.isOpenEnded = false
    var direct = attribution
    direct.content = [quotation.tokens]
    direct.isOpenEnded = false
    return [indirect, direct]
  }

  private func attribution(at cue: Int) -> Attribution? {
    var left = cue - 1
    var isPassive = false
    var isInfinitive = false
    while left >= sentence.lowerBound {
      if text.has(left, SpeechWord.be) {
        isPassive = text.has(cue, SpeechWord.past) || isPassive
      } else if text.has(left, SpeechWord.to) {
        isInfinitive = true
      } else if !text.has(left, SpeechWord.auxiliary), !text.isAdverb(left) {
        break
      }
      left -= 1
    }
    if isPassive { return passive(at: cue, auxiliary: left + 1) }
    if isInfinitive { return nil }
    if text.has(cue, SpeechWord.after), left == cue - 1, let inverted = inverted(at: cue) {
      return inverted
    }
    guard let source = source(of: cue, left: left), !isCondition(before: source, cue) else {
      return nil
    }
    // A source that is shared with an earlier clause lies outside this one.
    let touches = source.lowerBound < cue && source.upperBound >= left
    return content(
      cue: cue, source: source, clauseStart: touches ? source.lowerBound : left + 1)
  }

  /// If X and Y agree: a condition says nothing of what anybody holds.
  private func isCondition(before source: Range<Int>, _ cue: Int) -> Bool {
    guard text.has(cue, SpeechWord.base), source.lowerBound < cue else { return false }
    var index = source.lowerBound - 1
    while index >= sentence.lowerBound, source.lowerBound - index < 7 {
      if SpeechText.conditions.contains(text.tokens[index].hash) { return true }
      guard text.isNominal(index) || text.has(index, SpeechWord.conjunction) else { return false }
      index -= 1
    }
    return false
  }

  /// The subject in normal order.
  private func source(of cue: Int, left: Int) -> Range<Int>? {
    let start = sentence.lowerBound
    if text.has(cue, SpeechWord.participle) { return participleSource(cue, left: left) }
    guard left >= start else { return nil }
    if text.has(left, SpeechWord.determiner | SpeechWord.possessive | SpeechWord.preposition) {
      return nil
    }
    let isBare = left == cue - 1
    if text.has(cue, SpeechWord.noun), text.has(cue, SpeechWord.base), isBare,
      !text.has(cue, SpeechWord.past), !text.has(left, SpeechWord.pronoun | SpeechWord.relative),
      !text.isPlural(left)
    {
      return nil
    }
    if text.has(left, SpeechWord.subordinator), !text.has(left, SpeechWord.relative) { return nil }
    // Reports, claims: a noun in the plural unless a name or a pronoun governs it.
    if text.has(cue, SpeechWord.noun), text.has(cue, SpeechWord.third), isBare,
      !text.tokens[left].isCapitalized,
      !text.has(left, SpeechWord.pronoun | SpeechWord.relative | SpeechWord.conjunction),
      !text.has(cue + 1, SpeechWord.that)
    {
      return nil
    }
    if text.has(left, SpeechWord.conjunction) {
      // … and said: the source of the clause before it.
      if found.count > firstOfSentence, let last = found.last, !last.isAfter { return last.source }
      return text.clauseSubject(from: start, to: left)
    }
    return text.subject(endingAt: left + 1, from: start)
  }

  /// Who is meant by a participle: …, adding that; a statement saying that.
  private func participleSource(_ cue: Int, left: Int) -> Range<Int>? {
    let start = sentence.lowerBound
    if text.has(left + 1, SpeechWord.be) { return text.subject(endingAt: left + 1, from: start) }
    if left >= start, text.tokens[left].hash == SpeechText.asWord { return nil }
    if left < start {
      // Saying that …, X did: the subject follows the clause.
      return nil
    }
    if text.kind(left) == .word, !text.has(left, SpeechWord.preposition | SpeechWord.subordinator),
      !text.has(left, SpeechWord.conjunction | SpeechWord.determiner | SpeechWord.possessive)
    {
      return text.nounPhrase(endingAt: left + 1, from: start)
    }
    if found.count > firstOfSentence, let last = found.last { return last.source }
    return text.clauseSubject(from: start, to: left)
  }

  /// "…," said X, the mayor of Y.
  private func inverted(at cue: Int) -> Attribution? {
    if cue == sentence.lowerBound || text.isClosing(cue - 1) && cue - 1 < sentence.lowerBound {
      return leadingCue(cue)
    }
    let lead = cue - 1
    guard lead > sentence.lowerBound, !text.has(cue, SpeechWord.participle),
      text.kind(cue + 1) != .comma,
      let source = text.nounPhrase(startingAt: cue + 1, to: sentence.upperBound)
    else { return nil }
    let isQuoted = text.isClosing(lead) || text.kind(lead) == .comma && text.isClosing(lead - 1)
    guard isQuoted || text.kind(lead) == .comma || text.kind(lead) == .dash else { return nil }
    if !isQuoted {
      let next = source.upperBound
      guard !isApposition(before: lead), !text.has(cue, SpeechWord.addressee),
        next >= sentence.upperBound || text.isStop(next) || text.kind(next) == .comma
          || text.has(next, SpeechWord.relative | SpeechWord.preposition)
      else { return nil }
    }
    return after(cue: cue, source: source, clause: cue..<source.upperBound, lead: lead)
  }

  /// X, the mayor, said the plan …: the mark before the cue ends an apposition.
  private func isApposition(before lead: Int) -> Bool {
    guard text.kind(lead) == .comma else { return false }
    var comma = lead - 1
    while comma > sentence.lowerBound, text.kind(comma) != .comma { comma -= 1 }
    guard comma > sentence.lowerBound, lead - comma <= 32,
      let head = text.nounPhrase(endingAt: comma, from: sentence.lowerBound)
    else { return false }
    let before = head.lowerBound - 1
    return before < sentence.lowerBound || text.kind(before) == .comma || text.isClosing(before)
  }

  /// Said X, who saw it: "…": the cue opens the sentence, or follows a quotation that ended one.
  private func leadingCue(_ cue: Int) -> Attribution? {
    guard !text.has(cue, SpeechWord.participle),
      let source = text.nounPhrase(startingAt: cue + 1, to: sentence.upperBound)
    else { return nil }
    if cue > sentence.lowerBound || text.isClosing(cue - 1),
      !text.tokens[cue].flags.contains(.paragraphStart)
    {
      return after(cue: cue, source: source, clause: cue..<source.upperBound, lead: cue - 1)
    }
    var index = source.upperBound
    while index < sentence.upperBound, !text.isOpening(index) { index += 1 }
    guard index < sentence.upperBound || text.kind(index - 1) == .colon,
      text.kind(index - 1) == .comma || text.kind(index - 1) == .colon,
      let quotation = text.quotation(at: index)
    else { return nil }
    return Attribution(
      cue: cue..<cue + 1, source: source, content: [quotation.tokens],
      clause: cue..<index)
  }
}

extension SpeechText {
  /// A word in -s that can be a plural subject.
  func isPlural(_ index: Int) -> Bool {
    guard isWord(index), tokens[index].end - tokens[index].start > 3 else { return false }
    return text[Int(tokens[index].end) - 1] | 0x20 == UInt8(ascii: "s")
      || SpeechText.plurals.contains(tokens[index].hash)
  }

  static let conditions = WordSet("if unless")

  private static let plurals = WordSet(
    "people police men women many some most others critics")
}
