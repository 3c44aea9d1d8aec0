// The subcommand that reads the sources and writes every table of the lexicon.

import ArgumentParser
import Foundation

/// `tables`: makes all the tab-separated files, or only those that are named.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Reads public sources and writes the tables.",
    discussion: """
      With --corpora the case statistics (words.tsv) are counted afresh; without it the file in \
      the output directory is used, since other tables ask it what a common word is.
      """)

  @Option(help: "Directory of the downloaded sources (see SOURCES.md of the output).")
  var sources: String

  @Option(help: "Directory that gets the tables; its folder `curated` is read, too.")
  var output: String

  @Option(
    parsing: .upToNextOption, help: "Articles (JSON lines, gzip) to count upper and lower case in.")
  var corpora: [String] = []

  @Option(parsing: .upToNextOption, help: "Make only these tables.")
  var only: [String] = []

  func run() throws {
    let directory = URL(fileURLWithPath: output)
    let writer = TableWriter(directory: directory)
    let words = WordsTable(corpora: corpora)
    let curated = directory.appendingPathComponent("curated")
    if !corpora.isEmpty {
      let empty = Sources(root: URL(fileURLWithPath: sources), curated: curated, words: [:])
      try writer.write(words, from: empty)
    }
    let source = Sources(
      root: URL(fileURLWithPath: sources), curated: curated,
      words: try WordsTable.read(directory.appendingPathComponent("words.tsv")))
    for table in tables where only.isEmpty || only.contains(table.name) {
      try writer.write(table, from: source)
    }
    try SourcesDocument(directory: directory).write(curated: curated)
  }
}
