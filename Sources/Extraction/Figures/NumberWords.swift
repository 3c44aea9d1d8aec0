// Number words and their values.

import Model

/// Words that make numbers.
enum NumberWord {
  enum Kind: UInt32 {
    /// One to nineteen.
    case unit = 1
    /// Twenty to ninety.
    case ten
    case hundred
    /// Thousand, million, billion.
    case scale
    /// Dozens, hundreds, thousands: no exact number.
    case vague
    /// Dozen, score: counted in themselves.
    case dozen
    case half, quarter, several
  }

  /// Words with their kind and value.
  static let forms: [(word: String, kind: Kind, value: Int)] = {
    var out: [(word: String, kind: Kind, value: Int)] = []
    let units = """
      one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
      sixteen seventeen eighteen nineteen
      """.split(whereSeparator: \.isWhitespace)
    for (index, word) in units.enumerated() { out.append((String(word), .unit, index + 1)) }
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ")
    for (index, word) in tens.enumerated() { out.append((String(word), .ten, (index + 2) * 10)) }
    out += [
      ("hundred", .hundred, 100), ("thousand", .scale, 1_000), ("million", .scale, 1_000_000),
      ("billion", .scale, 1_000_000_000), ("trillion", .scale, 1_000_000_000_000),
      ("bn", .scale, 1_000_000_000), ("mn", .scale, 1_000_000),
      ("dozens", .vague, 24), ("scores", .vague, 40), ("tens", .vague, 20),
      ("hundreds", .vague, 200), ("thousands", .vague, 2_000), ("millions", .vague, 2_000_000),
      ("billions", .vague, 2_000_000_000), ("dozen", .dozen, 12), ("score", .dozen, 20),
      ("half", .half, 0), ("quarter", .quarter, 0), ("several", .several, 3), ("few", .several, 3),
      ("couple", .several, 2),
    ]
    return out
  }()

  /// From a word to its place in ``forms``, counted from 1.
  private static let places = WordTable(
    forms.enumerated().map { ($0.element.word, UInt32($0.offset + 1)) })

  /// Kind and value of a word that ``FigureWord/number`` marks.
  static func value(_ hash: UInt64) -> (kind: Kind, value: Int)? {
    let place = places[hash]
    guard place > 0 else { return nil }
    let form = forms[Int(place) - 1]
    return (form.kind, form.value)
  }
}
