// dragoman list: every component that a pipeline file can name.

import ArgumentParser
import Pipeline

struct List: Job {
  static let configuration = CommandConfiguration(
    abstract: "List every component that a pipeline file can name.")

  func perform() throws -> ExitStatus {
    try Output.standard.write(Array(ComponentGroup.text().utf8))
    return .done
  }
}
