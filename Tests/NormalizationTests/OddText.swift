// Random text of everything that normalization knows, from a seed.

/// Makes the same texts from the same seed (SplitMix64).
struct OddText: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  private static let pieces: [String] = [
    "a", "B", "said", "The", "U.S.", "Mr. ", "7", "1,000", " ", " ", " ", "  ", "\n", "\r\n", "\r",
    "\t", ".", ". ", ",", "!", "?", ";", ":", "'", "''", "\"", "`", "``", "-", "--", " - ", "_",
    "(",
    ")", "/", "&", "\u{0}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{2060}", "\u{A0}",
    "\u{202F}", "\u{3000}", "\u{2028}", "\u{85}", "ﬁ", "ﬃ", "ﬆ", "é", "e\u{301}", "\u{301}", "Ğ",
    "ß", "Ł", "’", "‘", "“", "”", "„", "«", "»", "–", "—", "…", "£", "Москва", "東京", "😀",
    "👩‍👩‍👧", "\u{FE0F}", "\u{2011}", "ʼ", "´", "\u{FFFD}", "\u{10FFFF}", "\u{E0001}",
  ]

  /// About `scalars` scalars of text.
  mutating func text(scalars: Int) -> String {
    var out = ""
    for _ in 0..<scalars {
      out += Self.pieces[Int(next() % UInt64(Self.pieces.count))]
    }
    return out
  }
}
