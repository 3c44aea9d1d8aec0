// How the reading of one archive ended.

/// The one status that every archive ends with; raw values are those of the reports.
package enum ArchiveStatus: String, CaseIterable, Sendable {
  case ok, truncated
  case crcMismatch = "crc_mismatch"
  case trailingGarbage = "trailing_garbage"
  case notGzip = "not_gzip"
  case badHeader = "bad_header"
  case empty
  case limitExceeded = "limit_exceeded"
  case changedDuringRead = "changed_during_read"
  case unreadable
}

/// Status, place and sizes of an archive after its last byte was read.
package struct ArchiveOutcome: Hashable, Sendable {
  package var status: ArchiveStatus
  /// Offset in the compressed file at which the status was decided; the size when all is well.
  package var offset: Int
  /// For a person: what was found and what to do; empty when all is well.
  package var detail: String
  package var compressedBytes: Int
  package var inflatedBytes: Int
  /// Members whose CRC and length verified.
  package var verifiedMembers: Int
  /// XXH64 of the compressed bytes read, as 16 hexadecimal digits.
  package var digest: String

  package init(
    status: ArchiveStatus, offset: Int, detail: String = "", compressedBytes: Int = 0,
    inflatedBytes: Int = 0, verifiedMembers: Int = 0, digest: String = ""
  ) {
    self.status = status
    self.offset = offset
    self.detail = detail
    self.compressedBytes = compressedBytes
    self.inflatedBytes = inflatedBytes
    self.verifiedMembers = verifiedMembers
    self.digest = digest
  }
}
