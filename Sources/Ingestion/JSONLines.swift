// Archives of JSON Lines: one article, one object, one line.

import Model

/// Articles as JSON objects, one on each line.
///
/// Lines end with LF or CR LF; the last one may lack its end; a byte order mark at the start and
/// blank lines mean nothing. A bad line costs that line only. A line that is too long is refused
/// once, in bounded memory. The last line of an archive that breaks off is read if it is whole.
package struct JSONLines: ArchiveFormat {
  package static let name = "json-lines"
  package static let summary = "one JSON object on each line; keys mapped by the pipeline file"
  package static let endings = [".jsonl.gz", ".ndjson.gz"]

  private let options: IngestOptions
  private var parser: JSONArticle

  package init(options: IngestOptions) {
    self.options = options
    parser = JSONArticle(fields: options.fields, maxDepth: options.maxDepth)
  }

  package static func match(_ head: [UInt8]) -> FormatMatch {
    switch JSONShape(head) {
    case .line: .certain
    case .object: .never
    case .array, nil: FileKind.isBinary(head) ? .never : .byName
    }
  }

  package mutating func read(
    _ source: any ByteSource, into writer: BatchWriter
  ) -> FormatFault? {
    let lines = LineReader(source, limit: options.maxArticleBytes)
    while !writer.isStopped, let line = lines.next() {
      if line.isTooLong {
        writer.reject(
          .tooLarge, member: line.member, offset: line.offset, line: line.number,
          detail: "\(line.length) bytes on one line, of at most \(options.maxArticleBytes)")
        continue
      }
      var bytes = line.bytes
      if line.offset == 0 && bytes.starts(with: byteOrderMark) {
        bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(3))
      }
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0d || $0 == 0x09 }) { continue }
      do {
        writer.accept(try parser.read(bytes), member: line.member)
      } catch {
        // A whole object cannot be the beginning of a longer one, so only a broken one was cut.
        let isCut = line.isCut && error.reason == .malformed
        writer.reject(
          isCut ? .truncated : error.reason, member: line.member, offset: line.offset,
          line: line.number, detail: isCut ? "the archive breaks off in this line" : error.detail)
      }
    }
    return nil
  }
}

/// U+FEFF in UTF-8.
let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
