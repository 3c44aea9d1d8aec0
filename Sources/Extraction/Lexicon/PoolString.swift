// A string of the lexicon's pool where it lies: no memory of its own, nothing to count.

/// Names a string of a lexicon, which lives as long as the process does.
struct PoolString: Equatable {
  /// A 16-bit length and the UTF-8 bytes behind it.
  private let start: UnsafeRawPointer

  init(_ start: UnsafeRawPointer) {
    self.start = start
  }

  @inline(__always)
  private var length: Int { Int(start.loadUnaligned(as: UInt16.self)) }

  @inline(__always)
  var isEmpty: Bool { length == 0 }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start + 2, count: length) }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  static func == (a: PoolString, b: PoolString) -> Bool {
    a.start == b.start || a.length == b.length && a.bytes.elementsEqual(b.bytes)
  }

  static func == (a: PoolString, b: StaticString) -> Bool {
    let count = b.utf8CodeUnitCount
    guard a.length == count else { return false }
    var index = 0
    while index < count {
      if a.bytes[index] != b.utf8Start[index] { return false }
      index += 1
    }
    return true
  }

  func hasPrefix(_ prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    return length >= count
      && bytes.prefix(count).elementsEqual(
        UnsafeBufferPointer(start: prefix.utf8Start, count: count))
  }

  func hasSuffix(_ suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    guard length >= count else { return false }
    return bytes.suffix(count).elementsEqual(
      UnsafeBufferPointer(start: suffix.utf8Start, count: count))
  }
}
