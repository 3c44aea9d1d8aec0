// Interned text: every string of a tally once, as a number.

/// Numbers strings from 1 in the order of their arrival; 0 is the absent string.
///
/// Strings are told apart by their bytes. The hash starts from a seed that differs from process to
/// process, so that no input can be made to collide; nothing that is put out depends on it.
package struct SymbolTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each symbol ends in `bytes`; symbol 0 is empty.
  private var ends: [Int] = [0]
  /// Upper half of the hash, and the symbol; 0 is free. The length is a power of two.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private let seed = SymbolTable.processSeed

  private static let processSeed = UInt64.random(in: 1...UInt64.max)

  package init() {}

  /// Number of symbols, the absent one included.
  package var count: Int { ends.count }

  /// The symbol of a string; 0 for the empty one.
  package mutating func intern(_ text: String) -> UInt32 {
    let known = text.utf8.withContiguousStorageIfAvailable { buffer in
      intern(UnsafeRawBufferPointer(buffer))
    }
    if let known { return known }
    return Array(text.utf8).withUnsafeBytes { intern($0) }
  }

  /// The symbol of a string; 0 when there is none.
  package mutating func intern(_ text: String?) -> UInt32 {
    guard let text else { return 0 }
    return intern(text)
  }

  /// The symbol of UTF-8 bytes; 0 for none.
  package mutating func intern(_ text: UnsafeRawBufferPointer) -> UInt32 {
    guard !text.isEmpty else { return 0 }
    let hash = hash(of: text)
    let mark = hash >> 32
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == mark {
        let symbol = UInt32(truncatingIfNeeded: slots[slot])
        if equals(symbol, text) { return symbol }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let symbol = UInt32(ends.count)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    slots[slot] = mark << 32 | UInt64(symbol)
    if ends.count * 2 > slots.count { grow() }
    return symbol
  }

  /// Calls `body` with the bytes of a symbol; none for 0.
  package func withBytes<R>(of symbol: UInt32, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range(symbol)])) }
  }

  /// Calls `body` with all strings at addresses that stay while it runs.
  package func withTexts<R>(_ body: (SymbolTexts) throws -> R) rethrows -> R {
    try bytes.withUnsafeBytes { bytes in
      try ends.withUnsafeBufferPointer { ends in
        try body(SymbolTexts(bytes: bytes, ends: ends))
      }
    }
  }

  /// The symbol of UTF-8 bytes, when they were interned; else 0.
  package func find(_ text: UnsafeRawBufferPointer) -> UInt32 {
    guard !text.isEmpty else { return 0 }
    let hash = hash(of: text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let symbol = UInt32(truncatingIfNeeded: slots[slot])
      if slots[slot] >> 32 == hash >> 32, equals(symbol, text) { return symbol }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  /// The string of a symbol; empty for 0.
  package func text(_ symbol: UInt32) -> String {
    String(decoding: bytes[range(symbol)], as: UTF8.self)
  }

  /// Byte order of two symbols' strings: negative, zero or positive.
  package func compare(_ a: UInt32, _ b: UInt32) -> Int {
    guard a != b else { return 0 }
    let (left, right) = (range(a), range(b))
    return bytes.withUnsafeBufferPointer { all in
      let shared = min(left.count, right.count)
      var at = 0
      while at < shared {
        let (x, y) = (all[left.lowerBound + at], all[right.lowerBound + at])
        if x != y { return x < y ? -1 : 1 }
        at += 1
      }
      return left.count - right.count
    }
  }

  /// Interns every string of another table; the result maps its symbols to those of this one.
  package mutating func absorb(_ other: SymbolTable) -> [UInt32] {
    var map = [UInt32](repeating: 0, count: other.count)
    other.bytes.withUnsafeBytes { all in
      for symbol in 1..<max(1, other.count) {
        let range = other.ends[symbol - 1]..<other.ends[symbol]
        map[symbol] = intern(UnsafeRawBufferPointer(rebasing: all[range]))
      }
    }
    return map
  }

  /// Forgets all strings; keeps its memory unless it was made for far more of them.
  package mutating func removeAll() {
    if ends.count * 64 < slots.count {
      self = SymbolTable()
      return
    }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    ends.append(0)
    for index in slots.indices { slots[index] = 0 }
  }

  private func range(_ symbol: UInt32) -> Range<Int> {
    symbol == 0 ? 0..<0 : ends[Int(symbol) - 1]..<ends[Int(symbol)]
  }

  private func equals(_ symbol: UInt32, _ text: UnsafeRawBufferPointer) -> Bool {
    let range = range(symbol)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBytes { all in
      var at = 0
      while at + 8 <= text.count {
        let known = all.loadUnaligned(fromByteOffset: range.lowerBound + at, as: UInt64.self)
        if known != text.loadUnaligned(fromByteOffset: at, as: UInt64.self) { return false }
        at += 8
      }
      while at < text.count {
        if all[range.lowerBound + at] != text[at] { return false }
        at += 1
      }
      return true
    }
  }

  /// Eight bytes at a time: multiply and fold.
  private func hash(of text: UnsafeRawBufferPointer) -> UInt64 {
    var h = seed ^ UInt64(truncatingIfNeeded: text.count) &* 0x9e37_79b9_7f4a_7c15
    var at = 0
    while at + 8 <= text.count {
      h = SymbolTable.mix(h, text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    if at > 0 {
      // The last eight bytes, some of them for the second time.
      h = SymbolTable.mix(h, text.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self))
    } else {
      var tail: UInt64 = 0
      for byte in text { tail = tail << 8 | UInt64(byte) }
      h = SymbolTable.mix(h, tail)
    }
    return h ^ h >> 29
  }

  private static func mix(_ h: UInt64, _ word: UInt64) -> UInt64 {
    let (high, low) = (h ^ word).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    return high ^ low
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 4)
    bytes.withUnsafeBytes { all in
      for symbol in 1..<ends.count {
        let text = UnsafeRawBufferPointer(rebasing: all[ends[symbol - 1]..<ends[symbol]])
        let hash = hash(of: text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = (hash >> 32) << 32 | UInt64(symbol)
      }
    }
  }
}

/// The strings of a table by symbol, valid where ``SymbolTable/withTexts(_:)`` hands them over.
package struct SymbolTexts {
  fileprivate let bytes: UnsafeRawBufferPointer
  fileprivate let ends: UnsafeBufferPointer<Int>

  /// Number of symbols, the absent one included.
  package var count: Int { ends.count }

  /// The UTF-8 bytes of a symbol; none for 0.
  package subscript(symbol: UInt32) -> UnsafeRawBufferPointer {
    guard symbol != 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: bytes[ends[Int(symbol) - 1]..<ends[Int(symbol)]])
  }
}
