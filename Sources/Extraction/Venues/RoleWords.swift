// Words that tell what part a place plays: meetings, violence, motion, speech.

import Model

/// Closed classes for roles, as bits of two tables that are asked once a token.
enum RoleWords {
  // MARK: What happens

  static let meeting: UInt8 = 1 << 0
  /// A meeting that bears the name of its place: the Geneva talks.
  static let process: UInt8 = 1 << 1
  /// A paper that bears the name of the place where it was signed, and is no place.
  static let treaty: UInt8 = 1 << 2
  static let violence: UInt8 = 1 << 3
  /// An act of violence or a disaster as a noun: the Beirut blast, the siege of Aleppo.
  static let blow: UInt8 = 1 << 4
  /// To do it to a place: bombed Raqqa, captured Goma.
  static let strike: UInt8 = 1 << 5
  static let publicSpeech: UInt8 = 1 << 6
  /// Not yet, or perhaps never.
  static let proposal: UInt8 = 1 << 7

  static let events = WordMap([
    (
      """
      talks talk meeting meetings met meet meets summit summits conference conferences negotiations
      negotiation session sessions hosted hosting gathered gather congress forum dialogue ceremony
      signed sign round rounds visit visited consultations deliberations convened convene reception
      """, meeting
    ),
    (
      """
      talks summit conference negotiations meeting meetings process forum peace dialogue
      """, process
    ),
    (
      """
      agreement agreements accord accords convention conventions treaty treaties protocol protocols
      declaration communique charter pact
      """, treaty
    ),
    (
      """
      war wars attack attacks attacked bombing bombings bombed bomb explosion explosions exploded
      blast blasts fighting clashes clashed clash killed killing kill kills died dead deaths shelling
      shelled strike strikes airstrikes airstrike raid raids raided siege besieged offensive battle
      battles conflict violence protest protests protested demonstration demonstrations riot riots
      earthquake flood floods ceasefire truce fire crash crashed shooting shot massacre uprising coup
      wounded injured captured seized invaded invasion arrested evacuated crackdown looted torched
      stabbed kidnapped abducted quake cyclone typhoon hurricane famine unrest
      """, violence
    ),
    (
      """
      attack attacks bombing bombings blast explosion explosions massacre siege offensive battle
      assault shelling raid raids strikes airstrikes invasion occupation fall capture ceasefire truce
      earthquake quake flood floods fire crash shooting war conflict uprising riots protests clashes
      crackdown bombardment liberation recapture
      """, blow
    ),
    (
      """
      bombed bombing bomb shelled shelling attacked attacking attack captured capturing capture
      seized seizing seize recaptured retook retake besieged besieging stormed storming invaded
      invading invade hit struck shook shaken rocked overran occupied liberated pounded bombarded
      devastated ravaged battered
      """, strike
    ),
    (
      "conference briefing interview reporters journalists speech address statement remarks newsmen",
      publicSpeech
    ),
    (
      """
      proposed propose proposes proposing proposal offer offered offers offering plan plans planned
      planning could would will should may might suggested suggests invite invited invitation
      upcoming next future venue scheduled expected agreed due possible
      """, proposal
    ),
  ])

  // MARK: Motion

  static let leaving: UInt8 = 1 << 0
  static let arriving: UInt8 = 1 << 1
  static let transfer: UInt8 = 1 << 2
  static let hosting: UInt8 = 1 << 3
  static let auxiliary: UInt8 = 1 << 4
  /// To speak: said in Ankara, speaking from Berlin.
  static let speaking: UInt8 = 1 << 5
  /// People who speak for others: officials in Ankara said.
  static let official: UInt8 = 1 << 6
  /// What a clause does not reach over.
  static let boundary: UInt8 = 1 << 7

  static let motion = WordMap([
    (
      """
      left leave leaves leaving fled flee fleeing flees quit exited evacuated evacuate departed
      departs depart withdrew withdraw withdrawn sailed escaped
      """, leaving
    ),
    (
      """
      arrived arrive arrives arriving reached reach reaches travelled traveled travel travels
      travelling traveling flew fly flies flown flying went go goes going gone headed heads heading
      visit visits visiting visited returned return returns returning entered enter enters entering
      landed lands came come comes coming drove drive driven crossed cross crossing moved move sailed
      sail marched toured tour
      """, arriving
    ),
    (
      """
      sent send sends moved move moving transferred brought bring took take taken trip flight bound
      deported expelled extradited convoy convoys bused trip journey deployed visit tour route set
      evacuated deport transfer airlifted shipped smuggled repatriated escorted withdrawal retreat ouster ousting expulsion departure
      evacuation exodus return refugees migrants train plane ship bus caravan
      """, transfer
    ),
    ("host hosts hosted hosting", hosting),
    (
      """
      has had have is was are were been be being remains remained will would could may might should
      also again not since already still now once repeatedly heavily
      """, auxiliary
    ),
    (
      """
      speaking spoke speaks reporting broadcast said says told tells announced declared warned added
      confirmed denied acknowledged insisted stated explained argued admitted claimed pledged vowed
      promised commented complained remarked replied
      """, speaking
    ),
    (
      """
      officials official spokesman spokeswoman spokesperson authorities diplomats diplomat doctors
      police analysts residents witnesses leaders ministers sources
      """, official
    ),
    ("after before because when while but although though if unless until for on", boundary),
  ])

  // MARK: Prepositions

  static let within: UInt8 = 1 << 0
  static let from: UInt8 = 1 << 1
  static let into: UInt8 = 1 << 2
  /// Between a blow and its object: the siege of, the attack on.
  static let object: UInt8 = 1 << 3
  /// Words that stand between a preposition and a name: in the besieged city of Aleppo.
  static let between: UInt8 = 1 << 4
  static let areas: UInt8 = 1 << 5
  static let determiner: UInt8 = 1 << 6
  /// By way of: on neither end of a route.
  static let through: UInt8 = 1 << 7

  static let grammar = WordMap([
    ("in at inside within near outside around across over", within),
    ("from", from),
    ("to for toward towards into", into),
    ("of on for against over upon", object),
    (
      """
      the city town village capital of province eastern western northern southern central rebel held
      besieged northwestern northeastern southeastern southwestern region district war torn port
      neighbouring neighboring nearby area areas safe historic old divided coastal border
      """, between
    ),
    (
      "territory territories part parts camp camps shelter shelters places hospital hospitals",
      areas
    ),
    ("the a an this that its their his her our", determiner),
    ("via through between", through),
  ])
}
