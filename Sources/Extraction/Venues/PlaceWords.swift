// Common nouns and adjectives in the names of places.

import Model

/// Word lists for names of places, and questions about them.
enum PlaceWords {
  /// Words that a name can bear or lack without being another: Idlib province, northern Aleppo.
  private static let generic = WordSet(
    """
    province governorate region district county city town village state republic oblast area
    northern southern eastern western central north south east west northeast northwest southeast
    southwest northeastern northwestern southeastern southwestern upper lower greater mainland
    downtown old new suburb suburbs the outskirts strip valley island islands peninsula
    """)

  /// Between a name and its container, behind the comma.
  static let containing = WordSet(
    "in northern southern eastern western central the near north south east west capital of")

  /// Buildings and grounds, which lie in the town whose name they bear.
  static let facilities = WordSet(
    """
    hospital clinic airport airfield stadium hotel cathedral basilica mosque palace prison jail
    court courthouse centre center station museum theatre theater arena port harbour harbor market
    mall library cemetery zoo racecourse base barracks headquarters castle temple hall university
    college campus terminal stadion
    """)

  /// Natural features and streets, which bear the names of things that lie elsewhere.
  private static let features = WordSet(
    """
    street avenue road boulevard lane drive highway route square park river lake mountain mountains
    mount creek bay beach bridge canal forest hill hills ridge pass sea ocean gulf strait cape delta
    desert dam reservoir estate heights place plaza gardens garden gate tower towers house building
    church chapel school st ave rd fairgrounds township plantation railroad railway line coast
    area valley lakes county district state states islands island zone peninsula province region
    """)

  /// Whether the last or the first word says what sort of place the whole is.
  static func isKind(_ tokens: Range<Int32>, _ analysis: borrowing Analysis) -> Bool {
    let last = analysis.tokens[Int(tokens.upperBound) - 1].hash
    let first = analysis.tokens[Int(tokens.lowerBound)].hash
    return facilities.contains(last) || features.contains(last) || features.contains(first)
  }

  /// Whether all tokens outside the part are words without which the name is the same.
  static func isGeneric(
    _ tokens: Range<Int32>, except part: Range<Int32>, _ analysis: borrowing Analysis
  ) -> Bool {
    for token in tokens where !part.contains(token) {
      guard generic.contains(analysis.tokens[Int(token)].hash) else { return false }
    }
    return true
  }

  /// The Lisbon Treaty, the Geneva Conventions, the Treaty of Lisbon: papers, not places.
  static func isOfTreaty(_ tokens: Range<Int32>, _ analysis: borrowing Analysis) -> Bool {
    func isTreaty(_ index: Int) -> Bool {
      index >= 0 && index < analysis.tokens.count && analysis.tokens[index].isCapitalized
        && RoleWords.events[analysis.hash(index)] & RoleWords.treaty != 0
    }
    let before = Int(tokens.lowerBound)
    return isTreaty(Int(tokens.upperBound))
      || analysis.hash(before - 1) == ofHash && isTreaty(before - 2)
  }

  private static let ofHash = Folding.hash(of: "of".utf8)

  /// Ohio State is a university and its team; New York State and Lagos State are not.
  static func isUniversity(
    _ tokens: Range<Int32>, _ candidates: [PlaceCandidate], _ analysis: borrowing Analysis
  ) -> Bool {
    let last = analysis.tokens[Int(tokens.upperBound) - 1]
    guard last.hash == stateHash, last.isCapitalized,
      let state = candidates.first(where: { $0.kind == .admin1 })
    else { return false }
    return state.country != 0xffff && analysis.lexicon.country(state.country).iso3 == "USA"
      && !analysis.lexicon.place(state.place).name.hasSuffix("State")
  }

  private static let stateHash = Folding.hash(of: "state".utf8)
}
