// Words, numbers and marks of news text.

import Model
import Testing

@Suite struct TokenizerTests {
  @Test(
    arguments: [
      ("Mr. Karimi met Lt. Col. Dawson.", "Mr.|Karimi|met|Lt.|Col.|Dawson|."),
      ("J. K. Osei and A.B. Tembo", "J.|K.|Osei|and|A.B.|Tembo"),
      ("The U.S. and the U.N. agreed.", "The|U.S.|and|the|U.N.|agreed|."),
      ("at 5 p.m. today", "at|5|p.m.|today"),
      ("Bashar al-Assad spoke", "Bashar|al|-|Assad|spoke"),
      ("Cote d'Ivoire and O'Brien", "Cote|d'Ivoire|and|O'Brien"),
      ("Cote d’Ivoire’s port", "Cote|d'Ivoire|'s|port"),
      ("Jean-Marc Ayrault", "Jean|-|Marc|Ayrault"),
      ("1,500 dead, 2.5 mln hurt", "1,500|dead|,|2.5|mln|hurt"),
      ("in 1994, 800,000 fled", "in|1994|,|800,000|fled"),
      ("Lavrov's aides' cars", "Lavrov|'s|aides|'|cars"),
      ("they don't, we've, I'm, she'll", "they|don't|,|we|'ve|,|I|'m|,|she|'ll"),
      ("talks--long ones -- end", "talks|--|long|ones|--|end"),
      ("talks – long ones—end", "talks|–|long|ones|—|end"),
      ("a 3-day truce - a first", "a|3|-|day|truce|-|a|first"),
      ("AT&T and P&O sold", "AT&T|and|P&O|sold"),
      ("Sana'a, Ta’izz", "Sana'a|,|Ta'izz"),
      ("\"Stop!\" he said...", "\"|Stop|!|\"|he|said|..."),
      ("``Stop,'' he said", "``|Stop|,|''|he|said"),
      ("No. 5 and no.", "No.|5|and|no|."),
      ("on Feb. 3 in Mar. 2016", "on|Feb.|3|in|Mar.|2016"),
      ("Côte Zoë", "Côte|Zoë"),
      ("one\u{0}two\tthree", "one|two|three"),
      ("$5 (£3) 10%", "$|5|(|£|3|)|10|%"),
      ("B-52s and G20", "B|-|52s|and|G20"),
      ("", ""),
    ] as [(String, String)])
  func textIsCutIntoTokens(_ text: String, _ expected: String) throws {
    // The last word keeps an empty text from being refused.
    let article = try normalized(text + "\nEnd")
    #expect(article.strings.dropLast().joined(separator: "|") == expected)
  }

  @Test(
    arguments: [
      ("\"Go,\" he said", "open . close"), ("“Go,” he said", "open . close"),
      ("“Go,\" he said", "open . close"), ("«Go», he said", "open close ."),
      ("``Go,'' he said", "open . close"), ("''Go,'' he said", "open . close"),
      ("„Go“ said", "open open"), ("(\"Go\")", ". open close ."),
      ("He said—\"Go—\" and left", ". open . close"),
      ("He said--\"Go--\" and left", ". open . close"),
      ("\"But—\", he said", "open . close ."), ("said: \" Go \" he", ". open close"),
    ] as [(String, String)])
  func quotationMarksKnowTheirDirection(_ text: String, _ expected: String) throws {
    let kinds = try normalized(text).tokens.compactMap { token -> String? in
      switch token.kind {
      case .openQuote: "open"
      case .closeQuote: "close"
      case .word, .number: nil
      default: "."
      }
    }
    #expect(kinds.joined(separator: " ") == expected)
  }

  @Test func wordsBetweenQuotationMarksAreFlagged() throws {
    let article = try normalized("He said \"we go\nWe stay\" now “or never\" again")
    let quoted = article.tokens.filter { $0.flags.contains(.quoted) && $0.kind == .word }
    // A paragraph's end closes what its author left open.
    #expect(quoted.map { article.string($0) } == ["we", "go", "or", "never"])
  }

  @Test(
    arguments: [
      ("Kabul", [.initialCapital, .hasLower]), ("KABUL", [.initialCapital, .allCapitals]),
      ("kabul", [.hasLower]), ("USAid", [.initialCapital, .hasLower]),
      ("G20", [.initialCapital, .hasDigit]),
      ("U.S.", [.initialCapital, .allCapitals, .abbreviation]),
      ("I", [.initialCapital, .initial]), ("a", [.hasLower, .initial]),
      ("Ángel", [.initialCapital, .hasLower, .nonASCII]),
      ("ŁÓDŹ", [.initialCapital, .allCapitals, .nonASCII]),
    ] as [(String, [Token.Flags])])
  func flagsTellAWordsForm(_ word: String, _ flags: [Token.Flags]) throws {
    let article = try normalized("so \(word), end")
    let bits = flags.reduce(Token.Flags.spaceBefore.rawValue) { $0 | $1.rawValue }
    #expect(try #require(article.token(word)).flags.rawValue == bits)
  }

  @Test(arguments: [
    "Erdoğan", "ERDOĞAN", "Sana'a", "U.S.", "O'Brien", "Straße", "Đukanović", "İstanbul", "ﬁnal",
    "co\u{AD}operate", "2.5", "G20", "AT&T", "Москва", "e\u{301}tat", "p.m.", "ordinary",
  ])
  func hashesAreThoseOfTheTables(_ word: String) throws {
    let article = try normalized("so \(word) it is")
    // Numbers and acronyms keep a mark that folding would drop: they are hashed as written.
    var hash = Folding.hash(of: word.utf8)
    if word == "2.5" {
      var digits = WordHash()
      for byte in "2.5".utf8 { digits.add(byte) }
      hash = digits.value
    }
    if word == "ﬁnal" { hash = Folding.hash(of: "final".utf8) }
    if word.contains("\u{AD}") { hash = Folding.hash(of: "cooperate".utf8) }
    #expect(article.tokens[1].hash == hash)
  }

  @Test func marksHaveNoHash() throws {
    let article = try normalized("One, two; \"three\" -- (four)'s.")
    for token in article.tokens {
      #expect((token.hash == 0) == (token.kind != .word), "\(article.string(token))")
    }
  }

  @Test func textOfMarksAloneMayHaveATokenForEachByte() throws {
    let article = try normalized("a" + String(repeating: ",;", count: 50_000))
    #expect(article.tokens.count == 100_001)
    #expect(article.tokens.last?.end == 100_001)
  }

  @Test(arguments: ["\u{301}", "a'", "a.b.", "'", "\"", "(\"", "--", "No. ", "&", "é"])
  func repetitionTakesLinearTime(_ unit: String) throws {
    let article = try normalized("x " + String(repeating: unit, count: 100_000))
    #expect(Int(article.tokens.last?.end ?? 0) >= 99_999)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func wrappedLinesAreOneParagraph(_ end: String) throws {
    let lines = [
      "    The ministry said that rain had", "fallen in the north of the country,",
      "and that roads were closed until", "further notice.", "    Markets stayed open.",
    ]
    let article = try normalized(lines.joined(separator: end))
    let starts = article.tokens.filter { $0.flags.contains(.paragraphStart) }
    #expect(starts.map { article.string($0) } == ["The", "Markets"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func wiresInCapitalsAreWrappedToo(_ end: String) throws {
    let lines = [
      "THE BANK SAID ON", "MONDAY THAT THE RATE", "WOULD STAY AT FIVE", "PCT.", "    ALL ELSE WAS",
      "AS BEFORE.", "    NONE SPOKE.",
    ]
    let article = try normalized(lines.joined(separator: end))
    let starts = article.tokens.filter { $0.flags.contains(.paragraphStart) }
    #expect(starts.map { article.string($0) } == ["THE", "ALL", "NONE"])
    #expect(article.isAllCapitals)
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\n\n", "\u{2029}", "\u{85}", "\u{c}"])
  func linesThatEndSentencesAreParagraphs(_ end: String) throws {
    let article = try normalized(
      ["Rain fell.", "Roads closed.", "All was well."].joined(separator: end))
    let starts = article.tokens.filter { $0.flags.contains(.paragraphStart) }
    #expect(starts.map { article.string($0) } == ["Rain", "Roads", "All"])
  }
}
