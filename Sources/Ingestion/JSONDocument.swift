// JSON archives that are one value: an array of articles, or one article over many lines.

import Model

/// Articles as the objects of one JSON array, or as one object; streamed, not loaded.
///
/// The bytes are cut where an object closes, and each object is read like a line of
/// ``JSONLines``. Values one behind the other count as well, so a broken comma costs nothing. An
/// object that does not close takes what follows with it: it is refused once, in bounded memory.
package struct JSONDocument: ArchiveFormat {
  package static let name = "json"
  package static let summary = "one JSON array of objects, or one object over many lines"
  package static let endings = [".json.gz"]

  private let options: IngestOptions
  private var parser: JSONArticle

  package init(options: IngestOptions) {
    self.options = options
    parser = JSONArticle(fields: options.fields, maxDepth: options.maxDepth)
  }

  package static func match(_ head: [UInt8]) -> FormatMatch {
    switch JSONShape(head) {
    case .array, .object: .certain
    case .line: .likely
    case nil: FileKind.isBinary(head) ? .never : .byName
    }
  }

  package mutating func read(
    _ source: any ByteSource, into writer: BatchWriter
  ) -> FormatFault? {
    var walk = Walk()
    while !writer.isStopped, let chunk = source.next() {
      var index = 0
      while index < chunk.count {
        let start = index
        let wasInside = walk.isInside
        let isWhole = walk.advance(chunk, &index)
        if wasInside {
          walk.member = source.member
          walk.keep(UnsafeRawBufferPointer(rebasing: chunk[start..<index]), options.maxArticleBytes)
        }
        if isWhole { finish(&walk, into: writer) }
      }
    }
    guard !writer.isStopped else { return nil }
    if walk.isInside {
      if walk.isScalar && !source.isCut {
        finish(&walk, into: writer)
      } else {
        writer.reject(
          walk.length > options.maxArticleBytes ? .tooLarge : .truncated, member: walk.member,
          offset: walk.start, line: walk.line, detail: "the text ends inside this value")
      }
    }
    guard !source.isCut, walk.isOpen else { return nil }
    return FormatFault(status: .truncated, detail: "the JSON text ends before it is closed")
  }

  private mutating func finish(_ walk: inout Walk, into writer: BatchWriter) {
    defer { walk.reset() }
    if walk.length > options.maxArticleBytes {
      writer.reject(
        .tooLarge, member: walk.member, offset: walk.start, line: walk.line,
        detail: "\(walk.length) bytes in one value, of at most \(options.maxArticleBytes)")
      return
    }
    do throws(Refusal) {
      let article = try walk.bytes.withUnsafeBytes { bytes in
        Result { () throws(Refusal) in try parser.read(bytes) }
      }.get()
      writer.accept(article, member: walk.member)
    } catch {
      writer.reject(
        error.reason, member: walk.member, offset: walk.start, line: walk.line,
        detail: error.detail)
    }
  }

  /// Where in the text the reading stands, byte by byte.
  private struct Walk {
    /// The value that is being gathered, as far as it is kept.
    var bytes: [UInt8] = []
    var length = 0
    var start = 0
    var line = 1
    var member = 0
    /// Bytes read so far.
    var offset = 0
    /// Inside a value that is an article or stands in an article's place.
    var isInside = false
    /// That value is neither object, array nor string: it ends where something else begins.
    var isScalar = false
    private var lines = 1
    private var arrays = 0
    private var depth = 0
    private var isString = false
    private var isEscaped = false

    /// Whether an array or a value is not closed yet.
    var isOpen: Bool { arrays > 0 || (isInside && !isScalar) }

    mutating func keep(_ piece: UnsafeRawBufferPointer, _ limit: Int) {
      length += piece.count
      if length <= limit { bytes.append(contentsOf: piece) }
    }

    mutating func reset() {
      bytes.removeAll(keepingCapacity: true)
      length = 0
      isInside = false
      isScalar = false
    }

    /// Steps to the end of the value, of the space between two, or of the chunk.
    ///
    /// True when a value ends at `index`; its bytes begin where the call did.
    mutating func advance(_ chunk: UnsafeRawBufferPointer, _ index: inout Int) -> Bool {
      let from = index
      defer { offset += index - from }
      if !isInside {
        while index < chunk.count {
          let byte = chunk[index]
          let place = offset + index - from
          if place < 3, byte == byteOrderMark[place] {
            index += 1
            continue
          }
          if begins(byte) {
            isInside = true
            start = place
            line = lines
            return false
          }
          index += 1
        }
        return false
      }
      while index < chunk.count {
        let byte = chunk[index]
        if byte == 0x0a { lines += 1 }
        if isString {
          index += 1
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == UInt8(ascii: "\"") {
            isString = false
            if depth == 0 { return true }
          }
          continue
        }
        switch byte {
        case UInt8(ascii: "\""): isString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 {
            // It closes the array, unless it stands where a value should.
            if offset + index - from == start { index += 1 }
            return true
          }
          depth -= 1
          if depth == 0 && !isScalar {
            index += 1
            return true
          }
        case UInt8(ascii: ","), 0x20, 0x09, 0x0a, 0x0d:
          if isScalar && depth == 0 {
            if byte == 0x0a { lines -= 1 }
            return true
          }
        default: break
        }
        index += 1
      }
      return false
    }

    /// Takes note of a byte between two values; true when a value begins with it.
    private mutating func begins(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x0a: lines += 1
      case 0x20, 0x09, 0x0d, UInt8(ascii: ","): break
      // The array that holds the articles; one inside it stands in an article's place.
      case UInt8(ascii: "[") where arrays == 0: arrays += 1
      case UInt8(ascii: "]") where arrays > 0: arrays -= 1
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): return true
      default:
        isScalar = true
        return true
      }
      return false
    }
  }
}
