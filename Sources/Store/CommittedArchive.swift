// What the store knows about an archive that it holds.

package import Model

/// An archive as it was when it was committed.
package struct CommittedArchive: Hashable, Sendable {
  /// As the pipeline names it: the key.
  package var path: String
  /// XXH64 of the file: an archive whose digest is the same need not be read again.
  package var digest: String
  package var size: Int
  /// Modification time in nanoseconds since 1970.
  package var modified: Int
  package var status: ArchiveStatus
  /// Where in the file the status was decided.
  package var offset: Int
  package var detail: String
  /// Members whose trailers verified.
  package var members: Int
  package var seen: Int
  package var accepted: Int
  package var rejected: Int
  package var inflatedBytes: Int
  package var compressedBytes: Int
  /// Version of the program that read it.
  package var product: String
  /// Version of the record's schema.
  package var schema: Int
}

extension CorpusStore {
  /// All committed archives, by path.
  package func archives() throws -> [CommittedArchive] {
    try list(
      """
      SELECT path, digest, size, modified, status, offset, detail, members, seen, accepted,
        rejected, inflated, compressed, product, schema
      FROM archive ORDER BY path
      """
    ) { row in
      CommittedArchive(
        path: row.text(0), digest: row.text(1), size: row.integer(2), modified: row.integer(3),
        status: ArchiveStatus(rawValue: row.text(4)) ?? .unreadable, offset: row.integer(5),
        detail: row.text(6), members: row.integer(7), seen: row.integer(8),
        accepted: row.integer(9), rejected: row.integer(10), inflatedBytes: row.integer(11),
        compressedBytes: row.integer(12), product: row.text(13), schema: row.integer(14))
    }
  }

  /// Replaces everything about an archive in one transaction.
  package func commit(
    archive path: String, outcome: ArchiveOutcome, size: Int, modified: Int, product: String,
    schema: Int, tally: Tally
  ) throws {
    let writer = try replace(archive: path)
    do {
      try writer.append(tally)
      try writer.finish(
        outcome: outcome, size: size, modified: modified, product: product, schema: schema)
    } catch {
      writer.rollback()
      throw error
    }
  }

  /// Notes that a committed archive was touched without change: same digest, new time.
  package func touch(archive path: String, size: Int, modified: Int) throws {
    try query(
      "UPDATE archive SET size = ?, modified = ? WHERE path = ?",
      [.integer(size), .integer(modified), .text(path)]
    ) { _ in }
  }

  /// Forgets an archive and all its rows; nothing happens when it is not there.
  package func remove(archive path: String) throws {
    let writer = try replace(archive: path)
    do {
      try writer.forget()
    } catch {
      writer.rollback()
      throw error
    }
  }
}
