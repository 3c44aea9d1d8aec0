// The destination of `annotate`: records as lines on standard output, in input order.

import Model

/// Writes the lines of articles whose gzip member verified, or was merely cut short.
///
/// Lines of a member wait in a temporary file until its trailer says that they can be trusted.
struct LinesDestination: Destination {
  private(set) var isClean = true

  private let output: Output
  private let problems: Problems
  private let spool: Spool
  private var unverified = Unverified()
  /// Copies are told among the first million stories, so that memory is bounded.
  private var stories = Stories(limit: 1_000_000)
  private var summary = ArchiveSummary(archive: "")

  init(output: Output, problems: Problems) throws {
    self.output = output
    self.problems = problems
    spool = try Spool()
  }

  mutating func begin(_ archive: ArchiveFile) throws {
    try spool.truncate(to: 0)
    unverified.clear()
    stories.drop()
    summary = ArchiveSummary(archive: archive.name)
  }

  mutating func add(_ batch: WorkedBatch) throws {
    var batch = batch
    if unverified.isSettled(by: batch.verifiedMembers) { try settle() }
    _ = try stories.assign(&batch)
    summary.count(batch.rejections)
    var verified: [UInt8] = []
    for extracted in batch.accepted {
      if extracted.member < batch.verifiedMembers {
        verified += extracted.line
        summary.accepted += 1
      } else {
        try spool.append(extracted.line)
        unverified.hold(extracted)
      }
    }
    // Articles of a verified member come before those of the next one.
    try output.write(verified)
  }

  mutating func end(_ archive: ArchiveFile, _ outcome: ArchiveOutcome) throws {
    summary.outcome = outcome
    if unverified.isSettled(by: outcome.verifiedMembers) || outcome.status.keepsUnverified {
      try settle()
    } else {
      summary.count(unverified.rejections(in: archive.name))
      stories.drop()
    }
    isClean = isClean && summary.isClean
    problems.report(summary)
  }

  private mutating func settle() throws {
    guard !unverified.isEmpty else { return }
    try spool.drain(to: output)
    stories.settle()
    summary.accepted += unverified.articles.count
    unverified.clear()
  }
}
