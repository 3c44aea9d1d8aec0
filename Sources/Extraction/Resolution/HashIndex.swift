// A small index from 64-bit hashes to numbers that is emptied without being cleared.

/// Open addressing with stamps: one instance serves article after article of one worker.
struct HashIndex {
  private var keys: [UInt64]
  private var values: [Int32]
  private var stamps: [UInt32]
  private var stamp: UInt32 = 1
  private var count = 0
  private var mask: Int

  init() {
    keys = [UInt64](repeating: 0, count: 256)
    values = [Int32](repeating: 0, count: 256)
    stamps = [UInt32](repeating: 0, count: 256)
    mask = 255
  }

  /// Forgets everything.
  mutating func reset() {
    count = 0
    stamp &+= 1
    if stamp == 0 {
      for index in stamps.indices { stamps[index] = 0 }
      stamp = 1
    }
  }

  /// The number of a key; -1 when there is none.
  @inline(__always)
  func value(_ key: UInt64) -> Int32 {
    var slot = home(key)
    while stamps[slot] == stamp {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// Sets the number of a key.
  mutating func set(_ key: UInt64, _ value: Int32) {
    if count * 2 > mask { grow() }
    var slot = home(key)
    while stamps[slot] == stamp {
      if keys[slot] == key {
        values[slot] = value
        return
      }
      slot = (slot + 1) & mask
    }
    stamps[slot] = stamp
    keys[slot] = key
    values[slot] = value
    count += 1
  }

  @inline(__always)
  private func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40) & mask
  }

  private mutating func grow() {
    let old = (keys, values, stamps)
    let size = (mask + 1) * 2
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: 0, count: size)
    stamps = [UInt32](repeating: 0, count: size)
    mask = size - 1
    count = 0
    let now = stamp
    for slot in old.0.indices where old.2[slot] == now { set(old.0[slot], old.1[slot]) }
  }
}
