// The tables of a tally: fixed-size keys of symbols, and what is counted under each.

/// The key of a row: eight numbers; most are symbols, unused lanes are 0.
package typealias TallyKey = SIMD8<UInt32>

/// The lane that holds a day: its number's bits, or ``unknownDay``.
package enum DayLane {
  /// The bits of an article's missing day.
  package static let unknownDay = UInt32(bitPattern: Int32.min)

  package static func lane(_ day: Day?) -> UInt32 {
    guard let day else { return unknownDay }
    return UInt32(bitPattern: day.number)
  }

  package static func day(_ lane: UInt32) -> Day? {
    lane == unknownDay ? nil : Day(number: Int32(bitPattern: lane))
  }
}

/// A hash table from keys to values that keeps the order of arrival.
package struct KeyTable<Value: Sendable & TallyValue>: Sendable {
  /// A key and its value, side by side: one cache line.
  package struct Entry: Sendable {
    package var key: TallyKey
    package var value: Value
  }

  package private(set) var entries: [Entry] = []
  /// Upper half of the hash, and index into `entries` plus 1; 0 is free. A power of two long.
  private var slots = [UInt64](repeating: 0, count: 64)

  package init() {}

  package var count: Int { entries.count }

  /// Changes the value of a key in place; a new key starts from zero.
  package mutating func update(_ key: TallyKey, _ change: (inout Value) -> Void) {
    let hash = KeyTable.hash(key)
    let mark = hash >> 32
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == mark {
        let index = Int(slots[slot] & 0xffff_ffff) - 1
        if KeyTable.same(entries[index].key, key) {
          change(&entries[index].value)
          return
        }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    var value = Value()
    change(&value)
    entries.append(Entry(key: key, value: value))
    slots[slot] = mark << 32 | UInt64(entries.count)
    if entries.count * 2 > slots.count { grow() }
  }

  /// Empties the table; keeps its memory unless it was made for far more than the table held.
  package mutating func removeAll() {
    if entries.count * 16 < slots.count {
      self = KeyTable()
      return
    }
    entries.removeAll(keepingCapacity: true)
    for index in slots.indices { slots[index] = 0 }
  }

  private static func same(_ a: TallyKey, _ b: TallyKey) -> Bool {
    let difference = unsafeBitCast(a ^ b, to: SIMD4<UInt64>.self)
    return difference[0] | difference[1] | difference[2] | difference[3] == 0
  }

  private static func hash(_ key: TallyKey) -> UInt64 {
    let words = unsafeBitCast(key, to: SIMD4<UInt64>.self)
    var h = (words[0] ^ 0x9e37_79b9_7f4a_7c15) &* 0xa076_1d64_78bd_642f
    h = (h ^ h >> 32 ^ words[1]) &* 0xe703_7ed1_a0b4_28db
    h = (h ^ h >> 32 ^ words[2]) &* 0x8ebc_6af0_9c88_c6e3
    h = (h ^ h >> 32 ^ words[3]) &* 0x5899_65cc_7537_4cc3
    return h ^ h >> 32
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      let hash = KeyTable.hash(entry.key)
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = (hash >> 32) << 32 | UInt64(index + 1)
    }
  }
}

/// A value that starts from zero and adds up.
package protocol TallyValue {
  init()
  mutating func add(_ other: Self)
}

/// How often a description was used, and when last.
package struct FormCount: Hashable, Sendable, TallyValue {
  /// Articles that describe the actor or the venue so.
  package var articles = 0
  /// Number of the latest day of them; `Int32.min` when none has a day.
  package var lastDay = Int32.min

  package init() {}

  package mutating func add(_ other: FormCount) {
    articles += other.articles
    lastDay = max(lastDay, other.lastDay)
  }
}

/// How actors, or venues, were described: the lanes of a key are the parts of a description.
///
/// What one is called is decided over all its forms: the name of most articles, ties going to the
/// first in byte order; so it does not matter in which order archives came.
package struct FormTable: Sendable {
  package private(set) var rows = KeyTable<FormCount>()

  package init() {}

  /// Counts an article that describes its actor or venue so.
  package mutating func note(_ form: TallyKey, day: Int32) {
    rows.update(form) { count in
      count.articles += 1
      count.lastDay = max(count.lastDay, day)
    }
  }

  /// Adds another table; its first `symbols` lanes are symbols and go through `map`.
  package mutating func merge(_ other: FormTable, symbols: Int, by map: [UInt32]) {
    for row in other.rows.entries {
      var key = row.key
      for lane in 0..<symbols { key[lane] = map[Int(key[lane])] }
      rows.update(key) { $0.add(row.value) }
    }
  }

  package mutating func removeAll() {
    rows.removeAll()
  }
}

/// Lanes of the key of an actor's form: symbols of key, name, kind, country, code and role.
package enum ActorForm {
  package static let symbols = 6
}

/// Lanes of the key of a venue's form: symbols of key, name, country, admin1 and feature; then the
/// bits of latitude and longitude in degrees times 10^5 (``unlocated`` when there are none) and
/// of the GeoNames id, 0 when there is none.
package enum VenueForm {
  package static let symbols = 5
  package static let unlocated = UInt32(bitPattern: Int32.min)

  /// Degrees times 10^5, or nil.
  package static func coordinate(_ lane: UInt32) -> Int32? {
    lane == unlocated ? nil : Int32(bitPattern: lane)
  }
}
