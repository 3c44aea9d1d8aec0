// The extraction stage: an article becomes a record.

package import Model

/// Runs the extractors over articles. One instance belongs to one worker.
package struct Extractor: ~Copyable {
  private let lexicon: Lexicon
  private var matcher: PhraseMatcher
  private var tagger: NameTagger
  private var components: [any AnalysisExtractor]
  /// Serves article after article, so that its arrays need not be made anew.
  private var analysis: Analysis

  /// An extraction stage with the extractors that are named, or all of them.
  ///
  /// An extractor that another needs runs all the same: statements need actors, actors venues.
  ///
  /// - Parameter weights: a tagger's weights, as ``TaggerTrainer/modelBytes()`` gives them, instead
  ///   of those that ship with the product.
  package init(
    lexicon: Lexicon = .builtIn, extract names: Set<String>? = nil, weights: [UInt8]? = nil
  ) {
    self.lexicon = lexicon
    matcher = PhraseMatcher(lexicon: lexicon)
    analysis = Analysis(lexicon: lexicon)
    tagger = NameTagger(
      lexicon: lexicon, model: weights.map { TagModel(copying: $0) } ?? TagModel.builtIn)
    let wanted = names ?? Set(analysisExtractors.map { $0.name })
    let last = analysisExtractors.lastIndex { wanted.contains($0.name) }
    components = []
    for (index, type) in analysisExtractors.enumerated() where index <= (last ?? -1) {
      let isBase = type.name == "venues" || type.name == "actors"
      if isBase || wanted.contains(type.name) { components.append(type.init(lexicon: lexicon)) }
    }
  }

  /// The record of one article.
  package mutating func extract(_ article: Article) -> Record {
    analysis.begin(article, &matcher)
    tagger.tag(&analysis)
    for index in components.indices { components[index].extract(&analysis) }
    return RecordBuilder.record(of: analysis)
  }
}
