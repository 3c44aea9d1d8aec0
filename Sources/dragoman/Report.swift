// dragoman report: the reports again, for a period.

import ArgumentParser
import Model
import Pipeline

struct Report: Job {
  static let configuration = CommandConfiguration(
    abstract: "Write the reports again, from the store, for a period.",
    discussion: """
      Reads no archive. Reports of a period replace those of the whole time until the next `run` \
      or `report` writes them again.

      Examples:
        dragoman report Pipelines/daily.yml
        dragoman report Pipelines/daily.yml --from 2016-12-01 --to 2016-12-31
      """)

  @OptionGroup var file: PipelineArgument

  @Option(
    help: ArgumentHelp("The first day of the period.", valueName: "YYYY-MM-DD"), transform: day)
  var from: Day?

  @Option(
    help: ArgumentHelp("The last day of the period.", valueName: "YYYY-MM-DD"), transform: day)
  var to: Day?

  @OptionGroup var verbosity: VerbosityOptions

  func validate() throws {
    if let from, let to, to < from {
      throw ValidationError("The period ends (\(to.iso)) before it begins (\(from.iso)).")
    }
  }

  func perform() throws -> ExitStatus {
    let job = ReportJob(file: try PipelineFile.load(file.pipeline), from: from, to: to)
    return try job.run(problems: Problems(level: verbosity.level), interruption: .shared)
  }
}

/// Reads a day as the command line gives it.
private func day(_ text: String) throws -> Day {
  guard let day = Day(iso: text) else {
    throw ValidationError("\"\(text)\" is not a day of the form 2016-12-31.")
  }
  return day
}
