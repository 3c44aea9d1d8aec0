// Quotations without a cue of their own: the speaker goes on over sentences and paragraphs.

import Model

/// Gives bare quotations to the speaker before them.
struct ContinuedSpeech {
  private let text: SpeechText
  /// For each quotation, the attribution whose content holds it, or -1.
  private var holder: [Int32]

  /// Extends direct speech over the quotations that continue it.
  ///
  /// A quotation that begins a sentence right after quoted speech, or a paragraph that is nothing
  /// but quotations after one that holds a statement, is the same speaker's. Direct speech grows by
  /// another span; after indirect speech the quotation is a statement of its own with that source.
  static func extend(_ found: inout [Attribution], _ text: SpeechText) {
    guard !text.quotations.isEmpty else { return }
    var continued = ContinuedSpeech(text, found)
    continued.run(&found)
  }

  private init(_ text: SpeechText, _ found: [Attribution]) {
    self.text = text
    holder = [Int32](repeating: -1, count: text.quotations.count)
    for (number, attribution) in found.enumerated() {
      for range in attribution.content {
        for index in range where text.quotationOf[index] >= 0 {
          holder[Int(text.quotationOf[index])] = Int32(number)
        }
      }
    }
  }

  private mutating func run(_ found: inout [Attribution]) {
    // The attribution that speaks last before a token, in reading order.
    var next = 0
    var last = -1
    var lastEnd = 0
    for (number, quotation) in text.quotations.enumerated() {
      let start = quotation.tokens.lowerBound
      while next < found.count, found[next].cue.lowerBound < start {
        last = next
        lastEnd = max(lastEnd, found[next].clause.upperBound)
        for range in found[next].content { lastEnd = max(lastEnd, range.upperBound) }
        next += 1
      }
      if holder[number] >= 0 {
        // Its cue may follow: what comes after the quotation is the same speaker's.
        last = Int(holder[number])
        lastEnd = max(lastEnd, quotation.tokens.upperBound)
        continue
      }
      guard last >= 0, isSpeech(quotation), continues(quotation, after: lastEnd) else { continue }
      if isDirect(found[last]) {
        found[last].content.append(quotation.tokens)
        holder[number] = Int32(last)
      } else {
        let source = found[last].source
        found.append(
          Attribution(
            cue: start..<start, source: source, content: [quotation.tokens], clause: start..<start))
        holder[number] = Int32(found.count - 1)
        last = found.count - 1
        // Appended attributions lie before `next` in the text and are not read again.
        next = max(next, 0)
      }
      lastEnd = quotation.tokens.upperBound
    }
  }

  /// A sentence or more, not a name or a phrase.
  private func isSpeech(_ quotation: Quotation) -> Bool {
    let words = text.wordCount(quotation.inner)
    guard words >= 3 else { return false }
    guard quotation.isClosed else { return true }
    let last = text.kind(quotation.tokens.upperBound - 2)
    let after = quotation.tokens.upperBound
    let endsSentence =
      last == .period || last == .question || last == .exclamation
      || text.kind(after) == .period || after >= text.tokens.count
    return endsSentence && text.tokens[quotation.tokens.lowerBound + 1].isCapitalized
  }

  /// Nothing but the end of a sentence, or of a paragraph, lies between.
  private func continues(_ quotation: Quotation, after end: Int) -> Bool {
    let start = quotation.tokens.lowerBound
    if text.tokens[start].flags.contains(.paragraphStart) {
      // The paragraph must be quotation alone, and the one before it must hold the speech.
      let close = quotation.tokens.upperBound
      let isAlone =
        close >= text.tokens.count || text.tokens[close].flags.contains(.paragraphStart)
        || text.isOpening(close)
      var index = end
      var paragraphs = 0
      while index < start {
        if text.tokens[index].flags.contains(.paragraphStart) { paragraphs += 1 }
        index += 1
      }
      return isAlone && paragraphs == 0
    }
    guard start >= end, start - end <= 2 else { return start < end && start > 0 }
    return (end..<start).allSatisfy { text.tokens[$0].hash == 0 }
  }

  private func isDirect(_ attribution: Attribution) -> Bool {
    attribution.content.allSatisfy { range in
      range.allSatisfy { text.tokens[$0].hash == 0 || text.quotationOf[$0] >= 0 }
    }
  }
}
