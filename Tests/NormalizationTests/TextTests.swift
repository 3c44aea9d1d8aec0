// Decoding, repair, and what is rewritten before tokens are cut.

import Model
import Testing

@Suite struct TextTests {
  @Test(
    arguments: [
      ("co\u{AD}op\u{AD}erate", "cooperate"), ("Ka\u{200B}bul", "Kabul"),
      ("\u{FEFF}Kabul\u{FEFF}", "Kabul"), ("New\u{A0}York", "New York"),
      ("ﬁve oﬃces", "five offices"),
      ("Putin’s ‘aide’", "Putin's 'aide'"), ("Jean\u{2011}Marc", "Jean-Marc"),
      ("one\u{2028}two", "one\ntwo"), ("10\u{202F}000 men", "10 000 men"),
      ("\u{2067}Kabul\u{2069}", "Kabul"),
      ("sun ☀\u{FE0F} out", "sun ☀ out"), ("“keep” – all—of «it»", "“keep” – all—of «it»"),
      ("Ta‘izz Sanaʼa", "Ta'izz Sana'a"), ("Łódź 東京 😀 x", "Łódź 東京 😀 x"),
    ] as [(String, String)])
  func whatHidesWordsIsRewritten(_ original: String, _ expected: String) throws {
    let article = try normalized(original)
    #expect(String(decoding: article.text[..<article.length], as: UTF8.self) == expected)
    #expect(article.text.count == article.length + Article.padding)
    #expect(article.text[article.length...].allSatisfy { $0 == 0 })
    #expect(article.repairs == 0)
  }

  @Test(
    arguments: [
      [0x61, 0xff, 0x62], [0x61, 0xc0, 0xaf, 0x62], [0xe0, 0x80, 0xaf, 0x61],
      [0xf0, 0x80, 0x80, 0xaf, 0x61], [0xed, 0xa0, 0x80, 0x61],
      [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80, 0x61],
      [0x61, 0xe2, 0x82], [0x61, 0xe2], [0x61, 0xf0, 0x9f, 0x98], [0xf0, 0x9f, 0x61, 0x98],
      [0x61, 0x80, 0x80, 0xbf], [0xf4, 0x90, 0x80, 0x80, 0x61], [0xf5, 0xf8, 0xfe, 0x61],
      [0x61, 0xc3, 0xa9, 0xc3], [0xef, 0xbb, 0xbf, 0x61, 0xef, 0xbb], [0x61, 0xc3, 0xc3, 0xa9],
      [0xe2, 0x82, 0xe2, 0x82, 0xac, 0x61], [0xf1, 0x80, 0x80, 0x41],
    ] as [[UInt8]])
  func illFormedBytesAreReplacedAndCounted(_ bytes: [UInt8]) throws {
    let article = try normalized(bytes: bytes)
    // The library's decoder replaces maximal subparts too, but keeps the byte order mark.
    var expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
    if expected.first == 0xfeff { expected.removeFirst() }
    let found = String(decoding: article.original, as: UTF8.self).unicodeScalars.map(\.value)
    #expect(found == expected)
    #expect(article.repairs == expected.filter { $0 == 0xfffd }.count)
    #expect(article.repairs > 0)
  }

  @Test func randomBytesDecodeAsTheLibraryDecodesThem() throws {
    var generator = OddText(seed: 3)
    for _ in 0..<500 {
      var bytes = [UInt8](repeating: 0x61, count: 41)
      for index in 0..<40 {
        let byte = UInt8(truncatingIfNeeded: generator.next())
        bytes[index] = byte < 0x60 ? byte | 0x80 : byte
      }
      let article = try normalized(bytes: bytes)
      try #require(
        article.original.elementsEqual(String(decoding: bytes, as: UTF8.self).utf8), "\(bytes)")
    }
  }

  @Test func aWrittenReplacementCharacterIsNoRepair() throws {
    let article = try normalized("caf\u{FFFD} open")
    #expect(article.repairs == 0)
    #expect(article.strings == ["caf", "\u{FFFD}", "open"])
  }
}
