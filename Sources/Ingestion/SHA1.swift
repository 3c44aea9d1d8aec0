// SHA-1: the hash that web archives name their records' blocks by.

/// SHA-1 of bytes in memory (FIPS 180-4). It notices damage, not forgery.
enum SHA1 {
  /// The 20 bytes of the digest.
  static func digest(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var h: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { w in
      let whole = bytes.count & ~63
      for start in stride(from: 0, to: whole, by: 64) {
        block(UnsafeRawBufferPointer(rebasing: bytes[start..<start + 64]), &h, w)
      }
      var tail = [UInt8](bytes[whole...])
      tail.append(0x80)
      while tail.count % 64 != 56 { tail.append(0) }
      let bits = UInt64(bytes.count) &* 8
      for shift in stride(from: 56 as UInt64, through: 0, by: -8) {
        tail.append(UInt8(truncatingIfNeeded: bits >> shift))
      }
      tail.withUnsafeBytes { tail in
        for start in stride(from: 0, to: tail.count, by: 64) {
          block(UnsafeRawBufferPointer(rebasing: tail[start..<start + 64]), &h, w)
        }
      }
    }
    return h.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  private static func block(
    _ bytes: UnsafeRawBufferPointer, _ h: inout [UInt32], _ w: UnsafeMutableBufferPointer<UInt32>
  ) {
    for i in 0..<16 {
      w[i] = bytes.loadUnaligned(fromByteOffset: i * 4, as: UInt32.self).bigEndian
    }
    for i in 16..<80 { w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1) }
    var (a, b, c, d, e) = (h[0], h[1], h[2], h[3], h[4])
    for i in 0..<80 {
      let f: UInt32
      switch i {
      case 0..<20: f = ((b & c) | (~b & d)) &+ 0x5a82_7999
      case 20..<40: f = (b ^ c ^ d) &+ 0x6ed9_eba1
      case 40..<60: f = ((b & c) | (b & d) | (c & d)) &+ 0x8f1b_bcdc
      default: f = (b ^ c ^ d) &+ 0xca62_c1d6
      }
      (a, b, c, d, e) = (rotate(a, 5) &+ f &+ e &+ w[i], a, rotate(b, 30), c, d)
    }
    h[0] = h[0] &+ a
    h[1] = h[1] &+ b
    h[2] = h[2] &+ c
    h[3] = h[3] &+ d
    h[4] = h[4] &+ e
  }

  private static func rotate(_ value: UInt32, _ bits: UInt32) -> UInt32 {
    (value << bits) | (value >> (32 - bits))
  }

  /// The bytes that a digest is written as: 32 characters of base 32, or 40 hexadecimal digits.
  static func parse(_ written: some Collection<UInt8>) -> [UInt8]? {
    let isBase32 = written.count == 32
    guard isBase32 || written.count == 40 else { return nil }
    let width: UInt32 = isBase32 ? 5 : 4
    var out: [UInt8] = []
    var value: UInt32 = 0
    var bits: UInt32 = 0
    for byte in written {
      let digit: UInt8
      switch (byte, isBase32) {
      case (0x41...0x5a, true): digit = byte - 0x41
      case (0x61...0x7a, true): digit = byte - 0x61
      case (0x32...0x37, true): digit = byte - 0x32 + 26
      case (0x30...0x39, false): digit = byte - 0x30
      case (0x41...0x46, false): digit = byte - 0x41 + 10
      case (0x61...0x66, false): digit = byte - 0x61 + 10
      default: return nil
      }
      value = (value << width | UInt32(digit)) & 0xffff
      bits += width
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: value >> bits))
      }
    }
    return out
  }
}
