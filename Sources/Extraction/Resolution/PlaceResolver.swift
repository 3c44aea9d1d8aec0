// Geocoding: which of the places of one name an article means.

import Model

/// Ranks the candidates of all names of an article together.
///
/// The score is linear in what is known of a candidate: its class and size, the article's countries
/// and provinces, containment written out (Paris, Texas), and how near other places of the article
/// lie. The weights come from a softmax ranker that was fitted to the names with several candidates
/// in GeoWebNews (weight 2.5) and LGL, with a Gaussian prior around hand-set weights (strength
/// 0.005 a name), and were rounded to one decimal. Fitted on one half of the articles and tried on
/// the other, either way, they put 0.95 (GeoWebNews) and 0.80 (LGL) of the names that have
/// candidates within 161 km. LGL is local news of one country; so that seats of provinces and large
/// places keep their due in news of the world, their weights were then raised as far as
/// GeoWebNews gained. No name is treated by itself.
struct PlaceResolver {
  private enum Weight {
    static let unpeopled: Float = -0.2
    static let size: Float = 1.2
    static let country: Float = 1.2
    static let foreign: Float = -1.9
    static let division: Float = 2
    static let divisions: Float = 1.5
    static let containerCountry: Float = 2
    static let container: Float = 3
    static let near: Float = 1.6
    static let company: Float = 1.7

    static func kind(_ kind: PlaceCandidate.Class) -> Float {
      switch kind {
      case .town, .part, .admin2: 0
      case .country: 2
      case .capital: 2.3
      case .seat: 0.6
      case .admin1: 0.5
      case .region: 1.8
      }
    }
  }

  private var evidence = PlaceEvidence()
  private var scores: [Float] = []

  /// Chooses a candidate for each form.
  ///
  /// - Parameter nationalities: rows of countries named by their adjective, one for each mention.
  mutating func resolve(_ forms: inout [PlaceForm], nationalities: [Int]) {
    guard !forms.isEmpty else { return }
    var isAmbiguous = false
    for index in forms.indices {
      // Countries are resolved before cities: names that can be nothing else set the scene.
      if forms[index].candidates.count == 1 {
        forms[index].chosen = 0
        forms[index].probability = 1
      } else if forms[index].candidates.count > 1 {
        isAmbiguous = true
      }
    }
    if isAmbiguous { PlaceCompany.measure(&forms) }
    // What is chosen in one round is evidence in the next.
    for _ in 0..<(isAmbiguous ? 3 : 0) {
      evidence.read(forms, nationalities: nationalities)
      // Containers before what they contain: they stand behind it.
      for index in forms.indices.reversed() where forms[index].candidates.count > 1 {
        choose(&forms, index)
      }
    }
    evidence.read(forms, nationalities: nationalities)
    for index in forms.indices where forms[index].chosen >= 0 {
      forms[index].confidence = confidence(forms, index)
    }
  }

  private mutating func choose(_ forms: inout [PlaceForm], _ index: Int) {
    let candidates = forms[index].candidates
    let container = PlaceResolver.container(of: forms[index], forms)
    var largest: Float = 0
    for candidate in candidates { largest = max(largest, candidate.size) }
    scores.removeAll(keepingCapacity: true)
    var best = 0
    for candidate in candidates {
      let support = evidence.support(of: candidate, form: index)
      var score = Weight.kind(candidate.kind)
      if candidate.kind != .region {
        if candidate.size == 0 { score += Weight.unpeopled }
        // A place of unknown size counts as a thousand people.
        let size = candidate.size == 0 ? 3 : candidate.size
        if largest > 0 { score += Weight.size * max(-3, size - largest) }
      }
      score += Weight.country * support.country + Weight.foreign * support.foreign
      score += Weight.division * support.division + Weight.divisions * support.divisions
      score += Weight.near * support.near + Weight.company * candidate.company
      if let container {
        let containment = PlaceResolver.containment(candidate, container)
        if containment.isInCountry { score += Weight.containerCountry }
        if containment.isClose { score += Weight.container }
      }
      if score > (scores.isEmpty ? -.infinity : scores[best]) { best = scores.count }
      scores.append(score)
    }
    var sum: Float = 0
    for score in scores { sum += Magnitude.exp(score - scores[best]) }
    forms[index].chosen = best
    forms[index].probability = 1 / sum
  }

  private static func container(of form: PlaceForm, _ forms: [PlaceForm]) -> PlaceCandidate? {
    form.container >= 0 ? forms[form.container].choice : nil
  }

  private static func containment(
    _ candidate: PlaceCandidate, _ container: PlaceCandidate
  ) -> (isInCountry: Bool, isClose: Bool) {
    guard candidate.country == container.country, candidate.country != 0xffff,
      candidate.place != container.place
    else { return (false, false) }
    guard container.place >= 0 else { return (true, false) }
    let isSameDivision = candidate.admin1 != 0 && candidate.admin1 == container.admin1
    return (true, isSameDivision || Magnitude.kilometres(candidate, container) < 100)
  }

  /// Thousandths: how probable it is that the choice lies within 161 km of what is meant.
  ///
  /// A logistic regression on the same articles, one row for each venue: of venues at 0.9 and more
  /// 99 % (GeoWebNews) and 95 % (LGL) are right, in halves that it was not fitted on.
  private func confidence(_ forms: [PlaceForm], _ index: Int) -> Int {
    let form = forms[index]
    guard let choice = form.choice else { return 100 }
    let support = evidence.support(of: choice, form: index)
    var logit: Float = -1.3
    if form.candidates.count == 1 {
      logit += 2
    } else {
      let p = min(0.999, max(0.01, form.probability))
      logit += 0.36 * max(-2, min(5, Magnitude.ln(p / (1 - p))))
    }
    switch choice.kind {
    case .country: logit += 1.97
    case .admin1: logit += 2.32
    case .region: logit += 0.76
    case .town, .capital, .seat, .part:
      logit += choice.size > 0 ? 0.98 * (choice.size - 5) : -0.52
      if choice.kind == .capital { logit += 0.15 }
    case .admin2: logit -= 0.11 + (choice.size > 0 ? 0 : 0.52)
    }
    logit += 0.17 * support.country - 0.26 * support.foreign
    logit += 2.61 * support.division + 0.8 * support.near
    if let container = PlaceResolver.container(of: form, forms) {
      let containment = PlaceResolver.containment(choice, container)
      logit += containment.isClose ? 0.37 : containment.isInCountry ? 0.18 : 0
    }
    let odds = Magnitude.exp(logit)
    return min(990, max(50, Int(1000 * odds / (1 + odds))))
  }
}
