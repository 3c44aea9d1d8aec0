// Archives of XML: NITF, NewsML-G2, feeds, and whatever a pipeline file maps.

import Model

/// Articles as the elements of certain names in one XML document, or in many one behind the other.
///
/// The elements are cut out by their tags and read one by one, so a broken one costs itself only,
/// and what a document type declares is never seen.
package struct XML: ArchiveFormat {
  package static let name = "xml"
  package static let summary = "NITF, NewsML-G2, feeds; other elements mapped by the pipeline file"
  package static let endings = [".xml.gz", ".nitf.gz", ".rss.gz"]

  private static let roots = ["nitf", "newsmessage", "newsitem", "newsml", "rss", "feed"]
  private let options: IngestOptions

  package init(options: IngestOptions) {
    self.options = options
  }

  package static func match(_ head: [UInt8]) -> FormatMatch {
    if FileKind.isBinary(head) { return .never }
    let start = (head.starts(with: byteOrderMark) ? head.dropFirst(3) : head[...])
      .drop(while: isSpace)
    if start.starts(with: "<?xml".utf8) { return .certain }
    guard let tag = ElementCutter.firstTag(start) else { return .never }
    return roots.contains { tag.name.elementsEqual($0.utf8) } ? .certain : .byName
  }

  /// The encoding that an XML declaration names at the start of `head`.
  static func encoding(in head: [UInt8]) -> Charset? {
    let start = head.drop(while: isSpace)
    guard start.starts(with: "<?xml".utf8), let end = start.firstIndex(of: 0x3e) else { return nil }
    let words = Array("encoding=".utf8)
    guard let place = head[..<end].indices.first(where: { head[$0...].starts(with: words) }) else {
      return nil
    }
    let value = head[(place + words.count)..<end].drop { $0 == 0x22 || $0 == 0x27 }
    let label = value.prefix { $0 != 0x22 && $0 != 0x27 }
    // Bytes that can be read up to here are no UTF-16.
    if case .utf16? = Charset(label: label) { return nil }
    return Charset(label: label)
  }

  package mutating func read(
    _ source: any ByteSource, into writer: BatchWriter
  ) -> FormatFault? {
    let names = options.articleElements.map { lowercased($0.utf8) }
    let cutter = ElementCutter(
      source, names: names, limit: options.maxArticleBytes, nests: true)
    let reader = XMLArticle(fields: options.fields)
    let hasElements = cutter.deliver(to: writer, as: "element", reader.read)
    if writer.isStopped || source.isCut || hasElements { return nil }
    let known = printable(options.articleElements.joined(separator: ", ").utf8)
    return FormatFault(
      status: .badHeader,
      detail: "none of the elements \(known) is in it; name yours as `article` in the pipeline file"
    )
  }
}
