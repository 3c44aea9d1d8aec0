// From a pipeline file's words to the settings of the stages, and to the version of their results.

package import Extraction
package import Ingestion

/// The program's version.
package let productVersion = "0.1.0"

/// Raised when the program finds something else in the same archive than it did before.
let resultsVersion = 1

extension PipelineFile {
  /// Settings of the archive reader.
  package var ingestOptions: IngestOptions {
    var options = IngestOptions()
    options.format = format
    options.separator = separator.map { Array($0.utf8) }
    options.encoding = encoding
    if !article.isEmpty { options.articleElements = article }
    if let bytes = limits.articleBytes { options.maxArticleBytes = bytes }
    if let bytes = limits.archiveBytes { options.maxArchiveBytes = bytes }
    if let ratio = limits.ratio { options.maxRatio = ratio }
    if let names = fields["id"] { options.fields.id = names }
    if let names = fields["title"] { options.fields.title = names }
    if let names = fields["text"] { options.fields.text = names }
    if let names = fields["date"] { options.fields.published = names }
    if let names = fields["source"] { options.fields.source = names }
    if let names = fields["url"] { options.fields.url = names }
    return options
  }

  /// The user's tables as paths seen from the working folder.
  package var knowledgePaths: [String] { knowledge.map(resolve) }

  /// The knowledge base: the built-in tables with the user's on top.
  ///
  /// Throws a ``Failure``: ``ExitStatus/noInput`` for a table that cannot be read,
  /// ``ExitStatus/badData`` for one that says something unreadable.
  package func lexicon() throws -> Lexicon {
    if knowledge.isEmpty { return .builtIn }
    do {
      return try Lexicon(
        userTables: knowledgePaths.map { path in
          let bytes = try readSmallFile(path, as: "table")
          guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.badData, "the table \(printable(path)) is not UTF-8 text")
          }
          return try TabTable(name: path, text: text)
        })
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.badData, printable("\(error)"))
    }
  }

  /// Stands for everything in the file that decides what is found in an archive, the contents of
  /// the user's tables included: archives that were read under another version are read again.
  package func version() throws -> String {
    var bytes: [UInt8] = []
    func add(_ words: [String]) {
      for word in words { bytes += Array(word.utf8) + [0] }
      bytes.append(1)
    }
    add(["\(resultsVersion)", "\(Lexicon.builtIn.digest)"])
    for name in PipelineFile.fieldNames { add(fields[name] ?? ["\u{2}"]) }
    add([separator ?? "\u{2}", format ?? "\u{2}"])
    add(article + [encoding ?? "\u{2}"])
    add(extract?.sorted() ?? ["\u{2}"])
    add([limits.articleBytes, limits.archiveBytes, limits.ratio].map { $0.map(String.init) ?? "" })
    for path in knowledgePaths { add([checksum(try readSmallFile(path, as: "table"))]) }
    return "\(productVersion)+\(checksum(bytes))"
  }
}
