// Words that make a place act: verbs of will, nouns of stance, verbs that address somebody.

import Model

/// Closed classes for ``Metonymy``.
enum MetonymWords {
  /// A verb in the past or the present: said, wants.
  static let finite: UInt8 = 1 << 0
  /// A bare form or a participle, behind an auxiliary: will answer, has denied.
  static let base: UInt8 = 1 << 1
  /// Auxiliaries and adverbs before the verb.
  static let helper: UInt8 = 1 << 2
  /// Before a place as such: in, near.
  static let place: UInt8 = 1 << 3
  /// Any other preposition.
  static let preposition: UInt8 = 1 << 4
  static let stance: UInt8 = 1 << 5
  /// A verb whose object is spoken to: urged Damascus.
  static let address: UInt8 = 1 << 6
  /// Before a party: with, between, against.
  static let pair: UInt8 = 1 << 7

  static let table = WordMap([
    (
      """
      said says denied denies accused accuses warned warns insisted insists announced announces
      rejected rejects demanded demands agreed agrees condemned condemns urged urges vowed vows
      claimed claims confirmed confirms proposed proposes blamed blames wants believes hopes told
      argued argues maintained maintains acknowledged acknowledges promised promises threatened
      threatens considers considered welcomed welcomes refused refuses recognised recognises
      recognized recognizes supports supported opposes opposed protested seeks sought pledged pledges
      declined declines retaliated responded responds replied replies recalled summoned expelled
      imposed imposes lifted vetoed backs ratified suspended offered offers regards sees fears
      suspects asked asks hinted signalled signaled expects intends decided decides declared
      declares backed granted retaliates
      """, finite
    ),
    (
      """
      said denied accused warned insisted announced rejected demanded agreed condemned urged vowed
      claimed confirmed proposed blamed wanted told argued maintained acknowledged promised threatened
      welcomed refused recognised recognized supported opposed protested pledged declined retaliated
      responded replied recalled summoned imposed vetoed ratified offered asked hinted decided declared
      say deny accuse warn insist announce reject demand agree condemn urge claim confirm propose blame
      want believe hope tell argue acknowledge promise threaten consider welcome refuse recognise
      recognize support oppose protest seek pledge decline retaliate respond reply recall summon impose
      lift veto back ratify comment answer sign negotiate accept allow tolerate expect intend decide
      declare ask denying demanding insisting seeking threatening considering refusing pushing pressing
      join act intervene push help send withdraw granted backed confident willing unwilling ready
      determined keen opposed concerned worried convinced reluctant adamant furious prepared
      """, base
    ),
    // A plain subject in the plural: Turkey and Iran support.
    ("support oppose want agree reject deny insist accuse demand believe say", finite),
    (
      """
      has have had will would could may might should must did does do not also later strongly
      repeatedly never still is are was were now already firmly flatly always recently quickly reportedly
      """, helper
    ),
    ("in at near inside outside around across within", place),
    (
      """
      from to of for into toward towards through via over under about during against on with by
      between
      """, preposition
    ),
    (
      """
      position stance decision response demand demands refusal request proposal offer ambassador
      envoy policy policies reaction ally allies support backing ambitions ambition intentions
      insistence denial warning warnings view views threat threats veto negotiators negotiator
      diplomats attitude priorities priority objections objection goal goals aim aims role plan plans alliance
      rivalry feud relations ties relationship
      """, stance
    ),
    (
      """
      urged urge urges urging accused accuse accuses accusing told warned warn warns warning asked
      asking blamed blame blames blaming pressed pressing persuaded persuade persuading convinced
      convince pressured pressuring condemned condemn condemns condemning criticised criticized
      criticising thanked thank sanctioned
      """, address
    ),
    ("with between against on", pair),
  ])

  /// Before "by": what a government does.
  static let support = WordSet(
    """
    backed supported brokered mediated imposed rejected denied sponsored financed armed funded led
    """)

  /// What two governments have with each other, or one does to another.
  static let relations = WordSet(
    """
    relations ties tensions tension dispute disputes agreement deal deals negotiations cooperation
    alliance rivalry pact treaty talks dialogue contacts contact rapprochement detente row feud trust
    sanctions embargo pressure war alliances struck negotiate negotiating negotiated cooperate
    """)
}
