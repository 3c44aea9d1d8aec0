// Stories: identical wire copies are one story, told by the id of the copy that came first.

import Model

/// Finds the first copy of each article: in the archive being read, or in what came before it.
///
/// Copies are told by ``Record/fingerprint``, the hash of the words after the dateline.
struct Stories {
  /// Ids of first copies in archives that came before; asked once for each batch.
  typealias Earlier = ([UInt64]) throws -> [UInt64: String]

  private let earlier: Earlier
  private let limit: Int
  private var settled: [UInt64: String] = [:]
  /// First copies whose member has not verified: they may have to be forgotten.
  private var held: [UInt64: String] = [:]

  /// Beyond `limit` stories no new ones are remembered.
  init(limit: Int = .max, earlier: @escaping Earlier = { _ in [:] }) {
    self.limit = limit
    self.earlier = earlier
  }

  /// Names the story of each article of a batch, those of later members provisionally.
  ///
  /// Returns, for each article, whether it is the first copy.
  mutating func assign(_ batch: inout WorkedBatch) throws -> [Bool] {
    let known = try earlier(
      batch.accepted.map(\.fingerprint).filter { settled[$0] == nil && held[$0] == nil })
    return batch.accepted.indices.map { index in
      let article = batch.accepted[index]
      let fingerprint = article.fingerprint
      // 0 stands for an article without words, which is a copy of nothing.
      guard fingerprint != 0 else { return true }
      if let first = settled[fingerprint] ?? held[fingerprint] ?? known[fingerprint] {
        batch.accepted[index].story = first
        RecordLines.write(&batch.accepted[index])
        return false
      }
      if settled.count + held.count >= limit { return true }
      if article.member < batch.verifiedMembers {
        settled[fingerprint] = article.id
      } else {
        held[fingerprint] = article.id
      }
      return true
    }
  }

  /// What was held has verified.
  mutating func settle() {
    if held.isEmpty { return }
    settled.merge(held) { first, _ in first }
    held.removeAll(keepingCapacity: true)
  }

  /// What was held is corrupt.
  mutating func drop() { held.removeAll(keepingCapacity: true) }

  /// A new archive begins; what came before is to be asked for.
  mutating func clear() {
    settled.removeAll(keepingCapacity: true)
    held.removeAll(keepingCapacity: true)
  }
}
