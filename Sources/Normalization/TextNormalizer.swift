// From the text as it came to the text that later stages read, and the map back.

import Model

/// Rewrites what hides a word: soft hyphens, zero-width marks, odd spaces, ligatures, curly
/// apostrophes, and characters that were decoded wrongly (``Mojibake``). Quotation marks and dashes stay: the tokenizer knows them all.
enum TextNormalizer {
  /// The normalized bytes followed by ``Article/padding`` zeros, and the way back.
  ///
  /// `original` must be valid UTF-8. Linear in its length; no form is longer than what it replaces.
  /// `repairs` are the characters that had been decoded wrongly.
  static func normalize(
    _ original: [UInt8], isASCII: Bool
  ) -> (text: [UInt8], offsets: OffsetMap, repairs: Int) {
    var offsets = OffsetMap()
    var repairs = 0
    let text = original.withUnsafeBytes { source in
      [UInt8](unsafeUninitializedCapacity: source.count + Article.padding) { buffer, count in
        guard let out = buffer.baseAddress else { return }
        var written = source.count
        if !isASCII {
          written = rewrite(source, out, &offsets, &repairs)
        } else if let base = source.baseAddress {
          UnsafeMutableRawPointer(out).copyMemory(from: base, byteCount: source.count)
        }
        (out + written).initialize(repeating: 0, count: Article.padding)
        count = written + Article.padding
      }
    }
    return (text, offsets, repairs)
  }

  /// Writes the normalized form of `source`; its length.
  private static func rewrite(
    _ source: UnsafeRawBufferPointer, _ out: UnsafeMutablePointer<UInt8>,
    _ offsets: inout OffsetMap, _ repairs: inout Int
  ) -> Int {
    guard let base = source.baseAddress else { return 0 }
    let p = base.assumingMemoryBound(to: UInt8.self)
    let isMojibake = Mojibake.isCertain(in: source)
    var index = 0
    var scalar = 0
    var written = 0
    while true {
      let end = UTF8Repair.asciiEnd(source, from: index)
      (out + written).update(from: p + index, count: end - index)
      written += end - index
      scalar += end - index
      index = end
      guard index < source.count else { return written }
      if isMojibake, p[index] == 0xc3, let found = Mojibake.repair(source, at: index) {
        withUnsafeBytes(of: found.utf8) { bytes in
          guard let first = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
          written += write(first, length: found.count, to: out + written)
        }
        repairs += 1
        index += found.length
        scalar += found.scalars
        offsets.add(byte: Int32(written), scalar: Int32(scalar))
        continue
      }
      let length = p[index] < 0xe0 ? 2 : p[index] < 0xf0 ? 3 : 4
      written += write(p + index, length: length, to: out + written)
      index += length
      scalar += 1
      offsets.add(byte: Int32(written), scalar: Int32(scalar))
    }
  }

  /// Writes the form of the scalar at `p`; the form's length.
  @inline(__always)
  private static func write(
    _ p: UnsafePointer<UInt8>, length: Int, to out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var form = length == 1 ? keep : form(p, at: 0, length: length)
    if form == keep {
      out.update(from: p, count: length)
      return length
    }
    var written = 0
    while form & 0xff != 0 {
      out[written] = UInt8(truncatingIfNeeded: form)
      written += 1
      form >>= 8
    }
    return written
  }

  /// The form of a scalar that stands for itself.
  private static let keep: UInt32 = 0xff00
  /// The form of a scalar that vanishes.
  private static let drop: UInt32 = 0

  /// Up to three ASCII letters, the first in the low byte, or ``keep`` or ``drop``.
  @inline(__always)
  private static func form(_ p: UnsafePointer<UInt8>, at index: Int, length: Int) -> UInt32 {
    let second = p[index + 1]
    if length == 2 {
      switch (p[index], second) {
      case (0xc2, 0xad): return drop  // soft hyphen
      case (0xc2, 0xa0): return 0x20  // no-break space
      case (0xc2, 0xb4): return 0x27  // acute accent as apostrophe
      case (0xc2, 0x85): return 0x0a  // next line
      case (0xca, 0xbb), (0xca, 0xbc): return 0x27  // letters for the hamza and the ayn
      default: return keep
      }
    }
    guard length == 3 else { return keep }
    let third = p[index + 2]
    switch (p[index], second) {
    case (0xe2, 0x80):
      switch third {
      case 0x80...0x8a, 0xaf: return 0x20  // en quad to hair space, narrow no-break space
      case 0x8b...0x8f, 0xaa...0xae: return drop  // zero width and direction marks
      case 0x90, 0x91: return 0x2d  // hyphen, no-break hyphen
      case 0x98, 0x99, 0x9b: return 0x27  // single quotation marks
      case 0xa8, 0xa9: return 0x0a  // line and paragraph separators
      default: return keep
      }
    case (0xe2, 0x81):
      if third == 0x9f { return 0x20 }  // medium mathematical space
      return (0xa0...0xaf).contains(third) ? drop : keep  // word joiner, isolates
    case (0xe3, 0x80): return third == 0x80 ? 0x20 : keep  // ideographic space
    case (0xef, 0xbb): return third == 0xbf ? drop : keep  // byte order mark
    case (0xef, 0xb8): return third <= 0x8f ? drop : keep  // variation selectors
    case (0xef, 0xac): return ligature(third)
    default: return keep
    }
  }

  private static func ligature(_ third: UInt8) -> UInt32 {
    let (f, i, l, s, t): (UInt32, UInt32, UInt32, UInt32, UInt32) = (0x66, 0x69, 0x6c, 0x73, 0x74)
    switch third {
    case 0x80: return f | f << 8
    case 0x81: return f | i << 8
    case 0x82: return f | l << 8
    case 0x83: return f | f << 8 | i << 16
    case 0x84: return f | f << 8 | l << 16
    case 0x85, 0x86: return s | t << 8
    default: return keep
    }
  }
}

extension OffsetMap {
  /// Adds an anchor unless the one before implies it.
  mutating func add(byte: Int32, scalar: Int32) {
    // Two anchors at one byte: what was dropped belongs to the token before.
    if let last = anchors.last, last.byte == byte { anchors.removeLast() }
    let last = anchors.last ?? Anchor(byte: 0, scalar: 0)
    if byte - last.byte != scalar - last.scalar {
      anchors.append(Anchor(byte: byte, scalar: scalar))
    }
  }
}
