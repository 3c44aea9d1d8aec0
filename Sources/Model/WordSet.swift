// Closed classes of words, asked by folded hash: no strings and no hashing in the article loop.
//
// Public, not package: Swift inlines only public functions into other modules (6.3).

/// A set of words that is asked with a token's hash.
public struct WordSet: Sendable {
  @usableFromInline let map: WordMap

  /// - Parameter words: separated by white space.
  public init(_ words: String) {
    map = WordMap([(words, 1)])
  }

  /// - Parameter hashes: of folded words.
  public init(hashes: [UInt64]) {
    map = WordMap(hashes.map { ($0, 1) })
  }

  /// Whether a word is in the set; marks, whose hash is 0, never are.
  @inlinable @inline(__always)
  public func contains(_ hash: UInt64) -> Bool { map[hash] != 0 }
}

/// Words with the classes that each belongs to, as bits; asked with a token's hash.
///
/// Open addressing over the hashes themselves, which are already well mixed; at most half full.
public struct WordMap: Sendable {
  @usableFromInline let keys: [UInt64]
  @usableFromInline let values: [UInt8]
  @usableFromInline let mask: Int

  /// - Parameter classes: words separated by white space, and the bits that they get.
  public init(_ classes: [(words: String, bits: UInt8)]) {
    var entries: [(UInt64, UInt8)] = []
    for (words, bits) in classes {
      for word in words.split(whereSeparator: \.isWhitespace) {
        entries.append((Folding.hash(of: word.utf8), bits))
      }
    }
    self.init(entries)
  }

  /// - Parameter entries: hashes of folded words with their bits.
  init(_ entries: [(UInt64, UInt8)]) {
    var size = 8
    while size < entries.count * 2 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var values = [UInt8](repeating: 0, count: size)
    let mask = size - 1
    for (hash, bits) in entries {
      var slot = Int(truncatingIfNeeded: hash >> 9) & mask
      while keys[slot] != 0 && keys[slot] != hash { slot = (slot + 1) & mask }
      keys[slot] = hash
      values[slot] |= bits
    }
    self.keys = keys
    self.values = values
    self.mask = mask
  }

  /// The bits of a word's classes; 0 when it is in none.
  @inlinable
  public subscript(hash: UInt64) -> UInt8 {
    guard hash != 0 else { return 0 }
    var slot = Int(truncatingIfNeeded: hash >> 9) & mask
    while true {
      let key = keys[slot]
      if key == hash { return values[slot] }
      if key == 0 { return 0 }
      slot = (slot + 1) & mask
    }
  }
}
