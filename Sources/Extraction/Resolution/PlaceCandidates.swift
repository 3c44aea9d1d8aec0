// What a place's name can stand for: rows of the gazetteer with their prior weight.

import Model

/// One place that a name can stand for.
struct PlaceCandidate {
  /// Row of the place table, or -1 for a country.
  var place: Int
  /// Row of the country table, or 0xffff.
  var country: Int
  var latitude: Int32
  var longitude: Int32
  var admin1: UInt32
  /// Weight before any context, about the logarithm of the population.
  var prior: Float
  var isLocated: Bool { latitude != Int32.min }
}

extension Analysis {
  /// The candidates for a stretch of tokens: countries first, then places in table order.
  func placeCandidates(_ range: Range<Int32>) -> [PlaceCandidate] {
    guard let (holder, phrase) = phrase(of: range) else { return [] }
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
            admin1: 0, prior: 8.5))
      } else if sense.kind == .place {
        let row = holder.place(sense.row)
        out.append(
          PlaceCandidate(
            place: sense.row + base, country: row.country, latitude: row.latitude,
            longitude: row.longitude, admin1: row.admin1Id, prior: Analysis.prior(row)))
      }
    }
    return out
  }

  /// The prior weight of a place: the logarithm of its population, and what its feature adds.
  private static func prior(_ row: PlaceRow) -> Float {
    let population = Float(row.population)
    var weight = population > 0 ? Float.log10(population) : 3
    switch row.feature.string {
    case "PPLC": weight += 1.2
    case "PPLA": weight += 0.4
    case "ADM1": weight = max(weight, 6)
    case "ADM2": weight = max(weight - 1, 3.6)
    case "CONT", "OCN": weight = 8.5
    case "RGN", "SEA", "GULF", "TERR", "PCLD", "PCLS", "PCLIX": weight = max(weight, 6.5)
    case "PPLX": weight -= 1.5
    case "PPL", "PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPLL", "PPLF": break
    default: weight = max(weight, 5)
    }
    return weight
  }
}

extension Float {
  /// Base-10 logarithm without the C library: from the exponent and a short series.
  ///
  /// Good to 0.01, which is far below what a population is known to.
  fileprivate static func log10(_ value: Float) -> Float {
    let exponent = Float(value.exponent)
    let m = value.significand
    // log2 of 1..2 by a quadratic through 1, 1.5 and 2.
    let log2 = (m - 1) * (1.3399 - 0.3399 * (m - 1))
    return (exponent + log2) * 0.30103
  }
}
