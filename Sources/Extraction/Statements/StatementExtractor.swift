// Who said what: direct, indirect and mixed speech with its source.

import Model

/// Finds statements: content, source, cue, speaker, carrier, venue and addressee.
struct StatementExtractor: AnalysisExtractor {
  static let name = "statements"
  static let summary = "direct, indirect and mixed speech with its source, cue and venue"

  init(lexicon: Lexicon) {}

  mutating func extract(_ analysis: inout Analysis) {
    let sentences = analysis.article.sentences
    let text = SpeechText(analysis)
    var attributions = AttributionFinder.find(in: text, sentences: sentences)
    ColonSpeech.extend(&attributions, text, sentences: sentences)
    ContinuedSpeech.extend(&attributions, text)
    analysis.statements.reserveCapacity(attributions.count)
    for index in attributions.indices {
      // The spans are moved out: nobody needs them afterwards.
      var content: [Range<Int>] = []
      swap(&content, &attributions[index].content)
      let mode = StatementExtractor.mode(of: content, text)
      let attribution = attributions[index]
      if content.contains(where: \.isEmpty) { content.removeAll(where: \.isEmpty) }
      guard !content.isEmpty else { continue }
      var draft = StatementDraft(mode: mode, content: content)
      draft.source = attribution.source.map(StatementExtractor.narrow)
      if !attribution.cue.isEmpty { draft.cue = StatementExtractor.narrow(attribution.cue) }
      draft.speaker = SpeakerLinker.actor(of: attribution.source, text, analysis)
      draft.via = SpeakerLinker.actor(of: attribution.via, text, analysis)
      draft.addressee = SpeakerLinker.actor(of: attribution.addressee, text, analysis)
      draft.venue = SpeakerLinker.venue(of: attribution, text, analysis)
      // A venue that the words around its name gave no part was where this was said.
      if draft.venue >= 0, analysis.venues[Int(draft.venue)][.mention] > 0 {
        analysis.venues[Int(draft.venue)][.mention] -= 1
        analysis.venues[Int(draft.venue)][.speech] += 1
      }
      analysis.statements.append(draft)
    }
  }

  private static func narrow(_ range: Range<Int>) -> Range<Int32> {
    Int32(range.lowerBound)..<Int32(range.upperBound)
  }

  /// Direct when every word lies between quotation marks, indirect when none does; marks around
  /// one or two words only, scare quotes, leave speech indirect.
  static func mode(of content: [Range<Int>], _ text: SpeechText) -> Statement.Mode {
    var outside = false
    var inside = false
    for range in content {
      var index = range.lowerBound
      while index < range.upperBound {
        if let quotation = text.quotation(at: index) {
          let end = min(range.upperBound, quotation.tokens.upperBound)
          let words = text.wordCount(index..<end)
          let isAll = index == range.lowerBound && end == range.upperBound
          if words > 2 || isAll && words > 0 { inside = true }
          index = max(end, index + 1)
        } else {
          if text.tokens[index].hash != 0 { outside = true }
          index += 1
        }
      }
    }
    return !outside ? .direct : inside ? .mixed : .indirect
  }
}
