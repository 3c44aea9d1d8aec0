// Which stretches of an article name places, and what each of them can stand for.

import Model

/// Collects the names of places: the tagger's, and countries that it left out.
struct PlaceNames {
  private(set) var mentions: [PlaceMention] = []
  /// What the names can stand for; the resolver chooses.
  var forms: [PlaceForm] = []
  private var formOfKey = HashIndex()

  /// Reads an article; what was collected before is forgotten.
  mutating func collect(_ analysis: borrowing Analysis) {
    mentions.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
    formOfKey.reset()
    let count = analysis.tokens.count
    var index = 0
    for span in analysis.names {
      index = addCountries(from: index, to: Int(span.tokens.lowerBound), analysis)
      guard Int(span.tokens.upperBound) > index else { continue }
      if span.kind == .place, !PlaceWords.isOfTreaty(span.tokens, analysis) {
        add(span.tokens, analysis)
      }
      index = Int(span.tokens.upperBound)
    }
    _ = addCountries(from: index, to: count, analysis)
    linkContainers(analysis)
    Facilities.locate(&forms, mentions, analysis)
  }

  private mutating func addCountries(
    from start: Int, to end: Int, _ analysis: borrowing Analysis
  ) -> Int {
    var index = start
    while true {
      index = analysis.marks.next(TokenMarks.known, from: index, to: end)
      guard index < end else { return max(index, end) }
      let entry = analysis.entries[index]
      let flags = analysis.tokens[index].flags
      // "The US Trade Representative": the phrase is an office, and begins with a country.
      let isPhrase = entry.phrase >= 0 && entry.phraseSummary.has(.country)
      let stop = isPhrase ? entry.end : Int32(index + 1)
      let summary = isPhrase ? entry.phraseSummary : entry.summary
      guard summary.has(.country), analysis.tokens[index].isCapitalized,
        !flags.contains(.sentenceStart) || stop > index + 1 || summary.caseLevel > 4,
        !PlaceNames.isCurrency(before: Int(stop), analysis)
      else {
        index += 1
        continue
      }
      note(Int32(index)..<stop, analysis.placeCandidates(Int32(index)..<stop), analysis)
      index = Int(stop)
    }
  }

  /// US$ and HK$ are no places.
  private static func isCurrency(before index: Int, _ analysis: borrowing Analysis) -> Bool {
    let at = Int(analysis.tokens[index - 1].end)
    return at < analysis.article.text.count && analysis.article.text[at] == 0x24
  }

  // MARK: Spans

  /// Adds the tagger's span, without what does not belong to the name of a place.
  private mutating func add(_ range: Range<Int32>, _ analysis: borrowing Analysis) {
    var tokens = range
    while tokens.count > 1, analysis.tokens[Int(tokens.upperBound) - 1].kind == .possessive {
      tokens = tokens.lowerBound..<tokens.upperBound - 1
    }
    tokens = PlaceNames.whole(tokens, analysis)
    let known = Int(formOfKey.value(PlaceNames.key(tokens, analysis)))
    if known >= 0 {
      forms[known].count += 1
      mentions.append(PlaceMention(tokens: tokens, form: known))
      return
    }
    var candidates = analysis.placeCandidates(tokens)
    if candidates.isEmpty, tokens.count > 1 {
      // Idlib province, northern Aleppo, the city of Homs: the part that a table knows.
      for part in [
        tokens.lowerBound..<tokens.upperBound - 1, tokens.lowerBound + 1..<tokens.upperBound,
      ] where PlaceWords.isGeneric(tokens, except: part, analysis) {
        candidates = analysis.placeCandidates(part)
        if !candidates.isEmpty { break }
      }
      if candidates.isEmpty, !PlaceWords.isKind(tokens, analysis),
        let part = PlaceNames.part(of: tokens, analysis)
      {
        // "Cairo Police" where the tagger saw a place, "Armenia-Italy": the name stands inside.
        note(part, analysis.placeCandidates(part), analysis)
        let rest = part.upperBound..<tokens.upperBound
        if part.lowerBound == tokens.lowerBound, rest.count > 1,
          analysis.tokens[Int(rest.lowerBound)].kind == .hyphen
        {
          let second = rest.lowerBound + 1..<rest.upperBound
          if analysis.isPlaceName(second) {
            note(second, analysis.placeCandidates(second), analysis)
          }
        }
        return
      }
    }
    if tokens.count > 1, PlaceWords.isUniversity(tokens, candidates, analysis) { return }
    // "The West German economy": a nationality that the tagger took for a place.
    if candidates.isEmpty, Nationality.isDemonym(tokens, analysis) { return }
    note(tokens, candidates, analysis)
  }

  /// The span with what belongs to it in the tables: Deir ez-Zor, sub-Saharan Africa.
  private static func whole(
    _ tokens: Range<Int32>, _ analysis: borrowing Analysis
  ) -> Range<Int32> {
    var start = tokens.lowerBound
    if start > 0, analysis.tokens[Int(start)].kind == .hyphen { start -= 1 }
    let entry = analysis.entries[Int(start)]
    guard entry.phrase >= 0, entry.phraseSummary.hasAny(places), entry.end >= tokens.upperBound,
      start < tokens.lowerBound || entry.end > tokens.upperBound
    else { return tokens }
    for index in tokens.upperBound..<entry.end
    where analysis.tokens[Int(index)].kind == .possessive
      || analysis.tokens[Int(index)].kind == .comma
    {
      return tokens
    }
    return start..<entry.end
  }

  private static let places = PhraseSummary.mask(.country, .place)

  /// The longest part at the beginning, else at the end, that a table knows as a place, when the
  /// rest are ordinary words: "Cairo Police", "Historic Dublin", but not "Santa Maria de Dota".
  private static func part(
    of tokens: Range<Int32>, _ analysis: borrowing Analysis
  ) -> Range<Int32>? {
    var length = Int32(tokens.count) - 1
    while length > 0 {
      let head = tokens.lowerBound..<tokens.lowerBound + length
      if isOrdinary(head.upperBound..<tokens.upperBound, analysis), analysis.isPlaceName(head) {
        return head
      }
      let tail = tokens.upperBound - length..<tokens.upperBound
      if isOrdinary(tokens.lowerBound..<tail.lowerBound, analysis), analysis.isPlaceName(tail) {
        return tail
      }
      length -= 1
    }
    return nil
  }

  /// Whether all are words that mostly stand in lower case, or places after a hyphen.
  private static func isOrdinary(
    _ rest: Range<Int32>, _ analysis: borrowing Analysis
  ) -> Bool {
    if analysis.tokens[Int(rest.lowerBound)].kind == .hyphen, rest.count > 1 {
      return analysis.isPlaceName(rest.lowerBound + 1..<rest.upperBound)
    }
    for token in rest {
      let summary = analysis.entries[Int(token)].summary
      guard summary.caseLevel <= 3 || summary.has(.title) else { return false }
    }
    return true
  }

  private mutating func note(
    _ tokens: Range<Int32>, _ candidates: [PlaceCandidate], _ analysis: borrowing Analysis
  ) {
    let key = PlaceNames.key(tokens, analysis)
    let known = Int(formOfKey.value(key))
    if known >= 0 {
      forms[known].count += 1
      mentions.append(PlaceMention(tokens: tokens, form: known))
      return
    }
    formOfKey.set(key, Int32(forms.count))
    mentions.append(PlaceMention(tokens: tokens, form: forms.count))
    forms.append(PlaceForm(key: key, candidates: candidates))
  }

  /// Equal for equal words.
  static func key(_ tokens: Range<Int32>, _ analysis: borrowing Analysis) -> UInt64 {
    var key: UInt64 = 0
    for token in tokens {
      let hash = analysis.tokens[Int(token)].hash
      if hash != 0 { key = LexiconFormat.advance(key, hash) }
    }
    return key
  }

  // MARK: Containers

  /// Notes which name the next one contains: "Paris, Texas", "Aleppo, in northern Syria".
  private mutating func linkContainers(_ analysis: borrowing Analysis) {
    guard mentions.count > 1 else { return }
    for index in 0..<mentions.count - 1 {
      let form = mentions[index].form
      let container = mentions[index + 1].form
      guard form != container, !forms[container].candidates.isEmpty,
        PlaceNames.isContained(mentions[index].tokens, mentions[index + 1].tokens, analysis)
      else { continue }
      if forms[form].container < 0 || forms[form].container == container {
        forms[form].container = container
      } else {
        // The name has another container here, so that it is another place.
        var other = forms[form]
        other.count = 1
        other.container = container
        forms[form].count -= 1
        mentions[index].form = forms.count
        forms.append(other)
      }
    }
  }

  private static func isContained(
    _ name: Range<Int32>, _ next: Range<Int32>, _ analysis: borrowing Analysis
  ) -> Bool {
    let gap = Int(name.upperBound)..<max(Int(name.upperBound), Int(next.lowerBound))
    guard 1...4 ~= gap.count, analysis.tokens[gap.lowerBound].kind == .comma else { return false }
    for token in gap.dropFirst()
    where !PlaceWords.containing.contains(analysis.tokens[token].hash) {
      return false
    }
    return true
  }
}
