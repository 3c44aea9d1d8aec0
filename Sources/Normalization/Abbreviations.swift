// Words that keep their period, and words that begin sentences.

import Model

/// Closed word lists that the tokenizer asks by folded hash.
enum Abbreviations {
  /// Never ends a sentence: titles, months, Mt., No., vs.
  static let inner: UInt8 = 1
  /// May end one: Inc., Jr., a.m., U.S.
  static let either: UInt8 = 2
  /// An ordinary word unless it is capitalized before a number, a capital or a comma.
  static let ordinary: UInt8 = 4

  /// Abbreviations with their classes as bits.
  static let kinds = WordMap([
    (
      """
      mr mrs ms dr prof gen lt col maj capt cmdr cdr cpl sgt adm brig pvt sen rep reps sens gov govs
      rev hon fr sr st mt ft pres sec supt insp amb messrs mme mlle msgr det spc pfc vp atty
      jan feb mar apr jun jul aug sept sep oct nov dec
      vs no nos fig vol ed eds approx dept est univ
      ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb
      nev okla ore pa tenn tex va vt wash wis wyo ont que
      """, inner
    ),
    ("inc corp co ltd jr etc am pm bros plc llc cie al ave blvd rd", either),
    (
      """
      no mar sec sep ed miss mass ill ind wash ore del st fig am al la co mo ms det est ark rep hon
      """, ordinary
    ),
  ])

  /// Words that, capitalized after an abbreviation, show that a new sentence has begun.
  static let starters = WordSet(
    """
    the a an he she it they we i you but and in on at for this that these those his her their its
    our if as after before when while since there however meanwhile some many most both no not
    according last also one two other another all several what who how why where with by from
    """)
}
