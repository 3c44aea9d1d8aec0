// Cuts documents out of marked-up text by their start and end tags, in bounded memory.

import Glibc

/// Finds elements of certain names wherever their tags stand; what lies between them is passed over.
final class ElementCutter {
  /// One document with its tags, valid until the next is read.
  struct Document {
    /// Empty when the document ``isTooLong``.
    var bytes: [UInt8]
    /// Offset of its start tag in the source.
    var offset: Int
    /// Line of its start tag, from 1.
    var line: Int
    /// Index of the gzip member that holds the last byte.
    var member: Int
    /// Bytes of the document, also when they were too many to keep.
    var length: Int
    /// Whether its end tag came before the next document and before the end of the text.
    var isClosed: Bool
    var isTooLong: Bool
  }

  /// Bytes outside documents that are neither white space nor tags.
  private(set) var strayBytes = 0

  private static let maxName = 48
  private let source: any ByteSource
  private let names: [[UInt8]]
  let limit: Int
  /// Whether a document may hold others of its name.
  private let nests: Bool
  /// Documents of the name that are open inside the one being gathered, with it.
  private var depth = 0
  private var chunk = UnsafeRawBufferPointer(start: nil, count: 0)
  private var position = 0
  /// Offset in the source of the byte at ``position``.
  private var offset = 0
  private var line = 1
  /// The beginning of a tag whose name is not read to its end yet.
  private var tag: [UInt8] = []
  /// Between the name of a tag and its `>`, outside documents or in an end tag.
  private var isInTag = false
  /// The document that is being gathered; its name is ``name``.
  private var document: Document?
  private var name: [UInt8] = []
  private var isClosing = false
  /// The byte before the `>` that ends the tag being read.
  private var beforeEnd: UInt8 = 0

  /// - Parameters:
  ///   - names: of the elements that are documents, lower case.
  ///   - limit: the longest document that is kept, in bytes.
  ///   - nests: as in XML, where an end tag closes the last start tag of its name; otherwise a start
  ///     tag inside a document of its name means that an end tag is lost.
  init(_ source: any ByteSource, names: [[UInt8]], limit: Int, nests: Bool = false) {
    self.source = source
    self.names = names
    self.limit = limit
    self.nests = nests
  }

  /// The next document; nil after the last.
  func next() -> Document? {
    while true {
      if position == chunk.count {
        guard let more = source.next() else {
          chunk = UnsafeRawBufferPointer(start: nil, count: 0)
          position = 0
          // What looked like a tag was the end of the text.
          keep(tag)
          tag = []
          return take(isClosed: false)
        }
        chunk = more
        position = 0
      }
      document?.member = source.member
      if let whole = step() { return whole }
    }
  }

  /// Reads up to the next place where something is decided; a document when one ends there.
  private func step() -> Document? {
    let byte = chunk[position]
    if isInTag {
      let end = find(0x3e)
      let run = chunk[position..<(end.map { $0 + 1 } ?? chunk.count)]
      if document != nil { keep(run) }
      advance(run.count)
      if run.count > 1 { beforeEnd = run[run.endIndex - 2] }
      if end != nil {
        isInTag = false
        // An empty element is closed where it opens.
        let closes = isClosing || (document != nil && nests && beforeEnd == UInt8(ascii: "/"))
        isClosing = false
        if closes {
          depth -= 1
          if depth <= 0 { return take(isClosed: true) }
        }
      } else if let last = run.last {
        beforeEnd = last
      }
      return nil
    }
    if tag.isEmpty {
      if byte == 0x3c {
        tag.append(byte)
        advance(1)
        return nil
      }
      let run = chunk[position..<(find(0x3c) ?? chunk.count)]
      keep(run)
      advance(run.count)
      return nil
    }
    let isName =
      (0x61...0x7a).contains(byte | 0x20) || (0x2d...0x3a).contains(byte) || byte == 0x5f
    if tag.count < Self.maxName && (isName || (tag.count == 1 && byte == UInt8(ascii: "!"))) {
      tag.append(byte)
      advance(1)
      return nil
    }
    return decide()
  }

  /// The name of a tag is whole: whether it begins or ends a document.
  private func decide() -> Document? {
    let written = tag
    let read = lowercased(tag.dropFirst())
    tag = []
    beforeEnd = 0
    // Of a name with a prefix what stands behind it counts.
    let local = read.lastIndex(of: UInt8(ascii: ":")).map { read[($0 + 1)...] } ?? read[...]
    let begins = read.first != UInt8(ascii: "/") && names.contains { local.elementsEqual($0) }
    let isAgain = begins && read == name
    // Inside one of its name: deeper in XML, unless that one is too long to end well.
    if document != nil && isAgain && nests && !isOverlong {
      keep(written)
      depth += 1
      isInTag = true
      return nil
    }
    if document == nil || isAgain {
      let unclosed = begins ? take(isClosed: false) : nil
      if begins {
        name = read
        depth = 1
        document = Document(
          bytes: [], offset: offset - written.count, line: line, member: source.member, length: 0,
          isClosed: false, isTooLong: false)
        keep(written)
        isInTag = nests
      } else if read.isEmpty {
        strayBytes += 1
      } else {
        isInTag = true
      }
      return unclosed
    }
    keep(written)
    if read.first == UInt8(ascii: "/"), read.dropFirst().elementsEqual(name) {
      isInTag = true
      isClosing = true
    }
    return nil
  }

  private var isOverlong: Bool { (document?.length ?? 0) > limit }

  private func take(isClosed: Bool) -> Document? {
    guard var done = document else { return nil }
    document = nil
    done.isClosed = isClosed
    done.isTooLong = done.length > limit
    if done.isTooLong { done.bytes = [] }
    return done
  }

  private func keep(_ piece: some Collection<UInt8>) {
    if document == nil {
      strayBytes += piece.count { $0 > 0x20 }
      return
    }
    document?.length += piece.count
    if let length = document?.length, length <= limit {
      document?.bytes.append(contentsOf: piece)
    }
  }

  private func find(_ byte: UInt8) -> Int? {
    guard let base = chunk.baseAddress else { return nil }
    return memchr(base + position, Int32(byte), chunk.count - position).map {
      UnsafeRawPointer($0) - base
    }
  }

  private func advance(_ count: Int) {
    for byte in chunk[position..<position + count] where byte == 0x0a { line += 1 }
    position += count
    offset += count
  }
}
