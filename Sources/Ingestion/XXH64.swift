// XXH64: the hash that tells whether an archive is the one that was read before.

/// The 64-bit xxHash of a stream of bytes, seed 0, fed in pieces of any size.
///
/// As specified in "XXH64 algorithm description", xxHash 0.1.1. Not cryptographic: it notices
/// accidents and edits, not forgeries.
struct XXH64 {
  private static let prime1: UInt64 = 0x9e37_79b1_85eb_ca87
  private static let prime2: UInt64 = 0xc2b2_ae3d_27d4_eb4f
  private static let prime3: UInt64 = 0x1656_67b1_9e37_79f9
  private static let prime4: UInt64 = 0x85eb_ca77_c2b2_ae63
  private static let prime5: UInt64 = 0x27d4_eb2f_1656_67c5

  private var lane1 = prime1 &+ prime2
  private var lane2 = prime2
  private var lane3: UInt64 = 0
  private var lane4 = 0 &- prime1
  private var length: UInt64 = 0
  /// Fewer than 32 bytes that wait for their stripe.
  private var tail: [UInt8] = []

  init() {
    tail.reserveCapacity(32)
  }

  /// Takes the next bytes of the stream.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !tail.isEmpty {
      let missing = rest.prefix(32 - tail.count)
      tail.append(contentsOf: missing)
      rest = rest.dropFirst(missing.count)
      if tail.count < 32 { return }
      tail.withUnsafeBytes { stripes($0) }
      tail.removeAll(keepingCapacity: true)
    }
    let whole = rest.count & ~31
    stripes(UnsafeRawBufferPointer(rebasing: rest.prefix(whole)))
    tail.append(contentsOf: rest.dropFirst(whole))
  }

  /// The hash of all bytes so far.
  func digest() -> UInt64 {
    var h: UInt64
    if length >= 32 {
      h = Self.rotate(lane1, 1) &+ Self.rotate(lane2, 7) &+ Self.rotate(lane3, 12)
      h = h &+ Self.rotate(lane4, 18)
      for lane in [lane1, lane2, lane3, lane4] {
        h = (h ^ Self.round(0, lane)) &* Self.prime1 &+ Self.prime4
      }
    } else {
      h = Self.prime5
    }
    h = h &+ length
    tail.withUnsafeBytes { bytes in
      var i = 0
      while i + 8 <= bytes.count {
        h ^= Self.round(0, Self.load(bytes, i, UInt64.self))
        h = Self.rotate(h, 27) &* Self.prime1 &+ Self.prime4
        i += 8
      }
      if i + 4 <= bytes.count {
        h ^= UInt64(Self.load(bytes, i, UInt32.self)) &* Self.prime1
        h = Self.rotate(h, 23) &* Self.prime2 &+ Self.prime3
        i += 4
      }
      while i < bytes.count {
        h ^= UInt64(bytes[i]) &* Self.prime5
        h = Self.rotate(h, 11) &* Self.prime1
        i += 1
      }
    }
    h = (h ^ (h >> 33)) &* Self.prime2
    h = (h ^ (h >> 29)) &* Self.prime3
    return h ^ (h >> 32)
  }

  /// The hash as 16 hexadecimal digits, most significant first.
  func hexadecimal() -> String {
    let digits = String(digest(), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func stripes(_ bytes: UnsafeRawBufferPointer) {
    var (a, b, c, d) = (lane1, lane2, lane3, lane4)
    var i = 0
    while i < bytes.count {
      a = Self.round(a, Self.load(bytes, i, UInt64.self))
      b = Self.round(b, Self.load(bytes, i + 8, UInt64.self))
      c = Self.round(c, Self.load(bytes, i + 16, UInt64.self))
      d = Self.round(d, Self.load(bytes, i + 24, UInt64.self))
      i += 32
    }
    (lane1, lane2, lane3, lane4) = (a, b, c, d)
  }

  private static func load<T: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ type: T.Type
  ) -> T {
    T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
  }

  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotate(lane &+ input &* prime2, 31) &* prime1
  }

  private static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    (value << bits) | (value >> (64 - bits))
  }
}
