// Speech that a colon introduces, and headlines that name their speaker before one.

import Model

/// Reads attributions whose cue is a colon.
enum ColonSpeech {
  /// Adds an attribution for every quotation behind a colon that has none yet, and for a headline.
  static func extend(
    _ found: inout [Attribution], _ text: SpeechText, sentences: [Range<Int32>]
  ) {
    if let headline = headline(text, sentences) { found.insert(headline, at: 0) }
    guard !text.quotations.isEmpty else { return }
    var taken = [Bool](repeating: false, count: text.quotations.count)
    for attribution in found {
      for range in attribution.content {
        for index in range where text.quotationOf[index] >= 0 {
          taken[Int(text.quotationOf[index])] = true
        }
      }
    }
    var added: [Attribution] = []
    var sentence = 0
    for (number, quotation) in text.quotations.enumerated() where !taken[number] {
      let start = quotation.tokens.lowerBound
      guard text.kind(start - 1) == .colon, start > 1, text.wordCount(quotation.inner) > 2 else {
        continue
      }
      while sentence < sentences.count, Int(sentences[sentence].upperBound) < start {
        sentence += 1
      }
      guard sentence < sentences.count else { break }
      let lower = Int(sentences[sentence].lowerBound)
      let colon = start - 1
      guard lower < colon else { continue }
      var attribution = Attribution(
        cue: colon..<colon + 1, source: nil, content: [quotation.tokens], clause: lower..<start)
      attribution.source =
        isLabel(lower..<colon, text) ? lower..<colon : text.clauseSubject(from: lower, to: colon)
      added.append(attribution)
    }
    guard !added.isEmpty else { return }
    found.append(contentsOf: added)
    found.sort { $0.cue.lowerBound < $1.cue.lowerBound }
  }

  /// Minister: talks will resume. Only the first sentence of an article is read so.
  private static func headline(_ text: SpeechText, _ sentences: [Range<Int32>]) -> Attribution? {
    guard let first = sentences.first, first.count > 4 else { return nil }
    let range = Int(first.lowerBound)..<Int(first.upperBound)
    guard let colon = range.prefix(8).first(where: { text.kind($0) == .colon }),
      colon > range.lowerBound, colon + 3 < range.upperBound,
      isLabel(range.lowerBound..<colon, text), !text.isOpening(colon + 1)
    else { return nil }
    var end = range.upperBound
    while end > colon + 1, text.isStop(end - 1) { end -= 1 }
    return Attribution(
      cue: colon..<colon + 1, source: range.lowerBound..<colon, content: [colon + 1..<end],
      clause: range.lowerBound..<colon + 1)
  }

  /// A name or a title alone: every word is nominal, and the first is capitalized.
  private static func isLabel(_ range: Range<Int>, _ text: SpeechText) -> Bool {
    range.count <= 7 && text.tokens[range.lowerBound].isCapitalized
      && range.allSatisfy {
        text.isNominal($0) && (text.tokens[$0].isCapitalized || !text.isWord($0))
      }
  }
}
