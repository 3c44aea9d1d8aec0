// dragoman annotate: records on standard output.

import ArgumentParser
import Glibc
import Pipeline

struct Annotate: Job {
  static let configuration = CommandConfiguration(
    abstract: "Print the record of every article as one line of JSON.",
    discussion: """
      Nothing is stored. Records come in the order of the input; offsets in them count Unicode \
      scalars of the record's own text.

      Examples:
        dragoman annotate news.jsonl.gz | jq -c '[.id, [.actors[].name]]'
        cat day1.gz day2.gz | dragoman annotate - --no-text > records.jsonl
      """)

  @Argument(
    help: "Archives, gzip-compressed; - is standard input.", completion: .file(extensions: ["gz"]))
  var archives: [String] = ["-"]

  @OptionGroup var workers: WorkerOptions

  @Flag(inversion: .prefixedNo, help: "Put the article's text into its record.")
  var text = true

  @Option(
    help: ArgumentHelp(
      "Run only these extractors; see `dragoman list`.", valueName: "name,name"))
  var extract: String?

  @Option(
    help: ArgumentHelp(
      "The line between the articles of a text archive; without it, each is one article.",
      valueName: "line"))
  var separator: String?

  @Option(help: ArgumentHelp("The archive format, when the content does not tell it."))
  var format: String?

  @Flag(name: .shortAndLong, help: "Say nothing but errors: no warnings.")
  var quiet = false

  func perform() throws -> ExitStatus {
    if archives.contains("-") && Output(descriptor: STDIN_FILENO).isTerminal {
      throw ValidationError("Name an archive, or send one to standard input.")
    }
    var job = AnnotateJob(archives: archives, workers: workers.count)
    job.includesText = text
    job.extract = extract?.split(separator: ",").map(String.init)
    job.format = format
    job.separator = separator
    return try job.run(
      to: .standard, problems: Problems(level: quiet ? .quiet : .normal), interruption: .shared)
  }
}
