// The subcommand that trains the name tagger from labelled articles.

import ArgumentParser
import Extraction
import Foundation
import Model
import Normalization

/// `train`: learns the weights of the name tagger.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Trains the name tagger from labelled articles.",
    discussion: """
      An article is a JSON object a line with `text` and `entities`, each with `start` and `end` \
      in Unicode scalars and a `type` (PER, ORG, LOC, NORP and their longer names). Objects whose \
      ids differ only behind their last hyphen are sentences of one article and are joined. A file \
      that is named twice counts twice. The same articles, epochs, orders and seed give the same \
      weights.
      """)

  @Option(help: "File that gets the weights.")
  var output: String

  @Option(help: "Passes over all articles.")
  var epochs = 6

  @Option(help: "Orders of the articles to learn in, from the beginning; their mean is the model.")
  var orders = 8

  @Option(help: "The model has two to this power rows of eight bytes.")
  var log2Rows = 19

  @Option(help: "Seed of the order of the articles.")
  var seed: UInt64 = 1

  @Argument(help: "Labelled articles: JSON lines, gzip.")
  var articles: [String]

  func validate() throws {
    guard epochs > 0, orders > 0 else {
      throw ValidationError("--epochs and --orders take numbers above 0.")
    }
  }

  func run() throws {
    var trainer = TaggerTrainer(log2Rows: log2Rows)
    var normalizer = Normalizer()
    for path in articles {
      for labelled in try LabelledFile.read(path) {
        let raw = RawArticle(archive: path, ordinal: 0, id: labelled.id, text: labelled.text)
        guard case .success(let article) = normalizer.normalize(raw) else { continue }
        trainer.add(
          LabelledArticle(article: article, entities: labelled.entities), lexicon: .builtIn)
      }
    }
    print("\(trainer.windowCount) windows")
    for order in 0..<orders {
      if order > 0 { trainer.beginAnother() }
      for epoch in 0..<epochs {
        let right = trainer.epoch(seed: seed &+ UInt64(order * epochs + epoch))
        print(
          "order \(order + 1), epoch \(epoch + 1): "
            + "\(Int((right * 1000).rounded())) of 1000 windows right")
      }
    }
    let bytes = trainer.modelBytes()
    try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
  }
}
