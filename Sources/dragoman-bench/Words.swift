// The vocabulary of the benchmark's news: names that the tables know, and words that they do not.

/// Lists that ``Grammar`` draws from.
enum Words {
  static let templates = [
    "$P met $P in $C on $D to discuss the $S.",
    "\"The $S will not $S,\" $P told reporters in $C.",
    "\u{201c}We have $S and the $S,\u{201d} said $F, a spokesman for the $G in $C.",
    "At least $n people were killed and $n others wounded when $G attacked $C, $A officials said.",
    "$P said on $D that $N would $S if $N did not $S.",
    "Talks between $N and $N are expected to take place in $C next week, the $A foreign ministry said.",
    "According to $F, more than $n civilians had left $C for $C since $D.",
    "The $A government accused $G of $S near $C, a charge that $L denied.",
    "$L, who was quoted as saying by state media, added that the $S were \"$S\".",
    "About $n troops from $N have been sent to $C, said $P.",
    "$G claimed responsibility for the attack, in which $n soldiers died.",
    "Speaking in $C after a meeting with $F, $L called on $N to $S.",
    "The United Nations Security Council voted on $D to $S in $N.",
    "Protesters in $C demanded that $P resign, and police detained $n of them.",
    "$N and $N signed an agreement worth $$$n million on the $S, $F said.",
    "In $C, the capital, $n homes were destroyed, the $G said in a statement.",
  ]

  static let headlines = [
    "$L says $N ready for talks in $C", "At least $n killed in attack on $C",
    "$A leader meets $L in $C", "$G denies role in $C fighting", "$N, $N agree to $S",
  ]

  static let people = list(
    """
    Vladimir Putin|Recep Tayyip Erdogan|Barack Obama|Angela Merkel|Xi Jinping|Shinzo Abe|Ban Ki-moon
    Bashar al-Assad|Sergei Lavrov|John Kerry|François Hollande|Theresa May|Narendra Modi
    Nursultan Nazarbayev|Hassan Rouhani|Benjamin Netanyahu|Mahmoud Abbas|Abdel Fattah el-Sisi
    Haider al-Abadi|Petro Poroshenko|Justin Trudeau|Jean-Claude Juncker|Jens Stoltenberg
    Staffan de Mistura|Federica Mogherini|Mevlüt Çavuşoğlu|Ashraf Ghani|Nicolás Maduro|Park Geun-hye
    Rodrigo Duterte|Muhammadu Buhari|Joseph Kabila|Jacob Zuma|Malcolm Turnbull|Donald Trump
    Samantha Power|Vitaly Churkin|Dmitry Peskov|Boris Johnson|Frank-Walter Steinmeier|Salva Kiir
    """)

  static let titles = list(
    """
    President|Prime Minister|Foreign Minister|Defence Minister|Secretary of State|Chancellor|Mr.
    Turkish President|Russian Foreign Minister|U.N. envoy|Interior Minister|General|Senator
    """)

  static let firstNames = list(
    """
    Ahmed|Maria|John|Fatima|Ivan|Elena|David|Sarah|Mohammed|Anna|Carlos|Mei|Yusuf|Olga|Peter|Aisha
    Michael|Hiroshi|Claire|Ibrahim|Nadia|Thomas|Leila|Sergei|Paulo|Grace|Omar|Ingrid|Rafael|Amina
    """)

  static let familyNames = list(
    """
    Hassan|Petrov|Smith|Garcia|Tanaka|Okafor|Müller|Rossi|Khan|Novak|Silva|Ivanova|Cohen|Nguyen|Kim
    Andersen|Mbeki|Haddad|Schmidt|Dubois|O'Brien|Kowalski|Fernandez|Yilmaz|Ali|Johnson|Popescu|Diallo
    """)

  static let cities = list(
    """
    Aleppo|Astana|Tokyo|Geneva|Moscow|Ankara|Istanbul|Damascus|Baghdad|Mosul|Washington|Beijing|Paris
    London|Berlin|Brussels|Vienna|Kiev|Tehran|Jerusalem|Gaza|Cairo|Tripoli|Khartoum|Juba|Nairobi|Abuja
    Kinshasa|Pretoria|New Delhi|Islamabad|Kabul|Seoul|Pyongyang|Manila|Jakarta|Canberra|Mexico City
    Bogota|Caracas|Buenos Aires|New York|Los Angeles|Chicago|Homs|Idlib|Raqqa|Kirkuk|Sanaa|Aden
    Mogadishu|Goma|Maiduguri|Donetsk|Minsk|Riga|Warsaw|Athens|Rome|Madrid|Lisbon|Oslo|Stockholm
    """)

  static let countries = list(
    """
    Russia|Turkey|Syria|Iran|Iraq|Japan|China|the United States|France|Germany|Britain|Ukraine|Israel
    Egypt|Libya|Sudan|South Sudan|Kenya|Nigeria|the Democratic Republic of the Congo|South Africa
    India|Pakistan|Afghanistan|South Korea|North Korea|the Philippines|Indonesia|Mexico|Colombia
    Venezuela|Argentina|Brazil|Yemen|Somalia|Poland|Greece|Italy|Spain|Kazakhstan|Saudi Arabia|Qatar
    """)

  static let nationalities = list(
    """
    Russian|Turkish|Syrian|Iranian|Iraqi|Japanese|Chinese|American|French|German|British|Ukrainian
    Israeli|Egyptian|Libyan|Sudanese|Nigerian|Indian|Pakistani|Afghan|Korean|Mexican|Colombian|Saudi
    """)

  static let groups = list(
    """
    Islamic State|Hezbollah|the Taliban|Boko Haram|al-Shabaab|the United Nations|NATO|Amnesty International
    the European Union|the African Union|the Red Cross|Hamas|the PKK|the World Bank|FARC|Human Rights Watch
    the Syrian Observatory for Human Rights|the International Monetary Fund|the World Health Organization
    """)

  static let agencies = list("Reuters|AP|AFP|TASS|Interfax|Xinhua|Anadolu|Kyodo|dpa|EFE")
  static let outlets = list("Bench Post|Bench Gazette|Bench Times|Bench Herald|Bench Daily")
  static let weekdays = list("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday")
  static let months = list("Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec")

  static let function = list(
    """
    the|of|and|to|in|a|that|for|on|with|as|was|by|at|from|its|has|had|which|after|their|over|were
    under|between|into|before|against|during|without|through|about|but|or|than|while|because|since
    """)

  static let adjectives = list(
    """
    new|old|large|small|early|late|public|local|foreign|common|recent|final|main|strong|long|serious
    heavy|weak|open|private|annual|severe|rural|urban|narrow|formal|sudden|steady|joint|fragile|bitter
    remote|broad|quiet|costly|likely|senior|junior|northern|southern|coastal|monthly|limited|former
    """)

  static let nouns = list(
    """
    market|water|budget|road|school|report|company|price|family|harvest|bridge|election|worker|law
    court|hospital|plan|project|season|player|game|film|song|field|engine|river|border|trade|factory
    crop|bank|loan|debt|rate|tax|growth|year|month|week|hour|team|union|member|leader|party|house
    village|farm|truck|train|port|ship|airport|flight|storm|flood|fire|winter|summer|power|energy
    oil|gas|coal|wind|science|research|student|teacher|doctor|patient|drug|disease|food|grain|meat
    street|building|office|worker|job|wage|strike|pension|insurance|customer|store|product|software
    network|phone|computer|system|design|model|test|result|study|figure|survey|percent|share|stock
    investor|profit|loss|deal|contract|merger|brand|museum|church|festival|tourist|hotel|visitor
    kitchen|garden|forest|animal|bird|fish|lake|mountain|valley|coast|island|weather|climate|carbon
    judge|lawyer|trial|charge|sentence|prison|police|officer|crime|weapon|case|evidence|witness
    letter|book|author|reader|page|article|editor|newspaper|channel|camera|picture|audience|voice
    reason|question|answer|problem|idea|chance|change|effort|measure|decision|agreement|condition
    """)

  static let verbs = list(
    """
    rose|fell|began|ended|grew|came|went|made|took|gave|found|kept|left|held|brought|lost|paid|sent
    built|sold|opened|closed|moved|turned|reached|remained|showed|offered|followed|created|increased
    declined|improved|delayed|approved|rejected|announced|considered|reported|planned|needed|caused
    """)

  private static func list(_ text: String) -> [String] {
    text.split { $0 == "|" || $0 == "\n" }.map(String.init)
  }
}
