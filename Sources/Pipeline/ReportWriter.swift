// Writes the reports so that a reader finds the old ones or the new ones, whole, and never a mix.

import Glibc
package import Model
import Reporting
import Store

/// Writes all reports of a pipeline into `report/` of its output folder.
///
/// They are made in a folder beside it, which then changes places with it in one step.
struct ReportWriter {
  let file: PipelineFile
  let folder: OutputFolder
  let store: CorpusStore
  var period = Period.all

  /// Says which state of the store the reports show; written last.
  private static let stamp = ".made-from"

  private var target: String { folder.path + "/report" }
  private var staging: String { folder.path + "/.report" + Spool.suffix }

  /// Files in the report folder that a person would open, as paths from the working folder.
  var paths: [String] {
    let shown = shortPath(target)
    return namesInFolder(target).filter { !$0.hasPrefix(".") }.map { "\(shown)/\($0)" }
  }

  /// Writes the reports unless they show the store as it is: a run may have been killed between
  /// its last commit and its reports.
  func writeIfStale(interruption: Interruption) throws {
    guard !file.report.isEmpty else { return }
    let stamp = Array(try state().utf8)
    if (try? readSmallFile("\(target)/\(ReportWriter.stamp)", as: "stamp")) == stamp { return }
    try write(stamp: stamp, interruption: interruption)
  }

  /// Writes the reports.
  func write(interruption: Interruption) throws {
    try write(stamp: Array(try state().utf8), interruption: interruption)
  }

  private func write(stamp: [UInt8], interruption: Interruption) throws {
    removeTree(staging)
    defer { removeTree(staging) }
    try makeFolder(staging)
    try writeReports(file.report, of: store, period: period, to: staging)
    let spool = try Spool(beside: "\(staging)/\(ReportWriter.stamp)")
    try spool.append(stamp)
    try spool.publish(as: "\(staging)/\(ReportWriter.stamp)")
    try interruption.check()
    try swap()
  }

  /// Puts the new folder in place of the old one.
  private func swap() throws {
    if FileFacts(path: target) != nil && exchange(staging, target) { return }
    // The first reports, or a file system that cannot exchange.
    let old = folder.path + "/.report-old" + Spool.suffix
    removeTree(old)
    rename(target, old)
    guard rename(staging, target) == 0 else {
      let reason = errno
      rename(old, target)
      throw Failure(.inputOutput, "cannot write \(printable(target)): \(describe(errno: reason))")
    }
    removeTree(old)
  }

  /// Stands for what the reports are made from.
  private func state() throws -> String {
    var bytes: [UInt8] = []
    for archive in try store.archives() {
      bytes += Array("\(archive.path)\0\(archive.digest)\0\(archive.product)\0".utf8)
      bytes += Array("\(archive.status.rawValue)\0".utf8)
    }
    bytes += Array("\(file.report)\0\(period)\0\(resultsVersion)".utf8)
    return checksum(bytes) + "\n"
  }
}

/// What `report` was asked to do.
package struct ReportJob: Sendable {
  package var file: PipelineFile
  package var from: Day?
  package var to: Day?

  package init(file: PipelineFile, from: Day?, to: Day?) {
    self.file = file
    self.from = from
    self.to = to
  }

  /// Writes the reports of a period from the store; reads no archive.
  package func run(problems: Problems, interruption: Interruption) throws -> ExitStatus {
    let path = file.resolve(file.output)
    guard FileFacts(path: OutputFolder.store(in: path)) != nil else {
      throw Failure(
        .noInput,
        "no store in \(printable(path)) yet: start with `dragoman run \(printable(file.path))`")
    }
    guard !file.report.isEmpty else {
      throw Failure(.badPipelineFile, "\(printable(file.path)): the key \"report\" names no format")
    }
    let folder = try OutputFolder.open(path)
    defer { folder.unlock() }
    let store = try storing { try CorpusStore(path: folder.store, readOnly: true) }
    var writer = ReportWriter(file: file, folder: folder, store: store)
    writer.period = Period(from: from, to: to)
    try storing { try writer.write(interruption: interruption) }
    for path in writer.paths { problems.note("report: \(path)") }
    return .done
  }
}
