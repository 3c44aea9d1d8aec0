// dragoman-bench: how fast each stage is, beside the limit that inflate alone sets.

import ArgumentParser
import Extraction
import Glibc

@main
struct DragomanBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragoman-bench",
    abstract: "Measures every stage in MB of article text per second of one core.",
    discussion: """
      Makes its corpus, the same for the same seed, or takes archives. MB is 10^6 bytes of \
      uncompressed article text. Machines are noisy: compare rows of one table only.

      Examples:
        dragoman-bench
        dragoman-bench --archive news-2016.jsonl.gz --json bench.json
      """)

  @Option(
    name: .customLong("archive"), parsing: .upToNextOption,
    help: "Archives to measure with, in place of made ones.")
  var archives: [String] = []

  @Option(help: ArgumentHelp("Text in the made corpus.", valueName: "MB"))
  var megabytes = 200

  @Option(help: "What the made corpus grows from.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Workers to compare with one.", valueName: "N"))
  var workers = 2

  @Option(help: ArgumentHelp("Writes the figures to a file as well.", valueName: "file"))
  var json: String?

  @Option(
    help: ArgumentHelp(
      "Runs one stage with those before it, for a profiler: inflate … aggregate.",
      valueName: "stage"))
  var stage: String?

  @Option(help: .hidden)
  var child: String?

  func validate() throws {
    guard megabytes > 0, workers > 0 else {
      throw ValidationError("--megabytes and --workers take numbers above 0.")
    }
    if let stage, Stage(rawValue: stage) == nil {
      throw ValidationError("there is no stage '\(stage)'")
    }
  }

  func run() throws {
    if let child { return try ChildRun.work(on: child, workers: workers) }
    let ready = try measureReady()
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let corpus =
      archives.isEmpty
      ? try Corpus.make(megabytes: megabytes, seed: seed, in: folder.path)
      : Corpus(archives: archives, textBytes: nil)
    if let stage = stage.flatMap({ Stage(rawValue: $0) }) {
      let start = Clock.processor()
      let bytes = try stage.run(corpus.archives)
      print(Figures.speedLine(stage.rawValue, bytes, Clock.processor() - start))
      return
    }

    // Children first: a child's peak memory begins with that of the process it comes from.
    let one = try ChildRun.run(corpus.archives, workers: 1, in: folder.path)
    let many = try ChildRun.run(corpus.archives, workers: workers, in: folder.path)
    var times: [(name: String, processor: Int)] = []
    var bytes = corpus.textBytes ?? 0
    for stage in Stage.allCases {
      let start = Clock.processor()
      bytes = max(bytes, try stage.run(corpus.archives))
      times.append((stage.rawValue, Clock.processor() - start))
    }
    times.append(("end to end, 1 worker", one.processor))
    times.append(("end to end, \(workers) workers", many.processor))
    let figures = Figures(
      textBytes: bytes, times: times, one: one, many: many, workers: workers,
      readyNanoseconds: ready)
    print(figures.table)
    if let json { try figures.write(to: json) }
  }

  /// Nanoseconds from nothing to an extractor that can work.
  private func measureReady() throws -> Int {
    let start = Clock.wall()
    withExtendedLifetime(Extractor(lexicon: .builtIn, extract: nil)) {}
    return Clock.wall() - start
  }
}
