// What stands before a name: Turkish Foreign Minister, U.S. Secretary of State, Gen.

import Model

/// The titles and the nationality before a person's name.
struct TitlePhrase {
  /// All of it, up to the name; empty when there is none.
  var tokens: Range<Int32>
  /// The office in lower case: foreign minister.
  var role: PoolString?
  /// 0 unknown, 1 male, 2 female.
  var gender = 0
  /// Row of the country that the phrase names, or 0xffff.
  var country = 0xffff

  /// Reads leftwards from the first token of a name.
  static func before(_ name: Int32, _ analysis: borrowing Analysis) -> TitlePhrase {
    var phrase = TitlePhrase(tokens: name..<name)
    let sentence = analysis.article.sentences[Int(analysis.sentenceOfToken[Int(name)])]
    var end = name
    var isFirst = true
    while end > sentence.lowerBound {
      guard let (start, row) = title(endingAt: end, sentence.lowerBound, analysis) else { break }
      let title = analysis.lexicon.title(row)
      let role = title.role
      if phrase.role == nil || isFirst, !role.isEmpty { phrase.role = role }
      if phrase.gender == 0 { phrase.gender = title.gender }
      end = start
      isFirst = false
    }
    // Without a title only an adjective before the name can tell the country.
    if end > sentence.lowerBound, end < name {
      var at = end - 1
      // Turkey's foreign minister; Turkish Foreign Minister; former US President
      while at > sentence.lowerBound, modifiers.contains(analysis.article.tokens[Int(at)].hash) {
        at -= 1
      }
      if analysis.article.tokens[Int(at)].kind == .possessive, at > sentence.lowerBound { at -= 1 }
      for start in stride(from: at, through: max(sentence.lowerBound, at - 2), by: -1) {
        let range = start..<at + 1
        let row =
          analysis.rows(of: range, .demonym).first ?? analysis.rows(of: range, .country).first
        if let row, analysis.article.tokens[Int(start)].isCapitalized {
          phrase.country = row
          end = start
          break
        }
      }
    }
    phrase.tokens = end..<name
    return phrase
  }

  private static let modifiers = WordSet("former deputy acting then interim outgoing late ex new")

  /// The longest title that ends before a token: where it starts and its row.
  private static func title(
    endingAt end: Int32, _ limit: Int32, _ analysis: borrowing Analysis
  ) -> (start: Int32, row: Int)? {
    // Titles end with a capitalized word or with one that is a title by itself.
    let last = analysis.article.tokens[Int(end) - 1]
    guard last.kind == .word,
      last.isCapitalized || analysis.entries[Int(end) - 1].summary.has(.title)
    else { return nil }
    for start in max(limit, end - 5)..<end {
      let range = start..<end
      if let row = analysis.rows(of: range, .title).first { return (start, row) }
    }
    return nil
  }
}
