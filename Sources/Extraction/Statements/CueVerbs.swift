// Reporting verbs with what may follow each, inflected once at start.

/// Verbs that attribute words or views, and their complements.
enum CueVerbs {
  /// Every form of every verb, with its bits.
  static let forms: [(word: String, bits: UInt32)] = verbs.split(whereSeparator: \.isNewline)
    .flatMap { line -> [(word: String, bits: UInt32)] in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return [] }
      let frame = bits(of: parts[0])
      return parts[1].split(separator: " ").flatMap { inflect($0, frame | SpeechWord.cue) }
    }

  /// Frames, then the verbs that have them. A doubled last letter is given as `admit+t`; irregular
  /// verbs give base, third person, past and participle, `-` for a form that is no cue.
  ///
  /// c clause, t clause with that, n object, a addressee, i infinitive, p preposition of a topic, P any
  /// preposition, s may follow what was said; o none of them.
  private static let verbs = """
    cs: say/says/said/saying write/writes/wrote/- add note argue explain acknowledge claim \
    -/-/stated/stating insist conclude declare remark/-/remarked/remarking joke quip observe testify allege caution lament opine \
    muse concede estimate predict reiterate emphasize emphasise confirm reveal warn stress \
    recall suggest announce report tweet posit theorize guess
    cs: admit+t forecast/forecasts/forecast/forecasting retort reply repeat answer
    ts: respond counter -/-/commented/commenting shout yell chant exclaim interject wonder speculate elaborate \
    murmur mutter whisper continue boast brag+g complain crow marvel intone thunder
    ts: assert contend maintain clarify proclaim
    as: tell/tells/told/telling assure remind inform -/-/emailed/- advise notify
    ascn: ask
    t: imply hint signal mean/-/meant/- know/knows/knew/- learn find/finds/found/finding \
    understand/understands/understood/- realize remember forget/-/forgot/- doubt dispute \
    discover determine decide demonstrate believe/believes/believed/- think/thinks/-/- \
    -/feels/felt/- rule agree demand recommend recognize calculate rumor decree deny vow \
    promise pledge reaffirm urge mention threaten
    c: believe/believes/believed/believing think/thinks/-/- indicate show/shows/showed/- \
    hope fear suspect expect/expects/-/expecting disclose envision
    t: show/show/shown/showing worry propose
    n: call/calls/called/calling criticize criticise praise describe endorse accuse condemn \
    denounce blast slam+m dismiss reject deny defend cite mock rebuke decry deride hail \
    applaud tout assail lambaste lambast bemoan blame portray label dub+b mention propose \
    urge threaten oppose/-/opposed/- question -/-/challenged/- express voice highlight \
    echo thank characterize characterise liken ridicule commend chide retweet \
    reference invoke recount vow confirm announce tell/tells/told/telling promise refute rebut \
    reaffirm disavow repudiate scold vilify -/-/attacked/- \
    tweet accuse -/-/ordered/-
    o: -/-/quoted/-
    i: vow promise refuse decline pledge/-/pledged/- hope threaten offer agree claim \
    seek/seeks/sought/- swear/swears/swore/- volunteer propose
    p: call/calls/called/calling -/-/talked/talking -/-/spoke/- complain \
    accuse warn criticize boast brag+g blame apologize describe condemn argue dismiss praise ask \
    muse vouch
    P: refer/refers/referred/referring hint allude rail lash plead/pleads/pleaded/- agree joke \
    -/-/commented/commenting object
    """

  private static func bits(of frame: some StringProtocol) -> UInt32 {
    frame.reduce(0) { bits, letter in
      switch letter {
      case "c": bits | SpeechWord.clause | SpeechWord.thatClause
      case "t": bits | SpeechWord.thatClause
      case "n": bits | SpeechWord.object
      case "a": bits | SpeechWord.addressee | SpeechWord.thatClause
      case "i": bits | SpeechWord.infinitive
      case "p": bits | SpeechWord.prepositional
      case "P": bits | SpeechWord.prepositional | SpeechWord.anyPreposition
      case "s": bits | SpeechWord.after
      default: bits
      }
    }
  }

  private static func inflect(_ verb: Substring, _ frame: UInt32) -> [(word: String, bits: UInt32)]
  {
    let given = verb.split(separator: "/" as Character).map(String.init)
    if given.count == 4 {
      let frame = nouns.contains(given[0]) ? frame | SpeechWord.noun : frame
      let forms = [SpeechWord.base, SpeechWord.third, SpeechWord.past, SpeechWord.participle]
      var out: [(word: String, bits: UInt32)] = []
      for (form, bit) in zip(given, forms) where form != "-" { out.append((form, frame | bit)) }
      return out
    }
    let parts = verb.split(separator: "+" as Character)
    let base = String(parts[0])
    let doubled = parts.count > 1 && parts[1] != "-" ? String(parts[1]) : ""
    let stem = base + doubled
    let isE = base.hasSuffix("e")
    let isY = base.hasSuffix("y") && !"aeiou".contains(base.dropLast().last ?? "a")
    let hisses = ["s", "x", "z", "ch", "sh"].contains { base.hasSuffix($0) }
    let third = isY ? base.dropLast() + "ies" : base + (hisses ? "es" : "s")
    let past = isE ? base + "d" : isY ? base.dropLast() + "ied" : stem + "ed"
    let participle = isE && !base.hasSuffix("ee") ? base.dropLast() + "ing" : stem + "ing"
    let noun = nouns.contains(base) ? SpeechWord.noun : 0
    return [
      (base, frame | SpeechWord.base | noun), (third, frame | SpeechWord.third | noun),
      (past, frame | SpeechWord.past), (participle, frame | SpeechWord.participle),
    ]
  }

  private static let nouns: Set<String> = [
    "claim", "report", "note", "call", "state", "answer", "reply", "comment", "talk", "promise",
    "hope", "fear", "doubt", "demand", "question", "name", "order", "attack", "plan", "offer",
    "estimate", "forecast", "guess", "joke", "tweet", "stress", "rule", "quote", "support",
    "challenge", "praise", "blame", "label", "object", "side", "voice", "signal", "counter",
    "dispute", "pledge", "protest", "vow", "mention", "reference", "champion", "favor", "regret",
    "rumor", "remark", "show", "email", "post", "question",
  ]
}
