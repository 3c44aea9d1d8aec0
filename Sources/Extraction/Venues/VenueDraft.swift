// A venue before it becomes part of the record: rows of the tables, and counts.

import Model

/// A venue and the rows behind it.
struct VenueDraft {
  /// Row of the place table, or -1.
  var place = -1
  /// Row of the country table, or 0xffff.
  var country = 0xffff
  /// The venue is the country itself.
  var isCountry = false
  /// The venue is a country's capital.
  var isCapital = false
  /// 0 to 1000, thousandths.
  var confidence = 100
  /// Mentions by role: a lane for each of `VenueRole.allCases`.
  var roles = SIMD8<Int32>()
  /// The name of a place that no table has.
  var named: Range<Int32> = 0..<0
  /// Row of the town in which such a place lies, or -1.
  var town = -1

  subscript(role: VenueRole) -> Int32 {
    get { roles[role.index] }
    set { roles[role.index] = newValue }
  }

  /// The venue as the record gives it, without its mentions.
  func venue(_ analysis: borrowing Analysis) -> Venue {
    let lexicon = analysis.lexicon
    var venue: Venue
    if place >= 0 {
      let row = lexicon.place(place)
      let iso3 = row.country == 0xffff ? "" : lexicon.country(row.country).iso3.string
      venue = Venue(name: row.name.string, country: iso3, feature: row.feature.string)
      venue.geonameid = row.geonameid > 0 ? row.geonameid : nil
      if !row.admin1.isEmpty { venue.admin1 = row.admin1.string }
      if row.latitude != Int32.min {
        venue.latitude = row.latitude
        venue.longitude = row.longitude
      }
    } else if isCountry {
      let row = lexicon.country(country)
      venue = Venue(name: row.name.string, country: row.iso3.string, feature: "PCLI")
      venue.geonameid = row.geonameid > 0 ? row.geonameid : nil
      venue.latitude = row.latitude
      venue.longitude = row.longitude
    } else {
      venue = Venue(name: analysis.flatText(named), country: "", feature: "")
      if town >= 0 {
        let row = lexicon.place(town)
        if row.country != 0xffff { venue.country = lexicon.country(row.country).iso3.string }
        if !row.admin1.isEmpty { venue.admin1 = row.admin1.string }
        venue.latitude = row.latitude
        venue.longitude = row.longitude
      }
    }
    venue.confidence = confidence
    venue.roles = roles
    return venue
  }
}
