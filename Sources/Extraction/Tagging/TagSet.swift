// The labels of the name tagger: begin and inside of each kind of name.

/// A token's label; eight of them, so that one row of weights is one SIMD register.
enum Tag: Int, CaseIterable {
  case outside
  case beginPerson, insidePerson
  case beginOrganization, insideOrganization
  case beginPlace, insidePlace
  case nationality

  static let count = 8

  /// Whether `next` may follow this label; an inside label needs its beginning.
  func allows(_ next: Tag) -> Bool {
    switch next {
    case .insidePerson: self == .beginPerson || self == .insidePerson
    case .insideOrganization: self == .beginOrganization || self == .insideOrganization
    case .insidePlace: self == .beginPlace || self == .insidePlace
    default: true
    }
  }

  /// A row of transitions in which the labels that may not follow have `WindowScratch.never`.
  ///
  /// - Parameter previous: a label, or ``count`` for the start of a window.
  static func masked(_ row: SIMD8<Int32>, after previous: Int) -> SIMD8<Int32> {
    var row = row
    for next in allCases where !(Tag(rawValue: previous)?.allows(next) ?? !next.isInside) {
      row[next.rawValue] = WindowScratch.never
    }
    return row
  }

  /// The kind of name that the label belongs to.
  var kind: NameSpan.Kind? {
    switch self {
    case .outside: nil
    case .beginPerson, .insidePerson: .person
    case .beginOrganization, .insideOrganization: .organization
    case .beginPlace, .insidePlace: .place
    case .nationality: .nationality
    }
  }

  var isInside: Bool {
    self == .insidePerson || self == .insideOrganization || self == .insidePlace
  }

  /// The label of a name's first or later token.
  static func of(_ kind: NameSpan.Kind, isFirst: Bool) -> Tag {
    switch kind {
    case .person: isFirst ? .beginPerson : .insidePerson
    case .organization: isFirst ? .beginOrganization : .insideOrganization
    case .place: isFirst ? .beginPlace : .insidePlace
    case .nationality: .nationality
    }
  }
}
