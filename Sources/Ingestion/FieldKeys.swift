// Which keys of an object, or columns of a table, hold which part of an article.

import Glibc

/// The keys of ``FieldNames`` in a hash table over bytes: looked up once for every key read.
struct FieldKeys {
  /// The parts of an article.
  enum Part: Int, CaseIterable {
    case id, title, text, published, source, url
  }

  /// One key of one part.
  struct Key {
    var part: Part
    /// Place in the part's list: lower is better.
    var rank: Int
    /// The name's place in ``names``.
    fileprivate var start: Int
    fileprivate var count: Int
    /// The next key of the same slot; -1: none.
    fileprivate var next: Int
  }

  private(set) var keys: [Key] = []
  private var names: [UInt8] = []
  /// The first key of each slot; -1: none, as for most names that are read.
  private var slots = [Int16](repeating: -1, count: 256)

  init(_ fields: FieldNames) {
    for part in Part.allCases {
      for (rank, name) in fields.names(of: part).enumerated() {
        let bytes = Array(name.utf8)
        let slot = bytes.withUnsafeBytes(Self.slot)
        keys.append(
          Key(
            part: part, rank: rank, start: names.count, count: bytes.count, next: Int(slots[slot])))
        names += bytes
        slots[slot] = Int16(truncatingIfNeeded: keys.count - 1)
      }
    }
  }

  /// Calls `body` with the index of every key that is called `name`.
  @inline(__always)
  func forEach(named name: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
    var index = Int(slots[Self.slot(name)])
    while index >= 0 {
      let key = keys[index]
      if key.count == name.count, isEqual(name, key) { body(index) }
      index = key.next
    }
  }

  /// The name of a key.
  func name(_ index: Int) -> ArraySlice<UInt8> {
    names[keys[index].start..<keys[index].start + keys[index].count]
  }

  private func isEqual(_ name: UnsafeRawBufferPointer, _ key: Key) -> Bool {
    names.withUnsafeBytes { all in
      guard let a = name.baseAddress, let b = all.baseAddress else { return name.isEmpty }
      return memcmp(a, b + key.start, key.count) == 0
    }
  }

  @inline(__always)
  private static func slot(_ name: UnsafeRawBufferPointer) -> Int {
    guard let first = name.first, let last = name.last else { return 0 }
    return (Int(first) &* 7 &+ Int(last) &* 31 &+ name.count) & 0xff
  }
}

extension FieldNames {
  /// The names of a part, best first.
  func names(of part: FieldKeys.Part) -> [String] {
    switch part {
    case .id: id
    case .title: title
    case .text: text
    case .published: published
    case .source: source
    case .url: url
    }
  }
}
