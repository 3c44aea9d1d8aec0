// Cuts inflated bytes into lines, however they are chunked, in bounded memory.

import Glibc

/// Reads lines that end with LF; a line's bytes lie in the source's own buffer when they can.
final class LineReader {
  /// One line, valid until the next is read.
  struct Line {
    /// Without the LF; empty when the line ``isTooLong``.
    var bytes: UnsafeRawBufferPointer
    /// Offset of the first byte in the source.
    var offset: Int
    /// From 1.
    var number: Int
    /// Index of the gzip member that holds the last byte.
    var member: Int
    /// Bytes of the line, also when they were too many to keep.
    var length: Int
    /// Whether an LF ended it.
    var isTerminated: Bool
    /// Whether the archive broke off inside it.
    var isCut: Bool
    var isTooLong: Bool
  }

  private let source: any ByteSource
  private let limit: Int
  private var chunk = UnsafeRawBufferPointer(start: nil, count: 0)
  private var position = 0
  private var offset = 0
  private var number = 0
  private var carry: UnsafeMutableRawBufferPointer
  private var carried = 0

  /// - Parameter limit: the longest line that is kept, in bytes.
  init(_ source: any ByteSource, limit: Int) {
    self.source = source
    self.limit = limit
    carry = .allocate(byteCount: 4096, alignment: 16)
  }

  deinit {
    carry.deallocate()
  }

  /// The next line; nil after the last. An empty line behind the last LF is none.
  func next() -> Line? {
    carried = 0
    let start = offset
    var length = 0
    var member: Int?
    while true {
      if position == chunk.count {
        guard let more = source.next() else {
          chunk = UnsafeRawBufferPointer(start: nil, count: 0)
          position = 0
          guard length > 0 else { return nil }
          return line(
            UnsafeRawBufferPointer(rebasing: carry[..<carried]), from: start, length: length,
            member: member ?? source.member, isTerminated: false)
        }
        chunk = more
        position = 0
      }
      let rest = UnsafeRawBufferPointer(rebasing: chunk[position...])
      let found = lineFeed(in: rest)
      let count = found ?? rest.count
      let piece = UnsafeRawBufferPointer(rebasing: rest[..<count])
      length += count
      if count > 0 { member = source.member }
      let isTerminated = found != nil
      position += isTerminated ? count + 1 : count
      offset += isTerminated ? count + 1 : count
      if isTerminated && length == count {
        return line(
          piece, from: start, length: length, member: member ?? source.member, isTerminated: true)
      }
      if length <= limit { keep(piece) }
      if isTerminated {
        return line(
          UnsafeRawBufferPointer(rebasing: carry[..<carried]), from: start, length: length,
          member: member ?? source.member, isTerminated: true)
      }
    }
  }

  private func line(
    _ bytes: UnsafeRawBufferPointer, from start: Int, length: Int, member: Int, isTerminated: Bool
  ) -> Line {
    number += 1
    let isTooLong = length > limit
    return Line(
      bytes: isTooLong ? UnsafeRawBufferPointer(start: nil, count: 0) : bytes, offset: start,
      number: number, member: member, length: length, isTerminated: isTerminated,
      isCut: !isTerminated && source.isCut, isTooLong: isTooLong)
  }

  private func lineFeed(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    return memchr(base, 0x0a, bytes.count).map { UnsafeRawPointer($0) - base }
  }

  private func keep(_ piece: UnsafeRawBufferPointer) {
    if carried + piece.count > carry.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(carry.count * 2, carried + piece.count), alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: carry[..<carried]))
      carry.deallocate()
      carry = larger
    }
    UnsafeMutableRawBufferPointer(rebasing: carry[carried...]).copyMemory(from: piece)
    carried += piece.count
  }
}
