// The laws that let tallies be cut and joined anywhere: identity, commutativity, associativity.

import Aggregation
import Model
import Testing

/// Checks the laws of a merge for three values; `canonical` says when two are the same.
struct MonoidLaws<Value: Sendable>: Sendable {
  var identity: Value
  var merge: @Sendable (Value, Value) -> Value
  var canonical: @Sendable (Value) -> [String]

  /// The law that is broken, or nil.
  func firstBroken(_ a: Value, _ b: Value, _ c: Value) -> String? {
    if canonical(merge(identity, a)) != canonical(a) { return "left identity" }
    if canonical(merge(a, identity)) != canonical(a) { return "right identity" }
    if canonical(merge(a, b)) != canonical(merge(b, a)) { return "commutativity" }
    if canonical(merge(merge(a, b), c)) != canonical(merge(a, merge(b, c))) {
      return "associativity"
    }
    return nil
  }
}

private let tallyLaws = MonoidLaws(
  identity: Tally(),
  merge: { a, b in
    var sum = a
    sum.merge(b)
    return sum
  }, canonical: { $0.canonicalLines() })

@Suite("Monoid laws")
struct MonoidLawTests {
  /// A new seed each run, printed, and the seeds that once mattered.
  static let seeds: [UInt64] = [1, 2, 3, UInt64.random(in: 0...UInt64.max)]

  static func tally(_ generator: inout RecordGenerator, articles: Int) -> Tally {
    var tally = Tally()
    for _ in 0..<articles {
      let record = generator.record()
      tally.add(record, isFirstCopy: record.fingerprint % 3 > 0)
    }
    tally.add(
      Rejection(archive: "a", ordinal: 1_000 + articles, reason: .malformed, offset: 7, detail: "x")
    )
    return tally
  }

  @Test("Whole tallies obey the laws", arguments: seeds)
  func wholeTally(seed: UInt64) {
    print("MonoidLawTests seed \(seed)")
    var generator = RecordGenerator(seed: seed)
    let a = Self.tally(&generator, articles: 7)
    let b = Self.tally(&generator, articles: 3)
    let c = Self.tally(&generator, articles: 5)
    #expect(tallyLaws.firstBroken(a, b, c) == nil, "seed \(seed)")
  }

  @Test("Every statistic obeys the laws and counts something", arguments: statistics.indices)
  func statistic(index: Int) {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("MonoidLawTests \(statistics[index].name) seed \(seed)")
    var generator = RecordGenerator(seed: seed)
    let laws = MonoidLaws(
      identity: Tally(), merge: tallyLaws.merge,
      canonical: { tally in
        tally.canonicalLines().filter { $0.hasPrefix("count \(index) ") }
      })
    let a = Self.tally(&generator, articles: 7)
    let b = Self.tally(&generator, articles: 3)
    let c = Self.tally(&generator, articles: 5)
    #expect(!laws.canonical(a).isEmpty, "nothing counted, seed \(seed)")
    #expect(laws.firstBroken(a, b, c) == nil, "seed \(seed)")
  }

  @Test("Folding in parts and merging is folding at once", arguments: seeds, [1, 4, 9])
  func partsAreTheWhole(seed: UInt64, cut: Int) {
    var generator = RecordGenerator(seed: seed)
    let records = (0..<10).map { _ in generator.record() }
    func fold(_ records: ArraySlice<Record>) -> Tally {
      var tally = Tally()
      for record in records { tally.add(record, isFirstCopy: record.ordinal % 2 == 0) }
      return tally
    }
    let whole = fold(records[...])
    // The parts grow after their merge too: counts must go on from where the merge left them.
    var joined = fold(records[..<cut])
    joined.merge(fold(records[cut..<9]))
    joined.add(records[9], isFirstCopy: false)
    #expect(joined.canonicalLines() == whole.canonicalLines(), "seed \(seed)")
  }

  @Test("The law checker finds a merge that breaks a law")
  func checkerCanFail() {
    let laws = MonoidLaws(
      identity: 0, merge: { $0 &- $1 }, canonical: { [String($0)] })
    #expect(laws.firstBroken(1, 2, 3) == "left identity")
    let last = MonoidLaws<Int?>(
      identity: nil, merge: { $1 ?? $0 }, canonical: { ["\(String(describing: $0))"] })
    #expect(last.firstBroken(1, 2, 3) == "commutativity")
  }

  @Test("An emptied tally is a new one")
  func removeAll() {
    var generator = RecordGenerator(seed: 5)
    let records = (0..<4).map { _ in generator.record() }
    var used = Tally()
    for record in records { used.add(record, isFirstCopy: true) }
    used.removeAll()
    #expect(used.isEmpty && used.canonicalLines().isEmpty)
    var fresh = Tally()
    for record in records {
      used.add(record, isFirstCopy: true)
      fresh.add(record, isFirstCopy: true)
    }
    #expect(used.canonicalLines() == fresh.canonicalLines())
  }
}
