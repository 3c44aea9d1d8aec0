// Marks that mean different things in different surroundings: periods, quotation marks, hyphens.

import Model

/// Reads one mark, given what stands before it.
struct MarkReader {
  private let p: UnsafePointer<UInt8>
  private let tables: UnsafePointer<UInt64>

  init(p: UnsafePointer<UInt8>, tables: UnsafePointer<UInt64>) {
    self.p = p
    self.tables = tables
  }

  /// The mark at `index`.
  ///
  /// - Parameters:
  ///   - isQuoted: an opening quotation mark of this paragraph has not been closed.
  ///   - before: the token before, if any.
  @inline(never)
  func read(at index: Int, spaceBefore: Bool, isQuoted: Bool, before: Token.Kind) -> Piece {
    let byte = p[index]
    let next = p[index + 1]
    switch byte {
    case UInt8(ascii: "."):
      let length = run(of: byte, at: index)
      return Piece(end: index + length, kind: length > 1 ? .symbol : .period)
    case UInt8(ascii: "\""): return straightQuote(index, length: 1, isQuoted: isQuoted)
    case UInt8(ascii: "`"):
      let isPair = next == byte
      return Piece(end: index + (isPair ? 2 : 1), kind: isPair ? .openQuote : .symbol)
    case UInt8(ascii: "'"):
      if next == byte { return straightQuote(index, length: 2, isQuoted: isQuoted) }
      let touches = !spaceBefore && (before == .word || before == .number)
      return touches ? apostrophe(index, next) : Piece(end: index + 1, kind: .symbol)
    case UInt8(ascii: "-"): return hyphen(index, spaceBefore: spaceBefore)
    default:
      // An underscore, as some wires write a dash.
      let isDash = spaceBefore && (next == 0x20 || next == byte)
      return Piece(
        end: index + (isDash && next == byte ? 2 : 1), kind: isDash ? .dash : .symbol)
    }
  }

  private func run(of byte: UInt8, at index: Int) -> Int {
    var length = 1
    while p[index + length] == byte { length += 1 }
    return length
  }

  /// A straight mark opens when it leans on what follows, closes when it leans on what precedes.
  private func straightQuote(_ index: Int, length: Int, isQuoted: Bool) -> Piece {
    let next = tables[ByteTables.kind + Int(p[index + length])]
    let opens: Bool
    switch index == 0 ? .blank : neighbour(index - 1) {
    case .blank: opens = next > ByteClass.space && next != ByteClass.newline || !isQuoted
    // An interrupted quotation ends with a dash: "But --", he said.
    case .dash: opens = isWord(next) || !isQuoted
    case .other: opens = false
    }
    return Piece(end: index + length, kind: opens ? .openQuote : .closeQuote)
  }

  private enum Neighbour {
    case blank, dash, other
  }

  /// What the byte before a quotation mark says about its direction.
  private func neighbour(_ index: Int) -> Neighbour {
    switch p[index] {
    case 0...0x20, UInt8(ascii: "("), UInt8(ascii: "["): return .blank
    case UInt8(ascii: "-"): return .dash
    case 0x80...:
      var start = index
      while start > 0, p[start] & 0xc0 == 0x80 { start -= 1 }
      switch WideClass(decodeScalar(p, start).value) {
      case .dash: return .dash
      case .openQuote: return .blank
      default: return .other
      }
    default: return .other
    }
  }

  private func isWord(_ byteClass: UInt64) -> Bool {
    byteClass == ByteClass.letter || byteClass == ByteClass.digit || byteClass == ByteClass.wide
  }

  /// After a word: the 's of a possessive, the rest of a contraction, a plural's apostrophe.
  private func apostrophe(_ index: Int, _ next: UInt8) -> Piece {
    if next | 0x20 == UInt8(ascii: "s"), !isLetter(p[index + 2]) {
      return Piece(end: index + 2, kind: .possessive)
    }
    if isLetter(next) {
      // 're, 've, 'll, 'd, 'm
      var hash = WordHash()
      var end = index + 1
      while isLetter(p[end]) {
        hash.add(p[end] | 0x20)
        end += 1
      }
      return Piece(
        end: end, hash: hash.value, flags: Token.Flags.hasLower.rawValue, kind: .word)
    }
    let isPlural = p[index - 1] | 0x20 == UInt8(ascii: "s") && next <= 0x20
    return Piece(end: index + 1, kind: isPlural ? .possessive : .symbol)
  }

  private func hyphen(_ index: Int, spaceBefore: Bool) -> Piece {
    let length = run(of: p[index], at: index)
    let leansOnNext = p[index + length] > 0x20
    if length > 1 || (spaceBefore && !leansOnNext) {
      return Piece(end: index + length, kind: .dash)
    }
    if spaceBefore { return Piece(end: index + 1, kind: .symbol) }
    return Piece(end: index + 1, kind: leansOnNext ? .hyphen : .dash)
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool { tables[ByteTables.fold + Int(byte)] != 0 }
}
