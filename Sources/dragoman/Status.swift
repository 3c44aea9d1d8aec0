// dragoman status: what is committed, rejected and waiting.

import ArgumentParser
import Pipeline

struct Status: Job {
  static let configuration = CommandConfiguration(
    abstract: "Say what is committed, rejected and waiting.",
    discussion: """
      Reads the store and looks at the archives' sizes and times, but changes nothing. Lists the \
      names of people and places that were seen most often without being found in the tables.

      Example:
        dragoman status Pipelines/daily.yml
      """)

  @OptionGroup var file: PipelineArgument

  func perform() throws -> ExitStatus {
    let job = StatusJob(file: try PipelineFile.load(file.pipeline))
    try Output.standard.write(Array(try job.text().utf8))
    return .done
  }
}
