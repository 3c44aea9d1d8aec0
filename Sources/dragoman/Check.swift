// dragoman check: whether a pipeline file will work.

import ArgumentParser
import Pipeline

struct Check: Job {
  static let configuration = CommandConfiguration(
    abstract: "Validate a pipeline file, its inputs and its output; read no article.",
    discussion: """
      Example:
        dragoman check Pipelines/daily.yml && dragoman run Pipelines/daily.yml
      """)

  @OptionGroup var file: PipelineArgument

  func perform() throws -> ExitStatus {
    let job = CheckJob(file: try PipelineFile.load(file.pipeline))
    try Output.standard.write(Array(try job.text().utf8))
    return .done
  }
}
