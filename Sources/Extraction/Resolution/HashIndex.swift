// A small index from 64-bit hashes to numbers that is emptied without being cleared.

/// Open addressing with stamps: one instance serves article after article of one worker.
///
/// A class over memory of its own: an array would be asked at each change whether it is shared.
final class HashIndex {
  private struct Entry {
    var key: UInt64 = 0
    var value: Int32 = 0
    var stamp: UInt32 = 0
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var stamp: UInt32 = 1
  private var count = 0
  private var mask: Int

  init() {
    mask = 255
    entries = .allocate(capacity: mask + 1)
    entries.initialize(repeating: Entry(), count: mask + 1)
  }

  deinit { entries.deallocate() }

  /// Forgets everything.
  func reset() {
    count = 0
    stamp &+= 1
    if stamp == 0 {
      entries.update(repeating: Entry(), count: mask + 1)
      stamp = 1
    }
  }

  /// The number of a key; -1 when there is none.
  @inline(__always)
  func value(_ key: UInt64) -> Int32 {
    var slot = home(key)
    while entries[slot].stamp == stamp {
      if entries[slot].key == key { return entries[slot].value }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// Sets the number of a key.
  func set(_ key: UInt64, _ value: Int32) {
    if count * 2 > mask { grow() }
    var slot = home(key)
    while entries[slot].stamp == stamp {
      if entries[slot].key == key {
        entries[slot].value = value
        return
      }
      slot = (slot + 1) & mask
    }
    entries[slot] = Entry(key: key, value: value, stamp: stamp)
    count += 1
  }

  @inline(__always)
  private func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40) & mask
  }

  private func grow() {
    let old = UnsafeBufferPointer(start: entries, count: mask + 1)
    let size = old.count * 2
    entries = .allocate(capacity: size)
    entries.initialize(repeating: Entry(), count: size)
    mask = size - 1
    count = 0
    for entry in old where entry.stamp == stamp { set(entry.key, entry.value) }
    old.deallocate()
  }
}
