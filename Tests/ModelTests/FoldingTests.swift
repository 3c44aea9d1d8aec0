// Folding: the spellings of one name are one word, and different names are not.

import Model
import Testing

@Suite struct FoldingTests {
  @Test(
    arguments: [
      ["Erdoğan", "ERDOĞAN", "Erdogan", "ERDOGAN", "Erdog\u{306}an"],
      ["Sana'a", "Sanaa", "Sana’a", "SANA‘A", "Sanaʿa", "Sana`a"],
      ["İstanbul", "Istanbul", "ISTANBUL", "istanbul", "ıstanbul"],
      ["Straße", "Strasse", "STRASSE"],
      ["Łódź", "Lodz", "LÓDŹ", "Lo\u{301}dz\u{301}"],
      ["Đukanović", "Dukanovic", "ĐUKANOVIĆ", "Đukanovic\u{301}"],
      ["U.S.", "US", "u.s"],
      ["São", "Sao", "SA\u{303}O"],
      ["Ærø", "AEro", "æRO"],
      ["Œuvre", "oeuvre"],
      ["Þór", "thor"],
      ["Nguyễn", "Nguyen", "NGUYỄN"],
      ["Țurcanu", "Turcanu", "Ţurcanu"],
      ["Əliyev", "Aliyev", "əliyev"],
    ] as [[String]])
  func spellingsOfOneNameAreOneWord(_ spellings: [String]) {
    let hashes = Set(spellings.map { Folding.hash(of: $0.utf8) })
    #expect(hashes.count == 1, "\(spellings.map { Folding.folded($0) })")
  }

  @Test func differentNamesStayApart() {
    let names = [
      "Iran", "Iraq", "Niger", "Nigeria", "Путин", "Пути", "محمد", "東京", "al-Assad", "alAssad",
      "Abd", "Bad", "Dab", "",
    ]
    #expect(Set(names.map { Folding.hash(of: $0.utf8) }).count == names.count)
  }

  @Test(
    arguments: [
      ("Erdoğan", "erdogan"), ("Straße", "strasse"), ("Ĳssel", "ijssel"), ("New York", "new york"),
      ("al-Assad", "al-assad"), ("", ""), ("'", ""), ("Москва", "Москва"),
    ] as [(String, String)])
  func foldedFormsAreReadable(_ name: String, _ folded: String) {
    #expect(Folding.folded(name) == folded)
  }

  /// The table has exactly one entry for each letter from U+00C0 to U+017F.
  @Test(
    arguments: [
      (0xc0, "a"), (0xd7, "×"), (0xdf, "ss"), (0xf7, "÷"), (0xff, "y"), (0x100, "a"), (0x111, "d"),
      (0x131, "i"), (0x133, "ij"), (0x142, "l"), (0x148, "n"), (0x153, "oe"), (0x161, "s"),
      (0x178, "y"), (0x17e, "z"), (0x17f, "s"), (0x180, "ƀ"),
    ] as [(UInt32, String)])
  func latinLettersFoldByCodePoint(_ value: UInt32, _ folded: String) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(Folding.folded(String(Character(scalar))) == folded)
  }

  @Test func hashesAreNeverZero() {
    #expect(Folding.finish(0) != 0)
    #expect(Folding.hash(of: "".utf8) != 0)
    #expect(Folding.mix(0) == 0)
  }

  /// Byte by byte, or in blocks of eight as the tokenizer takes them from the text.
  @Test(arguments: ["kabul", "damascus", "ouagadougou", "antananarivoville"])
  func blocksAgreeWithBytes(_ word: String) {
    var hash = WordHash.seed
    var bytes = Array(word.utf8)
    while bytes.count >= 8 {
      hash = WordHash.mix(hash, block(bytes.prefix(8)))
      bytes.removeFirst(8)
    }
    hash = WordHash.mix(hash, block(bytes[...]))
    #expect(Folding.mix(hash) == Folding.hash(of: word.uppercased().utf8))
  }

  private func block(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
