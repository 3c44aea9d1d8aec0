// What the program's exit code says, in one place.

/// How a command ended, as the shell and cron see it; the numbers above 63 are those of sysexits.h.
package enum ExitStatus: Hashable, Sendable {
  case done
  /// Finished, but some archive or article was not accepted.
  case someRejected
  case usage
  case badData
  case noInput
  case internalError
  case cannotCreate
  case inputOutput
  case locked
  case badPipelineFile
  /// Stopped by a signal.
  case signal(Int32)

  /// The number handed to `exit`.
  package var code: Int32 {
    switch self {
    case .done: 0
    case .someRejected: 3
    case .usage: 64
    case .badData: 65
    case .noInput: 66
    case .internalError: 70
    case .cannotCreate: 73
    case .inputOutput: 74
    case .locked: 75
    case .badPipelineFile: 78
    case .signal(let number): 128 + number
    }
  }
}

/// A problem that ends the command: what is wrong, where, and what to do.
package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
  package var status: ExitStatus
  /// One line for a person; printed after `dragoman: `.
  package var message: String

  package init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  package var description: String { message }
}
