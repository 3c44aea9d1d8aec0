// The names of places in one article: mentions, and the forms that they share.

/// One mention of a place.
struct PlaceMention {
  var tokens: Range<Int32>
  /// Index of its form.
  var form: Int
}

/// A name as one article uses it: one name has one sense in one article.
///
/// Only a name with its container written behind it (London, Ontario) can have a sense of its own
/// beside the others.
struct PlaceForm {
  /// Hash of the name's words.
  var key: UInt64
  var candidates: [PlaceCandidate]
  /// Index of the form that contains it by its writing: "Paris, Texas" has Texas. -1 for none.
  var container = -1
  /// Number of mentions.
  var count = 1
  /// Index into the candidates of what is chosen; -1 when there is none.
  var chosen = -1
  /// How probable the choice is among the candidates.
  var probability: Float = 0
  /// Thousandths.
  var confidence = 100
  /// A name that no table knows, and the form in which it lies: a hospital in its town. -1 for none.
  var within = -1

  var choice: PlaceCandidate? { chosen >= 0 ? candidates[chosen] : nil }
}
