// What a place's name can stand for: rows of the gazetteer and of the country table.

import Model

/// One place that a name can stand for.
struct PlaceCandidate {
  /// What sort of place it is, as far as that tells how often the news mean it.
  enum Class: UInt8 {
    case town, country, capital, seat, admin1, admin2, part, region
  }

  /// Row of the place table, or -1 for a country.
  var place: Int
  /// Row of the country table, or 0xffff.
  var country: Int
  var latitude: Int32
  var longitude: Int32
  /// Equal for places of one first-order division; 0 when it is unknown.
  var admin1: UInt32
  var kind: Class
  /// Base-10 logarithm of the population; 0 when it is unknown.
  var size: Float
  /// How many other names of the article have a place of theirs nearby; see ``PlaceResolver``.
  var company: Float = 0

  var isLocated: Bool { latitude != Int32.min }

  /// Whether its point says where it is: countries and provinces are too wide to be near anything.
  var isPoint: Bool {
    guard place >= 0, isLocated else { return false }
    switch kind {
    case .town, .capital, .seat, .part, .admin2: return true
    case .country, .admin1, .region: return false
    }
  }
}

extension Analysis {
  /// The candidates for a stretch of tokens: countries and places in table order.
  func placeCandidates(_ range: Range<Int32>) -> [PlaceCandidate] {
    guard let (holder, phrase) = phrase(of: range) else { return [] }
    guard holder.summary(ofPhrase: phrase).hasAny(Analysis.placeKinds) else { return [] }
    // FRY was Yugoslavia; Fry is a person.
    if holder.rule(ofPhrase: phrase) == .capitals, let first = range.first,
      !article.tokens[Int(first)].flags.contains(.allCapitals)
    {
      return []
    }
    let base = holder === lexicon ? 0 : Lexicon.overlayBase
    let senses = holder.senses(ofPhrase: phrase)
    var out: [PlaceCandidate] = []
    out.reserveCapacity(senses.count)
    for sense in senses {
      if sense.kind == .country {
        let row = holder.country(sense.row)
        out.append(
          PlaceCandidate(
            place: -1, country: sense.row + base, latitude: row.latitude, longitude: row.longitude,
            admin1: 0, kind: .country, size: Magnitude.log10(row.population)))
      } else if sense.kind == .place {
        let row = holder.place(sense.row)
        out.append(
          PlaceCandidate(
            place: sense.row + base, country: row.country, latitude: row.latitude,
            longitude: row.longitude, admin1: row.hasAdmin1 ? row.admin1Id : 0,
            kind: row.candidateClass, size: Magnitude.log10(row.population)))
      }
    }
    return out
  }

  /// Whether the tokens are the name of a place or a country.
  func isPlaceName(_ range: Range<Int32>) -> Bool {
    guard let (holder, phrase) = phrase(of: range) else { return false }
    return holder.summary(ofPhrase: phrase).hasAny(Analysis.placeKinds)
  }

  private static let placeKinds = PhraseSummary.mask(.country, .place)
}

extension PlaceRow {
  /// The class of the place, read from the bytes of its GeoNames feature code.
  fileprivate var candidateClass: PlaceCandidate.Class {
    let bytes = feature.bytes
    func begins(_ code: StaticString) -> Bool {
      guard bytes.count >= code.utf8CodeUnitCount else { return false }
      for index in 0..<code.utf8CodeUnitCount where bytes[index] != code.utf8Start[index] {
        return false
      }
      return true
    }
    if begins("PPLC") { return .capital }
    if begins("PPLX") { return .part }
    if begins("PPLA") { return bytes.count == 4 ? .seat : .town }
    if begins("PPL") { return .town }
    if begins("ADM1") { return .admin1 }
    if begins("ADM2") { return .admin2 }
    return .region
  }

  /// Whether the table says in which first-order division the place lies.
  fileprivate var hasAdmin1: Bool { !admin1.isEmpty }
}
