// Gzip-compressed files inside an archive: verified whole before anything of them counts.

import Model

/// A compressed file that fits into memory, inflated twice: to verify it, and to read it.
///
/// The CRC of a file inside an archive cannot take back articles that are already on their way, as
/// that of an archive can. So the bytes of members that verify are read, and no others.
final class NestedGzip {
  /// What the file turned out to be.
  struct Finding {
    var status: ArchiveStatus
    var detail: String
    /// Inflated bytes that may be read.
    var usable: Int
    /// Inflated bytes in all, as far as was looked.
    var inflated: Int
  }

  private let bytes: [UInt8]
  private let options: IngestOptions

  /// The largest compressed file that is held.
  static let maxBytes = 32 << 20

  init(_ bytes: [UInt8], options: IngestOptions) {
    self.bytes = bytes
    self.options = options
  }

  /// Inflates everything and keeps nothing.
  ///
  /// - Parameter limit: inflated bytes at which to stop.
  func verify(limit: Int) -> Finding {
    let stream = open(limit: limit)
    var total = 0
    var verified = 0
    var usable = 0
    while let piece = stream.next() {
      if stream.verifiedMembers > verified { (verified, usable) = (stream.verifiedMembers, total) }
      total += piece.count
    }
    if stream.verifiedMembers > verified { usable = total }
    let end = stream.end ?? GzipStream.End(status: .unreadable, offset: 0)
    // As in an archive: what comes before a cut stands.
    if end.status == .truncated { usable = total }
    return Finding(status: end.status, detail: end.detail, usable: usable, inflated: total)
  }

  /// The usable bytes, all from gzip member `member` of the archive around the file.
  func source(_ finding: Finding, member: Int) -> any ByteSource {
    Inflated(
      open(limit: .max), usable: finding.usable, member: member,
      isCut: finding.status == .truncated)
  }

  private func open(limit: Int) -> GzipStream {
    var position = 0
    let bytes = self.bytes
    let input = ByteInput(blockBytes: options.readBytes) { buffer in
      let count = min(buffer.count, bytes.count - position)
      buffer.copyBytes(from: bytes[position..<position + count])
      position += count
      return count
    }
    return GzipStream(
      input: input, chunkBytes: options.chunkBytes,
      limits: GzipStream.Limits(
        inflatedBytes: limit, ratio: options.maxRatio, ratioFloor: options.ratioFloor))
  }

  /// The first bytes of a stream.
  private final class Inflated: ByteSource {
    private let stream: GzipStream
    private var left: Int
    let member: Int
    private let isBroken: Bool

    init(_ stream: GzipStream, usable: Int, member: Int, isCut: Bool) {
      self.stream = stream
      left = usable
      self.member = member
      isBroken = isCut
    }

    var isCut: Bool { isBroken && left == 0 }

    func next() -> UnsafeRawBufferPointer? {
      guard left > 0, let piece = stream.next() else { return nil }
      let count = min(left, piece.count)
      left -= count
      return UnsafeRawBufferPointer(rebasing: piece[..<count])
    }
  }
}
