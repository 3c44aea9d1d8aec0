// The tagger's weights: hashed features, one row of eight 16-bit numbers each.

private import CLexicon

/// A linear model over hashed features and label pairs, mapped or in memory.
///
/// Layout: magic, log2 of the number of rows, then 9 x 8 transition weights as 32-bit words (the
/// ninth row is the start), 8 bytes of padding, then the rows, aligned to 16 bytes.
struct TagModel: Sendable {
  static let magic: UInt32 = 0x5447_4d31
  static let headerBytes = 8 + 9 * 8 * 4 + 8

  /// The weights that ship with the product; nil when there are none yet.
  static let builtIn = TagModel(
    UnsafeRawBufferPointer(start: tagger_data(), count: Int(tagger_size())))

  nonisolated(unsafe) let rows: UnsafePointer<SIMD8<Int16>>
  let shift: UInt64
  /// `transitions[previous]` by next label, ``WindowScratch/never`` where the label may not
  /// follow; the ninth is the start.
  let transitions: [SIMD8<Int32>]

  /// A model of its own memory, which lives as long as the process does.
  init?(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    self.init(UnsafeRawBufferPointer(copy))
  }

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count > TagModel.headerBytes,
      bytes.loadUnaligned(as: UInt32.self) == TagModel.magic, let base = bytes.baseAddress
    else { return nil }
    let log2 = Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    guard log2 < 30, bytes.count >= TagModel.headerBytes + 16 << log2 else { return nil }
    shift = UInt64(64 - log2)
    var transitions: [SIMD8<Int32>] = []
    for previous in 0..<9 {
      var row = SIMD8<Int32>()
      for next in 0..<8 {
        row[next] = bytes.loadUnaligned(
          fromByteOffset: 8 + (previous * 8 + next) * 4, as: Int32.self)
      }
      transitions.append(row)
    }
    self.transitions = transitions.enumerated().map { Tag.masked($1, after: $0) }
    rows = (base + TagModel.headerBytes).assumingMemoryBound(to: SIMD8<Int16>.self)
  }

  /// Asks for the rows of a token's features, which lie all over the model.
  @inline(__always)
  func prefetch(_ features: UnsafeBufferPointer<UInt64>) {
    for feature in features {
      CLexicon.prefetch(rows + Int(truncatingIfNeeded: feature >> shift))
    }
  }

  /// The sum of the rows of a token's features.
  @inline(__always)
  func score(_ features: UnsafeBufferPointer<UInt64>) -> SIMD8<Int32> {
    var sum = SIMD8<Int16>()
    for feature in features {
      sum &+= rows[Int(truncatingIfNeeded: feature >> shift)]
    }
    return SIMD8<Int32>(truncatingIfNeeded: sum)
  }
}
