// What the figure extractor makes of made-up sentences.

import Model

extension FigureExtractor: ExemplifiedExtractor {
  /// `measure qualifier low[-high] subject`.
  static func lines(of analysis: borrowing Analysis) -> [String] {
    var lines: [String] = []
    for figure in analysis.figures {
      var line = "\(figure.measure.rawValue) \(figure.qualifier.rawValue) \(figure.low)"
      if let high = figure.high { line += "-\(high)" }
      if let subject = figure.subject { line += " " + analysis.flatText(subject) }
      lines.append(line)
    }
    return lines
  }

  static let examples: [ExtractorExample] = [
    ExtractorExample("The blast killed at least 12 people.", lines: ["killed atLeast 12 people"]),
    ExtractorExample(
      "Twenty-five miners were killed and 40 others were injured.",
      lines: ["killed exact 25 miners", "wounded exact 40 others"]),
    ExtractorExample(
      "The flood left 30 dead and about 1,200 homeless.",
      lines: ["killed exact 30", "displaced about 1200"]),
    ExtractorExample(
      "The death toll rose to more than 470.", lines: ["killed moreThan 470"]),
    ExtractorExample(
      "A monitor put the death toll from the ten-year war at nearly 90,000 people.",
      lines: ["killed nearly 90000 people"]),
    ExtractorExample(
      "Half a million people have fled and a quarter of a million were evacuated.",
      lines: ["displaced exact 500000 people", "evacuated exact 250000"]),
    ExtractorExample(
      "Between 20 and 30 hostages are missing.", lines: ["missing exact 20-30 hostages"]),
    ExtractorExample(
      "Police arrested 15 to 20 demonstrators.", lines: ["detained exact 15-20 demonstrators"]),
    ExtractorExample(
      "Dozens of villagers were abducted.", lines: ["kidnapped about 24 villagers"]),
    ExtractorExample(
      "Tens of thousands of people marched.", lines: ["participants about 20000 people"]),
    ExtractorExample(
      "Some 5,000 troops crossed the river.", lines: ["troops about 5000 troops"]),
    ExtractorExample(
      "Donors pledged $4.5 million and 300,000 euros.",
      lines: ["money exact 4500000", "money exact 300000"]),
    ExtractorExample(
      "At least 7,500 civilians have left the town.", lines: ["evacuated atLeast 7500 civilians"]),
    ExtractorExample(
      "Gunmen shot and killed two guards and three drivers.",
      lines: ["killed exact 2 guards", "killed exact 3 drivers"]),
    ExtractorExample(
      "REBELS KILLED THREE SOLDIERS AND WOUNDED FIVE.",
      lines: ["killed exact 3 SOLDIERS", "wounded exact 5"]),
    // No figure: killers, dates, ages, shares, things.
    ExtractorExample("Four gunmen killed a priest.", lines: []),
    ExtractorExample("He was killed on 12 May and buried 3 days later.", lines: []),
    ExtractorExample("Anna Roth, 31, was killed.", lines: []),
    ExtractorExample("About 40 percent were injured.", lines: []),
    ExtractorExample("The storm destroyed 200 houses in 2012.", lines: []),
  ]
}
