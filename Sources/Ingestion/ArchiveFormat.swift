// The archive formats: what each must do, and the list of all.

package import Model

/// How sure a format is that an archive is its own, from the first bytes.
package enum FormatMatch: Int, Comparable, Sendable {
  case never
  /// Only if the file's name says so.
  case byName
  case likely
  case certain

  package static func < (a: FormatMatch, b: FormatMatch) -> Bool { a.rawValue < b.rawValue }
}

/// What a format found wrong with an archive as a whole; the articles before it stand.
package struct FormatFault: Hashable, Sendable {
  package var status: ArchiveStatus
  /// For a person: what was found.
  package var detail: String

  package init(status: ArchiveStatus, detail: String) {
    self.status = status
    self.detail = detail
  }
}

/// Splits the inflated bytes of an archive into articles.
///
/// A format pulls bytes from its source until there are no more or the writer is stopped, holds no
/// more of them than one article may have, and hands the writer each article, or the reason why it
/// is none. Damage to the compression is the source's business; a format only sees that its bytes
/// are cut.
package protocol ArchiveFormat: SendableMetatype {
  /// The name in pipeline files.
  static var name: String { get }
  /// One line for lists of components.
  static var summary: String { get }
  /// Ends of file names, lower case, that speak for the format.
  static var endings: [String] { get }
  /// Judges the first 512 inflated bytes, or all if there are fewer.
  static func match(_ head: [UInt8]) -> FormatMatch

  init(options: IngestOptions)
  /// Reads all of `source`; returns what was wrong with the archive's structure, if anything.
  mutating func read(_ source: any ByteSource, into writer: BatchWriter) -> FormatFault?
}

/// Every archive format that a pipeline file can name; of equals the first is tried first.
package let archiveFormats: [any ArchiveFormat.Type] = [
  TarArchive.self,
  JSONLines.self,
  JSONDocument.self,
  CSV.self,
  TSV.self,
  WARC.self,
  HTML.self,
  XML.self,
  SGML.self,
  PlainText.self,
]

/// The format of an archive that begins with `head`; nil when no format knows it.
///
/// - Parameter isMember: for a file inside an archive: nobody chose it to be read, so its name or
///   its content must speak for a format, and it is no archive of files itself.
func archiveFormat(
  of head: [UInt8], fileName: String, isMember: Bool = false
) -> (any ArchiveFormat.Type)? {
  var name = fileName.lowercased()
  if !name.hasSuffix(".gz") && !name.hasSuffix(".tgz") { name += ".gz" }
  var best: (format: any ArchiveFormat.Type, match: FormatMatch, isNamed: Bool)?
  for format in archiveFormats {
    let isNamed = format.endings.contains { name.hasSuffix($0) }
    var match = format.match(head)
    if match == .byName { match = isNamed ? .likely : .never }
    if isMember && match < .certain && !isNamed { match = .never }
    guard match > .never else { continue }
    if let best, best.match > match || (best.match == match && (best.isNamed || !isNamed)) {
      continue
    }
    best = (format, match, isNamed)
  }
  if isMember, let format = best?.format, format == TarArchive.self { return nil }
  return best?.format
}
