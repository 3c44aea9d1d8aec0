// Where the pipeline's results go, in input order: the store, or standard output.

package import Model

/// Takes the results of all archives, one archive after the other.
package protocol Destination {
  /// An archive begins. The same archive may begin again: it changed while it was read, and what
  /// came of it so far is void.
  mutating func begin(_ archive: ArchiveFile) throws

  /// The next batch of the archive.
  mutating func add(_ batch: WorkedBatch) throws

  /// The archive was read to its end, whatever that was.
  mutating func end(_ archive: ArchiveFile, _ outcome: ArchiveOutcome) throws
}

/// Articles whose gzip member has not verified yet, and what is to become of them.
///
/// A batch says how many members had verified when it was cut; an article of a later member waits
/// until a batch or the archive's end says that its member verified too.
struct Unverified {
  /// Place of an article that waits.
  struct Article {
    var ordinal: Int
    var member: Int
  }

  private(set) var articles: [Article] = []

  var isEmpty: Bool { articles.isEmpty }

  mutating func hold(_ article: Extracted) {
    articles.append(Article(ordinal: article.ordinal, member: article.member))
  }

  mutating func clear() { articles.removeAll(keepingCapacity: true) }

  /// All that wait belong to members that verified.
  func isSettled(by verifiedMembers: Int) -> Bool {
    articles.last.map { $0.member < verifiedMembers } ?? true
  }

  /// The rejections of what waits, when its member's trailer says that any byte may be wrong.
  func rejections(in archive: String) -> [Rejection] {
    articles.map { article in
      Rejection(
        archive: archive, ordinal: article.ordinal, member: article.member,
        reason: .corruptMember, offset: 0,
        detail: "gzip member \(article.member) failed its check: any byte may be wrong")
    }
  }
}

extension ArchiveStatus {
  /// What becomes of articles whose member did not verify: a cut leaves whole articles whole, but
  /// a failed check or a file that changed leaves nothing to trust.
  var keepsUnverified: Bool {
    self != .crcMismatch && self != .changedDuringRead
  }
}
