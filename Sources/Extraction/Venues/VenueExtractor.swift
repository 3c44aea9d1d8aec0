// Venues: located places and the part they play.

import Model

/// Turns names of places and nationalities into venues with coordinates and roles.
struct VenueExtractor: AnalysisExtractor {
  static let name = "venues"
  static let summary = "located places with their roles: host, proposed, speech, scene, origin, …"

  private var kinds = PlaceKinds()
  private var names = PlaceNames()
  private let venueOfRow = HashIndex()
  private var resolver = PlaceResolver()

  init(lexicon: Lexicon) {}

  mutating func extract(_ analysis: inout Analysis) {
    TableKinds.applyToPlaces(&analysis)
    kinds.apply(&analysis)
    names.collect(analysis)
    let nationalities = Nationality.collect(analysis, names)
    resolver.resolve(
      &names.forms, nationalities: nationalities.filter { $0.place < 0 }.map(\.country))

    venueOfRow.reset()
    var venueOfForm = [Int32](repeating: -1, count: names.forms.count)
    for mention in names.mentions {
      var draft = MentionDraft(tokens: mention.tokens, kind: .place)
      if venueOfForm[mention.form] < 0 {
        venueOfForm[mention.form] = venue(of: mention, &analysis)
      }
      draft.venue = venueOfForm[mention.form]
      analysis.mentions.append(draft)
    }
    for nationality in nationalities {
      var draft = MentionDraft(tokens: nationality.tokens, kind: .nationality)
      draft.venue = venue(
        place: nationality.place, country: nationality.country,
        confidence: VenueExtractor.nationalityConfidence, &analysis)
      analysis.mentions.append(draft)
    }
    analysis.sortMentions()
    VenueRoles.assign(&analysis)
  }

  private static let nationalityConfidence = 950
  /// Thousandths that a place may have which lies somewhere in a town.
  private static let facilityConfidence = 700

  private mutating func venue(
    of mention: PlaceMention, _ analysis: inout Analysis
  ) -> Int32 {
    let form = names.forms[mention.form]
    if let choice = form.choice {
      return venue(
        place: choice.place, country: choice.country, confidence: form.confidence, &analysis)
    }
    // A place that no table knows stays one: where its town lies, or without coordinates.
    var draft = VenueDraft(named: mention.tokens)
    if form.within >= 0, let town = names.forms[form.within].choice, town.isPoint {
      draft.town = town.place
      draft.country = analysis.lexicon.place(town.place).country
      draft.confidence = min(
        VenueExtractor.facilityConfidence, names.forms[form.within].confidence)
    }
    analysis.venues.append(draft)
    return Int32(analysis.venues.count) - 1
  }

  private mutating func venue(
    place: Int, country: Int, confidence: Int, _ analysis: inout Analysis
  ) -> Int32 {
    let key = place >= 0 ? UInt64(place) : 1 << 40 | UInt64(country)
    let known = venueOfRow.value(key)
    if known >= 0 { return known }
    let index = Int32(analysis.venues.count)
    var draft = VenueDraft(place: place, country: country, confidence: confidence)
    if place >= 0 {
      let row = analysis.lexicon.place(place)
      draft.country = row.country
      draft.isCapital = row.feature == "PPLC"
    } else {
      draft.isCountry = true
    }
    analysis.venues.append(draft)
    venueOfRow.set(key, index)
    return index
  }
}
