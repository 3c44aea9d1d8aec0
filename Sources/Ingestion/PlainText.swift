// Archives of plain text: one article, or several with a separator line between them.

import Model

/// Text as it is; a short first line with a blank line behind it is the title.
///
/// The title is not part of the text. White space alone is no article. Without a title the text is
/// every byte between two separators, line ends included.
package struct PlainText: ArchiveFormat {
  package static let name = "text"
  package static let summary = "plain text: one article, or several parted by a separator line"
  package static let endings = [".txt.gz", ".text.gz"]

  /// A longer first line is a paragraph.
  static let maxTitleBytes = 200

  private let options: IngestOptions

  package init(options: IngestOptions) {
    self.options = options
  }

  package static func match(_ head: [UInt8]) -> FormatMatch {
    FileKind.isBinary(head) ? .never : .likely
  }

  package mutating func read(
    _ source: any ByteSource, into writer: BatchWriter
  ) -> FormatFault? {
    let lines = LineReader(source, limit: options.maxArticleBytes)
    var part = Part()
    while !writer.isStopped, let line = lines.next() {
      if isSeparator(line.bytes) && !line.isTooLong && !line.isCut {
        finish(&part, isCut: false, into: writer)
        continue
      }
      if part.length == 0 {
        part.offset = line.offset
        part.line = line.number
      }
      part.member = line.member
      part.length += line.length + (line.isTerminated ? 1 : 0)
      if part.length <= options.maxArticleBytes {
        part.bytes.append(contentsOf: line.bytes)
        if line.isTerminated { part.bytes.append(0x0a) }
      }
    }
    if !writer.isStopped { finish(&part, isCut: source.isCut, into: writer) }
    return nil
  }

  /// An article in the making.
  private struct Part {
    var bytes: [UInt8] = []
    var length = 0
    var offset = 0
    var line = 1
    var member = 0
  }

  private func isSeparator(_ line: UnsafeRawBufferPointer) -> Bool {
    guard let separator = options.separator, line.starts(with: separator) else { return false }
    return line.dropFirst(separator.count).allSatisfy(isSpace)
  }

  private mutating func finish(_ part: inout Part, isCut: Bool, into writer: BatchWriter) {
    defer { part = Part() }
    if part.length > options.maxArticleBytes {
      writer.reject(
        .tooLarge, member: part.member, offset: part.offset, line: part.line,
        detail: "\(part.length) bytes of text, of at most \(options.maxArticleBytes)")
    } else if part.bytes.allSatisfy(isSpace) {
      return
    } else if isCut {
      writer.reject(
        .truncated, member: part.member, offset: part.offset, line: part.line,
        detail: "the archive breaks off in this text")
    } else {
      writer.accept(Self.article(part.bytes), member: part.member)
    }
  }

  /// Parts title and text; without provenance.
  static func article(_ bytes: [UInt8]) -> RawArticle {
    let whole = RawArticle(archive: "", ordinal: 0, text: bytes)
    // Line ends are two bytes wide in UTF-16; normalization sees the whole.
    if bytes.contains(0) { return whole }
    let hasMark = bytes.starts(with: byteOrderMark)
    let start = bytes[(hasMark ? 3 : 0)...].firstIndex { !isSpace($0) } ?? bytes.endIndex
    let end = lineEnd(bytes, from: start)
    let next = afterLineEnd(bytes, at: end)
    let blank = lineEnd(bytes, from: next)
    guard end - start < maxTitleBytes, next < blank || blank < bytes.count,
      bytes[next..<blank].allSatisfy(isSpace),
      let body = bytes[blank...].firstIndex(where: { $0 != 0x0a && $0 != 0x0d })
    else { return whole }
    guard !bytes[body...].allSatisfy(isSpace) else { return whole }
    var title = bytes[start..<end]
    while let last = title.last, isSpace(last) { title.removeLast() }
    return RawArticle(
      archive: "", ordinal: 0, title: Array(title), text: Array(bytes[body...]))
  }

  /// Index of the line end at or after `index`: LF, CR, or the end of the bytes.
  private static func lineEnd(_ bytes: [UInt8], from index: Int) -> Int {
    bytes[index...].firstIndex { $0 == 0x0a || $0 == 0x0d } ?? bytes.endIndex
  }

  private static func afterLineEnd(_ bytes: [UInt8], at index: Int) -> Int {
    guard index < bytes.count else { return index }
    let isPair = bytes[index] == 0x0d && index + 1 < bytes.count && bytes[index + 1] == 0x0a
    return index + (isPair ? 2 : 1)
  }
}
