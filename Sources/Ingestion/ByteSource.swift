// Where archive formats pull inflated bytes from.

/// Inflated bytes in pieces, each from one gzip member.
package protocol ByteSource: AnyObject {
  /// The next bytes, at least one, valid until the next call; nil when there are no more.
  func next() -> UnsafeRawBufferPointer?
  /// Index of the gzip member that the bytes returned last came from, from 0.
  var member: Int { get }
  /// After nil: whether more bytes would have followed had the archive been whole.
  var isCut: Bool { get }
}

/// A source whose first bytes can be looked at before they are read.
final class HeadedSource: ByteSource {
  private let inner: any ByteSource
  private var held: [(bytes: UnsafeMutableRawBufferPointer, member: Int)] = []
  private var position = 0
  private(set) var member = 0

  init(_ inner: any ByteSource) {
    self.inner = inner
  }

  deinit {
    for piece in held { piece.bytes.deallocate() }
  }

  var isCut: Bool { inner.isCut }

  /// The first bytes, `count` of them unless there are fewer; call before the first `next()`.
  func head(_ count: Int) -> [UInt8] {
    var head: [UInt8] = []
    for piece in held { head.append(contentsOf: piece.bytes) }
    while head.count < count, let bytes = inner.next() {
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
      copy.copyMemory(from: bytes)
      held.append((copy, inner.member))
      head.append(contentsOf: bytes)
    }
    return Array(head.prefix(count))
  }

  func next() -> UnsafeRawBufferPointer? {
    if position < held.count {
      defer { position += 1 }
      member = held[position].member
      return UnsafeRawBufferPointer(held[position].bytes)
    }
    guard let bytes = inner.next() else { return nil }
    member = inner.member
    return bytes
  }
}
