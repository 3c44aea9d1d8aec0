// The subcommand that compiles the tables into the form that the product maps at start.

import ArgumentParser
import Extraction
import Foundation

/// `compile`: turns the tables of a directory into `lexicon.bin` beside them.
struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compiles the tables into the form that the product maps at start.",
    discussion: "The same tables give the same bytes; the tests fail while lexicon.bin is stale.")

  @Option(help: "Directory of the tables; gets lexicon.bin.")
  var data: String

  func run() throws {
    let directory = URL(fileURLWithPath: data)
    let sources = try LexiconSources(directory: directory.path)
    let bytes = try LexiconCompiler.compile(sources.tables, digest: sources.digest)
    try Data(bytes).write(to: directory.appendingPathComponent("lexicon.bin"), options: .atomic)
    print("lexicon.bin: \(sources.tables.count) tables, \(bytes.count) bytes")
  }
}
