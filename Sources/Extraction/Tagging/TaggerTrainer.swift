// Trains the name tagger: an averaged structured perceptron over labelled articles.

package import Model

/// A labelled article: what `dragoman-lexicon train` reads.
package struct LabelledArticle {
  package var article: Article
  /// Spans in scalars of the article's text with the type as the corpus names it.
  package var entities: [(span: Span, type: String)]

  package init(article: Article, entities: [(span: Span, type: String)]) {
    self.article = article
    self.entities = entities
  }
}

/// Learns weights from labelled articles; deterministic for given articles, order and seed.
///
/// The perceptron is that of Collins (2002), with averaged weights; features are hashed into a
/// fixed number of rows, so that training and use share their collisions.
package struct TaggerTrainer {
  private struct Window {
    var features: [UInt64]
    var gold: [Int]
  }

  private let shift: UInt64
  private let log2: Int
  private var weights: [SIMD8<Float>]
  private var totals: [SIMD8<Float>]
  private var transitions = [SIMD8<Float>](repeating: .zero, count: 9)
  private var transitionTotals = [SIMD8<Float>](repeating: .zero, count: 9)
  /// Sums of the averaged weights of earlier beginnings.
  private var learnt: [SIMD8<Float>] = []
  private var learntTransitions = [SIMD8<Float>](repeating: .zero, count: 9)
  private var windows: [Window] = []
  private var clock: Float = 1

  /// - Parameter log2Rows: the model has two to this power rows of eight bytes.
  package init(log2Rows: Int) {
    log2 = log2Rows
    shift = UInt64(64 - log2Rows)
    weights = [SIMD8<Float>](repeating: .zero, count: 1 << log2Rows)
    totals = [SIMD8<Float>](repeating: .zero, count: 1 << log2Rows)
  }

  /// Begins to learn anew, from the same windows; what was learnt so far is kept for the average.
  ///
  /// The order of the windows moves a perceptron's weights by more than many a feature does; the
  /// mean over several orders is better than any one of them and depends on chance far less.
  package mutating func beginAnother() {
    keep()
    for row in weights.indices {
      weights[row] = .zero
      totals[row] = .zero
    }
    for row in transitions.indices {
      transitions[row] = .zero
      transitionTotals[row] = .zero
    }
    clock = 1
  }

  /// Adds the averaged weights of the passes so far to the sums of what was learnt.
  private mutating func keep() {
    if learnt.isEmpty { learnt = [SIMD8<Float>](repeating: .zero, count: weights.count) }
    for row in weights.indices { learnt[row] += weights[row] - totals[row] / clock }
    for row in transitions.indices {
      learntTransitions[row] += transitions[row] - transitionTotals[row] / clock
    }
  }

  /// Adds an article's windows to the training data.
  package mutating func add(_ labelled: LabelledArticle, lexicon: Lexicon) {
    var matcher = PhraseMatcher(lexicon: lexicon)
    var analysis = Analysis(lexicon: lexicon)
    analysis.begin(labelled.article, &matcher)
    let gold = TaggerTrainer.tags(of: labelled, analysis)
    var tagger = NameTagger(lexicon: lexicon, model: nil)
    tagger.prepare(analysis)
    var collected: [Window] = []
    tagger.forEachWindow(analysis) { window, tagger in
      let features = Array(tagger.windowFeatures[0..<window.count * TagFeatures.count])
      var labels = window.map { gold[$0] }
      // A name that begins before the window, in lower case (east Jerusalem), begins with it here:
      // no path of the decoder starts inside a name.
      if let first = Tag(rawValue: labels[0]), first.isInside { labels[0] -= 1 }
      collected.append(Window(features: features, gold: labels))
    }
    windows.append(contentsOf: collected)
  }

  /// Gold labels by token; names that cut through tokens are left out.
  private static func tags(of labelled: LabelledArticle, _ analysis: borrowing Analysis) -> [Int] {
    var tags = [Int](repeating: 0, count: labelled.article.tokens.count)
    var starts: [Int32: Int] = [:]
    var ends: [Int32: Int] = [:]
    for index in labelled.article.tokens.indices {
      let span = analysis.span(Int32(index)..<Int32(index + 1))
      starts[span.start] = index
      ends[span.end] = index
    }
    for (span, type) in labelled.entities {
      guard let first = starts[span.start], let last = ends[span.end], first <= last,
        let kind = kind(of: type, analysis.entries[first])
      else { continue }
      for index in first...last {
        tags[index] = Tag.of(kind, isFirst: index == first).rawValue
      }
    }
    return tags
  }

  /// The corpora's types; a nationality is what the tables call a demonym.
  private static func kind(of type: String, _ entry: TokenEntry) -> NameSpan.Kind? {
    switch type.uppercased() {
    case "PER", "PERSON": .person
    case "ORG", "ORGANIZATION": .organization
    case "LOC", "LOCATION", "GPE", "FACILITY", "FAC": .place
    case "NORP", "MISC":
      entry.summary.has(.demonym) || entry.summary.has(.regionDemonym) ? .nationality : nil
    default: nil
    }
  }

  /// Number of windows collected.
  package var windowCount: Int { windows.count }

  /// One pass over all windows in a shuffled order; returns the share of windows tagged right.
  package mutating func epoch(seed: UInt64) -> Double {
    var order = Array(windows.indices)
    var generator = SplitMix(state: seed)
    order.shuffle(using: &generator)
    var right = 0
    var scratch = WindowScratch()
    for index in order {
      if update(windows[index], &scratch) { right += 1 }
      clock += 1
    }
    return Double(right) / Double(max(1, windows.count))
  }

  private mutating func update(_ window: Window, _ scratch: inout WindowScratch) -> Bool {
    let count = window.gold.count
    scratch.resize(count)
    for position in 0..<count {
      var sum = SIMD8<Float>()
      for offset in position * TagFeatures.count..<(position + 1) * TagFeatures.count {
        sum += weights[Int(truncatingIfNeeded: window.features[offset] >> shift)]
      }
      scratch.emissions[position] = SIMD8<Int32>(sum * 64)
    }
    scratch.viterbi(
      count, transitions.enumerated().map { Tag.masked(SIMD8<Int32>($1 * 64), after: $0) })
    if (0..<count).allSatisfy({ scratch.labels[$0] == window.gold[$0] }) { return true }
    var goldBefore = Tag.count
    var ownBefore = Tag.count
    for position in 0..<count {
      let gold = window.gold[position]
      let own = scratch.labels[position]
      if gold != own {
        var change = SIMD8<Float>()
        change[gold] += 1
        change[own] -= 1
        for offset in position * TagFeatures.count..<(position + 1) * TagFeatures.count {
          let row = Int(truncatingIfNeeded: window.features[offset] >> shift)
          weights[row] += change
          totals[row] += change * clock
        }
      }
      if goldBefore != ownBefore || gold != own {
        transitions[goldBefore][gold] += 1
        transitionTotals[goldBefore][gold] += clock
        transitions[ownBefore][own] -= 1
        transitionTotals[ownBefore][own] -= clock
      }
      goldBefore = gold
      ownBefore = own
    }
    return false
  }

  /// The averaged weights in the form that ``TagModel`` maps.
  ///
  /// Scaled so that the sum over a token's features fits 16 bits; the one weight in ten thousand
  /// that is larger than that is cut.
  package mutating func modelBytes() -> [UInt8] {
    beginAnother()
    var magnitudes: [Float] = []
    for value in learnt {
      for lane in 0..<8 where value[lane] != 0 { magnitudes.append(abs(value[lane])) }
    }
    magnitudes.sort()
    let top = magnitudes.isEmpty ? 1 : magnitudes[magnitudes.count - 1 - magnitudes.count / 10_000]
    let limit = Float(Int16.max) / Float(TagFeatures.count + 1)
    let scale = limit / max(top, 0.001)
    var out: [UInt8] = []
    func append(_ word: UInt32) {
      withUnsafeBytes(of: word.littleEndian) { out.append(contentsOf: $0) }
    }
    append(TagModel.magic)
    append(UInt32(log2))
    for previous in 0..<9 {
      let row = learntTransitions[previous] * scale
      for next in 0..<8 { append(UInt32(bitPattern: Int32(row[next].rounded()))) }
    }
    append(0)
    append(0)
    for sum in learnt {
      let value = sum * scale
      for lane in 0..<8 {
        let word = UInt16(
          bitPattern: Int16(max(-limit, min(limit, value[lane])).rounded(.towardZero)))
        out.append(UInt8(truncatingIfNeeded: word))
        out.append(UInt8(word >> 8))
      }
    }
    return out
  }
}

/// A small seeded generator, so that training repeats itself (SplitMix64, Steele et al. 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
