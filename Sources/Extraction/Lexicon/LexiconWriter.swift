// Collects rows, strings and phrases, and lays them out in the compiled form.

import Model

/// Builds the sections of a compiled lexicon.
struct LexiconWriter {
  private struct Phrase {
    /// Of the senses that are names; nil while there is none, which lets any case pass.
    var rule: LexiconFormat.CaseRule?
    var senses: [UInt32]
  }

  private var phrases: [Phrase] = []
  /// State after the last word, to the phrase.
  private var phraseOfState: [UInt64: Int] = [:]
  /// States that longer phrases go through.
  private var innerStates: Set<UInt64> = []
  /// Those of them that phrases go through which may be in lower case.
  private var lowerStates: Set<UInt64> = []
  /// States behind the second word of a phrase.
  private var pairStates: Set<UInt64> = []
  private var strings: [UInt8] = [0, 0]
  private var stringOffsets: [String: UInt32] = ["": 0]
  private var tables: [LexiconFormat.Section: [UInt32]] = [:]

  /// The offset of a string in the pool; strings beyond 65,535 bytes are cut.
  mutating func string(_ text: some StringProtocol) -> UInt32 {
    let key = String(text)
    if let known = stringOffsets[key] { return known }
    let offset = UInt32(strings.count)
    let bytes = Array(key.utf8.prefix(0xffff))
    strings.append(UInt8(truncatingIfNeeded: bytes.count))
    strings.append(UInt8(bytes.count >> 8))
    strings.append(contentsOf: bytes)
    stringOffsets[key] = offset
    return offset
  }

  /// Appends a row to a table and returns its number.
  mutating func row(_ section: LexiconFormat.Section, width: Int, _ words: [UInt32]) -> Int {
    precondition(words.count == width, "a row of \(section) has \(width) words")
    tables[section, default: []].append(contentsOf: words)
    return tables[section, default: []].count / width - 1
  }

  /// Sets the range of an actor's roles.
  mutating func setActorRoles(_ row: Int, start: Int, end: Int) {
    tables[.actors]?[row * LexiconFormat.actorWords + 5] = UInt32(start)
    tables[.actors]?[row * LexiconFormat.actorWords + 6] = UInt32(end)
  }

  /// Number of rows in a table.
  func count(_ section: LexiconFormat.Section, width: Int) -> Int {
    (tables[section]?.count ?? 0) / width
  }

  /// Gives a phrase one more sense; equal senses are kept once. Phrases without a word are ignored.
  mutating func add(
    _ phrase: some StringProtocol, _ kind: Sense.Kind, _ row: Int,
    rule: LexiconFormat.CaseRule? = nil
  ) {
    let words = PhraseWords.hashes(of: phrase)
    guard !words.isEmpty, words.count <= 12 else { return }
    // A word's other senses say nothing about how its name is written: us, the US.
    let isName = PhraseSummary(bits: 1 << UInt32(kind.rawValue)).hasAny(PhraseMatcher.names)
    let rule = isName ? rule ?? LexiconWriter.rule(for: phrase) : nil
    var state: UInt64 = 0
    for (index, word) in words.enumerated() {
      state = index == 0 ? word : LexiconFormat.advance(state, word)
      if index == 1 { pairStates.insert(state) }
      if index < words.count - 1 {
        innerStates.insert(state)
        if rule ?? .any == .any { lowerStates.insert(state) }
      }
    }
    let sense = UInt32(kind.rawValue) << 24 | UInt32(row)
    if let known = phraseOfState[state] {
      if !phrases[known].senses.contains(sense) { phrases[known].senses.append(sense) }
      // Of two names written alike but for their case the looser rule serves both.
      if let rule, rule.rawValue < phrases[known].rule?.rawValue ?? UInt8.max {
        phrases[known].rule = rule
      }
    } else {
      phraseOfState[state] = phrases.count
      phrases.append(Phrase(rule: rule, senses: [sense]))
    }
  }

  /// Short words in capitals are acronyms; other capitalized ones need a capital; the rest nothing.
  static func rule(for phrase: some StringProtocol) -> LexiconFormat.CaseRule {
    let letters = phrase.unicodeScalars.filter(\.properties.isAlphabetic)
    guard let first = letters.first, first.properties.isUppercase else { return .any }
    let isAcronym =
      !phrase.contains(" ") && letters.count <= 6 && letters.count > 1
      && letters.allSatisfy(\.properties.isUppercase)
    return isAcronym ? .capitals : .capitalized
  }

  // MARK: Layout

  /// The compiled lexicon.
  func bytes(digest: UInt64) -> [UInt8] {
    var sections = [[UInt8]](repeating: [], count: LexiconFormat.Section.allCases.count)
    sections[LexiconFormat.Section.slots.rawValue] = slots().littleEndianBytes
    var starts: [UInt32] = []
    var senses: [UInt32] = []
    var summaries: [UInt32] = []
    for phrase in phrases {
      starts.append(UInt32(senses.count))
      senses.append(contentsOf: phrase.senses)
      summaries.append(LexiconWriter.summary(of: phrase.senses))
    }
    starts.append(UInt32(senses.count))
    sections[LexiconFormat.Section.phraseSenses.rawValue] = starts.littleEndianBytes
    sections[LexiconFormat.Section.senses.rawValue] = senses.littleEndianBytes
    sections[LexiconFormat.Section.rules.rawValue] = phrases.map { ($0.rule ?? .any).rawValue }
    sections[LexiconFormat.Section.summaries.rawValue] = summaries.littleEndianBytes
    for (section, words) in tables { sections[section.rawValue] = words.littleEndianBytes }
    sections[LexiconFormat.Section.strings.rawValue] = strings
    sections[LexiconFormat.Section.pairs.rawValue] = pairs()
    sections[LexiconFormat.Section.digest.rawValue] = [digest].littleEndianBytes

    var header: [UInt64] = [LexiconFormat.magic]
    var offset = 8 + 16 * sections.count
    for section in sections {
      header.append(UInt64(offset))
      header.append(UInt64(section.count))
      offset += (section.count + 7) / 8 * 8
    }
    var out = header.littleEndianBytes
    out.reserveCapacity(offset)
    for section in sections {
      out.append(contentsOf: section)
      while out.count % 8 != 0 { out.append(0) }
    }
    return out
  }

  /// What the article loop asks of every word, in one load: see ``PhraseSummary``.
  private static func summary(of senses: [UInt32]) -> UInt32 {
    var kinds: UInt32 = 0
    var name: UInt32 = 0
    var level: UInt32 = 15
    for sense in senses {
      kinds |= 1 << (sense >> 24)
      if sense >> 24 == UInt32(Sense.Kind.name.rawValue) { name = sense & 0xff }
      if sense >> 24 == UInt32(Sense.Kind.caseStatistic.rawValue) { level = sense & 0x7 }
    }
    return kinds | name << 16 | level << 24
  }

  /// Eight bits or more for each pair: one in nine is a false alarm at most.
  private func pairs() -> [UInt8] {
    var size = 64
    while size < pairStates.count { size *= 2 }
    var table = [UInt8](repeating: 0, count: size)
    for state in pairStates {
      let (byte, bit) = LexiconFormat.pairBit(state, mask: UInt64(size - 1))
      table[byte] |= bit
    }
    return table
  }

  private func slots() -> [UInt64] {
    let states = innerStates.union(phraseOfState.keys)
    var size = 1024
    while size * 5 < states.count * 8 { size *= 2 }
    let mask = UInt64(size - 1)
    var table = [UInt64](repeating: 0, count: size)
    // In a fixed order, so that the same tables give the same bytes.
    for state in states.sorted() {
      var slot = LexiconFormat.slot(state, mask: mask)
      while table[slot] != 0 { slot = (slot + 1) & Int(mask) }
      var value = UInt32(0)
      if let phrase = phraseOfState[state] { value = UInt32(phrase + 1) }
      if innerStates.contains(state) { value |= LexiconFormat.hasLonger }
      if lowerStates.contains(state) { value |= LexiconFormat.hasLongerLower }
      table[slot] = LexiconFormat.tag(state) | UInt64(value)
    }
    return table
  }
}

extension [UInt32] {
  fileprivate var littleEndianBytes: [UInt8] { serialized(map(\.littleEndian)) }
}

extension [UInt64] {
  fileprivate var littleEndianBytes: [UInt8] { serialized(map(\.littleEndian)) }
}

/// The memory of an array of words.
private func serialized<Word: FixedWidthInteger>(_ words: [Word]) -> [UInt8] {
  words.withUnsafeBytes { Array($0) }
}
