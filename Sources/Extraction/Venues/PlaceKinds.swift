// Where the gazetteer and the rest of the article know a name as a place, against the tagger.

import Model

/// Corrects names that the tagger took for a person or a body and that name a place.
struct PlaceKinds {
  /// How often a name occurs, in the high half how often as a place.
  private var lead = HashIndex()

  private static let places = PhraseSummary.mask(.place, .country)
  private static let others = PhraseSummary.mask(.actor, .family)

  mutating func apply(_ analysis: inout Analysis) {
    var hasDoubt = false
    for span in analysis.names where span.kind == .person || span.kind == .organization {
      if PlaceKinds.isKnown(span, analysis) {
        hasDoubt = true
        break
      }
    }
    guard hasDoubt else { return }
    lead.reset()
    for span in analysis.names where span.kind != .nationality {
      guard PlaceKinds.isKnown(span, analysis) else { continue }
      let key = PlaceNames.key(span.tokens, analysis)
      let value = max(0, lead.value(key)) + (span.kind == .place ? 0x1_0001 : 1)
      lead.set(key, value)
    }
    for index in analysis.names.indices {
      let span = analysis.names[index]
      guard span.kind == .person || span.kind == .organization, PlaceKinds.isKnown(span, analysis)
      else { continue }
      let counts = max(0, lead.value(PlaceNames.key(span.tokens, analysis)))
      let asPlace = counts >> 16
      let all = counts & 0xffff
      // Teams and councils bear the names of their towns: two out of three must be the town.
      let most = span.kind == .person ? asPlace * 2 > all : asPlace * 3 >= all * 2 && all > 2
      if most || PlaceKinds.isNothingElse(span, analysis) {
        analysis.names[index].kind = .place
      }
    }
  }

  /// Whether the span is a place of the gazetteer and no actor of the tables.
  private static func isKnown(_ span: NameSpan, _ analysis: borrowing Analysis) -> Bool {
    let entry = analysis.entries[Int(span.tokens.lowerBound)]
    if span.tokens.count == 1 {
      return entry.summary.hasAny(places) && !entry.summary.has(.actor)
    }
    return entry.phrase >= 0 && entry.end == span.tokens.upperBound
      && entry.phraseSummary.hasAny(places) && !entry.phraseSummary.has(.actor)
  }

  /// Whether the name can hardly be anything but a place of some size.
  private static func isNothingElse(_ span: NameSpan, _ analysis: borrowing Analysis) -> Bool {
    let entry = analysis.entries[Int(span.tokens.lowerBound)]
    let summary = span.tokens.count == 1 ? entry.summary : entry.phraseSummary
    // People are called Georgia and Israel; bodies are called after cities, not after countries.
    if span.kind == .person, summary.name != 0 || summary.hasAny(others) { return false }
    for candidate in analysis.placeCandidates(span.tokens) {
      switch candidate.kind {
      case .country: return true
      case .capital, .seat, .town:
        if span.kind == .person, candidate.size > 4.3 { return true }
      case .admin1, .region: if span.kind == .person { return true }
      case .admin2, .part: break
      }
    }
    return false
  }
}
