// Reads one archive from its first byte to its last: the only way into the pipeline.

package import Model

/// Reads one archive, in order, in bounded memory, and says how it ended.
///
/// Every article that is seen is delivered, as accepted or as rejected, and numbered: ordinals
/// count both. An archive is verified member by member while its articles are already on their
/// way, so **what was delivered counts only as far as the outcome says**: each article and
/// rejection carries the index of the gzip member that holds its last byte, and those of members
/// from ``ArchiveOutcome/trustedMembers`` on must not be counted but reported as `corrupt_member`.
///
/// | status | trusted | why |
/// |---|---|---|
/// | `ok`, `trailing_garbage` | everything | all members verified |
/// | `truncated`, `limit_exceeded`, `unreadable` | everything delivered | whole articles before the cut; one that is cut is rejected as `truncated` |
/// | `crc_mismatch` | the verified members | any byte of the corrupt member may be wrong; reading stops behind it |
/// | `bad_header` | everything delivered | the members before the bad header verified |
/// | `changed_during_read` | nothing | the bytes are of no one moment; read the archive again |
/// | `not_gzip`, `empty` | nothing to trust | |
package struct ArchiveReader {
  private let path: String
  private let name: String
  private let options: IngestOptions

  /// - Parameters:
  ///   - path: of a regular file; `-` is standard input, which is not checked for changes.
  ///   - name: what articles are said to come from; its ending helps to tell the format.
  package init(path: String, name: String, options: IngestOptions) {
    self.path = path
    self.name = name
    self.options = options
  }

  /// Reads everything; hands over batches of up to 64 articles or about 1 MiB.
  ///
  /// - Parameter deliver: takes a batch; false stops the reading. Then the outcome is `unreadable`
  ///   and "stopped", has no digest, and must not be committed.
  package func read(deliver: (Batch) -> Bool) -> ArchiveOutcome {
    do {
      let file = try FileSnapshot(path: path)
      var outcome = read(
        file.input(blockBytes: options.readBytes), drains: !file.isStandardInput, deliver: deliver)
      // Without a digest the reading was stopped, and how the file fares does not matter.
      if !outcome.digest.isEmpty, outcome.status != .unreadable,
        let change = file.change(afterReading: outcome.compressedBytes)
      {
        outcome.status = .changedDuringRead
        outcome.detail = "\(change) while it was read; it is read again by the next run"
      }
      return outcome
    } catch {
      return ArchiveOutcome(status: .unreadable, offset: 0, detail: error.detail)
    }
  }

  /// Reads compressed bytes from anywhere.
  ///
  /// - Parameter drains: whether to read on behind a fault, for the digest of the whole.
  func read(_ input: ByteInput, drains: Bool, deliver: (Batch) -> Bool) -> ArchiveOutcome {
    withoutActuallyEscaping(deliver) { deliver in
      let stream = GzipStream(
        input: input, chunkBytes: options.chunkBytes,
        limits: GzipStream.Limits(
          inflatedBytes: options.maxArchiveBytes, ratio: options.maxRatio,
          ratioFloor: options.ratioFloor))
      let writer = BatchWriter(
        archive: name, verifiedMembers: { stream.verifiedMembers }, deliver: deliver)
      var fault = split(stream, into: writer)
      // Whatever the format left is inflated all the same: its CRC counts for what was read.
      while !writer.isStopped, stream.next() != nil {}
      writer.flush()
      if writer.isStopped {
        return ArchiveOutcome(
          status: .unreadable, offset: input.offset, detail: "stopped before the end",
          compressedBytes: input.offset, inflatedBytes: stream.inflatedBytes,
          verifiedMembers: stream.verifiedMembers)
      }
      let end = stream.end ?? GzipStream.End(status: .unreadable, offset: input.offset)
      if end.status != .ok && end.status != .trailingGarbage { fault = nil }
      var outcome = ArchiveOutcome(
        status: end.status, offset: end.offset, detail: end.detail,
        inflatedBytes: stream.inflatedBytes, verifiedMembers: stream.verifiedMembers)
      if let fault {
        if fault.status != .ok { outcome.status = fault.status }
        outcome.detail =
          outcome.detail.isEmpty ? fault.detail : "\(fault.detail); \(outcome.detail)"
      }
      let encodings = writer.encodings
      if !encodings.isEmpty {
        outcome.detail += "\(outcome.detail.isEmpty ? "" : "; ")\(encodings)"
      }
      if outcome.status == .crcMismatch {
        let count = writer.lastMember.index == stream.member ? writer.lastMember.seen : 0
        outcome.detail += "; \(count) articles read from it are not counted, nor what follows it"
      }
      if drains { input.drain() }
      outcome.compressedBytes = input.total
      outcome.digest = input.digest
      return outcome
    }
  }

  /// Finds the format and lets it split the stream.
  private func split(_ stream: GzipStream, into writer: BatchWriter) -> FormatFault? {
    let opened = OpenedSource(stream, options: options)
    let head = opened.head
    writer.encoding = opened.encoding
    let format: (any ArchiveFormat.Type)?
    if let pinned = options.format {
      format = archiveFormats.first { $0.name == pinned }
      if format == nil {
        let known = archiveFormats.map { $0.name }.joined(separator: ", ")
        return FormatFault(
          status: .unreadable,
          detail: "no format is called \(printable(pinned.utf8)); there are \(known)")
      }
    } else {
      format = archiveFormat(of: head, fileName: name)
    }
    guard !head.isEmpty else { return nil }
    guard let format else {
      writer.reject(
        .undecodable, member: 0, offset: 0,
        detail: "\(FileKind.name(of: head)), which no archive format reads")
      return nil
    }
    var reader = format.init(options: options)
    let fault = reader.read(opened.source, into: writer)
    guard fault == nil, opened.repairs > 0 else { return fault }
    return FormatFault(
      status: .ok, detail: "\(opened.repairs) sequences have no meaning in their encoding")
  }
}

extension ArchiveOutcome {
  /// Members whose articles count, from the first; those of later ones are `corrupt_member`.
  package var trustedMembers: Int {
    switch status {
    case .ok, .truncated, .trailingGarbage, .limitExceeded, .unreadable, .badHeader: .max
    case .crcMismatch: verifiedMembers
    case .changedDuringRead, .notGzip, .empty: 0
    }
  }
}
