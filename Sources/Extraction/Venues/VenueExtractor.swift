// Venues: located places and the part they play.

import Model

/// Turns names of places and nationalities into venues with coordinates and roles.
struct VenueExtractor: AnalysisExtractor {
  static let name = "venues"
  static let summary = "located places with their roles: host, proposed, speech, scene, origin, …"

  private var kinds = PlaceKinds()
  private var names = PlaceNames()
  private var venueOfRow = HashIndex()
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
    var draft = VenueDraft(
      venue: Venue(name: analysis.flatText(mention.tokens), country: "", feature: ""))
    draft.venue.confidence = 100
    if form.within >= 0, let town = names.forms[form.within].choice, town.isPoint {
      let row = analysis.lexicon.place(town.place)
      draft.country = row.country
      draft.venue.country = row.country == 0xffff ? "" : analysis.lexicon.country(row.country).iso3
      if !row.admin1.isEmpty { draft.venue.admin1 = row.admin1 }
      draft.venue.latitude = row.latitude
      draft.venue.longitude = row.longitude
      draft.venue.confidence = min(
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
    analysis.venues.append(
      VenueExtractor.draft(
        place: place, country: country, confidence: confidence, analysis.lexicon))
    venueOfRow.set(key, index)
    return index
  }

  private static func draft(
    place: Int, country: Int, confidence: Int, _ lexicon: Lexicon
  ) -> VenueDraft {
    var draft: VenueDraft
    if place >= 0 {
      let row = lexicon.place(place)
      let iso3 = row.country == 0xffff ? "" : lexicon.country(row.country).iso3
      var venue = Venue(name: row.name, country: iso3, feature: row.feature)
      venue.geonameid = row.geonameid > 0 ? row.geonameid : nil
      if !row.admin1.isEmpty { venue.admin1 = row.admin1 }
      if row.latitude != Int32.min {
        venue.latitude = row.latitude
        venue.longitude = row.longitude
      }
      draft = VenueDraft(venue: venue)
      draft.place = place
      draft.country = row.country
    } else {
      let row = lexicon.country(country)
      var venue = Venue(name: row.name, country: row.iso3, feature: "PCLI")
      venue.geonameid = row.geonameid > 0 ? row.geonameid : nil
      venue.latitude = row.latitude
      venue.longitude = row.longitude
      draft = VenueDraft(venue: venue)
      draft.country = country
      draft.isCountry = true
    }
    draft.venue.confidence = confidence
    return draft
  }
}
