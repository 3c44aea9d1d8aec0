// `annotate`: records of single archives on standard output, without a store.

import Extraction
import Ingestion

/// What `annotate` was asked to do.
package struct AnnotateJob: Sendable {
  /// Paths of archives; `-` is standard input.
  package var archives: [String]
  package var workers: Int
  package var includesText = true
  /// Names of the extractors to run; nil runs all.
  package var extract: [String]?
  /// The one archive format to use; nil tells it from the content.
  package var format: String?
  /// The line that separates the articles of a text archive.
  package var separator: String?

  package init(archives: [String], workers: Int) {
    self.archives = archives
    self.workers = workers
  }

  /// Writes the record of every article to `output`, in input order.
  ///
  /// Throws a ``Failure``, and ``ClosedPipe`` when the reader of the output went away.
  package func run(
    to output: Output, problems: Problems, interruption: Interruption
  ) throws -> ExitStatus {
    try AnnotateJob.require(extract ?? [], among: KnownNames.all.extractors, "extractor")
    try AnnotateJob.require(
      format.map { [$0] } ?? [], among: KnownNames.all.formats, "archive format")
    var options = IngestOptions()
    options.format = format
    options.separator = separator.map { Array($0.utf8) }
    let files = try archives.map { path in
      guard path == "-" || FileFacts(path: path) != nil else {
        throw Failure(.noInput, "no such archive: \(printable(path))")
      }
      let facts = FileFacts(path: path) ?? FileFacts(size: 0, modified: 0)
      return ArchiveFile(name: path, path: path, facts: facts)
    }
    let pipeline = Pipeline(
      ingest: options, lexicon: .builtIn, extract: extract.map { Set($0) },
      lines: includesText ? .withText : .withoutText, counts: false, workers: workers,
      interruption: interruption, progress: Progress(of: files, isShown: false))
    var destination = try LinesDestination(output: output, problems: problems)
    try pipeline.run(files, into: &destination)
    return destination.isClean ? .done : .someRejected
  }

  private static func require(_ names: [String], among known: [String], _ kind: String) throws {
    for name in names where !known.contains(name) {
      let list = known.joined(separator: ", ")
      throw Failure(.usage, printable("unknown \(kind) \"\(name)\"; the known ones are \(list)"))
    }
  }
}
