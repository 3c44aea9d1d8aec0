// Archives of SGML: the <DOC> and <REUTERS> elements of the classic news collections.

import Model

/// Articles as `<DOC>` or `<REUTERS>` elements, one behind the other.
///
/// What Reuters-21578, the collections of TREC and the Gigaword family have in common: no document
/// type that could be checked, upper or lower case, end tags left out. A document whose end tag is
/// missing is refused as `truncated`, since nobody knows how much of it is.
package struct SGML: ArchiveFormat {
  package static let name = "sgml"
  package static let summary =
    "<DOC> and <REUTERS> elements, as Reuters, TREC and Gigaword have them"
  package static let endings = [".sgml.gz", ".sgm.gz"]

  private static let names = ["doc", "reuters"].map { Array($0.utf8) }
  private let options: IngestOptions

  package init(options: IngestOptions) {
    self.options = options
  }

  package static func match(_ head: [UInt8]) -> FormatMatch {
    if FileKind.isBinary(head) { return .never }
    var rest = (head.starts(with: byteOrderMark) ? head.dropFirst(3) : head[...])
    rest = rest.drop(while: isSpace)
    // A document type of its own may come first.
    if rest.starts(with: "<!".utf8), let end = rest.firstIndex(of: 0x3e) {
      rest = rest[(end + 1)...]
    }
    guard let tag = ElementCutter.firstTag(rest) else { return .byName }
    let next = tag.rest.first ?? 0x3e
    return names.contains(tag.name) && (isSpace(next) || next == 0x3e) ? .certain : .byName
  }

  package mutating func read(
    _ source: any ByteSource, into writer: BatchWriter
  ) -> FormatFault? {
    let cutter = ElementCutter(source, names: Self.names, limit: options.maxArticleBytes)
    let reader = SGMLDocument(fields: options.fields)
    let hasDocuments = cutter.deliver(to: writer, as: "document", reader.read)
    if writer.isStopped || source.isCut { return nil }
    if !hasDocuments {
      return FormatFault(status: .badHeader, detail: "there is no <DOC> and no <REUTERS> in it")
    }
    return cutter.strayBytes == 0
      ? nil
      : FormatFault(status: .ok, detail: "\(cutter.strayBytes) bytes outside of documents")
  }
}
