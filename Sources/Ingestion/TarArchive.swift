// Tar archives of articles: files in any of the formats, one or many articles in each.

import Model

/// Articles as the regular members of a tar archive, each file read in the format that its content
/// or its name speaks for. Files may be gzip-compressed themselves, once.
///
/// An article without an id of its own takes the member's path as id. Folders are passed over;
/// links, devices, pipes and sparse files are refused as `not_regular`, other files as
/// `unknown_member`. Nothing is unpacked. Damage ends the reading: the members before it stand.
package struct TarArchive: ArchiveFormat {
  package static let name = "tar"
  package static let summary = "regular files in a tar archive, each in any of these formats"
  package static let endings = [".tar.gz", ".tgz"]

  private let options: IngestOptions
  /// Bytes that compressed files in the archive inflated to.
  private var nestedBytes = 0

  package init(options: IngestOptions) {
    self.options = options
  }

  package static func match(_ head: [UInt8]) -> FormatMatch {
    guard head.count >= 263 else { return .never }
    if head[257...].starts(with: "ustar".utf8) { return .certain }
    // Archives older than POSIX have no magic, but the sum of the header's bytes.
    guard head.count >= 512, head[0] != 0 else { return .never }
    let field = head[148..<156].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    let sum = head[..<512].reduce(0) { $0 + Int($1) }
    let blanked = sum - head[148..<156].reduce(0) { $0 + Int($1) } + 8 * 0x20
    return Int(String(decoding: field, as: UTF8.self), radix: 8) == blanked ? .certain : .never
  }

  package mutating func read(
    _ source: any ByteSource, into writer: BatchWriter
  ) -> FormatFault? {
    let tar = TarReader(source)
    defer { writer.container = nil }
    var isFirst = true
    do {
      while !writer.isStopped, let member = try tar.next() {
        isFirst = false
        // A path that is not UTF-8 is no id: two of them could become one.
        let id = String(validating: member.path, as: UTF8.self)
        writer.container = BatchWriter.Container(
          path: printable(member.path), offset: member.offset, id: id?.isEmpty == true ? nil : id)
        read(member, of: tar, into: writer)
        if nestedBytes >= options.maxArchiveBytes {
          return FormatFault(
            status: .limitExceeded,
            detail: "its compressed files inflate to more than \(options.maxArchiveBytes) bytes")
        }
      }
    } catch {
      // What never began as a tar archive is not cut.
      return FormatFault(
        status: error.isCut && !isFirst ? .truncated : .badHeader,
        detail: "in the tar archive: \(error.detail)")
    }
    return writer.isStopped || tar.hasEndMark
      ? nil : FormatFault(status: .ok, detail: "the tar archive has no end-of-archive mark")
  }

  private mutating func read(
    _ member: TarReader.Member, of tar: TarReader, into writer: BatchWriter
  ) {
    func reject(_ reason: Rejection.Reason, _ detail: String) {
      writer.reject(reason, member: tar.gzipMember, offset: member.offset, detail: detail)
    }
    switch member.kind {
    case .directory: return
    case .other(let kind): return reject(.notRegular, "\(kind), not a regular file")
    case .regular: break
    }
    let content = HeadedSource(tar.content(of: member))
    let head = content.head(512)
    if head.isEmpty {
      if content.isCut { reject(.truncated, "the archive breaks off in this file") }
      return
    }
    guard head.starts(with: [0x1f, 0x8b]) else { return split(content, member, into: writer) }
    var bytes: [UInt8] = []
    while let piece = content.next() {
      guard bytes.count + piece.count <= NestedGzip.maxBytes else {
        return reject(
          .tooLarge,
          "\(member.size) bytes of gzip data in a file, of at most \(NestedGzip.maxBytes)")
      }
      bytes.append(contentsOf: piece)
    }
    if content.isCut { return reject(.truncated, "the archive breaks off in this file") }
    let gzip = NestedGzip(bytes, options: options)
    let finding = gzip.verify(limit: options.maxArchiveBytes - nestedBytes)
    nestedBytes += finding.inflated
    if finding.status != .limitExceeded {
      split(gzip.source(finding, member: tar.gzipMember), member, into: writer)
    }
    switch finding.status {
    case .ok: break
    case .truncated: reject(.truncated, finding.detail)
    case .crcMismatch: reject(.corruptMember, finding.detail)
    case .limitExceeded: reject(.tooLarge, finding.detail)
    default: reject(.malformed, finding.detail)
    }
  }

  /// Reads a file in the format that its content or its name speaks for.
  private func split(
    _ source: any ByteSource, _ member: TarReader.Member, into writer: BatchWriter
  ) {
    let opened = OpenedSource(source, options: options)
    guard !opened.head.isEmpty else { return }
    let path = String(decoding: member.path, as: UTF8.self)
    guard let format = archiveFormat(of: opened.head, fileName: path, isMember: true) else {
      return writer.reject(
        .unknownMember, member: source.member, offset: member.offset,
        detail: "\(FileKind.name(of: opened.head)) that no archive format claims")
    }
    writer.encoding = opened.encoding
    var reader = format.init(options: options)
    if let fault = reader.read(opened.source, into: writer), !source.isCut, fault.status != .ok {
      writer.reject(
        fault.status == .truncated ? .truncated : .malformed, member: source.member,
        offset: member.offset, detail: fault.detail)
    }
    writer.encoding = nil
  }
}
