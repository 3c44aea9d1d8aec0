// Venues: located places and the part they play.

import Model

/// Turns names of places and nationalities into venues with coordinates and roles.
struct VenueExtractor: AnalysisExtractor {
  static let name = "venues"
  static let summary = "located places with their roles: host, proposed, speech, scene, origin, …"

  private let venueOfRow = HashIndex()
  private var resolver = PlaceResolver()

  init(lexicon: Lexicon) {}

  mutating func extract(_ analysis: inout Analysis) {
    TableKinds.applyToPlaces(&analysis)
    var names = collectNames(analysis)
    let nationalities = collectNationalities(analysis, names)
    resolver.resolve(&names, nationalities: nationalities.map(\.country))

    venueOfRow.reset()
    func venue(place: Int, country: Int, confidence: Int, _ analysis: inout Analysis) -> Int32 {
      let key = place >= 0 ? UInt64(place) : 1 << 40 | UInt64(country)
      let known = venueOfRow.value(key)
      if known >= 0 { return known }
      var draft = VenueDraft(place: place, country: country, confidence: confidence)
      if place >= 0 {
        let row = analysis.lexicon.place(place)
        draft.country = row.country
        draft.isCapital = row.feature == "PPLC"
      } else {
        draft.isCountry = true
      }
      let index = Int32(analysis.venues.count)
      analysis.venues.append(draft)
      venueOfRow.set(key, index)
      return index
    }

    for name in names {
      var mention = MentionDraft(tokens: name.tokens, kind: .place)
      if name.chosen >= 0 {
        let chosen = name.candidates[name.chosen]
        mention.venue = venue(
          place: chosen.place, country: chosen.country, confidence: name.confidence, &analysis)
      } else {
        mention.venue = unknownVenue(name.tokens, &analysis)
      }
      analysis.mentions.append(mention)
    }
    for nationality in nationalities {
      var mention = MentionDraft(tokens: nationality.tokens, kind: .nationality)
      mention.venue = venue(
        place: nationality.place, country: nationality.country, confidence: 950, &analysis)
      analysis.mentions.append(mention)
    }
    analysis.sortMentions()
    VenueRoles.assign(&analysis)
  }

  // MARK: Names

  /// Names of places: the tagger's, and countries that it left out.
  private func collectNames(_ analysis: borrowing Analysis) -> [PlaceResolver.Name] {
    var names: [PlaceResolver.Name] = []
    let tokens = analysis.article.tokens
    let count = tokens.count
    var index = 0
    func addCountries(before end: Int, _ analysis: borrowing Analysis) {
      while true {
        index = analysis.marks.next(TokenMarks.known, from: index, to: end)
        guard index < end else { return }
        let entry = analysis.entries[index]
        guard entry.phrase >= 0, entry.phraseSummary.has(.country), tokens[index].isCapitalized,
          !tokens[index].flags.contains(.sentenceStart) || Int(entry.end) > index + 1
            || entry.phraseSummary.caseLevel > 4
        else {
          index += 1
          continue
        }
        names.append(makeName(Int32(index)..<entry.end, analysis))
        index = Int(entry.end)
      }
    }
    for span in analysis.names {
      addCountries(before: Int(span.tokens.lowerBound), analysis)
      guard Int(span.tokens.upperBound) > index else { continue }
      if span.kind == .place { names.append(makeName(span.tokens, analysis)) }
      index = Int(span.tokens.upperBound)
    }
    addCountries(before: count, analysis)
    linkContainers(&names, analysis)
    return names
  }

  /// A name with its candidates; parts of it are tried when the whole is unknown.
  private func makeName(
    _ range: Range<Int32>, _ analysis: borrowing Analysis
  ) -> PlaceResolver.Name {
    var tokens = range
    // A trailing possessive or period is no part of the name.
    while tokens.count > 1,
      analysis.article.tokens[Int(tokens.upperBound) - 1].kind == .possessive
    {
      tokens = tokens.lowerBound..<tokens.upperBound - 1
    }
    var name = PlaceResolver.Name(tokens: tokens, candidates: analysis.placeCandidates(tokens))
    if name.candidates.isEmpty, tokens.count > 1 {
      // Idlib province, northern Aleppo, the city of Homs: the part that a table knows.
      for part in [
        tokens.lowerBound..<tokens.upperBound - 1, tokens.lowerBound + 1..<tokens.upperBound,
      ] where isGeneric(tokens, except: part, analysis) {
        name.candidates = analysis.placeCandidates(part)
        if !name.candidates.isEmpty { break }
      }
    }
    var key: UInt64 = 0
    for token in tokens {
      key = LexiconFormat.advance(key, analysis.article.tokens[Int(token)].hash)
    }
    name.key = key
    return name
  }

  private static let generic = WordSet(
    """
    province governorate region district county city town village state republic oblast area
    northern southern eastern western central north south east west northeast northwest southeast
    southwest northeastern northwestern southeastern southwestern upper lower greater mainland
    downtown old new suburb suburbs the outskirts strip valley island islands peninsula
    """)

  private func isGeneric(
    _ range: Range<Int32>, except part: Range<Int32>, _ analysis: borrowing Analysis
  ) -> Bool {
    for token in range where !part.contains(token) {
      guard VenueExtractor.generic.contains(analysis.article.tokens[Int(token)].hash) else {
        return false
      }
    }
    return true
  }

  /// Notes which name the next one contains: "Paris, Texas", "Aleppo, in northern Syria".
  private func linkContainers(_ names: inout [PlaceResolver.Name], _ analysis: borrowing Analysis) {
    guard names.count > 1 else { return }
    for index in 0..<names.count - 1 {
      let end = Int(names[index].tokens.upperBound)
      let next = Int(names[index + 1].tokens.lowerBound)
      guard next > end, next - end <= 4, analysis.article.tokens[end].kind == .comma else {
        continue
      }
      let between = analysis.article.tokens[end + 1..<next]
      if between.isEmpty
        || between.allSatisfy({ VenueExtractor.containing.contains($0.hash) })
      {
        names[index].container = index + 1
      }
    }
  }

  private static let containing = WordSet(
    "in northern southern eastern western central the near north south east west capital of")

  // MARK: Nationalities

  private struct Nationality {
    var tokens: Range<Int32>
    var country: Int
    var place: Int
  }

  /// Demonyms outside the names of persons and places; inside those of organizations they count.
  private func collectNationalities(
    _ analysis: borrowing Analysis, _ names: [PlaceResolver.Name]
  ) -> [Nationality] {
    var out: [Nationality] = []
    var blocked = 0
    var nextName = 0
    var index = 0
    let tokens = analysis.article.tokens
    while true {
      index = analysis.marks.next(TokenMarks.known, from: index, to: tokens.count)
      guard index < tokens.count else { break }
      while nextName < analysis.names.count,
        Int(analysis.names[nextName].tokens.lowerBound) <= index
      {
        let name = analysis.names[nextName]
        if name.kind == .person || name.kind == .place { blocked = Int(name.tokens.upperBound) }
        nextName += 1
      }
      let single = analysis.entries[index].summary
      guard index >= blocked,
        single.has(.demonym) || single.has(.regionDemonym)
          || analysis.entries[index].phraseSummary.has(.demonym),
        tokens[index].isCapitalized
      else {
        index += 1
        continue
      }
      let entry = analysis.entries[index]
      var end = Int32(index + 1)
      if entry.phraseSummary.has(.demonym) || entry.phraseSummary.has(.regionDemonym) {
        end = entry.end
      }
      let range = Int32(index)..<end
      if let row = analysis.rows(of: range, .demonym).first {
        out.append(Nationality(tokens: range, country: row, place: -1))
      } else if let row = analysis.rows(of: range, .regionDemonym).first {
        out.append(
          Nationality(tokens: range, country: analysis.lexicon.place(row).country, place: row))
      }
      index = Int(end)
    }
    return out
  }

  // MARK: Unknown places

  /// The venue of a name that no table has: one for each form of it.
  private func unknownVenue(_ tokens: Range<Int32>, _ analysis: inout Analysis) -> Int32 {
    let name = analysis.flatText(tokens)
    for index in analysis.venues.indices {
      let venue = analysis.venues[index]
      if venue.place < 0, !venue.isCountry, analysis.flatText(venue.named) == name {
        return Int32(index)
      }
    }
    analysis.venues.append(VenueDraft(named: tokens))
    return Int32(analysis.venues.count - 1)
  }
}
