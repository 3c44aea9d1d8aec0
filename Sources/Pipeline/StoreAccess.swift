// Turns errors of the store and of the reports into words and exit codes.

import Reporting
import Store

/// Calls the store or a report; what goes wrong there ends the command with the fitting status.
func storing<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as StoreError {
    throw Failure(error)
  } catch let error as ReportError {
    let status: ExitStatus = error.action == "be written" ? .inputOutput : .cannotCreate
    throw Failure(status, printable("\(error)"))
  }
}

extension Failure {
  /// A failure of the store.
  init(_ error: StoreError) {
    let status: ExitStatus =
      switch error.kind {
      case .notFound: .noInput
      case .cannotCreate: .cannotCreate
      case .corrupt, .newerVersion: .badData
      case .busy: .locked
      case .full, .io: .inputOutput
      }
    self.init(status, printable("\(error)"))
  }
}
