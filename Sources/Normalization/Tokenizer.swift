// One pass over the bytes: words, numbers and marks, with the hash of each word's folded form.

import Model

/// Cuts normalized text into tokens and marks where paragraphs begin.
///
/// The loop keeps its state in locals: a property of `self` would be stored for every byte. What is
/// rare (numbers, diacritics, abbreviations, quotation marks) is cut off by ``WordTail`` and
/// ``MarkReader``, which take and return values.
struct Tokenizer {
  /// What a pass found.
  struct Result {
    var tokens: [Token] = []
    /// Indices of the tokens that can begin or end a sentence, ascending: paragraphs' first tokens,
    /// abbreviations, periods, question and exclamation marks. One may stand twice.
    var candidates: [Int32] = []
    /// Tokens that are words.
    var words = 0
    /// Words all in capitals.
    var capitals = 0
  }

  /// The tokens of `text`, which must be valid UTF-8, at most `Int32.max` bytes, and padded.
  ///
  /// - Parameter isWrapped: a single line end is a space, as in old wires; otherwise a paragraph's
  ///   end.
  static func tokens(of text: [UInt8], length: Int, isWrapped: Bool) -> Result {
    text.withUnsafeBufferPointer { buffer in
      ByteTables.all.withUnsafeBufferPointer { tables in
        guard let text = buffer.baseAddress, let tables = tables.baseAddress else {
          return Result()
        }
        let tokenizer = Tokenizer(p: text, tables: tables, count: length, isWrapped: isWrapped)
        // News has a token for every five bytes; text of marks alone has one for each.
        return tokenizer.result(capacity: length / 3 + 32)
          ?? tokenizer.result(capacity: length + 1) ?? Result()
      }
    }
  }

  private let p: UnsafePointer<UInt8>
  private let tables: UnsafePointer<UInt64>
  private let count: Int
  private let isWrapped: Bool
  private let tail: WordTail
  private let marks: MarkReader

  private init(
    p: UnsafePointer<UInt8>, tables: UnsafePointer<UInt64>, count: Int, isWrapped: Bool
  ) {
    self.p = p
    self.tables = tables
    self.count = count
    self.isWrapped = isWrapped
    tail = WordTail(p: p, tables: tables)
    marks = MarkReader(p: p, tables: tables)
  }

  /// The tokens, written straight into an array of `capacity`; nil when there are more.
  private func result(capacity: Int) -> Result? {
    var result = Result()
    result.candidates.reserveCapacity(count / 48 + 8)
    var fits = false
    result.tokens = [Token](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      fits = run(start, limit: start + capacity, &count, &result)
    }
    return fits ? result : nil
  }

  /// Writes all tokens from `start` and sets their number; false when they do not fit.
  @inline(__always)
  private func run(
    _ start: UnsafeMutablePointer<Token>, limit: UnsafeMutablePointer<Token>,
    _ written: inout Int, _ result: inout Result
  ) -> Bool {
    let p = self.p
    let tables = self.tables
    var out = start
    // Tokens that are no words: fewer than those that are.
    var others = 0
    var capitals = 0
    var index = 0
    // What the next token's flags begin with: space, paragraph, quoted.
    var pending = Token.Flags.paragraphStart.rawValue
    let space = Token.Flags.spaceBefore.rawValue
    let quoted = Token.Flags.quoted.rawValue
    loop: while true {
      var letters = Letters(p, index)
      var piece: Piece
      if letters.count > 0 {
        let first = p[index]
        var hash = WordHash.seed
        var end = index
        var seen: UInt64 = 0
        // One word in seven is longer than a load.
        while _slowPath(letters.count == 8) {
          hash = WordHash.mix(hash, letters.folded)
          seen |= letters.bytes
          end &+= 8
          letters = Letters(p, end)
        }
        hash = Folding.mix(WordHash.mix(hash, letters.folded))
        seen |= letters.bytes
        end &+= letters.count
        let byte = p[end]
        if out == limit { return false }
        let stop = tables[ByteTables.kind &+ Int(byte)]
        if stop & ByteClass.inner == 0
          || (byte == 0x2e && !mayAbbreviate(hash, letters: end &- index))
        {
          // Bit 0 is the initial capital: ASCII letters differ from their capitals in bit 5.
          var flags = pending | UInt16(~first &>> 5 & 1)
          if _fastPath(seen & Letters.lowerBits != 0) {
            flags |= Token.Flags.hasLower.rawValue
          } else if end &- index > 1 {
            flags |= Token.Flags.allCapitals.rawValue
            capitals &+= 1
          }
          if _slowPath(end &- index == 1) { flags |= Token.Flags.initial.rawValue }
          out.initialize(
            to: Token(
              hash: hash, start: Int32(truncatingIfNeeded: index),
              end: Int32(truncatingIfNeeded: end), kind: .word,
              flags: Token.Flags(rawValue: flags)))
          out += 1
          index = end
          pending &= quoted
          if _fastPath(stop == ByteClass.space) {
            pending |= space
            index &+= 1
          }
          continue loop
        }
        piece = tail.read(from: index, at: end, hasLower: seen & Letters.lowerBits != 0)
      } else {
        let byte = Int(p[index])
        switch tables[ByteTables.kind &+ byte] {
        case ByteClass.space:
          pending |= space
          index &+= 1
          continue loop
        case ByteClass.zero:
          if index >= count { break loop }
          pending |= space
          index &+= 1
          continue loop
        case ByteClass.newline:
          // Most lines of wires simply go on.
          let next = tables[ByteTables.kind &+ Int(p[index &+ 1])]
          if isWrapped, byte == 0x0a, next > ByteClass.newline {
            pending |= space
            index &+= 1
            continue loop
          }
          let (end, isParagraph) = lineEnd(index)
          pending |= space
          if isParagraph {
            pending = (pending | Token.Flags.paragraphStart.rawValue) & ~quoted
            result.candidates.append(Int32(truncatingIfNeeded: out - start))
          }
          index = end
          continue loop
        case ByteClass.digit:
          piece = tail.read(from: index, at: index, hasLower: false)
        case ByteClass.wide:
          piece = wide(at: index)
        case ByteClass.special, ByteClass.innerMark:
          piece = marks.read(
            at: index, spaceBefore: pending & space != 0, isQuoted: pending & quoted != 0,
            before: out > start ? out[-1].kind : .symbol)
        case ByteClass.ampersand: piece = Piece(end: index &+ 1, kind: .symbol)
        case let code:
          let kind = UInt8(truncatingIfNeeded: code &- ByteClass.firstMark)
          piece = Piece(end: index &+ 1, kind: unsafeBitCast(kind, to: Token.Kind.self))
        }
        if out == limit { return false }
      }
      if piece.kind != .word {
        others &+= 1
      } else if piece.flags & Token.Flags.allCapitals.rawValue != 0 {
        capitals &+= 1
      }
      if piece.flags & Token.Flags.abbreviation.rawValue != 0 || piece.endsSentence {
        result.candidates.append(Int32(truncatingIfNeeded: out - start))
      }
      out.initialize(
        to: Token(
          hash: piece.hash, start: Int32(truncatingIfNeeded: index),
          end: Int32(truncatingIfNeeded: piece.end), kind: piece.kind,
          flags: Token.Flags(rawValue: piece.flags | pending)))
      out += 1
      index = piece.end
      pending &= quoted
      if piece.kind == .openQuote { pending = quoted }
      if piece.kind == .closeQuote { pending = 0 }
    }
    written = out - start
    result.words = written - others
    result.capitals = capitals
    return true
  }

  /// Whether the period after a word may belong to it.
  @inline(never)
  private func mayAbbreviate(_ hash: UInt64, letters: Int) -> Bool {
    letters == 1 || (letters <= 6 && tail.abbreviations[hash] != 0)
  }

  /// What a scalar above ASCII begins: a word, a quotation mark, a dash, a symbol.
  @inline(never)
  private func wide(at index: Int) -> Piece {
    let (scalar, length) = decodeScalar(p, index)
    let end = index + length
    switch WideClass(scalar) {
    case .upper, .lower, .mark:
      return tail.read(from: index, at: index, hasLower: false)
    case .openQuote: return Piece(end: end, kind: .openQuote)
    case .closeQuote: return Piece(end: end, kind: .closeQuote)
    case .dash: return Piece(end: end, kind: .dash)
    case .symbol: return Piece(end: end, kind: .symbol)
    }
  }

  /// Where the line after a line end begins, and whether a paragraph does.
  ///
  /// In wrapped text an empty line or an indent begins one; otherwise every line end does.
  @inline(never)
  private func lineEnd(_ start: Int) -> (end: Int, isParagraph: Bool) {
    var ends = 0
    var indent = 0
    var index = start
    scan: while index < count {
      switch p[index] {
      case 0x0a, 0x0c:
        ends += 1
        indent = 0
      case 0x0d:
        if p[index + 1] != 0x0a {
          ends += 1
          indent = 0
        }
      case 0x20: indent += 1
      case 0x09: indent += 4
      case 0x0b: break
      default: break scan
      }
      index += 1
    }
    return (index, ends > 1 || !isWrapped || indent >= 2)
  }
}

/// The ASCII letters among the next eight bytes, up to the first byte that is none.
///
/// Words end at places that no branch predictor can know; this finds the end without a branch.
private struct Letters {
  /// 0 to 8.
  let count: Int
  /// Their bytes as they are, the first in the low bits.
  let bytes: UInt64
  /// Their bytes in lower case.
  let folded: UInt64

  /// What tells a letter from its capital.
  static let lowerBits: UInt64 = 0x2020_2020_2020_2020

  @inline(__always)
  init(_ p: UnsafePointer<UInt8>, _ index: Int) {
    let word = UInt64(
      littleEndian: UnsafeRawPointer(p + index).loadUnaligned(as: UInt64.self))
    let low = (word | Letters.lowerBits) & 0x7f7f_7f7f_7f7f_7f7f
    // In each byte bit 7 tells: at least "a", not above "z", and ASCII.
    let isLetter = (low &+ 0x1f1f_1f1f_1f1f_1f1f) & ~(low &+ 0x0505_0505_0505_0505) & ~word
    let stops = ~isLetter & 0x8080_8080_8080_8080
    let mask = stops == 0 ? UInt64.max : (stops & (0 &- stops)) &>> 7 &- 1
    count = stops.trailingZeroBitCount &>> 3
    bytes = word & mask
    folded = (word | Letters.lowerBits) & mask
  }
}

/// A token before it knows what stands around it.
struct Piece {
  var end: Int
  var hash: UInt64 = 0
  /// Raw ``Token/Flags``.
  var flags: UInt16 = 0
  var kind: Token.Kind

  /// A period, question or exclamation mark.
  @inline(__always) var endsSentence: Bool {
    kind == .period || kind == .question || kind == .exclamation
  }
}
