// The knowledge that extraction works with: mapped tables and their accessors.

private import CLexicon
import Model

/// A compiled lexicon in memory: the built-in one, or a user's tables laid over it.
///
/// Immutable after it is made, and shared by all workers. Rows of a user's lexicon are numbered
/// from ``overlayBase``, so that one row number names a row of either.
package final class Lexicon: Sendable {
  /// Why a compiled lexicon cannot be used.
  package struct Unusable: Error, CustomStringConvertible {
    package var description: String
  }

  /// The tables that ship with the product.
  package static let builtIn: Lexicon = {
    let start = UnsafeRawBufferPointer(start: lexicon_data(), count: Int(lexicon_size()))
    guard let lexicon = try? Lexicon(mapped: start, overlay: nil) else {
      fatalError("the built-in lexicon is damaged: build it again with dragoman-lexicon")
    }
    return lexicon
  }()

  /// Row numbers from here on belong to the user's tables.
  static let overlayBase = 1 << 23

  nonisolated(unsafe) let base: UnsafeRawPointer
  /// Where each section begins.
  nonisolated(unsafe) private let starts: UnsafeMutablePointer<UnsafeRawPointer>
  private let offsets: [Int]
  private let counts: [Int]
  let overlay: Lexicon?
  let slotMask: UInt64
  private let pairMask: UInt64

  private init(mapped: UnsafeRawBufferPointer, overlay: Lexicon?) throws {
    let sections = LexiconFormat.Section.allCases.count
    guard let base = mapped.baseAddress, mapped.count >= 8 + 16 * sections,
      mapped.loadUnaligned(as: UInt64.self) == LexiconFormat.magic
    else { throw Unusable(description: "not a compiled lexicon of this version") }
    var offsets: [Int] = []
    var counts: [Int] = []
    for section in 0..<sections {
      let offset = Int(mapped.loadUnaligned(fromByteOffset: 8 + 16 * section, as: UInt64.self))
      let count = Int(mapped.loadUnaligned(fromByteOffset: 16 + 16 * section, as: UInt64.self))
      guard offset >= 0, count >= 0, offset + count <= mapped.count else {
        throw Unusable(description: "the compiled lexicon is cut short")
      }
      offsets.append(offset)
      counts.append(count)
    }
    self.base = base
    // Never freed: a lexicon lives as long as the process does.
    starts = .allocate(capacity: sections)
    for section in 0..<sections { (starts + section).initialize(to: base + offsets[section]) }
    self.offsets = offsets
    self.counts = counts
    self.overlay = overlay
    slotMask = UInt64(counts[LexiconFormat.Section.slots.rawValue] / 8 - 1)
    pairMask = UInt64(counts[LexiconFormat.Section.pairs.rawValue] - 1)
  }

  /// Uses compiled bytes, which live as long as the lexicon does.
  package convenience init(compiled bytes: [UInt8], overlay: Lexicon? = nil) throws {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    // A lexicon lives as long as the process does: there is one, or two with a user's tables.
    try self.init(mapped: UnsafeRawBufferPointer(copy), overlay: overlay)
  }

  /// The built-in tables with a user's on top; a user's row wins.
  package convenience init(userTables: [TabTable]) throws {
    let builtIn = Lexicon.builtIn
    let user = try Lexicon(
      compiled: LexiconCompiler.compile(userTables, digest: 0, over: builtIn))
    try self.init(
      mapped: UnsafeRawBufferPointer(start: builtIn.base, count: builtIn.size),
      overlay: user)
  }

  private var size: Int {
    zip(offsets, counts).map { $0 + $1 }.max() ?? 0
  }

  /// Digest of the tables that the lexicon was compiled from.
  package var digest: UInt64 {
    base.loadUnaligned(
      fromByteOffset: offsets[LexiconFormat.Section.digest.rawValue], as: UInt64.self)
  }

  @inline(__always)
  func start(_ section: LexiconFormat.Section) -> UnsafeRawPointer {
    starts[section.rawValue]
  }

  /// Number of rows of a table.
  func count(_ section: LexiconFormat.Section, width: Int) -> Int {
    counts[section.rawValue] / (4 * width)
  }

  @inline(__always)
  func word(_ section: LexiconFormat.Section, _ index: Int) -> UInt32 {
    start(section).load(fromByteOffset: index * 4, as: UInt32.self)
  }

  /// The lexicon that holds a row, and the row's number there.
  @inline(__always)
  func locate(_ row: Int) -> (lexicon: Lexicon, row: Int) {
    if row >= Lexicon.overlayBase, let overlay { return (overlay, row - Lexicon.overlayBase) }
    return (self, row)
  }

  // MARK: Phrases

  /// What lies behind a state: a phrase, and whether longer ones go on from there.
  struct Found {
    /// -1 when the state is no phrase.
    var phrase: Int32
    private var flags: UInt32

    @inline(__always)
    init(_ value: UInt64) {
      let low = UInt32(truncatingIfNeeded: value)
      phrase = Int32(low & ~(LexiconFormat.hasLonger | LexiconFormat.hasLongerLower)) - 1
      flags = low
    }

    /// Whether longer phrases go on from there, all of them or those that may be in lower case.
    @inline(__always)
    func hasLonger(isCapitalized: Bool) -> Bool {
      flags & (isCapitalized ? LexiconFormat.hasLonger : LexiconFormat.hasLongerLower) != 0
    }
  }

  /// Whether phrases may go through a state of two words: false alarms, no misses.
  ///
  /// Most words that begin a phrase somewhere are followed by a word that ends it; this tells in
  /// a quarter of a megabyte, where a look-up would miss the processor's caches.
  @inline(__always)
  func hasPair(_ state: UInt64) -> Bool {
    let (byte, bit) = LexiconFormat.pairBit(state, mask: pairMask)
    return start(.pairs).load(fromByteOffset: byte, as: UInt8.self) & bit != 0
  }

  /// Looks a state up; nil when no phrase goes through it.
  @inline(__always)
  func find(_ state: UInt64) -> Found? {
    let slots = start(.slots).assumingMemoryBound(to: UInt64.self)
    let tag = LexiconFormat.tag(state)
    var slot = LexiconFormat.slot(state, mask: slotMask)
    while true {
      let value = slots[slot]
      if value == 0 { return nil }
      if value & 0xffff_ffff_0000_0000 == tag { return Found(value) }
      slot = (slot + 1) & Int(truncatingIfNeeded: slotMask)
    }
  }

  @inline(__always)
  func summary(ofPhrase phrase: Int32) -> PhraseSummary {
    PhraseSummary(bits: word(.summaries, Int(phrase)))
  }

  @inline(__always)
  func rule(ofPhrase phrase: Int32) -> LexiconFormat.CaseRule {
    LexiconFormat.CaseRule(
      rawValue: start(.rules).load(fromByteOffset: Int(phrase), as: UInt8.self)) ?? .any
  }

  /// The senses of a phrase, in table order.
  func senses(ofPhrase phrase: Int32) -> SenseList {
    let from = Int(word(.phraseSenses, Int(phrase)))
    let to = Int(word(.phraseSenses, Int(phrase) + 1))
    return SenseList(lexicon: self, range: from..<to)
  }

  /// Senses read in place.
  struct SenseList: RandomAccessCollection {
    let lexicon: Lexicon
    let range: Range<Int>

    var startIndex: Int { range.lowerBound }
    var endIndex: Int { range.upperBound }

    subscript(position: Int) -> Sense {
      let word = lexicon.word(.senses, position)
      return Sense(
        kind: Sense.Kind(rawValue: UInt8(word >> 24)) ?? .vocabulary, row: Int(word & 0xff_ffff))
    }
  }
}
