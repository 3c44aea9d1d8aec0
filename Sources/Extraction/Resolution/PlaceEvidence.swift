// What an article's places say together: which countries, provinces and neighbourhoods it is about.

/// The evidence of one article for its ambiguous names.
struct PlaceEvidence {
  /// Weights of few keys, in the order in which they came.
  struct Weights {
    private var entries: [(key: Int, weight: Float)] = []
    private(set) var total: Float = 0

    mutating func removeAll() {
      entries.removeAll(keepingCapacity: true)
      total = 0
    }

    mutating func add(_ key: Int, _ weight: Float) {
      total += weight
      for index in entries.indices where entries[index].key == key {
        entries[index].weight += weight
        return
      }
      // Countries and provinces of one article: a bound keeps the search short.
      if entries.count < 256 { entries.append((key, weight)) }
    }

    var largest: Float {
      var largest: Float = 0
      for entry in entries { largest = max(largest, entry.weight) }
      return largest
    }

    subscript(key: Int) -> Float {
      for entry in entries where entry.key == key { return entry.weight }
      return 0
    }
  }

  /// What one form adds; a form is no evidence for itself.
  struct Share {
    var country = 0xffff
    var countryWeight: Float = 0
    var admin1: UInt32 = 0
    var admin1Weight: Float = 0
  }

  private(set) var countries = Weights()
  private(set) var divisions = Weights()
  /// 0.3 to 1: how far the article keeps to one country. News of the world speaks of any place.
  private(set) var focus: Float = 1
  /// Points of the forms that are as good as certain, with the forms.
  private(set) var anchors: [(form: Int, place: PlaceCandidate)] = []
  /// One for each form.
  private(set) var shares: [Share] = []

  /// Weight of one word for a nationality.
  private static let nationality: Float = 0.5
  /// The most anchors that are compared with every candidate.
  private static let anchorLimit = 32

  /// Reads what is chosen so far.
  ///
  /// - Parameter nationalities: rows of countries named by their adjective, one for each mention.
  mutating func read(_ forms: [PlaceForm], nationalities: [Int]) {
    countries.removeAll()
    divisions.removeAll()
    anchors.removeAll(keepingCapacity: true)
    shares.removeAll(keepingCapacity: true)
    for row in nationalities { countries.add(row, PlaceEvidence.nationality) }
    for (index, form) in forms.enumerated() {
      var share = Share()
      if let choice = form.choice {
        let isOnly = form.candidates.count == 1
        let certainty = isOnly ? 1 : form.probability * form.probability
        let weight = certainty * (1 + 0.25 * Float(min(4, form.count - 1)))
        if choice.country != 0xffff {
          share.country = choice.country
          share.countryWeight = weight * (choice.kind == .country ? 1.5 : 1)
          countries.add(choice.country, share.countryWeight)
        }
        if choice.admin1 != 0 {
          share.admin1 = choice.admin1
          share.admin1Weight = weight * (choice.kind == .admin1 ? 2 : 1)
          divisions.add(Int(choice.admin1), share.admin1Weight)
        }
        if choice.isPoint, isOnly || form.probability > 0.7,
          anchors.count < PlaceEvidence.anchorLimit
        {
          anchors.append((index, choice))
        }
      }
      shares.append(share)
    }
    let most = countries.largest
    focus = countries.total > 0 ? max(0.3, min(1, (most / countries.total - 0.35) / 0.4)) : 1
  }

  /// What the others say for a candidate of a form.
  struct Support {
    /// 0 to 1: the share of the article that is about the candidate's country.
    var country: Float = 0
    /// 0 to 1: the article is about other countries only.
    var foreign: Float = 0
    /// 0 to 1: another name, or several, of the candidate's first-order division.
    var division: Float = 0
    var divisions: Float = 0
    /// 0 to 1: places that are as good as certain lie near.
    var near: Float = 0
  }

  func support(of candidate: PlaceCandidate, form: Int) -> Support {
    var out = Support()
    let own = shares[form]
    let total = countries.total - own.countryWeight
    if candidate.country != 0xffff {
      var weight = countries[candidate.country]
      if candidate.country == own.country { weight -= own.countryWeight }
      out.country = focus * min(1, 2 * weight / max(2, total))
      if weight < 0.05 { out.foreign = focus * min(1, total / 3) }
    }
    if candidate.admin1 != 0 {
      var weight = divisions[Int(candidate.admin1)]
      if candidate.admin1 == own.admin1 { weight -= own.admin1Weight }
      out.division = min(1, weight / 2)
      out.divisions = min(1, weight / 6)
    }
    // A province itself is as near to an article about its country as a town in a named province.
    if candidate.kind == .admin1 { out.division = max(out.division, 0.7 * out.country) }
    guard candidate.place >= 0, candidate.isLocated, candidate.kind != .admin1 else { return out }
    for anchor in anchors where anchor.form != form {
      let distance = Magnitude.kilometres(candidate, anchor.place)
      if distance < 60 {
        out.near += 0.5
      } else if distance < 120 {
        out.near += 0.3
      } else if distance < 300 {
        out.near += 0.125
      }
      if out.near >= 1 { break }
    }
    out.near = min(1, out.near)
    return out
  }
}
