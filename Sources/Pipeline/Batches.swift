// What travels between the threads of the pipeline, and the order that it is put back into.

package import Model

/// Where a batch stands in the input: batches are committed in this order.
struct Place: Hashable, Sendable {
  /// Index into the list of archives.
  var archive: Int
  /// From 0 within the archive, its end included.
  var sequence: Int
}

/// Bytes drawn on a reader's credit, to be given back once the batch is committed.
struct Ticket: Sendable {
  let credit: Credit
  let bytes: Int

  func giveBack() { credit.giveBack(bytes) }
}

/// A batch on its way from a reader to a worker.
struct Work: Sendable {
  let place: Place
  let batch: Batch
  let ticket: Ticket
}

/// What the committer puts in order: a batch worked on, or the end of an archive.
struct Delivery: Sendable {
  enum Content: Sendable {
    case batch(WorkedBatch)
    /// Not final when the archive changed while it was read and is read again.
    case end(ArchiveOutcome, isFinal: Bool)
  }

  let place: Place
  let content: Content
  let ticket: Ticket
}

/// One accepted article: what its story is told by and, when lines are wanted, its JSON.
package struct Extracted: Sendable {
  package let id: String
  package let ordinal: Int
  package let member: Int
  package let fingerprint: UInt64
  /// Id of the first copy; the article's own until it is found to be a copy.
  package var story: String
  /// One line of JSON with its line feed, in which the article is its own story.
  package var line: [UInt8] = []
  /// Kept only when lines are wanted.
  package var record: Record?
  /// The decoded text, kept only when lines hold it.
  package var text: [UInt8]?

  init(_ record: Record) {
    id = record.id
    ordinal = record.ordinal
    member = record.member
    fingerprint = record.fingerprint
    story = record.id
  }
}

/// What became of a batch.
package struct WorkedBatch: Sendable {
  package var accepted: [Extracted] = []
  /// A part for each accepted article; empty when nothing is counted.
  package var tally = BatchTally()
  package var rejections: [Rejection]
  /// Members of the archive whose trailers had verified when the batch was cut.
  package var verifiedMembers: Int
  /// Bytes of article text in it.
  package var textBytes: Int

  init(_ batch: Batch) {
    rejections = batch.rejections
    verifiedMembers = batch.verifiedMembers
    textBytes = batch.articles.reduce(0) { $0 + $1.text.count }
    accepted.reserveCapacity(batch.articles.count)
  }
}

extension Batch {
  /// Bytes of memory that the batch stands for: its text, and what is made of each article.
  var weight: Int {
    articles.reduce(1 << 12) { $0 + $1.text.count + 1 << 10 } + rejections.count << 8
  }
}

/// Holds back what arrives early.
struct Reorder {
  private var next = Place(archive: 0, sequence: 0)
  private var early: [Place: Delivery] = [:]

  /// Takes one result; returns those whose turn has come, in order.
  mutating func add(_ result: Delivery) -> [Delivery] {
    early[result.place] = result
    var ready: [Delivery] = []
    while let result = early.removeValue(forKey: next) {
      ready.append(result)
      if case .end(_, isFinal: true) = result.content {
        next = Place(archive: next.archive + 1, sequence: 0)
      } else {
        next.sequence += 1
      }
    }
    return ready
  }
}
