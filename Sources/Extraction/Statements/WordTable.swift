// A small table from folded word hashes to bits: one load for most words of a text.

import Model

/// Open-addressed and immutable; made once for each closed class of words.
struct WordTable: Sendable {
  /// High half a tag of the word's hash, low half its bits; 0 is empty.
  private let slots: [UInt64]
  private let mask: Int

  /// Words with their bits; the bits of a word that is named twice are joined.
  init(_ words: [(word: String, bits: UInt32)]) {
    self.init(hashes: words.map { (Folding.hash(of: $0.word.utf8), $0.bits) })
  }

  /// Hashes of folded words with their bits.
  init(hashes: [(hash: UInt64, bits: UInt32)]) {
    var joined: [UInt64: UInt32] = [:]
    for (hash, bits) in hashes { joined[hash, default: 0] |= bits }
    var size = 64
    while size < joined.count * 6 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for (hash, bits) in joined {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = WordTable.tag(hash) | UInt64(bits)
    }
    self.slots = slots
    mask = size - 1
  }

  /// The bits of one word; 0 when it is not in the table.
  subscript(hash: UInt64) -> UInt32 {
    slots.withUnsafeBufferPointer { WordTable.find(hash, $0, mask) }
  }

  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt64 { (hash | 1 << 63) & 0xffff_ffff_0000_0000 }

  @inline(__always)
  private static func find(
    _ hash: UInt64, _ slots: UnsafeBufferPointer<UInt64>, _ mask: Int
  ) -> UInt32 {
    let tag = tag(hash)
    let first = Int(truncatingIfNeeded: hash) & mask
    let entry = slots[first]
    // Without a branch for hit or miss, which no predictor can guess; only collisions go on.
    let isHit = (entry ^ tag) >> 32 == 0
    let bits = UInt32(truncatingIfNeeded: entry) & (isHit ? .max : 0)
    if isHit || entry == 0 { return bits }
    var slot = (first + 1) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return 0 }
      if entry & 0xffff_ffff_0000_0000 == tag { return UInt32(truncatingIfNeeded: entry) }
      slot = (slot + 1) & mask
    }
  }
}

extension WordTable {
  /// Words of one class, separated by white space.
  static func list(_ words: String, _ bits: UInt32) -> [(word: String, bits: UInt32)] {
    words.split(whereSeparator: \.isWhitespace).map { (String($0), bits) }
  }
}

/// A table that is asked only where something makes a word worth asking about.
struct WordLookup {
  let tokens: [Token]
  let table: WordTable

  var count: Int { tokens.count }

  @inline(__always)
  subscript(index: Int) -> UInt32 {
    let hash = tokens[index].hash
    return hash == 0 ? 0 : table[hash]
  }
}
