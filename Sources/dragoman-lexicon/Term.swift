// A time during which somebody held an office.

import Foundation

/// An office, its common name, its country or organization, and the dates.
struct Term {
  /// Common lower-case form, such as `foreign minister`.
  var role: String
  /// The office as the source names it.
  var office: String
  /// Three-letter country code or the name of the organization.
  var holder: String
  /// ISO dates as precise as known, empty when open or unknown.
  var from: String, to: String
  /// Name of the source, and how far it is trusted: 0 is best.
  var source: String
  var trust: Int
  /// Whether a source of 2026 says that the term goes on.
  var goesOn = false

  /// The first possible day.
  var start: String { Self.padded(from, "0000-01-01", month: "-01", day: "-01") }
  /// The last possible day.
  var end: String { Self.padded(to, "9999-12-31", month: "-12", day: "-31") }

  /// Whether the two have days in common.
  func overlaps(_ other: Term) -> Bool {
    start <= other.end && other.start <= end
  }

  /// Days in common, roughly.
  func commonDays(_ other: Term) -> Int {
    Self.days(min(end, other.end)) - Self.days(max(start, other.start))
  }

  /// A rough count of days, good for comparing dates.
  static func days(_ date: String) -> Int {
    let numbers = date.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3 else { return 0 }
    return numbers[0] * 365 + numbers[1] * 30 + numbers[2]
  }

  private static func padded(
    _ date: String, _ unknown: String, month: String, day: String
  ) -> String {
    switch date.count {
    case 4: date + month + day
    case 7: date + day
    case 10: date
    default: unknown
    }
  }
}

/// Makes one list out of terms that several sources tell of one person.
func consolidated(_ terms: [Term]) -> [Term] {
  var result: [Term] = []
  // Dates that run backwards are errors of the source.
  let sound = terms.filter { $0.start <= $0.end }
  for (_, same) in Dictionary(grouping: sound, by: { $0.role + "\t" + $0.holder }) {
    var kept: [Term] = []
    let order = same.sorted { ($0.trust, $0.start, $0.end) < ($1.trust, $1.start, $1.end) }
    for term in order {
      let index = kept.firstIndex { other in
        other.overlaps(term)
          // Two cabinets of one office holder follow each other within days.
          || (other.trust == term.trust
            && abs(Term.days(term.start) - Term.days(other.end)) <= 31)
      }
      guard let index else {
        kept.append(term)
        continue
      }
      if term.goesOn && term.to.isEmpty { kept[index].goesOn = true }
      if kept[index].trust == term.trust {
        if term.end > kept[index].end { kept[index].to = term.to }
      } else if kept[index].to.isEmpty && !term.to.isEmpty && term.trust < 5 {
        // An open end in an older source gives way to a later source's end, but a list of one
        // day says nothing of the end.
        kept[index].to = term.to
      } else if kept[index].from.isEmpty {
        kept[index].from = term.from
      }
    }
    result += kept
  }
  return result
}
