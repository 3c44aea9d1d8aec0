// Where the gazetteer and the rest of the article know better than the tagger what a name names.

import Model

/// Corrects names that the tagger took for persons or bodies and that name places, and the reverse.
struct PlaceKinds {
  /// How often a name occurs, in the high half how often as a place.
  private var uses = HashIndex()
  /// Last words of persons' full names and first words of companies', with ``Holder``.
  private var holders = HashIndex()

  private enum Holder {
    static let person: Int32 = 1
    static let company: Int32 = 2
  }

  private static let places = PhraseSummary.mask(.place, .country)
  private static let others = PhraseSummary.mask(.actor, .family)

  mutating func apply(_ analysis: inout Analysis) {
    readHolders(analysis)
    for index in analysis.names.indices where analysis.names[index].kind == .place {
      let span = analysis.names[index]
      guard span.tokens.count == 1 else { continue }
      let holder = holders.value(analysis.hash(Int(span.tokens.lowerBound)))
      guard holder > 0, PlaceKinds.yields(span, to: holder, analysis) else { continue }
      analysis.names[index].kind = holder == Holder.person ? .person : .organization
    }
    readUses(analysis)
    for index in analysis.names.indices {
      let span = analysis.names[index]
      guard span.kind == .person || span.kind == .organization, PlaceKinds.isKnown(span, analysis),
        !holds(span, analysis)
      else { continue }
      let counts = max(0, uses.value(PlaceNames.key(span.tokens, analysis)))
      let asPlace = counts >> 16
      let all = counts & 0xffff
      // Teams and councils bear the names of their towns: two out of three must be the town.
      let most = span.kind == .person ? asPlace * 2 > all : asPlace * 3 >= all * 2 && all > 2
      if most || PlaceKinds.isNothingElse(span, analysis) {
        analysis.names[index].kind = .place
      }
    }
  }

  // MARK: Short forms

  /// Notes the short forms of full names: Winterton of Robert Winterton, Delta of Delta Air Lines.
  private mutating func readHolders(_ analysis: borrowing Analysis) {
    holders.reset()
    for span in analysis.names where span.tokens.count > 1 {
      let first = analysis.hash(Int(span.tokens.lowerBound))
      let last = analysis.hash(Int(span.tokens.upperBound) - 1)
      if span.kind == .person {
        if last != 0 { holders.set(last, Holder.person) }
      } else if span.kind == .organization, first != 0, PlaceKinds.companies.contains(last),
        holders.value(first) < 0
      {
        holders.set(first, Holder.company)
      }
    }
  }

  private static let companies = WordSet(
    """
    corp corporation inc incorporated ltd limited co company plc airlines airways lines group holdings
    holding industries petroleum broadcasting aviation motors foods stores partners
    """)

  private func holds(_ span: NameSpan, _ analysis: borrowing Analysis) -> Bool {
    span.tokens.count == 1 && holders.value(analysis.hash(Int(span.tokens.lowerBound))) > 0
  }

  /// Whether a name that the tagger calls a place is a short form all the same.
  private static func yields(
    _ span: NameSpan, to holder: Int32, _ analysis: borrowing Analysis
  ) -> Bool {
    let before = Int(span.tokens.lowerBound) - 1
    let next = Int(span.tokens.upperBound)
    // Winterton, Hampshire; Dallas-based
    if next < analysis.tokens.count,
      analysis.tokens[next].kind == .comma || analysis.tokens[next].kind == .hyphen
    {
      return false
    }
    let hash = analysis.hash(before)
    if locatives.contains(hash), !holdings.contains(analysis.hash(before - 1)) { return false }
    // People and companies that are named after great places do not hide them.
    for candidate in analysis.placeCandidates(span.tokens) {
      switch candidate.kind {
      case .country, .capital: return false
      case .admin1: if holder == Holder.person { return false }
      default: if candidate.size > 5.7 { return false }
      }
    }
    return true
  }

  private static let locatives = WordSet("in at near outside around inside throughout downtown")
  private static let holdings = WordSet("stake stakes interest interests shares stock investment")

  // MARK: Uses

  private mutating func readUses(_ analysis: borrowing Analysis) {
    uses.reset()
    for span in analysis.names where span.kind != .nationality {
      guard PlaceKinds.isKnown(span, analysis) else { continue }
      let key = PlaceNames.key(span.tokens, analysis)
      uses.set(key, max(0, uses.value(key)) + (span.kind == .place ? 0x1_0001 : 1))
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
