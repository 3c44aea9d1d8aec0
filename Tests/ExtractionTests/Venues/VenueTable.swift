// What the tables of venues say: names with the roles that they got, in one line.

import Model
import Testing

@testable import Extraction

/// A text and what must be read from it about places.
struct VenueCase: CustomTestStringConvertible, Sendable {
  let text: String
  /// `Name:role+role` for each venue with a role, in the order of the text; `Name=actor key` for
  /// each mention that stands for a government.
  let expected: String

  init(_ text: String, _ expected: String) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text }
}

/// The venues of a text with their roles, and its metonyms, as ``VenueCase/expected`` writes them.
func venueLine(_ text: String) throws -> String {
  let record = try record(text)
  var parts: [String] = []
  for venue in record.venues {
    var roles: [String] = []
    for role in VenueRole.allCases {
      for _ in 0..<venue[role] { roles.append(role.rawValue) }
    }
    if !roles.isEmpty { parts.append("\(venue.name):\(roles.joined(separator: "+"))") }
  }
  for mention in record.mentions where mention.metonym {
    guard let venue = mention.venue, let actor = mention.actor else { continue }
    parts.append("\(record.venues[Int(venue)].name)=\(record.actors[Int(actor)].key)")
  }
  return parts.joined(separator: " ")
}
