// The compressed side of a stream: blocks of bytes as they are read, hashed and counted.

import Glibc

/// Compressed bytes from anywhere, through one fixed buffer.
///
/// Interrupted reads are repeated, short reads are as good as long ones. A read error ends the
/// bytes like their end does, and stays in ``failure``.
final class ByteInput {
  /// Fills some of the buffer: the number of bytes, 0 at the end, or a negative `errno`.
  typealias Reader = (UnsafeMutableRawBufferPointer) -> Int

  /// Bytes that ``peek(_:)`` can look ahead.
  static let lookahead = 512

  /// `errno` of the read that failed; 0 while all is well.
  private(set) var failure: Int32 = 0
  /// Bytes read so far.
  private(set) var total = 0

  private let reader: Reader
  private let blockBytes: Int
  private let buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private var hash = XXH64()

  /// - Parameter blockBytes: the most that one read asks for.
  init(blockBytes: Int, reader: @escaping Reader) {
    self.blockBytes = max(1, blockBytes)
    self.reader = reader
    buffer = .allocate(byteCount: self.blockBytes + Self.lookahead, alignment: 16)
  }

  deinit {
    buffer.deallocate()
  }

  /// Bytes taken so far: the offset in the file of the next byte.
  var offset: Int { total - (end - start) }

  /// XXH64 of all bytes read, 16 hexadecimal digits.
  var digest: String { hash.hexadecimal() }

  /// What is in the buffer; reads a block first when that is nothing. Empty at the end.
  func available() -> UnsafeRawBufferPointer {
    if start == end { read() }
    return UnsafeRawBufferPointer(rebasing: buffer[start..<end])
  }

  /// The next `count` bytes, fewer only at the end, without taking them.
  func peek(_ count: Int) -> UnsafeRawBufferPointer {
    precondition(count <= Self.lookahead)
    while end - start < count && !isAtEnd { read() }
    return UnsafeRawBufferPointer(rebasing: buffer[start..<min(end, start + count)])
  }

  /// Takes bytes that ``available()`` or ``peek(_:)`` showed.
  func take(_ count: Int) {
    start += count
  }

  /// Takes one byte; nil at the end.
  func byte() -> UInt8? {
    if start == end { read() }
    guard start < end else { return nil }
    defer { start += 1 }
    return buffer[start]
  }

  /// Reads to the end, so that the digest is that of the whole file.
  func drain() {
    start = end
    while !isAtEnd {
      read()
      start = end
    }
  }

  /// Reads one block behind what is there.
  private func read() {
    guard !isAtEnd else { return }
    if start > 0 {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
      end -= start
      start = 0
    }
    let room = buffer[end..<min(buffer.count, end + blockBytes)]
    let target = UnsafeMutableRawBufferPointer(rebasing: room)
    var count = reader(target)
    while count == -Int(EINTR) { count = reader(target) }
    guard count > 0 else {
      isAtEnd = true
      failure = Int32(truncatingIfNeeded: -count)
      return
    }
    hash.update(UnsafeRawBufferPointer(rebasing: target[..<count]))
    end += count
    total += count
  }
}
