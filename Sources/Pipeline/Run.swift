// `run`: the main job around the pipeline: lock, plan, read and commit, report.

import Dispatch
import Glibc
import Model
import Store

/// What `run` was asked to do.
package struct RunJob: Sendable {
  package var file: PipelineFile
  package var workers: Int
  /// Compares archives by content even when size and time are those of the store.
  package var rehashes = false
  package var level = Problems.Level.normal

  package init(file: PipelineFile, workers: Int) {
    self.file = file
    self.workers = workers
  }

  /// Reads what is new, commits it archive by archive, and writes the reports.
  ///
  /// Throws a ``Failure``. What was committed before it stays, and the next run goes on from there.
  package func run(interruption: Interruption) throws -> ExitStatus {
    try storing { try readAndReport(interruption) }
  }

  private func readAndReport(_ interruption: Interruption) throws -> ExitStatus {
    let problems = Problems(level: level)
    let list = ArchiveList(of: file)
    try list.requireSome(of: file)
    try list.requireSeparateRecords(of: file)
    for problem in list.problems { problems.warn(problem) }
    for pattern in list.unmatched { problems.note("no archive matches \(pattern)") }
    let version = try file.version()
    let folder = try OutputFolder.open(file.resolve(file.output))
    defer { folder.unlock() }
    folder.removeUnfinished()
    let store = try CorpusStore(path: folder.store, readOnly: false)
    let committed = try store.archives()
    let recordsFolder = file.records ? folder.records : nil
    let plan = try Plan(
      list.archives, committed: committed, version: version, rehashes: rehashes,
      recordsFolder: recordsFolder, interruption: interruption)

    for archive in plan.touched {
      try store.touch(
        archive: archive.name, size: archive.facts.size, modified: archive.facts.modified)
    }
    var destination = StoreDestination(
      store: store, committed: Set(committed.map(\.path)), version: version,
      recordsFolder: recordsFolder, problems: problems)
    let progress = Progress(
      of: plan.waiting, isShown: level != .quiet && Output.error.isTerminal)
    defer { progress.finish() }
    try read(plan.waiting, into: &destination, interruption, progress)
    // Copies whose first copy went away with a changed archive: one of them is the first now.
    let lost = Set(try store.archivesWithLostStories())
    let bereft = list.archives.filter { lost.contains($0.name) }
    try read(bereft, into: &destination, interruption, progress)
    progress.finish()
    let reports = ReportWriter(file: file, folder: folder, store: store)
    try reports.writeIfStale(interruption: interruption)
    try store.close()
    summarize(destination.summaries, plan, progress.totals, reports, problems)
    let isClean = destination.summaries.isClean && list.problems.isEmpty
    return isClean ? .done : .someRejected
  }

  private func read(
    _ archives: [ArchiveFile], into destination: inout StoreDestination,
    _ interruption: Interruption, _ progress: Progress
  ) throws {
    guard !archives.isEmpty else { return }
    let pipeline = Pipeline(
      ingest: file.ingestOptions, lexicon: try file.lexicon(),
      extract: file.extract.map { Set($0) }, lines: file.records ? .withoutText : .none,
      counts: true,
      workers: workers, interruption: interruption, progress: progress)
    try pipeline.run(archives, into: &destination)
  }

  /// A few lines on standard error: on a terminal, or when asked for.
  private func summarize(
    _ summaries: Summaries, _ plan: Plan, _ totals: Progress.Totals, _ reports: ReportWriter,
    _ problems: Problems
  ) {
    guard level == .verbose || (level == .normal && Output.error.isTerminal) else { return }
    let known = "\(counted(plan.unchanged, "archive")) unchanged"
    if plan.waiting.isEmpty {
      problems.say("nothing is new: \(known)")
    } else {
      let tenths = totals.nanoseconds / 100_000_000
      problems.say(
        "read \(counted(summaries.archives, "archive")) in \(tenths / 10).\(tenths % 10) s, "
          + "\(totals.speed) of text; \(known)")
      problems.say(
        "accepted \(counted(summaries.accepted, "article")), "
          + "rejected \(grouped(summaries.rejected))")
    }
    if !plan.vanished.isEmpty {
      problems.say("\(counted(plan.vanished.count, "archive")) in the store, but gone from disk")
    }
    for path in reports.paths { problems.say("report: \(path)") }
  }
}

/// The number of cores that a run keeps busy when nobody says otherwise.
package var activeCores: Int {
  max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
