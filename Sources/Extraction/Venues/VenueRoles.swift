// The part that a place plays, from the words around its name.

import Model

/// Gives every mention of a place a role and counts it on the venue.
enum VenueRoles {
  private static let within = WordSet("in at inside within near outside around across over")
  private static let out = WordSet("from")
  private static let into = WordSet("to for toward towards into")
  private static let meetings = WordSet(
    """
    talks talk meeting meetings met meet meets summit summits conference conferences negotiations
    negotiation session sessions held hold hosted host hosts hosting gathered gather congress forum
    dialogue ceremony signed sign round rounds visit visited visiting consultations deliberations
    convened convene reception
    """)
  /// A place before one of these hosts it: the Geneva talks.
  private static let processes = WordSet(
    """
    talks summit conference negotiations meeting meetings process agreement accord accords
    communique forum convention round peace
    """)
  private static let proposals = WordSet(
    """
    proposed propose proposes proposing proposal offer offered offers offering plan plans planned
    planning could would will should may might suggested suggests invite invited upcoming next
    future venue scheduled expected agreed
    """)
  private static let publicSpeech = WordSet(
    "conference briefing interview reporters journalists speech address statement remarks")
  private static let violence = WordSet(
    """
    war wars attack attacks attacked bombing bombings bombed bomb explosion explosions exploded blast
    blasts fighting clashes clashed clash killed killing kill kills died dead deaths shelling shelled
    strike strikes airstrikes airstrike raid raids raided siege besieged offensive battle battles
    conflict violence protest protests protested demonstration demonstrations riot riots earthquake
    flood floods ceasefire truce fire crash crashed shooting shot massacre uprising coup wounded
    injured captured seized invaded invasion cease-fire arrested evacuated crackdown
    """)
  private static let leaving = WordSet(
    "left leave leaves leaving fled flee fleeing quit exited evacuated evacuate departed withdrew")
  private static let arriving = WordSet(
    """
    arrived arrive arrives arriving reached reach travelled traveled travel travels flew fly flies
    went go goes going headed visited visit visits visiting returned return entered enter enters
    """)

  /// Walks the mentions in order; each sentence is looked at once for what happens in it.
  static func assign(_ analysis: inout Analysis) {
    let dateline = analysis.article.dateline
    for index in analysis.mentions.indices {
      let mention = analysis.mentions[index]
      guard mention.kind == .place, mention.venue >= 0 else { continue }
      var roles: [VenueRole] = []
      if let dateline, dateline.tokens.contains(mention.tokens.lowerBound) {
        roles = [.dateline]
      } else {
        roles = VenueRoles.roles(of: mention, analysis)
      }
      for role in roles { analysis.venues[Int(mention.venue)][role] += 1 }
    }
  }

  private static func roles(of mention: MentionDraft, _ analysis: borrowing Analysis) -> [VenueRole]
  {
    let tokens = analysis.article.tokens
    let first = Int(mention.tokens.lowerBound)
    let last = Int(mention.tokens.upperBound)
    let sentence = analysis.article.sentences[Int(analysis.sentenceOfToken[first])]
    let start = Int(sentence.lowerBound)
    let end = Int(sentence.upperBound)

    // "Kazakhstan's capital Astana": the possessor only says where.
    if last < end, tokens[last].kind == .possessive { return [.mention] }
    // The Geneva talks; the proposed Astana talks.
    if last < end, processes.contains(tokens[last].hash) {
      return [isProposed(before: first, from: start, tokens) ? .proposed : .host]
    }
    var roles: [VenueRole] = []
    // Tokyo, where he met …
    if last + 1 < end, tokens[last].kind == .comma || last + 1 < end,
      let verb = relativeMeeting(after: last, end, tokens)
    {
      roles.append(verb)
    }
    let preposition = governor(before: first, start, tokens)
    guard let preposition else {
      if let before = previousWord(first, start, tokens), leaving.contains(tokens[before].hash) {
        return [.origin]
      }
      if let before = previousWord(first, start, tokens), arriving.contains(tokens[before].hash) {
        return [.destination]
      }
      if mentionsVenue(first, start, tokens) { return [.proposed] }
      if isSubjectOfViolence(last, end, tokens) { return [.scene] }
      return roles.isEmpty ? [.mention] : roles
    }
    let hash = tokens[preposition].hash
    if out.contains(hash) { return [.origin] }
    if into.contains(hash) {
      return [movement(before: preposition, start, tokens) ? .destination : .mention]
    }
    // Left for safe areas in Idlib: the areas are where they went.
    var at = preposition - 1
    while at > start, between.contains(tokens[at].hash) || areas.contains(tokens[at].hash) {
      at -= 1
    }
    if at < preposition - 1, into.contains(tokens[at].hash), movement(before: at, start, tokens) {
      return [.destination]
    }
    roles.insert(situated(before: preposition, start, end, analysis), at: 0)
    return roles
  }

  /// What happens "in" a place: the nearest word to the left that says so, then to the right.
  private static func situated(
    before preposition: Int, _ start: Int, _ end: Int, _ analysis: borrowing Analysis
  ) -> VenueRole {
    let tokens = analysis.article.tokens
    var index = preposition - 1
    var seen = 0
    while index >= start, seen < 9 {
      let hash = tokens[index].hash
      if publicSpeech.contains(hash), isSpokenOf(before: index, start, analysis) { return .speech }
      if meetings.contains(hash) {
        return isProposed(before: preposition, from: max(start, index - 6), tokens)
          ? .proposed : .host
      }
      if violence.contains(hash) { return .scene }
      if seen <= 2, analysis.entries[index].summary.has(.verb) { return .speech }
      if tokens[index].kind == .word { seen += 1 }
      index -= 1
    }
    var next = preposition + 1
    while next < end, next - preposition < 12 {
      if violence.contains(tokens[next].hash) { return .scene }
      next += 1
    }
    return .mention
  }

  /// A press conference that somebody told, or spoke at, is a place of speech.
  private static func isSpokenOf(
    before index: Int, _ start: Int, _ analysis: borrowing Analysis
  ) -> Bool {
    var at = index - 1
    while at >= start, index - at < 8 {
      if analysis.entries[at].summary.has(.verb) { return true }
      at -= 1
    }
    return analysis.article.tokens[max(start, index - 1)].hash == press
      || analysis.article.tokens[max(start, index - 1)].hash == news
  }

  private static let press = Folding.hash(of: "press".utf8)
  private static let news = Folding.hash(of: "news".utf8)
  private static let whereHash = Folding.hash(of: "where".utf8)

  /// "…, where he met": the place hosts; nil when nothing of the kind follows.
  private static func relativeMeeting(after last: Int, _ end: Int, _ tokens: [Token]) -> VenueRole?
  {
    var index = last
    if index < end, tokens[index].kind == .comma { index += 1 }
    guard index < end, tokens[index].hash == whereHash else { return nil }
    var next = index + 1
    while next < end, next - index < 8, tokens[next].kind != .comma {
      if meetings.contains(tokens[next].hash) {
        return isProposed(before: next, from: index, tokens) ? .proposed : .host
      }
      next += 1
    }
    return nil
  }

  /// The preposition that governs a name, over determiners and adjectives of place.
  private static func governor(before first: Int, _ start: Int, _ tokens: [Token]) -> Int? {
    var index = first - 1
    var steps = 0
    while index >= start, steps < 5 {
      let hash = tokens[index].hash
      if within.contains(hash) || out.contains(hash) || into.contains(hash) { return index }
      guard tokens[index].kind == .word || tokens[index].kind == .hyphen,
        between.contains(hash) || tokens[index].kind == .hyphen
      else { return nil }
      index -= 1
      steps += 1
    }
    return nil
  }

  private static let areas = WordSet(
    "territory territories part parts camp camps shelter shelters places hospital hospitals")

  private static let between = WordSet(
    """
    the city town village capital of province eastern western northern southern central rebel held
    besieged northwestern northeastern southeastern southwestern region district war torn port
    neighbouring neighboring nearby area areas safe
    """)

  private static func previousWord(_ first: Int, _ start: Int, _ tokens: [Token]) -> Int? {
    var index = first - 1
    while index >= start, between.contains(tokens[index].hash) { index -= 1 }
    return index >= start && tokens[index].kind == .word ? index : nil
  }

  private static func isProposed(before index: Int, from start: Int, _ tokens: [Token]) -> Bool {
    var at = index - 1
    while at >= start {
      if proposals.contains(tokens[at].hash) { return true }
      at -= 1
    }
    return false
  }

  /// "a new venue, and this could be …": a venue is spoken of, with a modal.
  private static func mentionsVenue(_ first: Int, _ start: Int, _ tokens: [Token]) -> Bool {
    var hasVenue = false
    var hasModal = false
    var at = first - 1
    while at >= start, first - at < 16 {
      if tokens[at].hash == venueHash { hasVenue = true }
      if proposals.contains(tokens[at].hash), tokens[at].hash != venueHash { hasModal = true }
      at -= 1
    }
    return hasVenue && hasModal
  }

  private static let venueHash = Folding.hash(of: "venue".utf8)

  /// Left Aleppo for Idlib; flew to Moscow; people travelling to Greece.
  private static func movement(before preposition: Int, _ start: Int, _ tokens: [Token]) -> Bool {
    var at = preposition - 1
    var seen = 0
    while at >= start, seen < 8 {
      if leaving.contains(tokens[at].hash) || arriving.contains(tokens[at].hash)
        || transfers.contains(tokens[at].hash)
      {
        return true
      }
      if tokens[at].kind == .word { seen += 1 }
      at -= 1
    }
    return false
  }

  private static let transfers = WordSet(
    """
    sent send sends moved move moving transferred brought bring took take taken trip flight bound
    en route deported expelled extradited convoy convoys bused trip journey deployed
    """)

  /// "Syria has been locked in a civil war": the sentence's subject suffers what it tells.
  private static func isSubjectOfViolence(_ last: Int, _ end: Int, _ tokens: [Token]) -> Bool {
    guard last < end, auxiliaries.contains(tokens[last].hash) else { return false }
    var next = last
    while next < end, next - last < 10 {
      if violence.contains(tokens[next].hash) { return true }
      next += 1
    }
    return false
  }

  private static let auxiliaries = WordSet("has had is was have been remains remained suffered saw")
}
