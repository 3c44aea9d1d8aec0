// What the time extractor makes of made-up sentences.

import Model

extension TimeExtractor: ExemplifiedExtractor {
  /// `TYPE value text`.
  static func lines(of analysis: borrowing Analysis) -> [String] {
    var lines: [String] = []
    for time in analysis.times {
      lines.append("\(time.type.rawValue) \(time.value) \(analysis.flatText(time.tokens))")
    }
    return lines
  }

  static let examples: [ExtractorExample] = [
    // 2016-12-16 was a Friday.
    ExtractorExample(
      "They met on Wednesday.", published: "2016-12-16", lines: ["DATE 2016-12-14 Wednesday"]),
    ExtractorExample(
      "They met Friday.", published: "2016-12-16", lines: ["DATE 2016-12-16 Friday"]),
    ExtractorExample(
      "Talks will resume on Monday.", published: "2016-12-16", lines: ["DATE 2016-12-19 Monday"]),
    ExtractorExample(
      "The day before yesterday it rained; tomorrow it snows.", published: "2016-12-16",
      lines: ["DATE 2016-12-14 The day before yesterday", "DATE 2016-12-17 tomorrow"]),
    ExtractorExample(
      "Earlier this week the port closed, as it did last month.", published: "2016-12-16",
      lines: ["DATE 2016-W50 Earlier this week", "DATE 2016-11 last month"]),
    ExtractorExample(
      "He left yesterday morning and slept little last night.", published: "2016-12-16",
      lines: ["TIME 2016-12-15TMO yesterday morning", "TIME 2016-12-15TNI last night"]),
    ExtractorExample(
      "The war began in early 2011 and lasted until December 2015.",
      lines: ["DATE 2011 early 2011", "DATE 2015-12 December 2015"]),
    ExtractorExample(
      "Signed on 16 December 2016, amended on March 3, 2017.",
      lines: ["DATE 2016-12-16 16 December 2016", "DATE 2017-03-03 March 3, 2017"]),
    ExtractorExample(
      "It closed on Dec. 28 after a fire.", published: "2017-01-04",
      lines: ["DATE 2016-12-28 Dec. 28"]),
    ExtractorExample("She lived there in the 1990s.", lines: ["DATE 199 the 1990s"]),
    ExtractorExample(
      "The six-year siege ended after three days of rain.",
      lines: ["DURATION P6Y six-year", "DURATION P3D three days"]),
    ExtractorExample("They waited for two hours.", lines: ["DURATION PT2H two hours"]),
    ExtractorExample(
      "The bus runs every day and the boat weekly.",
      lines: ["SET P1D every day", "SET P1W weekly"]),
    ExtractorExample(
      "The dam broke three years ago.", published: "2016-12-16",
      lines: ["DATE 2013 three years ago"]),
    ExtractorExample(
      "The train left at 3:40 p.m.", published: "2016-12-16",
      lines: ["TIME 2016-12-16T15:40 3:40 p.m."]),
    // Nothing: no publication day, ages, names, counts.
    ExtractorExample("They met on Wednesday.", lines: []),
    ExtractorExample("A 31-year-old man may march.", published: "2016-12-16", lines: []),
    ExtractorExample("Mrs May bought 2011 houses.", published: "2016-12-16", lines: []),
  ]
}
