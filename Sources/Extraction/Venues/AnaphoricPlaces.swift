// Places without their names: killed in the city, the talks will be held there.

import Model

/// Adds mentions of places by a noun or by "there" where something happens at them.
///
/// They are pronouns of the record: they count in the roles of the place that they mean. A noun
/// that plays no part in what is told adds nothing.
enum AnaphoricPlaces {
  /// Sentences between the name and the noun.
  private static let reach: Int32 = 2

  private static let town: UInt8 = 1 << 0
  private static let country: UInt8 = 1 << 1
  private static let division: UInt8 = 1 << 2
  private static let capital: UInt8 = 1 << 3
  private static let any: UInt8 = 1 << 4

  private static let nouns = WordMap([
    ("city town village port", town),
    ("country", country),
    ("province region governorate", division),
    ("capital", capital),
    ("there", any),
  ])
  private static let theHash = Folding.hash(of: "the".utf8)
  private static let thereHash = Folding.hash(of: "there".utf8)
  /// Before a verb of being, "there" is no place.
  private static let existential = WordSet(
    """
    is are was were has have had will would could can may might should must seem seems appear
    appears remain remains exist exists s been be isnt arent wasnt werent hasnt havent wont cant couldnt in
    """)

  /// Behind these a clause begins, and "there" with it.
  private static let openers = WordSet("that if because and but whether as so think said says")

  static func add(_ analysis: inout Analysis) {
    var added: [MentionDraft] = []
    var next = 0
    // Only the sentences behind a name of a place are read.
    while next < analysis.mentions.count {
      let mention = analysis.mentions[next]
      guard mention.kind == .place, mention.venue >= 0 else {
        next += 1
        continue
      }
      let sentence = analysis.sentenceOfToken[Int(mention.tokens.lowerBound)]
      let last = min(Int(sentence + reach), analysis.article.sentences.count - 1)
      var stop = Int(analysis.article.sentences[last].upperBound)
      var following = next + 1
      while following < analysis.mentions.count, analysis.mentions[following].kind != .place {
        following += 1
      }
      if following < analysis.mentions.count {
        stop = min(stop, Int(analysis.mentions[following].tokens.lowerBound))
      }
      for index in Int(mention.tokens.upperBound)..<max(stop, Int(mention.tokens.upperBound)) {
        // Two comparisons for most tokens: a noun counts behind its article only.
        let hash = analysis.tokens[index].hash
        let noun = hash == theHash ? index + 1 : index
        guard hash == theHash || hash == thereHash else { continue }
        let classes = nouns[analysis.hash(noun)]
        guard classes != 0, noun < stop, analysis.mentionOfToken[noun] < 0,
          let range = span(noun, classes, analysis),
          let venue = antecedent(of: classes, at: noun, upTo: next, analysis)
        else { continue }
        let roles = roles(of: range, classes, analysis)
        guard !roles.isEmpty else { continue }
        for role in VenueRole.allCases where roles.contains(VenueRoleSet(role)) {
          analysis.venues[Int(venue)][role] += 1
        }
        added.append(MentionDraft(tokens: range, kind: .pronoun, venue: venue))
      }
      next = following
    }
    guard !added.isEmpty else { return }
    analysis.mentions.append(contentsOf: added)
    analysis.sortMentions()
  }

  /// "the city", without a name behind it; "there" where it is a place.
  private static func span(
    _ index: Int, _ classes: UInt8, _ analysis: borrowing Analysis
  ) -> Range<Int32>? {
    let next = index + 1
    if classes & any != 0 {
      guard index > 0, !analysis.tokens[index].isCapitalized,
        !existential.contains(analysis.hash(next)), !openers.contains(analysis.hash(index - 1)),
        next >= analysis.tokens.count || analysis.tokens[next].kind != .possessive
      else { return nil }
      return Int32(index)..<Int32(next)
    }
    guard index > 0, !analysis.tokens[index].isCapitalized else { return nil }
    // "The city of Homs", "the port city", "the capital Doha", "the city's mayor".
    if next < analysis.tokens.count {
      let token = analysis.tokens[next]
      guard token.kind != .possessive, token.kind != .hyphen, nouns[token.hash] & ~any == 0,
        token.hash != ofHash, analysis.mentionOfToken[next] < 0
      else { return nil }
    }
    return Int32(index - 1)..<Int32(next)
  }

  private static let ofHash = Folding.hash(of: "of".utf8)

  /// The last place of the class that the noun names.
  private static func antecedent(
    of classes: UInt8, at index: Int, upTo last: Int, _ analysis: borrowing Analysis
  ) -> Int32? {
    let sentence = analysis.sentenceOfToken[index]
    for number in (0...last).reversed() {
      let mention = analysis.mentions[number]
      guard mention.kind == .place, mention.venue >= 0 else { continue }
      if sentence - analysis.sentenceOfToken[Int(mention.tokens.lowerBound)] > reach { return nil }
      // "There" and the place of its own clause are two.
      if classes & any != 0, !mention.metonym { return mention.venue }
      if classes & kind(of: analysis.venues[Int(mention.venue)], analysis.lexicon) != 0 {
        return mention.venue
      }
    }
    return nil
  }

  private static func kind(of draft: VenueDraft, _ lexicon: Lexicon) -> UInt8 {
    if draft.isCountry { return country }
    guard draft.place >= 0 else { return 0 }
    let feature = lexicon.place(draft.place).feature
    if feature == "PPLC" { return town | capital }
    if feature.hasPrefix("PPL") { return town }
    if feature.hasPrefix("ADM") || feature == "RGN" { return division }
    return 0
  }

  private static func roles(
    of range: Range<Int32>, _ classes: UInt8, _ analysis: borrowing Analysis
  ) -> VenueRoleSet {
    guard classes & any != 0 else {
      var roles = VenueRoles.roles(of: range, analysis)
      roles.remove(VenueRoleSet(.mention))
      return roles
    }
    return PlaceContext(range, analysis).adverbialRole(analysis)
  }
}
