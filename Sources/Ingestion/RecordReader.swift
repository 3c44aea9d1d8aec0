// Reads lines and blocks of counted bytes from a source, and can give bytes back.

import Glibc

/// A position in a source's bytes.
final class RecordReader {
  private let source: any ByteSource
  private var chunk = UnsafeRawBufferPointer(start: nil, count: 0)
  private var position = 0
  /// Bytes given back, read before anything else.
  private var returned = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private var returnedPosition = 0
  /// Offset in the source of the next byte.
  private(set) var offset = 0
  /// Index of the gzip member that the byte read last came from.
  private(set) var member = 0
  /// Whether the byte read last was the last of its piece of the source.
  var isAtPieceEnd: Bool { returnedPosition == returned.count && position == chunk.count }

  init(_ source: any ByteSource) {
    self.source = source
  }

  deinit {
    returned.deallocate()
  }

  var isCut: Bool { source.isCut }

  /// The gzip member that the next byte comes from; nil at the end.
  func nextMember() -> Int? {
    guard !available().isEmpty else { return nil }
    return returnedPosition < returned.count ? member : source.member
  }

  /// The next byte without taking it; nil at the end.
  func peek() -> UInt8? { available().first }

  /// Takes a line and its end; nil at the end of the source.
  ///
  /// - Parameter limit: bytes that are kept; a longer line is taken whole and shown cut.
  func line(limit: Int) -> [UInt8]? {
    var line: [UInt8] = []
    var isEmpty = true
    while true {
      let bytes = available()
      guard !bytes.isEmpty else { return isEmpty ? nil : line }
      isEmpty = false
      let end = bytes.baseAddress.flatMap { memchr($0, 0x0a, bytes.count) }.map {
        UnsafeRawPointer($0) - (bytes.baseAddress ?? UnsafeRawPointer($0)) + 1
      }
      let count = end ?? bytes.count
      line.append(contentsOf: bytes.prefix(min(count, max(0, limit - line.count))))
      take(count)
      if end != nil { return line }
    }
  }

  /// Takes up to `count` bytes that lie in one piece; empty at the end.
  func piece(_ count: Int) -> [UInt8] {
    let bytes = available()
    let piece = Array(bytes.prefix(count))
    take(piece.count)
    return piece
  }

  /// Gives the last bytes taken back; they are read again.
  func giveBack(_ bytes: some Collection<UInt8>) {
    let rest = returned[returnedPosition...]
    let all = UnsafeMutableRawBufferPointer.allocate(
      byteCount: bytes.count + rest.count, alignment: 16)
    all.copyBytes(from: bytes)
    UnsafeMutableRawBufferPointer(rebasing: all[bytes.count...]).copyBytes(from: rest)
    returned.deallocate()
    returned = all
    returnedPosition = 0
    offset -= bytes.count
  }

  private func available() -> UnsafeRawBufferPointer {
    if returnedPosition < returned.count {
      return UnsafeRawBufferPointer(rebasing: returned[returnedPosition...])
    }
    if position == chunk.count {
      chunk = source.next() ?? UnsafeRawBufferPointer(start: nil, count: 0)
      position = 0
    }
    return UnsafeRawBufferPointer(rebasing: chunk[position...])
  }

  private func take(_ count: Int) {
    offset += count
    if returnedPosition < returned.count {
      returnedPosition += count
    } else {
      position += count
      member = source.member
    }
  }
}
