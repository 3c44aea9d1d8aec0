// The part that a place plays, from the words around its name.

import Model

/// Gives every mention of a place a role and counts it on the venue.
enum VenueRoles {
  /// Walks the mentions in order; a list of names shares the role of its first.
  static func assign(_ analysis: inout Analysis) {
    Metonymy.mark(&analysis)
    AnaphoricPlaces.add(&analysis)
    let dateline = analysis.article.dateline
    var last: (end: Int32, roles: VenueRoleSet) = (-1, [])
    for index in analysis.mentions.indices {
      let mention = analysis.mentions[index]
      guard mention.venue >= 0, mention.kind == .place, !mention.metonym else { continue }
      var roles: VenueRoleSet
      if let dateline, dateline.tokens.contains(mention.tokens.lowerBound) {
        roles = VenueRoleSet(.dateline)
      } else if isListed(mention.tokens, after: last.end, analysis) {
        roles = last.roles
      } else {
        roles = VenueRoles.roles(of: mention.tokens, analysis)
      }
      last = (mention.tokens.upperBound, roles.shared)
      for role in VenueRole.allCases where roles.contains(VenueRoleSet(role)) {
        analysis.venues[Int(mention.venue)][role] += 1
      }
    }
  }

  /// "… in Doha and Cairo": nothing but "and", "or" or a comma since the name before.
  private static func isListed(
    _ range: Range<Int32>, after end: Int32, _ analysis: borrowing Analysis
  ) -> Bool {
    let gap = Int(range.lowerBound) - Int(end)
    guard end > 0, 1...2 ~= gap else { return false }
    for index in Int(end)..<Int(range.lowerBound) {
      guard analysis.tokens[index].kind == .comma || lists.contains(analysis.hash(index)) else {
        return false
      }
    }
    // A possessor or a compound lists nothing of what stood before.
    let next = Int(range.upperBound)
    return next >= analysis.tokens.count || analysis.tokens[next].kind != .possessive
  }

  private static let lists = WordSet("and or")

  /// The roles of a name, or of a nominal that stands for one.
  static func roles(of range: Range<Int32>, _ analysis: borrowing Analysis) -> VenueRoleSet {
    let place = PlaceContext(range, analysis)
    if place.isPossessor { return VenueRoleSet(.mention) }
    if let role = place.compound(analysis) { return VenueRoleSet(role) }
    var roles: VenueRoleSet = []
    if let role = place.relativeMeeting(analysis) { roles = VenueRoleSet(role) }
    guard let preposition = place.governor(analysis) else {
      if let role = place.objectRole(analysis) ?? place.subjectRole(analysis) {
        return roles.union(VenueRoleSet(role))
      }
      return roles.isEmpty ? VenueRoleSet(.mention) : roles
    }
    return roles.union(VenueRoleSet(place.governedRole(preposition, analysis)))
  }
}

/// Roles of one mention: mostly one, two for "in Tokyo, where he met …".
struct VenueRoleSet: OptionSet {
  var rawValue: UInt8

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init(_ role: VenueRole) {
    rawValue = 1 << UInt8(role.index)
  }

  /// What the next name of a list shares: a relative clause is of the last name alone.
  var shared: VenueRoleSet {
    rawValue.nonzeroBitCount > 1 ? VenueRoleSet(.mention) : self
  }
}
