// The words around a figure: numbers, measures, people, and what a figure cannot count.

import Model

/// Classes of words around figures, as bits of one table look-up.
enum FigureWord {
  /// Begins or goes on with a number: see ``NumberWord``.
  static let number: UInt32 = 1 << 0
  /// Names people: civilians, passengers.
  static let people: UInt32 = 1 << 1
  static let troops: UInt32 = 1 << 2
  /// Units of time, length and weight, months: a number beside them counts nobody.
  static let unit: UInt32 = 1 << 3
  static let auxiliary: UInt32 = 1 << 4
  static let determiner: UInt32 = 1 << 5
  static let preposition: UInt32 = 1 << 6
  static let conjunction: UInt32 = 1 << 7
  /// Begins a clause: that, who, after, when.
  static let clause: UInt32 = 1 << 8
  static let currency: UInt32 = 1 << 9

  /// After the counted, passive or as a participle: 12 people were killed.
  static let passive: UInt32 = 1 << 10
  /// Before the counted: killed 12 people.
  static let transitive: UInt32 = 1 << 11
  /// The counted does it: 12 people died.
  static let intransitive: UInt32 = 1 << 12
  /// Names the counted by what became of them: 12 refugees; weaker than any verb.
  static let noun: UInt32 = 1 << 13
  /// Says what became of the counted: 12 dead, 12 arrests.
  static let state: UInt32 = 1 << 16
  /// Stands before `of` and the counted: the deaths of 12.
  static let act: UInt32 = 1 << 17
  /// Names a count: the death toll, the number of.
  static let count: UInt32 = 1 << 14
  /// Leads from a count to its number: rose to, stands at, reached.
  static let reach: UInt32 = 1 << 15

  private static let measureShift: UInt32 = 24

  /// The measure that a word speaks of.
  static func measure(_ bits: UInt32) -> Figure.Measure? {
    let index = Int(bits >> measureShift)
    return index == 0 ? nil : Figure.Measure.allCases[index - 1]
  }

  private static func bits(_ measure: Figure.Measure) -> UInt32 {
    UInt32((Figure.Measure.allCases.firstIndex(of: measure) ?? 0) + 1) << measureShift
  }

  private static func verbs(
    _ measure: Figure.Measure, both: String, transitive: String = "", intransitive: String = "",
    noun: String = "", strong: String = "", act: String = ""
  ) -> [(word: String, bits: UInt32)] {
    let bits = bits(measure)
    return WordTable.list(both, bits | FigureWord.passive | FigureWord.transitive)
      + WordTable.list(transitive, bits | FigureWord.transitive)
      + WordTable.list(intransitive, bits | FigureWord.intransitive)
      + WordTable.list(noun, bits | FigureWord.noun)
      + WordTable.list(strong, bits | FigureWord.state)
      + WordTable.list(act, bits | FigureWord.act)
  }

  static let table = WordTable(
    NumberWord.forms.map { ($0.word, number) }
      + verbs(
        .killed, both: "killed slain murdered executed massacred slaughtered assassinated beheaded",
        transitive: """
          killing kills kill murdering murder executing massacring slaughtering assassinating
          slaying beheading
          """,
        intransitive: "died die dies dying perished perish drowned",
        strong: "dead deaths fatalities casualties corpses bodies killed slain",
        act: """
          death deaths killing murder murders assassination massacre execution slaughter lives
          killings
          """)
      + verbs(
        .wounded, both: "wounded injured hurt maimed",
        transitive: "wounding injuring hurting injures wounds injure maiming",
        strong: "wounded injured injuries", act: "wounding injury")
      + verbs(
        .missing, both: "", intransitive: "disappeared vanished", strong: "missing",
        act: "disappearance")
      + verbs(
        .detained, both: "detained arrested jailed imprisoned captured",
        transitive: "detaining arresting jailing capturing", noun: "detainees",
        strong: "arrests detained arrested",
        act: "arrest arrests detention capture")
      + verbs(
        .kidnapped, both: "kidnapped abducted", transitive: "kidnapping abducting",
        noun: "hostages captives", act: "kidnapping abduction")
      + verbs(
        .displaced, both: "displaced uprooted", transitive: "displacing uprooting",
        intransitive: "fled flee fleeing", noun: "refugees",
        strong: "displaced homeless", act: "displacement")
      + verbs(
        .evacuated, both: "evacuated", transitive: "evacuating", intransitive: "left",
        noun: "evacuees", strong: "evacuated", act: "evacuation")
      + verbs(
        .participants, both: "",
        intransitive: """
          marched gathered rallied demonstrated protested attended participated assembled marching
          gathering
          """,
        noun: "demonstrators protesters protestors marchers participants delegates attendees")
      + WordTable.list(
        "troops soldiers servicemen marines fighters peacekeepers paratroopers", troops | people)
      + WordTable.list(
        """
        people persons civilians men women children boys girls officers policemen police officials
        guerrillas rebels insurgents militants gunmen terrorists extremists students peasants
        farmers workers miners passengers crew residents villagers citizens others victims members
        bystanders journalists priests jesuits nuns teachers doctors aid personnel guards migrants
        families inhabitants youths pilgrims worshippers worshipers tourists inmates prisoners
        patients employees individuals person child woman man soldier policeman civilian officer
        leaders activists supporters militiamen combatants attackers bombers subversives
        """, people)
      + WordTable.list(
        """
        percent pct per cent percentage points year years month months week weeks day days hour
        hours minute minutes second seconds decade decades century centuries night nights
        kilometer kilometers kilometre kilometres km miles mile meters metres meter feet foot
        inches tons tonnes kg kilograms kilos kilo pounds barrels liters litres acres hectares
        degrees oclock pm am times january february march april june july august september october
        november december jan feb mar apr jun jul aug sep sept oct nov dec houses homes buildings
        vehicles cars trucks buses bombs rockets missiles shells attacks explosions blasts bullets
        planes helicopters countries cities towns villages places provinces votes seats cases
        rounds shots
        """, unit)
      + WordTable.list(
        "dollars dollar euros euro rubles roubles ruble yen yuan rupees pesos francs marks usd eur",
        currency)
      + WordTable.list(
        "has have had was were is are been be being were will would could may might", auxiliary)
      + WordTable.list("the a an this these those his her their its our some", determiner)
      + WordTable.list(
        """
        of in on at by for from with about against into during through under between among near
        across along outside inside around since to
        """, preposition)
      + WordTable.list("and or plus", conjunction)
      + WordTable.list(
        """
        that who which when while after before because although though if where as whom but said
        says adding including
        """, clause)
      + WordTable.list("toll number total", count)
      + WordTable.list(
        """
        at to of is was stands stood reached reaches reaching passed exceeded exceeds hit rose
        climbed topped surpassed are were
        """, reach))
}
