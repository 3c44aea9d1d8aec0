// Geocoding: which of the places of one name an article means.

import Model

/// Scores the candidates of all names of an article together.
///
/// Evidence is added: prior weight, the article's countries, containment written out (Paris,
/// Texas), and how near other places of the article lie. The weights were set on the development
/// gold; no name is treated by itself.
struct PlaceResolver {
  /// A name to resolve.
  struct Name {
    var tokens: Range<Int32>
    var candidates: [PlaceCandidate]
    /// Index into the candidates of what is chosen; -1 when there is none.
    var chosen = -1
    /// Thousandths.
    var confidence = 0
    /// Hash of the name: equal names have one sense in one article.
    var key: UInt64 = 0
    /// Index of the name that contains it by its form: Paris in "Paris, Texas" has Texas.
    var container = -1
  }

  /// The name that was resolved first of each form.
  private let senses = HashIndex()

  private enum Weight {
    static let country: Float = 2.2
    static let admin1: Float = 1.6
    static let container: Float = 6
    static let near: Float = 1.4
  }

  /// Few numbers with a weight each, in the order in which they came.
  private struct Weights {
    private var entries: [(key: Int, weight: Float)] = []
    private(set) var total: Float = 0

    mutating func add(_ key: Int, _ weight: Float) {
      total += weight
      for index in entries.indices where entries[index].key == key {
        entries[index].weight += weight
        return
      }
      // Countries and provinces of one article: a bound keeps the search short.
      if entries.count < 256 { entries.append((key, weight)) }
    }

    subscript(key: Int) -> Float {
      for entry in entries where entry.key == key { return entry.weight }
      return 0
    }
  }

  /// Chooses a candidate for each name.
  ///
  /// - Parameter nationalities: rows of countries named by their adjective, one for each mention.
  mutating func resolve(_ names: inout [Name], nationalities: [Int]) {
    guard !names.isEmpty else { return }
    var countries = Weights()
    for row in nationalities { countries.add(row, 0.7) }
    // Countries are resolved before cities: names that can be nothing else set the scene.
    for name in names where name.candidates.count == 1 {
      let only = name.candidates[0]
      if only.country != 0xffff { countries.add(only.country, only.place < 0 ? 1 : 0.5) }
    }
    choose(&names, countries, admin1: Weights(), withNeighbours: false)
    // What was chosen first is evidence for the second look.
    var admin1 = Weights()
    for name in names where name.chosen >= 0 && name.candidates.count > 1 {
      let chosen = name.candidates[name.chosen]
      if chosen.country != 0xffff { countries.add(chosen.country, 0.4) }
    }
    for name in names where name.chosen >= 0 {
      let chosen = name.candidates[name.chosen]
      if chosen.admin1 != 0, name.candidates.count == 1 || name.confidence > 700 {
        admin1.add(Int(chosen.admin1), 1)
      }
    }
    choose(&names, countries, admin1: admin1, withNeighbours: true)
  }

  private mutating func choose(
    _ names: inout [Name], _ countries: Weights, admin1: Weights, withNeighbours: Bool
  ) {
    let total = max(1, countries.total)
    // One sense in one article: the index of the name that was resolved first.
    senses.reset()
    let anchors = withNeighbours ? names.compactMap(PlaceResolver.anchor) : []
    // Containers before what they contain.
    for index in names.indices.reversed() {
      guard !names[index].candidates.isEmpty else { continue }
      let known = Int(senses.value(names[index].key))
      if names[index].container < 0, known >= 0 {
        names[index].chosen = names[known].chosen
        names[index].confidence = names[known].confidence
        continue
      }
      let container =
        names[index].container >= 0 && names[names[index].container].chosen >= 0
        ? names[names[index].container].candidates[names[names[index].container].chosen] : nil
      var best = (index: -1, score: -Float.infinity)
      var second = -Float.infinity
      for (number, candidate) in names[index].candidates.enumerated() {
        var score = candidate.prior
        if candidate.country != 0xffff {
          score += Weight.country * min(1, countries[candidate.country] / total * 2)
        }
        if candidate.admin1 != 0 {
          score += Weight.admin1 * min(1, admin1[Int(candidate.admin1)] / 2)
        }
        if let container { score += PlaceResolver.containment(candidate, container) }
        if withNeighbours { score += PlaceResolver.nearness(candidate, anchors) }
        if score > best.score {
          second = best.score
          best = (number, score)
        } else if score > second {
          second = score
        }
      }
      names[index].chosen = best.index
      names[index].confidence = PlaceResolver.confidence(best.score, second)
      if known < 0 { senses.set(names[index].key, Int32(index)) }
    }
  }

  private static func containment(_ candidate: PlaceCandidate, _ container: PlaceCandidate) -> Float
  {
    if container.place < 0 { return candidate.country == container.country ? Weight.container : 0 }
    guard candidate.country == container.country, candidate.place != container.place else {
      return 0
    }
    guard candidate.isLocated, container.isLocated else { return 0 }
    return kilometres(candidate, container) < 500 ? Weight.container : 1
  }

  /// Where an unambiguous or confident name lies; countries are too wide to be near anything.
  private static func anchor(_ name: Name) -> PlaceCandidate? {
    guard name.chosen >= 0 else { return nil }
    let chosen = name.candidates[name.chosen]
    guard chosen.place >= 0, chosen.isLocated, name.candidates.count == 1 || name.confidence > 800
    else { return nil }
    return chosen
  }

  private static func nearness(_ candidate: PlaceCandidate, _ anchors: [PlaceCandidate]) -> Float {
    guard candidate.place >= 0, candidate.isLocated else { return 0 }
    var count: Float = 0
    for anchor in anchors.prefix(40) where anchor.place != candidate.place {
      let distance = kilometres(candidate, anchor)
      if distance < 100 { count += 1 } else if distance < 300 { count += 0.4 }
    }
    return Weight.near * min(1, count / 2)
  }

  /// Thousandths from the lead over the next candidate; a lone candidate is not certain either.
  private static func confidence(_ best: Float, _ second: Float) -> Int {
    let lead = second == -.infinity ? 2.5 : min(4, best - second)
    let support = min(1, max(0, (best - 3) / 4))
    return min(990, max(100, Int(350 + 160 * lead + 150 * support)))
  }

  /// Great-circle distance by the equirectangular approximation: good to a few per cent below
  /// 1,000 km, and monotone enough beyond.
  static func kilometres(_ a: PlaceCandidate, _ b: PlaceCandidate) -> Float {
    let lat = Float(a.latitude &- b.latitude) / 100_000
    var lon = abs(Float(a.longitude) - Float(b.longitude)) / 100_000
    if lon > 180 { lon = 360 - lon }
    let middle = Float(a.latitude / 2 + b.latitude / 2) / 100_000 * 0.017_453_3
    // cos by its series: middle lies within ±π/2.
    let square = middle * middle
    let cosine = max(0, 1 - square / 2 + square * square / 24 - square * square * square / 720)
    let x = lon * cosine
    return 111.2 * (lat * lat + x * x).squareRoot()
  }
}
