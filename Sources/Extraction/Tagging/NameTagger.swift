// Finds names by a linear model over windows of capitalized words, decoded with Viterbi.

import Model

/// Tags persons, organizations, places and nationalities; one instance belongs to one worker.
struct NameTagger {
  private let lexicon: Lexicon
  private let model: TagModel?
  private var features = TagFeatures()
  private var scratch = WindowScratch()

  init(lexicon: Lexicon, model: TagModel? = TagModel.builtIn) {
    self.lexicon = lexicon
    self.model = model
  }

  /// Fills the analysis's names.
  mutating func tag(_ analysis: inout Analysis) {
    guard let model else { return }
    prepare(analysis)
    var names: [NameSpan] = []
    swap(&names, &analysis.names)
    forEachWindow(analysis) { window, tagger in
      tagger.decode(window, model)
      tagger.collect(window, into: &names)
    }
    swap(&names, &analysis.names)
  }

  /// Reads what the features need of the whole article.
  mutating func prepare(_ analysis: borrowing Analysis) { features.prepare(analysis) }

  /// Visits all windows of an article with their features ready in the scratch.
  mutating func forEachWindow(
    _ analysis: borrowing Analysis, _ body: (Range<Int>, inout NameTagger) -> Void
  ) {
    let isAllCapitals = analysis.article.isAllCapitals
    analysis.article.tokens.withUnsafeBufferPointer { tokens in
      analysis.entries.withUnsafeBufferPointer { entries in
        analysis.article.text.withUnsafeBufferPointer { text in
          for sentence in analysis.article.sentences {
            let range = Int(sentence.lowerBound)..<Int(sentence.upperBound)
            TagWindows.find(
              in: range, tokens, entries, analysis.marks, isAllCapitals: isAllCapitals
            ) { window in
              fill(window, tokens, entries, analysis.marks, text, isAllCapitals)
              body(window, &self)
            }
          }
        }
      }
    }
  }

  private mutating func fill(
    _ window: Range<Int>, _ tokens: UnsafeBufferPointer<Token>,
    _ entries: UnsafeBufferPointer<TokenEntry>, _ marks: borrowing TokenMarks,
    _ text: UnsafeBufferPointer<UInt8>, _ isAllCapitals: Bool
  ) {
    scratch.resize(window.count)
    TagWindows.runs(of: window, tokens, entries, marks, into: &scratch.runs)
    coverWindow(window, entries)
    let model = model
    scratch.features.withUnsafeMutableBufferPointer { all in
      for (offset, index) in window.enumerated() {
        let part = UnsafeMutableBufferPointer(
          rebasing: all[offset * TagFeatures.count..<(offset + 1) * TagFeatures.count])
        features.write(
          index, run: scratch.runs[offset], cover: scratch.covers[offset], tokens: tokens,
          entries: entries, text: text, isAllCapitals: isAllCapitals, into: part)
        model?.prefetch(UnsafeBufferPointer(part))
      }
    }
  }

  /// For each token the kinds of the longest name phrase over it, and whether it begins, goes on or
  /// ends there.
  private mutating func coverWindow(
    _ window: Range<Int>, _ entries: UnsafeBufferPointer<TokenEntry>
  ) {
    for offset in 0..<window.count { scratch.covers[offset] = 0 }
    var index = window.lowerBound
    while index < window.upperBound {
      let entry = entries[index]
      guard entry.phrase >= 0, entry.phraseSummary.hasAny(PhraseMatcher.names) else {
        index += 1
        continue
      }
      let end = min(Int(entry.end), window.upperBound)
      let kinds = UInt64(entry.phraseSummary.bits & PhraseMatcher.names)
      let length = UInt64(min(end - index, 3))
      for at in index..<end {
        let place: UInt64 = at == index ? 1 : at == end - 1 ? 3 : 2
        scratch.covers[at - window.lowerBound] = kinds << 8 | length << 4 | place
      }
      index = end
    }
  }

  // MARK: Decoding

  /// The best labels of the window, into the scratch.
  private mutating func decode(_ window: Range<Int>, _ model: TagModel) {
    scratch.features.withUnsafeBufferPointer { all in
      for offset in 0..<window.count {
        let part = UnsafeBufferPointer(
          rebasing: all[offset * TagFeatures.count..<(offset + 1) * TagFeatures.count])
        scratch.emissions[offset] = model.score(part)
      }
    }
    scratch.viterbi(window.count, model.transitions)
  }

  private func collect(_ window: Range<Int>, into names: inout [NameSpan]) {
    var index = 0
    while index < window.count {
      guard let tag = Tag(rawValue: scratch.labels[index]), let kind = tag.kind else {
        index += 1
        continue
      }
      var end = index + 1
      while end < window.count, let next = Tag(rawValue: scratch.labels[end]),
        kind == .nationality ? false : next.isInside && next.kind == kind
      {
        end += 1
      }
      let start = Int32(window.lowerBound + index)
      names.append(NameSpan(tokens: start..<Int32(window.lowerBound + end), kind: kind))
      index = end
    }
  }

  /// Features of the window visited last: ``TagFeatures/count`` for each token.
  var windowFeatures: [UInt64] { scratch.features }
}

/// Arrays that decoding reuses from window to window.
struct WindowScratch {
  var features: [UInt64] = []
  var covers: [UInt64] = []
  var runs: [Range<Int>] = []
  var emissions: [SIMD8<Int32>] = []
  var labels: [Int] = []
  private var back: [SIMD8<Int32>] = []

  mutating func resize(_ count: Int) {
    guard emissions.count < count else { return }
    let size = max(16, count * 2)
    features = [UInt64](repeating: 0, count: size * TagFeatures.count)
    covers = [UInt64](repeating: 0, count: size)
    emissions = [SIMD8<Int32>](repeating: .zero, count: size)
    labels = [Int](repeating: 0, count: size)
    back = [SIMD8<Int32>](repeating: .zero, count: size)
  }

  /// What an impossible label scores; two of them still fit.
  static let never = Int32.min / 4

  /// Fills ``labels`` with the best path through the first `count` emissions; what may not follow
  /// has ``never`` among the transitions.
  mutating func viterbi(_ count: Int, _ transitions: [SIMD8<Int32>]) {
    var scores = emissions[0] &+ transitions[Tag.count]
    for position in 1..<max(1, count) {
      var next = SIMD8<Int32>(repeating: WindowScratch.never)
      var from = SIMD8<Int32>()
      for previous in 0..<Tag.count {
        let candidate = transitions[previous] &+ scores[previous]
        let isBetter = candidate .> next
        next.replace(with: candidate, where: isBetter)
        from.replace(with: Int32(previous), where: isBetter)
      }
      let emission = emissions[position]
      next = (next &+ emission).replacing(
        with: WindowScratch.never, where: next .<= WindowScratch.never)
      scores = next
      back[position] = from
    }
    var best = 0
    for tag in 1..<Tag.count where scores[tag] > scores[best] { best = tag }
    for position in stride(from: count - 1, through: 0, by: -1) {
      labels[position] = best
      best = Int(back[position][best])
    }
  }
}
