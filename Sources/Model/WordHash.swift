// The hash of a folded word, eight letters at a time.

/// A word's hash in the making, by folded bytes.
///
/// What is hashed are the folded bytes in blocks of eight, the last one filled up with zeros: most
/// words are one block, which a reader of plain letters can take from the text in one load.
public struct WordHash: Sendable {
  @usableFromInline var hash = WordHash.seed
  @usableFromInline var block: UInt64 = 0
  @usableFromInline var shift: UInt64 = 0

  /// What a word's hash begins with.
  public static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of nothing yet.
  @inlinable public init() {}

  /// One more folded byte, which is not 0.
  @inlinable @inline(__always)
  public mutating func add(_ byte: UInt8) {
    block |= UInt64(byte) << shift
    shift += 8
    if shift == 64 {
      hash = WordHash.mix(hash, block)
      block = 0
      shift = 0
    }
  }

  /// The finished hash; never 0.
  @inlinable public var value: UInt64 { Folding.finish(WordHash.mix(hash, block)) }

  /// A hash and eight more bytes, the first of them in the low bits.
  @inlinable @inline(__always)
  public static func mix(_ hash: UInt64, _ block: UInt64) -> UInt64 {
    let h = (hash ^ block) &* 0x9fb2_1c65_1e98_df25
    return h ^ (h >> 32)
  }
}
