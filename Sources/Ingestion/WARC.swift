// Web archives: the pages in the records of WARC files.

import Model

/// Articles as the pages that a crawler stored, in the order stored.
///
/// Of `response` records the HTML pages of status 200 are read, of `resource` records those that
/// say they are HTML, of `conversion` records the plain text. Requests, metadata and revisits are
/// no articles and are passed over. Lengths and digests are verified; what does not agree is
/// refused, and the records behind it are found again.
package struct WARC: ArchiveFormat {
  package static let name = "warc"
  package static let summary = "web archives as crawlers write them: the articles of their pages"
  package static let endings = [".warc.gz", ".wet.gz"]

  private let options: IngestOptions
  private var page: HTMLArticle

  package init(options: IngestOptions) {
    self.options = options
    page = HTMLArticle(options: options)
  }

  package static func match(_ head: [UInt8]) -> FormatMatch {
    head.starts(with: "WARC/".utf8) ? .certain : .never
  }

  package mutating func read(
    _ source: any ByteSource, into writer: BatchWriter
  ) -> FormatFault? {
    let records = WARCRecords(source, limit: options.maxArticleBytes)
    var isEmpty = true
    var isCut = false
    while !writer.isStopped, let record = records.next() {
      isEmpty = false
      isCut = record.fault?.reason == .truncated
      do {
        if let article = try article(of: record) { writer.accept(article, member: record.member) }
      } catch {
        let uri = record.headers.value("warc-target-uri").map { "\(printable($0)): " } ?? ""
        writer.reject(
          error.reason, member: record.member, offset: record.offset, detail: uri + error.detail)
      }
    }
    if writer.isStopped || source.isCut { return nil }
    if isEmpty { return FormatFault(status: .badHeader, detail: "there is no WARC record in it") }
    if isCut {
      return FormatFault(status: .truncated, detail: "the WARC file ends inside its last record")
    }
    return records.strayBytes == 0
      ? nil : FormatFault(status: .ok, detail: "\(records.strayBytes) bytes between WARC records")
  }

  /// The article of a record; nil when it is of a kind that has none.
  private mutating func article(of record: WARCRecord) throws(Refusal) -> RawArticle? {
    if let fault = record.fault { throw fault }
    let uri = record.headers.value("warc-target-uri").map { uri in
      // The first standard wrote it in angle brackets.
      String(decoding: uri.filter { $0 != 0x3c && $0 != 0x3e }, as: UTF8.self)
    }
    var article: RawArticle
    switch record.headers.word("warc-type") {
    case "response":
      let type = record.headers.word("content-type")
      guard type == nil || type == "application/http" else { return nil }
      article = try response(record, uri)
    case "resource":
      guard Self.isHTML(record.headers.word("content-type"), record.block) else { return nil }
      article = try page.read(record.block, label: record.headers.charset(), address: uri)
    case "conversion":
      guard record.headers.word("content-type") == "text/plain" else { return nil }
      let text = PlainText.article(record.block)
      if text.text.allSatisfy(isSpace) { throw Refusal(.emptyText, "the text is empty") }
      article = text
      article.url = uri
    default: return nil
    }
    if let id = record.headers.value("warc-record-id") {
      article.id = String(decoding: id.filter { $0 != 0x3c && $0 != 0x3e }, as: UTF8.self)
    }
    return article
  }

  private mutating func response(
    _ record: WARCRecord, _ uri: String?
  ) throws(Refusal) -> RawArticle {
    guard let message = HTTPMessage(record.block) else {
      throw Refusal(.malformed, "the response does not begin with an HTTP status")
    }
    if !record.isVerified, let digest = record.headers.value("warc-payload-digest"),
      WARCRecords.compare(digest, message.stored) == false
    {
      // Writers disagree on whether the payload has its chunk lengths.
      guard WARCRecords.compare(digest, message.entity[...]) == true else {
        throw Refusal(.digestMismatch, "the payload does not have the digest of its header")
      }
    }
    guard message.status == 200 else {
      throw Refusal(.notArticle, "HTTP status \(message.status)")
    }
    let body = try message.body(limit: options.maxArticleBytes)
    let type = message.headers.word("content-type")
    guard Self.isHTML(type, body) else {
      throw Refusal(.notArticle, "the page is \(printable((type ?? "of no type").utf8))")
    }
    return try page.read(body, label: message.headers.charset(), address: uri)
  }

  private static func isHTML(_ type: String?, _ body: [UInt8]) -> Bool {
    switch type {
    case "text/html", "application/xhtml+xml": true
    case nil, "": HTML.match(Array(body.prefix(512))) == .certain
    default: false
    }
  }
}
