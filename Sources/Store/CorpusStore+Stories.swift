// Wire stories across archives: who printed it first.

internal import GRDB

extension CorpusStore {
  /// For each fingerprint that another archive holds: the id of the first copy there.
  ///
  /// Of several first copies that of the first archive by path, then by ordinal, is given.
  /// Fingerprint 0 means none.
  package func firstCopies(
    fingerprints: [UInt64], except archive: String
  ) throws -> [UInt64: String] {
    var found: [UInt64: String] = [:]
    try access { db in
      let find = try SQLStatement(
        db,
        """
        SELECT a.id FROM article a JOIN archive r ON r.id = a.archive
        WHERE a.fingerprint = ? AND a.first_copy = 1 AND r.path <> ?
        ORDER BY r.path, a.ordinal LIMIT 1
        """, path: path)
      find.bind(archive, at: 2)
      // One transaction: SQLite locks the file once, and not for every fingerprint.
      try db.inTransaction(.deferred) {
        for fingerprint in fingerprints where fingerprint != 0 && found[fingerprint] == nil {
          find.bind(Int(truncatingIfNeeded: fingerprint), at: 1)
          if try find.step() { found[fingerprint] = find.text(0) }
          find.reset()
        }
        return .commit
      }
    }
    return found
  }

  /// Archives with copies whose first copy is gone, because its archive was removed or replaced.
  ///
  /// Until they are read again their copies count towards no story.
  package func archivesWithLostStories() throws -> [String] {
    try list(
      """
      SELECT DISTINCT r.path FROM article a JOIN archive r ON r.id = a.archive
      WHERE a.first_copy = 0 AND a.fingerprint IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM article b WHERE b.fingerprint = a.fingerprint AND b.first_copy = 1)
      ORDER BY r.path
      """
    ) { $0.text(0) }
  }
}
