// What a person is told about archives that were not read in full: one line each.

import Logging
package import Model

/// Diagnostics go to standard error through one logger; nothing is said when all is well.
package struct Problems: Sendable {
  private let logger: Logger

  /// `level` is what is worth saying: warnings by default, errors with `--quiet`, all with
  /// `--verbose`.
  package init(level: Level) {
    var logger = Logger(label: "dragoman") { _ in ErrorOutputLog() }
    logger.logLevel =
      switch level {
      case .quiet: .error
      case .normal: .notice
      case .verbose: .info
      }
    self.logger = logger
  }

  /// How much is said on standard error.
  package enum Level: Sendable {
    case quiet, normal, verbose
  }

  package func warn(_ message: String) {
    logger.warning("\(printable(message))")
  }

  /// Says something that was asked for: without a prefix.
  package func say(_ message: String) {
    logger.notice("\(printable(message))")
  }

  package func note(_ message: String) {
    logger.info("\(printable(message))")
  }

  /// Tells of an archive: its status, where that was decided, and what became of its articles.
  package func report(_ summary: ArchiveSummary) {
    let outcome = summary.outcome
    if outcome.status != .ok {
      warn(
        "\(summary.archive): \(outcome.status.rawValue) at byte \(outcome.offset): "
          + "\(outcome.detail); \(summary.consequence)")
    }
    guard summary.faults > 0 else { return }
    let reasons = summary.rejected.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.rawValue) \(grouped($0.value))" }
    let total = summary.rejected.values.reduce(0, +)
    var line = "\(summary.archive): \(grouped(total)) of "
    line += "\(counted(total + summary.accepted, "article")) rejected: "
    line += reasons.joined(separator: ", ")
    if let first = summary.firstRejection {
      let place = first.line.map { "line \($0)" } ?? "article \(first.ordinal + 1)"
      line += "; the first at \(place): \(first.detail)"
    }
    warn(line)
  }
}

/// What became of one archive.
package struct ArchiveSummary: Sendable {
  package var archive: String
  package var outcome: ArchiveOutcome
  package var accepted = 0
  package var rejected: [Rejection.Reason: Int] = [:]
  /// Of those for a fault.
  package var firstRejection: Rejection?
  /// Set when what the store holds of an earlier reading stays as it is.
  package var keepsEarlier = false

  package init(
    archive: String, outcome: ArchiveOutcome = ArchiveOutcome(status: .ok, offset: 0)
  ) {
    self.archive = archive
    self.outcome = outcome
  }

  /// Rejections because something is broken, rather than because it is no article in English.
  package var faults: Int { rejected.reduce(0) { $0 + ($1.key.isFault ? $1.value : 0) } }

  /// Nothing is broken.
  package var isClean: Bool { outcome.status == .ok && faults == 0 }

  package mutating func count(_ rejections: some Sequence<Rejection>) {
    for rejection in rejections {
      rejected[rejection.reason, default: 0] += 1
      if rejection.reason.isFault,
        firstRejection.map({ rejection.ordinal < $0.ordinal }) ?? true
      {
        firstRejection = rejection
      }
    }
  }

  /// What was kept, and what to do.
  var consequence: String {
    if keepsEarlier { return "what was read of it earlier stays; it will be tried again" }
    let kept = counted(accepted, "article")
    return switch outcome.status {
    case .ok, .trailingGarbage: "\(kept) kept"
    case .truncated: "\(kept) before the cut kept; fetch the archive again"
    case .crcMismatch: "\(kept) of verified members kept; fetch the archive again"
    case .notGzip, .badHeader: "\(kept) kept; see what the file really is"
    case .empty: "nothing in it; fetch the archive again"
    case .limitExceeded: "\(kept) before the limit kept; see `limits` in the pipeline file"
    case .changedDuringRead: "nothing kept; it will be read again by the next run"
    case .unreadable: "\(kept) kept; it will be tried again by the next run"
    }
  }
}

/// Lines of the form `dragoman: warning: …` on standard error.
private struct ErrorOutputLog: LogHandler {
  var logLevel = Logger.Level.warning
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let label = event.level >= .error ? "error: " : event.level == .warning ? "warning: " : ""
    // A progress line may stand on the terminal: begin by clearing it.
    let clear = Output.error.isTerminal ? "\r\u{1b}[K" : ""
    try? Output.error.writeLine("\(clear)dragoman: \(label)\(event.message)")
  }
}
