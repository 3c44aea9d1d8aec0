// Ambiguous names that have candidates close together vouch for each other: Troy and Albany.

/// Measures for each candidate how many other ambiguous names have a candidate nearby.
enum PlaceCompany {
  /// Names and candidates of one name that are compared; the work is their product squared.
  private static let nameLimit = 32
  private static let candidateLimit = 24
  private static let radius: Float = 80

  /// Sets ``PlaceCandidate/company`` to 0 … 1; one name with many candidates vouches for little.
  static func measure(_ forms: inout [PlaceForm]) {
    var ambiguous: [Int] = []
    for index in forms.indices
    where 2...candidateLimit ~= forms[index].candidates.count && ambiguous.count < nameLimit {
      ambiguous.append(index)
    }
    guard ambiguous.count > 1 else { return }
    for index in ambiguous {
      for number in forms[index].candidates.indices {
        let candidate = forms[index].candidates[number]
        guard candidate.place >= 0, candidate.isLocated, candidate.kind != .admin1 else { continue }
        var company: Float = 0
        for other in ambiguous where forms[other].key != forms[index].key {
          if hasCandidate(forms[other], near: candidate) {
            company += 0.5 / Float(forms[other].candidates.count).squareRoot()
          }
        }
        forms[index].candidates[number].company = min(1, company)
      }
    }
  }

  private static func hasCandidate(_ form: PlaceForm, near candidate: PlaceCandidate) -> Bool {
    for other in form.candidates
    where other.place >= 0 && other.isLocated
      // A degree of latitude is 111 km: most pairs need no square root.
      && abs(other.latitude - candidate.latitude) < 75_000
    {
      if Magnitude.kilometres(candidate, other) < radius { return true }
    }
    return false
  }
}
