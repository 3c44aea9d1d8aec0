// What is new: the archives that a run has to read.

import Ingestion
import Model
import Reporting
import Store

/// The archives of a pipeline, sorted by what the store knows of them.
struct Plan: Sendable {
  /// New, changed, or read under another version of the program, its tables or its settings.
  private(set) var waiting: [ArchiveFile] = []
  /// Read before, with the same content.
  private(set) var unchanged = 0
  /// Unchanged, but with another time: worth noting, so that the content need not be compared again.
  private(set) var touched: [ArchiveFile] = []
  /// In the store, but no longer among the files: what was read of them stays.
  private(set) var vanished: [String] = []

  /// Compares files with the store.
  ///
  /// Equal size and time count as unchanged. When only the time differs, or `rehashes` is set, the
  /// content is compared by its digest. `recordsFolder` names the folder in which each archive must
  /// have its records; nil when none are wanted.
  init(
    _ files: [ArchiveFile], committed: [CommittedArchive], version: String, rehashes: Bool,
    recordsFolder: String?, interruption: Interruption? = nil
  ) throws {
    let known = Dictionary(
      committed.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for file in files {
      try interruption?.check()
      guard let earlier = known[file.name] else {
        waiting.append(file)
        continue
      }
      let hasRecords =
        recordsFolder.map { FileFacts(path: recordsPath(in: $0, of: file.name)) != nil } ?? true
      if earlier.product == version && earlier.schema == recordSchema && earlier.isFinal
        && hasRecords
        && Plan.isSame(file, earlier, rehashes: rehashes)
      {
        unchanged += 1
        if file.facts.modified != earlier.modified { touched.append(file) }
      } else {
        waiting.append(file)
      }
    }
    let names = Set(files.map(\.name))
    vanished = known.keys.filter { !names.contains($0) }.sorted()
  }

  private static func isSame(
    _ file: ArchiveFile, _ earlier: CommittedArchive, rehashes: Bool
  ) -> Bool {
    guard file.facts.size == earlier.size else { return false }
    if file.facts.modified == earlier.modified && !rehashes { return true }
    // A file that cannot be read now is for the reader to complain about.
    return (try? digest(ofFile: file.path)) == earlier.digest
  }
}

extension CommittedArchive {
  /// Its content decides what was made of it; what failed for reasons outside is tried again.
  var isFinal: Bool { status != .unreadable && status != .changedDuringRead }
}
