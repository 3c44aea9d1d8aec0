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

  private static let maxName = 16
  private let source: any ByteSource
  private let names: [[UInt8]]
  private let limit: Int
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

  /// - Parameters:
  ///   - names: of the elements that are documents, lower case.
  ///   - limit: the longest document that is kept, in bytes.
  init(_ source: any ByteSource, names: [[UInt8]], limit: Int) {
    self.source = source
    self.names = names
    self.limit = limit
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
      if end != nil {
        isInTag = false
        if isClosing {
          isClosing = false
          return take(isClosed: true)
        }
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
    let isName = (0x61...0x7a).contains(byte | 0x20) || (0x2d...0x39).contains(byte)
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
    let begins = names.contains(read)
    if document == nil || (begins && read == name) {
      // A document inside another of its name: the end tag of the first is lost.
      let unclosed = begins ? take(isClosed: false) : nil
      if begins {
        name = read
        document = Document(
          bytes: [], offset: offset - written.count, line: line, member: source.member, length: 0,
          isClosed: false, isTooLong: false)
        keep(written)
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
