// The grammar words that attribution leans on, as bits of one table look-up.

/// Classes of words; a word may have several.
enum SpeechWord {
  static let determiner: UInt32 = 1 << 0
  static let possessive: UInt32 = 1 << 1
  /// Can be a subject: he, they, who.
  static let pronoun: UInt32 = 1 << 2
  static let auxiliary: UInt32 = 1 << 3
  static let be: UInt32 = 1 << 4
  static let adverb: UInt32 = 1 << 5
  static let preposition: UInt32 = 1 << 6
  static let conjunction: UInt32 = 1 << 7
  static let that: UInt32 = 1 << 8
  /// Begins an indirect question: whether, how, why.
  static let question: UInt32 = 1 << 9
  static let subordinator: UInt32 = 1 << 10
  static let to: UInt32 = 1 << 11
  /// Days and parts of days, which stand between a cue and its clause.
  static let time: UInt32 = 1 << 12
  static let relative: UInt32 = 1 << 13

  /// A reporting verb: see ``CueVerbs`` for the bits above.
  static let cue: UInt32 = 1 << 14

  /// A clause follows, with or without `that`.
  static let clause: UInt32 = 1 << 15
  /// A clause follows with `that`, `whether`, `how`.
  static let thatClause: UInt32 = 1 << 16
  /// The object is the content: criticized the plan.
  static let object: UInt32 = 1 << 17
  /// Somebody is addressed before the content: told reporters.
  static let addressee: UInt32 = 1 << 18
  /// An infinitive follows: vowed to fight.
  static let infinitive: UInt32 = 1 << 19
  /// A preposition leads to the content: called for, complained about.
  static let prepositional: UInt32 = 1 << 20
  /// May follow what was said: "…," he said.
  static let after: UInt32 = 1 << 21

  /// Sets a clause against another: while, although.
  static let contrast: UInt32 = 1 << 22
  /// Leads to what is talked about: about, of, for.
  static let topic: UInt32 = 1 << 23

  static let anyPreposition: UInt32 = 1 << 29

  /// put: X put the toll at.
  static let estimate: UInt32 = 1 << 30
  static let according: UInt32 = 1 << 31

  static let base: UInt32 = 1 << 24
  static let third: UInt32 = 1 << 25
  static let past: UInt32 = 1 << 26
  static let participle: UInt32 = 1 << 27
  /// Also a noun in this form: claim, reports.
  static let noun: UInt32 = 1 << 28

  static let table = WordTable(grammar + CueVerbs.forms)

  private static let grammar =
    WordTable.list(
      """
      the a an this these those some any all no every each both many several most another other
      such few one two three four five
      """, determiner)
    + WordTable.list("his her its their our my your whose", possessive)
    + WordTable.list("he she it they we i you", pronoun)
    + WordTable.list(
      """
      has have had will would can could may might must should shall did does do not cannot cant
      didnt doesnt dont wont wouldnt hasnt havent hadnt couldnt ve ll d
      """, auxiliary)
    + WordTable.list(
      "is was are were be been being am re m isnt wasnt arent werent", be | auxiliary)
    + WordTable.list(
      """
      also then later still never ever often now once just even already again soon too further
      only simply first once always perhaps instead thus twice earlier ago once therefore however
      meanwhile nevertheless nonetheless moreover furthermore indeed
      """, adverb)
    + WordTable.list(
      """
      of in on at by for from with about against over into during through under between among
      within without via before after since despite amid toward towards across near outside inside
      behind beyond like upon around per besides
      """, preposition)
    + WordTable.list("and but or nor yet", conjunction)
    + WordTable.list("that", that)
    + WordTable.list("whether how why what if when where", question)
    + WordTable.list("who which", relative)
    + WordTable.list(
      "while although though because as if when whereas until unless once where after before since",
      subordinator)
    + WordTable.list("while whereas although though", contrast)
    + WordTable.list("about of for against as over upon", topic)
    + WordTable.list("put puts putting", estimate)
    + WordTable.list("according", according)
    + WordTable.list("to", to)
    + WordTable.list(
      """
      monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
      mon tue tues wed thu thurs fri sat sun
      january february march april june july august september october november december
      jan feb apr aug sept sep oct nov dec morning afternoon evening night week month year
      """, time)
}
