// What a clause does with a place that it names: as its subject, its object, or behind "in".

import Model

extension PlaceContext {
  // MARK: Without a preposition

  /// Left Aleppo, visited Hanoi, captured Goma, suggested Belgrade as a venue.
  func objectRole(_ analysis: borrowing Analysis) -> VenueRole? {
    guard let before = wordBefore(analysis), !isModifier(analysis) else { return nil }
    let hash = analysis.hash(before)
    let motion = RoleWords.motion[hash]
    if motion & RoleWords.leaving != 0 { return .origin }
    if motion & RoleWords.arriving != 0 {
      // "Fighting reached Derna": what arrives is no traveller.
      for index in max(start, before - 3)..<before
      where RoleWords.events[analysis.hash(index)] & RoleWords.violence != 0 {
        return .scene
      }
      return .destination
    }
    if RoleWords.events[hash] & RoleWords.strike != 0 { return .scene }
    if mentionsVenue(analysis) { return .proposed }
    return nil
  }

  /// Vienna hosted talks, Jakarta will host the summit, Kharkiv was shelled.
  func subjectRole(_ analysis: borrowing Analysis) -> VenueRole? {
    var index = last
    var isAhead = false
    while index < end, index - last < 5 {
      let hash = analysis.hash(index)
      if RoleWords.motion[hash] & RoleWords.hosting != 0 { return isAhead ? .proposed : .host }
      if RoleWords.events[hash] & RoleWords.proposal != 0 { isAhead = true }
      guard analysis.tokens[index].kind == .word,
        RoleWords.motion[hash] & RoleWords.auxiliary != 0
          || RoleWords.events[hash] & RoleWords.proposal != 0
          || PlaceContext.hostIdiom.contains(hash)
      else { break }
      index += 1
    }
    guard last < end, PlaceContext.suffering.contains(analysis.hash(last)) else { return nil }
    index = last
    while index < end, index - last < 10, analysis.tokens[index].kind == .word,
      index == last || RoleWords.motion[analysis.hash(index)] & RoleWords.boundary == 0
    {
      if RoleWords.events[analysis.hash(index)] & RoleWords.violence != 0 { return .scene }
      index += 1
    }
    return nil
  }

  private static let hostIdiom = WordSet("to play played plays chosen selected picked is as")
  private static let suffering = WordSet(
    "has had is was have been remains remained suffered saw came")

  /// "a new venue, and this could be …"; "… as a venue".
  private func mentionsVenue(_ analysis: borrowing Analysis) -> Bool {
    var hasVenue = false
    var hasModal = false
    var at = first - 1
    while at >= start, first - at < 16 {
      let hash = analysis.hash(at)
      if hash == PlaceContext.venueHash {
        hasVenue = true
      } else if RoleWords.events[hash] & RoleWords.proposal != 0 {
        hasModal = true
      }
      at -= 1
    }
    at = last
    while !hasVenue, at < end, at - last < 4 {
      hasVenue = analysis.hash(at) == PlaceContext.venueHash
      at += 1
    }
    return hasVenue && hasModal
  }

  private static let venueHash = Folding.hash(of: "venue".utf8)

  // MARK: With a preposition

  /// The role that a preposition and the words before it give.
  func governedRole(_ preposition: Int, _ analysis: borrowing Analysis) -> VenueRole {
    let hash = analysis.hash(preposition)
    let classes = RoleWords.grammar[hash]
    if preposition > start, classes & RoleWords.object != 0,
      RoleWords.events[analysis.hash(preposition - 1)] & RoleWords.blow != 0
    {
      return .scene
    }
    if classes & RoleWords.through != 0 { return .mention }
    if classes & RoleWords.from != 0 {
      for index in max(start, preposition - 2)..<preposition
      where RoleWords.motion[analysis.hash(index)] & RoleWords.speaking != 0 {
        return .speech
      }
      return hasMotion(before: preposition, analysis) || hasMotionBehind(analysis)
        ? .origin : .mention
    }
    if classes & RoleWords.into != 0 {
      return hasMotion(before: preposition, analysis) ? .destination : .mention
    }
    // Left for safe areas in Idlib: the areas are where they went.
    var at = preposition - 1
    while at > start,
      RoleWords.grammar[analysis.hash(at)] & (RoleWords.between | RoleWords.areas) != 0
    {
      at -= 1
    }
    if at < preposition - 1, RoleWords.grammar[analysis.hash(at)] & RoleWords.into != 0,
      hasMotion(before: at, analysis)
    {
      return .destination
    }
    return situated(preposition, analysis)
  }

  /// Left Aleppo for Idlib; flew to Moscow; people travelling to Greece.
  private func hasMotion(before preposition: Int, _ analysis: borrowing Analysis) -> Bool {
    var at = preposition - 1
    var seen = 0
    while at >= start, seen < 8 {
      let any = RoleWords.leaving | RoleWords.arriving | RoleWords.transfer
      if RoleWords.motion[analysis.hash(at)] & any != 0 { return true }
      if analysis.tokens[at].kind == .word { seen += 1 }
      at -= 1
    }
    return false
  }

  /// The families from Homs returned: what moves stands before, that it moves behind.
  private func hasMotionBehind(_ analysis: borrowing Analysis) -> Bool {
    for index in last..<min(last + 3, end) {
      let any = RoleWords.leaving | RoleWords.arriving | RoleWords.transfer
      if RoleWords.motion[analysis.hash(index)] & any != 0 { return true }
      if RoleWords.grammar[analysis.hash(index)] & RoleWords.into != 0 { return true }
    }
    return false
  }

  /// What happens "in" a place: the nearest word to the left that says so, then to the right.
  private func situated(_ preposition: Int, _ analysis: borrowing Analysis) -> VenueRole {
    if preposition > start {
      let before = analysis.hash(preposition - 1)
      if RoleWords.motion[before] & RoleWords.arriving != 0,
        PlaceContext.landing.contains(before)
      {
        return .destination
      }
      // A firm based in Oslo: that is where it is, not where something happens.
      if PlaceContext.standing.contains(before) { return .mention }
      // Officials in Ankara said …
      if RoleWords.motion[before] & RoleWords.official != 0, last < end,
        analysis.entries[last].summary.has(.verb)
      {
        return .speech
      }
    }
    var index = preposition - 1
    var seen = 0
    var isOpened = false
    while index >= start, seen < 9 {
      let hash = analysis.hash(index)
      let classes = RoleWords.events[hash]
      if classes & RoleWords.publicSpeech != 0, isSpokenOf(index, analysis) { return .speech }
      if classes & RoleWords.meeting != 0 {
        return isProposed(preposition, from: max(start, index - 6), analysis) ? .proposed : .host
      }
      // Talks are held, but so are prisoners.
      if PlaceContext.holding.contains(hash), isMeeting(before: index, analysis) {
        return isProposed(preposition, from: max(start, index - 6), analysis) ? .proposed : .host
      }
      if classes & RoleWords.violence != 0 { return .scene }
      if seen <= 2, !isOpened, isSaying(index, analysis) { return .speech }
      // Behind a colon or a quotation mark stand the words, not the speaker.
      switch analysis.tokens[index].kind {
      case .colon, .quote, .openQuote, .closeQuote: isOpened = true
      default: break
      }
      if analysis.tokens[index].kind == .word { seen += 1 }
      index -= 1
    }
    var next = last
    while next < end, next - preposition < 12 {
      let classes = RoleWords.events[analysis.hash(next)]
      if classes & RoleWords.violence != 0 { return .scene }
      // In Geneva, the envoys met …
      if preposition == start, classes & RoleWords.meeting != 0 { return .host }
      next += 1
    }
    return .mention
  }

  /// The role of "there", which needs no preposition: killed there, went there, came from there.
  func adverbialRole(_ analysis: borrowing Analysis) -> VenueRoleSet {
    if let preposition = governor(analysis) {
      return VenueRoleSet(governedRole(preposition, analysis)).subtracting(VenueRoleSet(.mention))
    }
    if first > start, RoleWords.motion[analysis.hash(first - 1)] & RoleWords.arriving != 0 {
      return VenueRoleSet(.destination)
    }
    return VenueRoleSet(situated(first, analysis)).subtracting(VenueRoleSet(.mention))
  }

  private func isMeeting(before index: Int, _ analysis: borrowing Analysis) -> Bool {
    for at in start..<index
    where RoleWords.events[analysis.hash(at)] & (RoleWords.meeting | RoleWords.process) != 0 {
      return true
    }
    return false
  }

  private static let holding = WordSet("held hold holds holding")
  private static let standing = WordSet(
    "based located headquartered situated born live lives living lived resident buried raised")
  private static let landing = WordSet("arrived arrive arrives arriving landed lands")

  /// Said, announced, was speaking; not "was announced".
  private func isSaying(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
    guard RoleWords.motion[analysis.hash(index)] & RoleWords.speaking != 0 else { return false }
    return index == start || !PlaceContext.passive.contains(analysis.hash(index - 1))
      || analysis.hash(index) == PlaceContext.speakingHash
  }

  private static let speakingHash = Folding.hash(of: "speaking".utf8)
  private static let passive = WordSet("was were is are been being be")

  /// A press conference that somebody told, or spoke at, is a place of speech.
  private func isSpokenOf(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
    var at = index - 1
    while at >= start, index - at < 8 {
      if analysis.entries[at].summary.has(.verb) { return true }
      at -= 1
    }
    if PlaceContext.spoken.contains(analysis.hash(index)) { return true }
    return index > start && PlaceContext.media.contains(analysis.hash(index - 1))
  }

  private static let media = WordSet("press news media joint televised")
  private static let spoken = WordSet(
    "interview speech briefing address remarks journalists reporters")
}
