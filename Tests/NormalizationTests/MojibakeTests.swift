// Text that was decoded wrongly before it came here, and text that only looks like it.

import Model
import Normalization
import Testing

@Suite struct MojibakeTests {
  /// What a text becomes when its UTF-8 is read as windows-1252.
  static func wrong(_ text: String) -> String {
    let marks: [UInt8: String] = [
      0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ",
      0x89: "‰", 0x8a: "Š", 0x8b: "‹", 0x8c: "Œ", 0x8e: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“",
      0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9a: "š", 0x9b: "›",
      0x9c: "œ", 0x9e: "ž", 0x9f: "Ÿ",
    ]
    return text.utf8.map { marks[$0] ?? String(Unicode.Scalar($0)) }.joined()
  }

  @Test(
    arguments: [
      "“Žižek” spoke – naïve…", "café in Genève", "Erdoğan’s aide", "£5 and “six”", "Łódź, “yes”",
      "it’s 😀", "São Paulo’s mayor", "“Yes,” he said — “no.”",
    ], [1, 2])
  func repaired(text: String, times: Int) throws {
    var broken = text
    for _ in 0..<times { broken = Self.wrong(broken) }
    let sound = try normalized(text)
    let article = try normalized(broken)
    #expect(article.strings == sound.strings, "\(broken)")
    #expect(article.repairs == text.unicodeScalars.count { $0.value > 0x7f })
    // What came is kept as it came, and offsets point into it.
    #expect(String(decoding: article.original, as: UTF8.self) == broken)
    func slice(_ article: Article, _ token: Token) -> String {
      let scalars = Array(String(decoding: article.original, as: UTF8.self).unicodeScalars)
      let start = Int(article.offsets.scalar(of: token.start))
      let end = Int(article.offsets.scalar(of: token.end))
      return scalars[start..<end].map { String($0) }.joined()
    }
    for (token, meant) in zip(article.tokens, sound.tokens) {
      var word = slice(sound, meant)
      for _ in 0..<times { word = Self.wrong(word) }
      #expect(slice(article, token) == word)
    }
  }

  @Test(arguments: [
    "O “CORAÇÃO” e a “IRMÔ", "Ärger, Öl, Ã la carte", "“Ä” – Å", "naïve café", "A² and B³ ½ ©",
    "Â", "Ã", "â", "â€", "€ 5", "FRANÇA: Ã“", "ð", "Ø§",
  ])
  func leftAlone(text: String) throws {
    let article = try normalized("x " + text)
    #expect(article.repairs == 0)
    #expect(article.strings == (try normalized("x " + text)).strings)
    #expect(
      String(decoding: article.text[..<article.length], as: UTF8.self)
        == "x " + text.replacing("’", with: "'"))
  }

  @Test func titles() throws {
    var normalizer = Normalizer()
    let raw = RawArticle(
      archive: "a", ordinal: 0, title: Array(Self.wrong("Erdoğan’s café").utf8),
      text: Array("Talks.".utf8))
    #expect(try normalizer.normalize(raw).get().title == "Erdoğan’s café")
  }
}
