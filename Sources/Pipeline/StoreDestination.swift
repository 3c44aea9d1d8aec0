// The destination of `run`: every archive is committed to the store whole, or not at all.

import Aggregation
import Model
import Reporting
import Store

/// Folds the records of an archive into a tally and commits it, with its file of records.
struct StoreDestination: Destination {
  private(set) var summaries = Summaries()

  private let store: CorpusStore
  private let problems: Problems
  private let version: String
  /// The folder for files of records; nil when none are wanted.
  private let recordsFolder: String?
  /// Archives of which the store holds articles.
  private let committed: Set<String>

  private var stories: Stories
  private var tally = Tally()
  /// What belongs to a gzip member that has not verified.
  private var heldTally = Tally()
  private var unverified = Unverified()
  private var records: Spool?
  /// Bytes of `records` that belong to verified members.
  private var settledBytes = 0
  private var summary = ArchiveSummary(archive: "")

  init(
    store: CorpusStore, committed: Set<String>, version: String, recordsFolder: String?,
    problems: Problems
  ) {
    self.store = store
    self.committed = committed
    self.version = version
    self.recordsFolder = recordsFolder
    self.problems = problems
    stories = Stories()
  }

  mutating func begin(_ archive: ArchiveFile) throws {
    clear()
    let store = store
    stories = Stories { try store.firstCopies(fingerprints: $0, except: archive.name) }
    summary = ArchiveSummary(archive: archive.name)
    if let recordsFolder {
      let path = recordsPath(in: recordsFolder, of: archive.name)
      try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      records = try Spool(beside: path)
    }
  }

  mutating func add(_ batch: WorkedBatch) throws {
    var batch = batch
    if unverified.isSettled(by: batch.verifiedMembers) { try settle() }
    let isFirst = try stories.assign(&batch)
    for rejection in batch.rejections { tally.add(rejection) }
    summary.count(batch.rejections)
    let verified = batch.accepted.prefix { $0.member < batch.verifiedMembers }.count
    for extracted in batch.accepted[..<verified] { try records?.append(extracted.line) }
    if verified > 0 {
      StoreDestination.fold(batch, 0..<verified, isFirst, into: &tally)
      summary.accepted += verified
      settledBytes = records?.length ?? 0
    }
    guard verified < batch.accepted.count else { return }
    for extracted in batch.accepted[verified...] {
      try records?.append(extracted.line)
      unverified.hold(extracted)
    }
    StoreDestination.fold(batch, verified..<batch.accepted.count, isFirst, into: &heldTally)
  }

  private static func fold(
    _ batch: WorkedBatch, _ articles: Range<Int>, _ isFirst: [Bool], into tally: inout Tally
  ) {
    let symbols = tally.symbols.absorb(batch.tally.symbols)
    for index in articles {
      tally.add(
        batch.tally.parts[index], of: batch.tally, symbols: symbols,
        story: batch.accepted[index].story, isFirstCopy: isFirst[index])
    }
  }

  mutating func end(_ archive: ArchiveFile, _ outcome: ArchiveOutcome) throws {
    summary.outcome = outcome
    if unverified.isSettled(by: outcome.verifiedMembers) || outcome.status.keepsUnverified {
      try settle()
    } else {
      try drop(in: archive.name)
    }
    let isPassing = outcome.status == .unreadable || outcome.status == .changedDuringRead
    if isPassing && committed.contains(archive.name) {
      summary.keepsEarlier = true
    } else {
      try commit(archive, outcome)
    }
    problems.report(summary)
    summaries.add(summary)
    clear()
  }

  /// The records get their name first: they are written again should the commit not happen.
  private mutating func commit(_ archive: ArchiveFile, _ outcome: ArchiveOutcome) throws {
    if let recordsFolder {
      try records?.publish(as: recordsPath(in: recordsFolder, of: archive.name))
    }
    try store.commit(
      archive: archive.name, outcome: outcome, size: archive.facts.size,
      modified: archive.facts.modified, product: version, schema: recordSchema, tally: tally)
  }

  /// The members of what was held have verified.
  private mutating func settle() throws {
    guard !unverified.isEmpty else { return }
    if tally.isEmpty { swap(&tally, &heldTally) } else { tally.merge(heldTally) }
    heldTally = Tally()
    summary.accepted += unverified.articles.count
    unverified.clear()
    stories.settle()
    settledBytes = records?.length ?? 0
  }

  /// The member of what was held is corrupt.
  private mutating func drop(in archive: String) throws {
    let rejections = unverified.rejections(in: archive)
    for rejection in rejections { tally.add(rejection) }
    summary.count(rejections)
    heldTally = Tally()
    unverified.clear()
    stories.drop()
    try records?.truncate(to: settledBytes)
  }

  private mutating func clear() {
    tally.removeAll()
    heldTally = Tally()
    unverified.clear()
    records = nil
    settledBytes = 0
  }
}

/// What a run added, over all archives.
struct Summaries: Sendable {
  private(set) var archives = 0
  private(set) var accepted = 0
  private(set) var rejected = 0
  /// Archives with a status other than `ok`.
  private(set) var damaged = 0

  /// Of those rejected, because something is broken.
  private var faults = 0

  var isClean: Bool { damaged == 0 && faults == 0 }

  mutating func add(_ summary: ArchiveSummary) {
    archives += 1
    accepted += summary.accepted
    rejected += summary.rejected.values.reduce(0, +)
    faults += summary.faults
    if summary.outcome.status != .ok { damaged += 1 }
  }
}

/// Where the records of an archive go: its name without leading `../`, under the folder.
func recordsPath(in folder: String, of archive: String) -> String {
  let parts = archive.split(separator: "/").filter { $0 != "." && $0 != ".." }
  let name = parts.joined(separator: "/") + ".jsonl"
  // A part of a path has at most 255 bytes, the suffix of an unfinished file included.
  guard (parts.last?.utf8.count ?? 0) > 240 else { return "\(folder)/\(name)" }
  let start = parts.dropLast().map { "\($0)/" }.joined()
  return "\(folder)/\(start)\(checksum(archive.utf8)).jsonl"
}
