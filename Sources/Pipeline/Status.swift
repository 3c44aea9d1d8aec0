// `status` and `check`: what there is, without touching any of it.

import Model
import Reporting
import Store

/// What `status` says.
package struct StatusJob: Sendable {
  package var file: PipelineFile

  package init(file: PipelineFile) {
    self.file = file
  }

  /// Committed, rejected, waiting and vanished archives, and names that no table knows.
  package func text() throws -> String {
    try storing { try describe() }
  }

  private func describe() throws -> String {
    let list = ArchiveList(of: file)
    let folder = file.resolve(file.output)
    let path = OutputFolder.store(in: folder)
    guard FileFacts(path: path) != nil else {
      return "nothing committed yet\nwaiting: \(counted(list.archives.count, "archive"))\n"
    }
    let store = try CorpusStore(path: path, readOnly: true)
    let committed = try store.archives()
    let plan = try Plan(
      list.archives, committed: committed, version: try file.version(), rehashes: false,
      recordsFolder: file.records ? folder + "/records" : nil)
    var out = Lines()
    let articles = committed.reduce(0) { $0 + $1.accepted }
    out.add(
      "committed: \(counted(committed.count, "archive")), \(counted(articles, "article"))")
    for archive in committed where archive.status != .ok {
      out.add("  \(archive.status.rawValue) at byte \(archive.offset): \(archive.path)")
    }
    out.add("rejected: \(counted(committed.reduce(0) { $0 + $1.rejected }, "article"))")
    for rejection in try store.rejections(examples: 0) {
      out.add("  \(rejection.reason): \(grouped(rejection.articles))")
    }
    out.add("waiting: \(counted(plan.waiting.count, "archive"))")
    for archive in plan.waiting.prefix(20) { out.add("  \(archive.name)") }
    if plan.waiting.count > 20 { out.add("  and \(grouped(plan.waiting.count - 20)) more") }
    if !plan.vanished.isEmpty {
      out.add("gone from disk, kept in the store: \(counted(plan.vanished.count, "archive"))")
      for name in plan.vanished { out.add("  \(name)") }
    }
    let unresolved = try store.unresolved(.all, limit: 20)
    if !unresolved.isEmpty {
      out.add("most frequent names in no table (articles):")
      for name in unresolved { out.add("  \(grouped(name.articles))  \(name.actor.name)") }
    }
    return out.text
  }
}

/// What `check` says.
package struct CheckJob: Sendable {
  package var file: PipelineFile

  package init(file: PipelineFile) {
    self.file = file
  }

  /// Looks at everything that a run would need, and reads no article.
  ///
  /// Throws the ``Failure`` that a run would end with before it begins.
  package func text() throws -> String {
    let list = ArchiveList(of: file)
    try list.requireSome(of: file)
    if let pattern = list.unmatched.first {
      throw Failure(.noInput, "no archive matches \(printable(pattern)) in \(printable(file.path))")
    }
    if let problem = list.problems.first { throw Failure(.noInput, printable(problem)) }
    try list.requireSeparateRecords(of: file)
    _ = try file.lexicon()
    let folder = file.resolve(file.output)
    guard OutputFolder.isWritable(folder) else {
      throw Failure(.cannotCreate, "cannot write to the output folder \(printable(folder))")
    }
    var out = Lines()
    out.add("\(file.path): good")
    let bytes = list.archives.reduce(0) { $0 + $1.facts.size }
    out.add("archives: \(grouped(list.archives.count)), \(grouped(bytes)) bytes compressed")
    out.add("extract: \((file.extract ?? KnownNames.all.extractors).joined(separator: ", "))")
    out.add("report: \(file.report.joined(separator: ", "))")
    out.add("output: \(folder)")
    return out.text
  }
}

/// Printable lines.
struct Lines {
  private(set) var text = ""

  mutating func add(_ line: String) {
    text += printable(line) + "\n"
  }
}

extension ArchiveList {
  /// Throws a ``Failure`` when there is nothing to read at all.
  func requireSome(of file: PipelineFile) throws {
    guard archives.isEmpty else { return }
    let patterns = file.archives.joined(separator: ", ")
    throw Failure(
      .noInput,
      problems.first.map(printable)
        ?? printable("no archive matches \(patterns) (relative to \(file.folder))"))
  }

  /// Throws a ``Failure`` when two archives would write their records to one file.
  func requireSeparateRecords(of file: PipelineFile) throws {
    guard file.records else { return }
    var names: [String: String] = [:]
    for archive in archives {
      let path = recordsPath(in: "records", of: archive.name)
      if let other = names.updateValue(archive.name, forKey: path) {
        throw Failure(
          .badPipelineFile,
          printable(
            "\(file.path): \(other) and \(archive.name) would both have their records in \(path)"))
      }
    }
  }
}
