// Tar archives of articles: text and JSON files, one or many articles in each.

import Model

/// Articles as the regular members of a tar archive.
///
/// `.txt` members are read like text archives, `.json` members hold one object, `.jsonl` members
/// one on each line. An article without an id of its own takes the member's path as id. Folders
/// are passed over; links, devices, pipes and sparse files are refused as `not_regular`, other
/// files as `unknown_member`. Nothing is unpacked. Damage ends the reading: the members before it
/// stand.
package struct TarArchive: ArchiveFormat {
  package static let name = "tar"
  package static let summary = "regular .txt, .json and .jsonl members of a tar archive"
  package static let endings = [".tar.gz", ".tgz"]

  private let options: IngestOptions
  private var parser: JSONArticle

  package init(options: IngestOptions) {
    self.options = options
    parser = JSONArticle(fields: options.fields, maxDepth: options.maxDepth)
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
        writer.container = (printable(member.path), member.offset)
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
    let path = String(decoding: member.path, as: UTF8.self)
    let id = path.utf8.elementsEqual(member.path) && !path.isEmpty ? path : nil
    let name = path.lowercased()
    if name.hasSuffix(".jsonl") {
      var lines = JSONLines(options: options)
      _ = lines.read(tar.content(of: member), into: writer)
    } else if name.hasSuffix(".txt") {
      var text = PlainText(options: options)
      text.id = id
      _ = text.read(tar.content(of: member), into: writer)
    } else if name.hasSuffix(".json") {
      guard member.size <= options.maxArticleBytes else {
        return reject(.tooLarge, "\(member.size) bytes, of at most \(options.maxArticleBytes)")
      }
      let content = tar.content(of: member)
      var bytes: [UInt8] = []
      while let piece = content.next() { bytes.append(contentsOf: piece) }
      if content.isCut { return reject(.truncated, "the archive breaks off in this file") }
      if bytes.starts(with: byteOrderMark) { bytes.removeFirst(3) }
      do throws(Refusal) {
        var article = try bytes.withUnsafeBytes { bytes in
          Result { () throws(Refusal) in try parser.read(bytes) }
        }.get()
        if article.id == nil { article.id = id }
        writer.accept(article, member: tar.gzipMember)
      } catch {
        reject(error.reason, error.detail)
      }
    } else {
      reject(.unknownMember, "neither .txt nor .json nor .jsonl")
    }
  }
}
