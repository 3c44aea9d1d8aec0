// Words that are more than plain letters: numbers, diacritics, apostrophes, abbreviations.

import Model

/// Reads on where a run of ASCII letters met a byte that may belong to the word.
struct WordTail {
  private let p: UnsafePointer<UInt8>
  private let tables: UnsafePointer<UInt64>
  let abbreviations = Abbreviations.kinds

  init(p: UnsafePointer<UInt8>, tables: UnsafePointer<UInt64>) {
    self.p = p
    self.tables = tables
  }

  /// The word or number from `start`; up to `end` it is ASCII letters.
  ///
  /// The text's padding ends every run: no index is compared with its length.
  @inline(never)
  func read(from start: Int, at end: Int, hasLower: Bool) -> Piece {
    var word = Piece(end: end, kind: .word)
    var hash = WordHash()
    for at in start..<end { hash.add(p[at] | 0x20) }
    var letters = end - start
    var digits = 0
    var lower = hasLower
    var flags = Token.Flags.none
    if isUpper(p[start]) { flags.insert(.initialCapital) }
    scan: while true {
      let byte = p[word.end]
      switch tables[ByteTables.kind + Int(byte)] {
      case ByteClass.letter:
        lower = lower || byte & 0x20 != 0
        letters += 1
        hash.add(byte | 0x20)
        word.end += 1
      case ByteClass.digit:
        digits += 1
        hash.add(byte)
        word.end += 1
      case ByteClass.wide:
        let (scalar, length) = decodeScalar(p, word.end)
        switch WideClass(scalar) {
        case .upper:
          if word.end == start { flags.insert(.initialCapital) }
          letters += 1
        case .lower:
          lower = true
          letters += 1
        case .mark: break
        default: break scan
        }
        flags.insert(.nonASCII)
        fold(scalar, length, &word, &hash)
      default:
        guard
          goesOn(byte, word.end, start: start, letters: letters, digits: digits, lower: lower)
        else { break scan }
        if byte != UInt8(ascii: "'"), byte != UInt8(ascii: ",") {
          hash.add(byte)
        }
        word.end += 1
      }
    }
    if digits > 0 { flags.insert(.hasDigit) }
    if lower { flags.insert(.hasLower) }
    if !lower && letters > 1 { flags.insert(.allCapitals) }
    if letters == 1 && digits == 0 { flags.insert(.initial) }
    if p[word.end] == UInt8(ascii: ".") { period(&word, &hash, letters: letters, flags: &flags) }
    if tables[ByteTables.kind + Int(p[start])] == ByteClass.digit { word.kind = .number }
    word.hash = hash.value
    word.flags = flags.rawValue
    return word
  }

  private func fold(_ scalar: UInt32, _ length: Int, _ word: inout Piece, _ hash: inout WordHash) {
    let form = Folding.letters(of: scalar)
    if form == 0xffff {
      for offset in 0..<length { hash.add(p[word.end + offset]) }
    } else if form != 0 {
      hash.add(UInt8(truncatingIfNeeded: form))
      if form > 0xff { hash.add(UInt8(form >> 8)) }
    }
    word.end += length
  }

  /// Whether a mark inside a word belongs to it: O'Brien, 1,000.5, AT&T.
  private func goesOn(
    _ byte: UInt8, _ at: Int, start: Int, letters: Int, digits: Int, lower: Bool
  ) -> Bool {
    switch byte {
    case UInt8(ascii: "'"): return at > start && apostropheContinues(at)
    case UInt8(ascii: ","), UInt8(ascii: "."):
      return digits > 0 && letters == 0
        && tables[ByteTables.kind + Int(p[at + 1])] == ByteClass.digit
    case UInt8(ascii: "&"):
      return !lower && letters <= 3 && isUpper(p[at + 1])
    default: return false
    }
  }

  /// Whether an apostrophe inside a word belongs to it: O'Brien, d'Ivoire, don't; not Putin's.
  private func apostropheContinues(_ at: Int) -> Bool {
    var end = at + 1
    while isLetter(p[end]) { end += 1 }
    if p[end] >= 0x80, WideClass(decodeScalar(p, end).value).isWord { return true }
    let first = p[at + 1] | 0x20
    switch end - at - 1 {
    case 0: return false
    case 1:
      // 's, 'd, 'm end a word; n't keeps it whole.
      return first != UInt8(ascii: "s") && first != UInt8(ascii: "d")
        && first != UInt8(ascii: "m")
    case 2:
      let second = p[at + 2] | 0x20
      return
        !(second == UInt8(ascii: "e")
        && (first == UInt8(ascii: "r") || first == UInt8(ascii: "v"))
        || second == UInt8(ascii: "l") && first == UInt8(ascii: "l"))
    default: return true
    }
  }

  /// Takes a period into the word when it is an abbreviation's, an initial's or an acronym's.
  private func period(
    _ word: inout Piece, _ hash: inout WordHash, letters: Int, flags: inout Token.Flags
  ) {
    if letters == 1, !flags.contains(.hasDigit), !flags.contains(.nonASCII) {
      if acronym(&word, &hash, &flags) { return }
      if flags.contains(.initialCapital) {
        word.end += 1
        flags.insert(.abbreviation)
      }
      return
    }
    let kind = letters <= 6 ? abbreviations[hash.value] : 0
    guard kind != 0 else { return }
    if kind & Abbreviations.ordinary != 0 {
      guard flags.contains(.initialCapital) else { return }
      // "Miss." before a capital mid-line is a state; "No." only before a number.
      var next = word.end + 1
      while p[next] == 0x20 { next += 1 }
      let follows = p[next]
      guard
        isUpper(follows) || follows == UInt8(ascii: ",")
          || tables[ByteTables.kind + Int(follows)] == ByteClass.digit
      else { return }
    }
    word.end += 1
    flags.insert(.abbreviation)
  }

  /// U.S., U.N., J.K.: letter and period in turn; false when there is but one letter.
  private func acronym(
    _ word: inout Piece, _ hash: inout WordHash, _ flags: inout Token.Flags
  ) -> Bool {
    var end = word.end
    while p[end] == UInt8(ascii: "."), isLetter(p[end + 1]),
      p[end + 2] == UInt8(ascii: ".") || !isLetter(p[end + 2])
    {
      hash.add(p[end + 1] | 0x20)
      if !isUpper(p[end + 1]) { flags.insert(.hasLower) }
      end += 2
    }
    guard end > word.end else { return false }
    word.end = p[end] == UInt8(ascii: ".") ? end + 1 : end
    flags.remove(.initial)
    flags.insert(.abbreviation)
    if !flags.contains(.hasLower) { flags.insert(.allCapitals) }
    return true
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool { tables[ByteTables.fold + Int(byte)] != 0 }

  @inline(__always)
  private func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) }
}
