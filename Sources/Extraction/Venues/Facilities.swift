// Places that no table knows, located by the town that is written with them.

import Model

/// Puts unknown names where their surroundings say that they lie.
///
/// Only towns and districts locate: a country or a province is too wide to be anybody's place. The
/// venue keeps its own name and gets no GeoNames id.
enum Facilities {
  /// Sets ``PlaceForm/within`` of forms without candidates.
  static func locate(
    _ forms: inout [PlaceForm], _ mentions: [PlaceMention], _ analysis: borrowing Analysis
  ) {
    for (index, mention) in mentions.enumerated() {
      let form = mention.form
      guard forms[form].candidates.isEmpty, forms[form].within < 0 else { continue }
      if forms[form].container >= 0 {
        // "Hetten, Leeds"
        forms[form].within = forms[form].container
      } else if index + 1 < mentions.count,
        isIn(mention.tokens, mentions[index + 1].tokens, analysis),
        !forms[mentions[index + 1].form].candidates.isEmpty
      {
        // "the Central Hospital in Leeds"
        forms[form].within = mentions[index + 1].form
      } else if let town = namesake(of: mention.tokens, forms, analysis) {
        forms[form].within = town
      }
    }
  }

  private static func isIn(
    _ name: Range<Int32>, _ next: Range<Int32>, _ analysis: borrowing Analysis
  ) -> Bool {
    next.lowerBound == name.upperBound + 1
      && analysis.hash(Int(name.upperBound)) == inHash
      && PlaceWords.isKind(name, analysis)
  }

  private static let inHash = Folding.hash(of: "in".utf8)

  /// Leeds General Hospital lies in Leeds, when the article speaks of Leeds.
  private static func namesake(
    of name: Range<Int32>, _ forms: [PlaceForm], _ analysis: borrowing Analysis
  ) -> Int? {
    guard name.count > 1,
      PlaceWords.facilities.contains(analysis.tokens[Int(name.upperBound) - 1].hash)
    else { return nil }
    for end in (name.lowerBound + 1..<name.upperBound).reversed() {
      let key = PlaceNames.key(name.lowerBound..<end, analysis)
      if let form = forms.firstIndex(where: { $0.key == key && !$0.candidates.isEmpty }) {
        return form
      }
    }
    return nil
  }
}
