// dragoman run: the main job.

import ArgumentParser
import Pipeline

struct Run: Job {
  static let configuration = CommandConfiguration(
    abstract: "Read what is new, extract, commit, and write the reports.",
    discussion: """
      Safe to repeat and made for cron: archives that were read before are skipped, each archive \
      is committed whole or not at all, and nothing is printed but problems, unless a terminal \
      is there to print to.

      Examples:
        dragoman run --verbose Pipelines/samples.yml
        0 * * * *  dragoman run Pipelines/daily.yml     (a line of a crontab)
      """)

  @OptionGroup var file: PipelineArgument
  @OptionGroup var workers: WorkerOptions
  @OptionGroup var verbosity: VerbosityOptions

  @Flag(help: "Compare the content of every archive with what was read, not its size and time.")
  var rehash = false

  func perform() throws -> ExitStatus {
    var job = RunJob(file: try PipelineFile.load(file.pipeline), workers: workers.count)
    job.rehashes = rehash
    job.level = verbosity.level
    return try job.run(interruption: .shared)
  }
}
