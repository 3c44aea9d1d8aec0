// What normalization hands to extraction: text, tokens, sentences, and the way back to the source.

/// An article, decoded and cut into sentences and tokens.
///
/// All positions are bytes into ``text`` unless a name says otherwise.
package struct Article: Sendable {
  package var raw: RawArticle
  package var id: String
  package var title: String?
  package var published: Day?
  package var publishedFrom: DateProvenance?
  /// The text as it came, after decoding: valid UTF-8. Record offsets count its scalars.
  package var original: [UInt8]
  /// The text that later stages read: ``original`` without soft hyphens and zero-width marks, with
  /// plain spaces, straight apostrophes and no ligatures; followed by ``padding`` zero bytes.
  package var text: [UInt8]
  /// Length of ``text`` without its padding.
  package var length: Int
  package var offsets: OffsetMap
  package var tokens: [Token]
  /// Ranges into ``tokens``; together they cover all of them.
  package var sentences: [Range<Int32>]
  package var dateline: DatelineSpan?
  /// Ill-formed sequences that became U+FFFD, and characters that had been decoded wrongly.
  package var repairs: Int
  /// Most letters are capitals: headlines, old wires.
  package var isAllCapitals: Bool
  /// Hash of the folded words after the dateline.
  package var fingerprint: UInt64

  /// Bytes after the end of ``text`` that wide reads may touch.
  package static let padding = 16

  package init(raw: RawArticle, id: String) {
    self.raw = raw
    self.id = id
    original = []
    text = []
    length = 0
    offsets = OffsetMap()
    tokens = []
    sentences = []
    repairs = 0
    isAllCapitals = false
    fingerprint = 0
  }
}

/// A dateline's tokens: where its parts lie.
package struct DatelineSpan: Hashable, Sendable {
  /// All of it, with the dash that ends it: indices into ``Article/tokens``.
  package var tokens: Range<Int32>
  /// The place, and what contains it: TOKYO; ASTANA, Kazakhstan.
  package var place: Range<Int32>
  /// The agency's name, without parentheses.
  package var agency: Range<Int32>?
  package var month: Int?
  package var day: Int?

  package init(
    tokens: Range<Int32>, place: Range<Int32>, agency: Range<Int32>?, month: Int?, day: Int?
  ) {
    self.tokens = tokens
    self.place = place
    self.agency = agency
    self.month = month
    self.day = day
  }
}

/// A word, number or mark: 24 bytes, no text of its own.
///
/// Public like all that is asked for every token: Swift inlines only public functions into other
/// modules (6.3).
public struct Token: Sendable {
  /// What a token is by its form.
  public enum Kind: Sendable {
    case word, number
    case period, comma, semicolon, colon, question, exclamation
    /// Between parts of one compound: no space on either side.
    case hyphen
    /// A dash between phrases: `--`, en and em dashes, a hyphen with spaces.
    case dash
    case openQuote, closeQuote
    /// A straight quotation mark whose direction the surroundings did not tell.
    case quote
    case openParenthesis, closeParenthesis
    /// The `'s` of a possessive, and a lone apostrophe after a plural.
    case possessive
    case symbol

    /// A small number of its own for each kind.
    @inlinable @inline(__always) public var code: UInt8 { unsafeBitCast(self, to: UInt8.self) }

    /// Spelt out, so that comparing is one instruction in every module.
    @inlinable @inline(__always)
    public static func == (a: Kind, b: Kind) -> Bool { a.code == b.code }
  }

  /// Facts about a token's form and surroundings: a set of bits.
  public struct Flags: Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16

    /// Flags of these bits.
    public init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    @inlinable init(bits: UInt16) { rawValue = bits }

    /// Concrete, so that no generic code runs for every token.
    @inlinable @inline(__always)
    public func contains(_ other: Flags) -> Bool {
      rawValue & other.rawValue == other.rawValue
    }

    /// Adds what `other` holds.
    @inlinable @inline(__always)
    public mutating func insert(_ other: Flags) {
      self = Flags(bits: rawValue | other.rawValue)
    }

    /// Takes away what `other` holds.
    @inlinable @inline(__always)
    public mutating func remove(_ other: Flags) {
      self = Flags(bits: rawValue & ~other.rawValue)
    }

    /// No flag at all; cheaper than an empty literal.
    @inlinable public static var none: Flags { Flags(bits: 0) }
    /// The first letter is a capital.
    @inlinable public static var initialCapital: Flags { Flags(bits: 1 << 0) }
    /// All letters are capitals, and there are at least two.
    @inlinable public static var allCapitals: Flags { Flags(bits: 1 << 1) }
    /// At least one letter is no capital.
    @inlinable public static var hasLower: Flags { Flags(bits: 1 << 2) }
    /// At least one decimal digit.
    @inlinable public static var hasDigit: Flags { Flags(bits: 1 << 3) }
    /// Ends with a period that belongs to it: an abbreviation or an initial.
    @inlinable public static var abbreviation: Flags { Flags(bits: 1 << 4) }
    /// At least one letter or mark above ASCII.
    @inlinable public static var nonASCII: Flags { Flags(bits: 1 << 5) }
    /// The first word or number of its sentence.
    @inlinable public static var sentenceStart: Flags { Flags(bits: 1 << 6) }
    /// White space before the token.
    @inlinable public static var spaceBefore: Flags { Flags(bits: 1 << 7) }
    /// The first token of its paragraph.
    @inlinable public static var paragraphStart: Flags { Flags(bits: 1 << 8) }
    /// Between quotation marks.
    @inlinable public static var quoted: Flags { Flags(bits: 1 << 9) }
    /// One letter and, if any, its period.
    @inlinable public static var initial: Flags { Flags(bits: 1 << 10) }
  }

  /// Hash of the folded word (``Folding``): equal for Erdoğan, ERDOGAN and Erdogan; 0 for marks.
  public var hash: UInt64
  /// First byte in the normalized text.
  public var start: Int32
  /// The byte after the last.
  public var end: Int32
  /// What it is by its form.
  public var kind: Kind
  /// Facts about its form and surroundings.
  public var flags: Flags

  /// A token of all its parts.
  @inlinable
  public init(hash: UInt64, start: Int32, end: Int32, kind: Kind, flags: Flags) {
    self.hash = hash
    self.start = start
    self.end = end
    self.kind = kind
    self.flags = flags
  }

  /// The word begins with a capital letter.
  @inlinable @inline(__always) public var isCapitalized: Bool { flags.contains(.initialCapital) }
}

/// The way from bytes of the normalized text back to scalars of the original.
///
/// Between two anchors a byte is a scalar: `scalar = anchor.scalar + (byte - anchor.byte)`, clamped
/// to the next anchor's scalar. Text that is ASCII and unchanged needs no anchors at all.
public struct OffsetMap: Sendable {
  /// A byte of the normalized text and the scalar of the original that it stands for.
  public struct Anchor: Hashable, Sendable {
    /// Offset in the normalized text.
    public var byte: Int32
    /// Offset in the original text.
    public var scalar: Int32

    /// An anchor of its two offsets.
    public init(byte: Int32, scalar: Int32) {
      self.byte = byte
      self.scalar = scalar
    }
  }

  /// In ascending order of bytes; each anchor ends a stretch that is not one byte for one scalar.
  public var anchors: [Anchor] = []

  /// The map of text that is ASCII and unchanged.
  public init() {}

  /// The scalar offset for a byte offset of the normalized text.
  @inlinable
  public func scalar(of byte: Int32) -> Int32 {
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].byte <= byte { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else {
      return anchors.isEmpty ? byte : min(byte, anchors[0].scalar)
    }
    let anchor = anchors[low - 1]
    let scalar = anchor.scalar + (byte - anchor.byte)
    return low < anchors.count ? min(scalar, anchors[low].scalar) : scalar
  }
}
