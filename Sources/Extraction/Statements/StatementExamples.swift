// What the statement extractor makes of made-up sentences.

import Model

extension StatementExtractor: ExemplifiedExtractor {
  /// `mode | source | cue | content / content`, with `- ` for what is missing.
  static func lines(of analysis: borrowing Analysis) -> [String] {
    var lines: [(start: Int, text: String)] = []
    for statement in analysis.statements {
      var parts: [String] = []
      for range in statement.content {
        parts.append(analysis.flatText(Int32(range.lowerBound)..<Int32(range.upperBound)))
      }
      let source = statement.source.map { analysis.flatText($0) } ?? "-"
      let cue = statement.cue.map { analysis.flatText($0) } ?? "-"
      lines.append(
        (
          statement.content.map(\.lowerBound).min() ?? 0,
          "\(statement.mode.rawValue) | \(source) | \(cue) | \(parts.joined(separator: " / "))"
        ))
    }
    return lines.sorted { $0.start < $1.start }.map(\.text)
  }

  static let examples: [ExtractorExample] = [
    ExtractorExample(
      "The minister said that the bridge would reopen in May.",
      lines: ["indirect | The minister | said | that the bridge would reopen in May"]),
    ExtractorExample(
      "Mayor Ida Brandt said the harbour was closed.",
      lines: ["indirect | Mayor Ida Brandt | said | the harbour was closed"]),
    ExtractorExample(
      "\"The road is safe,\" said Colonel Omar Haddad.",
      lines: ["direct | Colonel Omar Haddad | said | \"The road is safe,\""]),
    ExtractorExample(
      "“We will not leave,” she said. “This is our home.”",
      lines: ["direct | she | said | “We will not leave,” / “This is our home.”"]),
    ExtractorExample(
      "“The talks,” he added, “are going nowhere.”",
      lines: ["direct | he | added | “The talks,” / “are going nowhere.”"]),
    ExtractorExample(
      "The dam is full, engineers said on Monday.",
      lines: ["indirect | engineers | said | The dam is full"]),
    ExtractorExample(
      "According to the Red Cross, four villages are cut off.",
      lines: ["indirect | the Red Cross | According to | four villages are cut off"]),
    ExtractorExample(
      "Four villages are cut off, according to the Red Cross.",
      lines: ["indirect | the Red Cross | according to | Four villages are cut off"]),
    ExtractorExample(
      "The envoy told reporters in Bern that a truce was near.",
      lines: ["indirect | The envoy | told | that a truce was near"]),
    ExtractorExample(
      "“It is over,” he was quoted as saying by a local radio station.",
      lines: ["direct | he | was quoted as saying | “It is over,”"]),
    ExtractorExample(
      "The general denied that his troops had fired, but said one shell went astray.",
      lines: [
        "indirect | The general | denied | that his troops had fired",
        "indirect | The general | said | one shell went astray",
      ]),
    ExtractorExample(
      "He called the plan “a gift to the rebels” and left.",
      lines: ["mixed | He | called | the plan “a gift to the rebels”"]),
    ExtractorExample(
      "The union vowed to strike on Friday.",
      lines: ["indirect | The union | vowed | to strike on Friday"]),
    ExtractorExample(
      "The governor was clear: “Nobody crosses this river tonight.”",
      lines: ["direct | The governor | : | “Nobody crosses this river tonight.”"]),
    ExtractorExample(
      "“We began at dawn,” the captain said.\n\n“Then the fog came down.”",
      lines: ["direct | the captain | said | “We began at dawn,” / “Then the fog came down.”"]),
    ExtractorExample(
      "The bank said it would close.\n\n“We had no choice left.”",
      lines: [
        "indirect | The bank | said | it would close",
        "direct | The bank | - | “We had no choice left.”",
      ]),
    ExtractorExample(
      "A monitoring group put the death toll at more than 200.",
      lines: ["indirect | A monitoring group | put | the death toll at more than 200"]),
    ExtractorExample(
      "Lena Moor, the chief judge, said the trial would go on.",
      lines: ["indirect | Lena Moor, the chief judge | said | the trial would go on"]),
    // No speech: a scare quote, a noun that looks like a cue, a condition.
    ExtractorExample("The so-called “ghost fleet” sailed at night.", lines: []),
    ExtractorExample("The report lay on his desk.", lines: []),
    ExtractorExample("If both sides agree to the plan, the guns fall silent.", lines: []),
  ]
}
