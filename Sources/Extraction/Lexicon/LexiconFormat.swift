// The compiled form of the knowledge tables: flat sections that are mapped, not parsed.

import Model

/// Layout of the compiled lexicon: a header, a section table, and arrays of little-endian words.
///
/// Everything is 8-byte aligned. Strings lie in one pool, each behind a 16-bit length; a string is
/// named by its offset there, and 0 is the empty string.
enum LexiconFormat {
  /// `DRGMLEX` and the version of the layout.
  static let magic: UInt64 = 0x0358_454c_4d47_5244

  /// The sections, in the order of the section table.
  enum Section: Int, CaseIterable {
    /// Open-addressed table: high 32 bits a tag, low 32 bits phrase + 1 and the two flags.
    case slots
    /// For phrase i the first of its senses; one more at the end.
    case phraseSenses
    /// Kind in the high 8 bits, row in the low 24.
    case senses
    /// One byte a phrase: ``CaseRule``.
    case rules
    /// One word a phrase: ``PhraseSummary``.
    case summaries
    case places, countries, actors, roles, titles, verbs, vocabulary
    case strings
    /// A bit for each state of two words: see ``Lexicon/hasPair(_:)``. Its length is a power of
    /// two.
    case pairs
    /// One 64-bit word: the digest of the tables that it was compiled from.
    case digest
  }

  /// 32-bit words in a row of each table.
  static let placeWords = 8
  static let countryWords = 10
  static let actorWords = 8
  static let roleWords = 6
  static let titleWords = 3
  static let verbWords = 2
  static let vocabularyWords = 3

  /// Set in a slot's value when longer phrases begin with these words.
  static let hasLonger: UInt32 = 1 << 31
  /// Set when one of those longer phrases may begin in lower case; most words of a text are in
  /// lower case, and need not be followed further without it.
  static let hasLongerLower: UInt32 = 1 << 30

  /// How the words in the text must be written to be this phrase.
  enum CaseRule: UInt8 {
    /// Any way: titles, verbs, closed classes.
    case any
    /// First and last word capitalized.
    case capitalized
    /// All capitals: acronyms.
    case capitals
  }

  /// The state after one more word of a phrase.
  @inline(__always)
  static func advance(_ state: UInt64, _ word: UInt64) -> UInt64 {
    Folding.finish((state &* 0x9e37_79b9_7f4a_7c15) ^ word)
  }

  /// Where probing for a state begins.
  @inline(__always)
  static func slot(_ state: UInt64, mask: UInt64) -> Int {
    Int(truncatingIfNeeded: (state >> 20) & mask)
  }

  /// What is compared of a state; never 0, so that an empty slot is 0.
  @inline(__always)
  static func tag(_ state: UInt64) -> UInt64 {
    (state &* 0xff51_afd7_ed55_8ccd) & 0xffff_ffff_0000_0000 | 1 << 63
  }

  /// The bit of ``Section/pairs`` that a state of two words has.
  @inline(__always)
  static func pairBit(_ state: UInt64, mask: UInt64) -> (byte: Int, bit: UInt8) {
    (Int(truncatingIfNeeded: (state >> 3) & mask), 1 << UInt8(state & 7))
  }

  /// Stands for the `'s` of a possessive inside a name: People's Republic.
  static let possessive = Folding.hash(of: "'s".utf8)
}

/// What a phrase can mean.
package struct Sense: Hashable, Sendable {
  package enum Kind: UInt8, CaseIterable, Sendable {
    case place, country, demonym, regionDemonym, actor, title, name, verb, vocabulary, caseStatistic
    /// The family name of an actor, alone.
    case family
  }

  package var kind: Kind
  /// Row of the kind's table; for names and case statistics the value itself.
  package var row: Int
}

/// The senses of a phrase in brief: kinds in the low 16 bits, ``NameBits`` and rank in the next 8,
/// level of the case statistics (15 when unknown) in the high ones.
struct PhraseSummary {
  var bits: UInt32

  static let none = PhraseSummary(bits: 15 << 24)

  @inline(__always)
  func has(_ kind: Sense.Kind) -> Bool { bits & (1 << UInt32(kind.rawValue)) != 0 }

  @inline(__always)
  func hasAny(_ kinds: UInt32) -> Bool { bits & kinds != 0 }

  /// Bits of ``NameBits``.
  var name: Int { Int(bits >> 16 & 0x1f) }
  /// 1 very common to 5 rare, 0 when it is no name.
  var nameRank: Int { Int(bits >> 21 & 0x7) }
  /// Whether the phrase is one of the user's tables.
  var isOverlay: Bool {
    get { bits >> 31 != 0 }
    set { bits = bits & ~(1 << 31) | (newValue ? 1 << 31 : 0) }
  }
  /// Whether the word stands inside or before names in lower case: see ``TagWindows``.
  var isParticle: Bool { bits & PhraseSummary.particle != 0 }
  static let particle: UInt32 = 1 << 28
  /// Whether the word joins the parts of an organization's name: see ``TagWindows``.
  var isConnector: Bool { bits & PhraseSummary.connector != 0 }
  static let connector: UInt32 = 1 << 29
  /// 0 always lower case to 7 always capitalized, 15 unknown.
  var caseLevel: Int { Int(bits >> 24 & 0xf) }

  static func mask(_ kinds: Sense.Kind...) -> UInt32 {
    kinds.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }
}

/// Splits a phrase as the tokenizer splits text.
enum PhraseWords {
  /// Hashes of the folded words; hyphens and commas separate, apostrophes and periods vanish.
  static func hashes(of phrase: some StringProtocol) -> [UInt64] {
    var out: [UInt64] = []
    for word in words(of: phrase) {
      out.append(word == "'s" ? LexiconFormat.possessive : Folding.hash(of: word.utf8))
    }
    return out
  }

  /// The words, with `'s` on its own.
  static func words(of phrase: some StringProtocol) -> [Substring] {
    var out: [Substring] = []
    let plain = String(phrase).replacingCurlyApostrophes()
    for part in plain.split(whereSeparator: { separators.contains($0) }) {
      if part.hasSuffix("'s") && part.utf8.count > 2 {
        out.append(part.dropLast(2))
        out.append("'s")
      } else if part.hasSuffix("s'") && part.utf8.count > 2 {
        out.append(part.dropLast(1))
        out.append("'s")
      } else if part.contains("&"), part.utf8.count > 5 || part.utf8.count == 1 {
        out.append(contentsOf: part.split(separator: "&"))
      } else if part.unicodeScalars.contains(where: { Folding.letters(of: $0.value) != 0 }) {
        out.append(part)
      }
    }
    return out
  }

  private static let separators: Set<Character> = [
    " ", "-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", ",", "/", "(", ")", "\"", "“", "”",
    "\u{a0}", ":", ";", "!", "?",
  ]
}

extension String {
  fileprivate func replacingCurlyApostrophes() -> String {
    guard contains(where: { $0 == "’" || $0 == "‘" || $0 == "ʼ" }) else { return self }
    return String(map { $0 == "’" || $0 == "‘" || $0 == "ʼ" ? "'" : $0 })
  }
}
