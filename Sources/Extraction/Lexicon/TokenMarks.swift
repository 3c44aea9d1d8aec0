// Where the stages have to stop: one byte of marks for each token, made in the matcher's one pass.

/// What a token can begin or be; a stage skips all tokens that do not bear its mark.
///
/// Extractors used to look at every token, each for reasons of its own; most tokens concern none of
/// them. Eight marks are tested in one 64-bit load.
struct TokenMarks {
  /// Can be part of a name by itself: see ``TagWindows``.
  static let core: UInt8 = 1 << 0
  /// A country, a nationality, or a phrase of an actor.
  static let known: UInt8 = 1 << 1
  /// A title, or a word of a closed class: see ``Nominals`` and ``Pronouns``.
  static let nominal: UInt8 = 1 << 2
  /// Can carry an attribution: see ``AttributionFinder``.
  static let cue: UInt8 = 1 << 3
  /// A number, in digits or words.
  static let number: UInt8 = 1 << 4
  /// Can begin or head a time expression.
  static let time: UInt8 = 1 << 5
  /// A quotation mark.
  static let quote: UInt8 = 1 << 6
  /// The first token of a paragraph.
  static let paragraph: UInt8 = 1 << 7

  /// One for each token, and ``padding`` zeros behind them.
  private(set) var bytes = [UInt8](repeating: 0, count: padding)
  /// Number of tokens.
  private(set) var count = 0

  /// Bytes behind the last token that wide reads may touch.
  private static let padding = 8

  /// Makes room for so many tokens, without marks.
  mutating func reset(_ count: Int) {
    self.count = count
    if bytes.count < count + TokenMarks.padding {
      bytes = [UInt8](repeating: 0, count: (count + TokenMarks.padding) * 3 / 2)
    } else {
      for index in count..<count + TokenMarks.padding { bytes[index] = 0 }
    }
  }

  /// The marks as the matcher fills them.
  mutating func fill(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeMutableBufferPointer { body($0) }
  }

  /// The first token at or behind `start` that bears one of the marks; `end` when there is none.
  @inline(__always)
  func next(_ marks: UInt8, from start: Int, to end: Int) -> Int {
    let pattern = UInt64(marks) &* 0x0101_0101_0101_0101
    return bytes.withUnsafeBytes { bytes in
      var index = start
      while index < end {
        let found =
          UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          & pattern
        if found != 0 { return min(end, index + found.trailingZeroBitCount >> 3) }
        index += 8
      }
      return end
    }
  }

  /// Number of tokens that bear a mark.
  func count(of mark: UInt8) -> Int {
    let pattern = UInt64(mark) &* 0x0101_0101_0101_0101
    return bytes.withUnsafeBytes { bytes in
      var found = 0
      var index = 0
      // What lies behind the last token is 0 up to the end of its word.
      while index < count {
        found +=
          (bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & pattern)
          .nonzeroBitCount
        index += 8
      }
      return found
    }
  }

  /// Whether a token bears one of the marks.
  @inline(__always)
  func has(_ marks: UInt8, _ index: Int) -> Bool { bytes[index] & marks != 0 }
}
