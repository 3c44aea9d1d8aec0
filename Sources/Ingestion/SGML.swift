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
      rest = rest[(end + 1)...].drop(while: isSpace)
    }
    guard rest.first == 0x3c else { return .byName }
    let name = lowercased(rest.dropFirst().prefix { (0x61...0x7a).contains($0 | 0x20) })
    let next = rest.dropFirst(1 + name.count).first ?? 0x3e
    return names.contains(name) && (isSpace(next) || next == 0x3e) ? .certain : .byName
  }

  package mutating func read(
    _ source: any ByteSource, into writer: BatchWriter
  ) -> FormatFault? {
    let cutter = ElementCutter(source, names: Self.names, limit: options.maxArticleBytes)
    let reader = SGMLDocument(fields: options.fields)
    var isEmpty = true
    while !writer.isStopped, let document = cutter.next() {
      isEmpty = false
      func reject(_ reason: Rejection.Reason, _ detail: String) {
        writer.reject(
          reason, member: document.member, offset: document.offset, line: document.line,
          detail: detail)
      }
      if document.isTooLong {
        reject(
          .tooLarge,
          "\(document.length) bytes in one document, of at most \(options.maxArticleBytes)")
      } else if !document.isClosed {
        reject(.truncated, "the end tag of this document is missing")
      } else {
        do {
          writer.accept(try reader.read(document.bytes), member: document.member)
        } catch {
          reject(error.reason, error.detail)
        }
      }
    }
    if writer.isStopped || source.isCut { return nil }
    if isEmpty {
      return FormatFault(status: .badHeader, detail: "there is no <DOC> and no <REUTERS> in it")
    }
    return cutter.strayBytes == 0
      ? nil
      : FormatFault(status: .ok, detail: "\(cutter.strayBytes) bytes outside of documents")
  }
}
