// Offsets point into the original text, whatever normalization changed.

import Model
import Testing

@Suite struct OffsetTests {
  /// For every token, the slice of the original by scalars is the token when normalized again.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func slicesOfTheOriginalAreTheTokens(_ seed: UInt64) throws {
    var generator = OddText(seed: seed)
    for round in 0..<250 {
      let text = "x " + generator.text(scalars: 20 + round)
      let article = try normalized(text)
      let scalars = Array(String(decoding: article.original, as: UTF8.self).unicodeScalars)
      #expect(scalars.elementsEqual(text.unicodeScalars))
      var last: Int32 = 0
      for token in article.tokens {
        let start = article.offsets.scalar(of: token.start)
        let end = article.offsets.scalar(of: token.end)
        try #require(last <= start && start < end && Int(end) <= scalars.count, "seed \(seed)")
        last = end
        var slice = String.UnicodeScalarView()
        slice.append(contentsOf: scalars[Int(start)..<Int(end)])
        let again = try normalized("x " + String(slice))
        let bytes = again.text[2..<again.length]
        try #require(
          bytes.elementsEqual(article.text[Int(token.start)..<Int(token.end)]),
          "seed \(seed) round \(round): \(article.string(token)) at \(start)")
      }
    }
  }

  @Test func offsetsAreMonotoneForEveryByte() throws {
    var generator = OddText(seed: 11)
    for _ in 0..<100 {
      let article = try normalized("x" + generator.text(scalars: 300))
      var last: Int32 = 0
      for byte in 0...Int32(article.length) {
        let scalar = article.offsets.scalar(of: byte)
        try #require(scalar >= last)
        last = scalar
      }
      let count = String(decoding: article.original, as: UTF8.self).unicodeScalars.count
      #expect(Int(last) == count)
    }
  }

  @Test func unchangedTextNeedsNoAnchors() throws {
    #expect(try normalized("Plain text, “but”".filter(\.isASCII)).offsets.anchors.isEmpty)
    // One scalar for one byte, though it took three.
    #expect(try normalized("Putin’s aide\u{A0}left").offsets.anchors.isEmpty)
  }
}
