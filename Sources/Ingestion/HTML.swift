// Archives that are one HTML page, and pages as files of a tar.

import Model

/// The article of one page: its main text, and what the page says about it.
package struct HTML: ArchiveFormat {
  package static let name = "html"
  package static let summary = "one page: its main text, title, date, outlet and address"
  package static let endings = [".html.gz", ".htm.gz", ".xhtml.gz"]

  private let page: HTMLArticle

  package init(options: IngestOptions) {
    page = HTMLArticle(options: options)
  }

  package static func match(_ head: [UInt8]) -> FormatMatch {
    if FileKind.isBinary(head) { return .never }
    let start = lowercased(
      (head.starts(with: byteOrderMark) ? head.dropFirst(3) : head[...]).drop(while: isSpace))
    if start.starts(with: "<!doctype html".utf8) || start.starts(with: "<html".utf8)
      || start.starts(with: "<head".utf8)
    {
      return .certain
    }
    // XHTML begins as XML does, and says on the next line what it is.
    guard start.starts(with: "<?xml".utf8) || start.starts(with: "<!--".utf8) else {
      return .byName
    }
    let marks = ["<!doctype html", "<html"].map { Array($0.utf8) }
    let isHTML = start.indices.contains { index in
      start[index] == 0x3c && marks.contains { start[index...].starts(with: $0) }
    }
    return isHTML ? .certain : .byName
  }

  package mutating func read(
    _ source: any ByteSource, into writer: BatchWriter
  ) -> FormatFault? {
    var bytes: [UInt8] = []
    var length = 0
    var member = 0
    while let piece = source.next() {
      length += piece.count
      member = source.member
      if length <= HTMLArticle.maxPageBytes + 1 { bytes.append(contentsOf: piece) }
    }
    if source.isCut {
      writer.reject(
        .truncated, member: member, offset: 0, detail: "the archive breaks off in this page")
      return nil
    }
    do throws(Refusal) {
      guard length <= HTMLArticle.maxPageBytes else {
        throw Refusal(
          .tooLarge, "\(length) bytes of HTML, of at most \(HTMLArticle.maxPageBytes)")
      }
      writer.accept(try page.read(bytes, label: nil, address: nil), member: member)
    } catch {
      writer.reject(error.reason, member: member, offset: 0, detail: error.detail)
    }
    return nil
  }
}
