// The command line tool that makes Dragoman's knowledge tables from public sources.

import ArgumentParser

/// The root command; each subcommand is one step from public sources to the linked-in lexicon.
@main
struct DragomanLexicon: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragoman-lexicon",
    abstract: "Makes Dragoman's knowledge tables and the weights of its tagger.",
    subcommands: [TablesCommand.self, CompileCommand.self, TrainCommand.self])
}
