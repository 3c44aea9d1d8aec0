// Tar archives of articles: files in any of the formats, one or many articles in each.

import Model

/// Articles as the regular members of a tar archive, each file read in the format that its content
/// or its name speaks for.
///
/// An article without an id of its own takes the member's path as id. Folders are passed over;
/// links, devices, pipes and sparse files are refused as `not_regular`, other files as
/// `unknown_member`. Nothing is unpacked. Damage ends the reading: the members before it stand.
package struct TarArchive: ArchiveFormat {
  package static let name = "tar"
  package static let summary = "regular files in a tar archive, each in any of these formats"
  package static let endings = [".tar.gz", ".tgz"]

  private let options: IngestOptions

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
    let path = String(decoding: member.path, as: UTF8.self)
    guard let format = archiveFormat(of: head, fileName: path, isMember: true) else {
      return reject(.unknownMember, "\(FileKind.name(of: head)) that no archive format claims")
    }
    var reader = format.init(options: options)
    if let fault = reader.read(content, into: writer), !content.isCut {
      reject(fault.status == .truncated ? .truncated : .malformed, fault.detail)
    }
  }
}
