// Walks over the members of a tar archive with libarchive, fed by inflated bytes.

import CArchive
import Glibc

/// One pass over a tar archive; holds a chunk of it at most, writes nothing anywhere.
final class TarReader {
  /// A member's header.
  struct Member {
    /// As it lies in the archive, not necessarily UTF-8.
    var path: [UInt8]
    var kind: Kind
    /// Bytes of content, as the header claims.
    var size: Int
    /// Offset of the header in the tar archive.
    var offset: Int
  }

  /// What a member is.
  enum Kind: Equatable {
    case regular, directory
    /// With its article: `a symbolic link`.
    case other(String)
  }

  /// Why the walk ended before the archive did.
  struct Fault: Error {
    var detail: String
    /// Whether the bytes ended, rather than being wrong.
    var isCut: Bool
  }

  private let feed: Feed
  private let archive: OpaquePointer?
  private let opening: Int32
  /// Member names in pax headers are UTF-8, and libarchive converts them to the thread's locale.
  private let utf8: locale_t?
  private var previous: locale_t?

  init(_ source: any ByteSource) {
    feed = Feed(source)
    utf8 = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
    if let utf8 { previous = uselocale(utf8) }
    archive = archive_read_new()
    archive_read_support_format_tar(archive)
    // What `cat a.tar.gz b.tar.gz` makes is read to its end.
    archive_read_set_format_option(archive, "tar", "read_concatenated_archives", "1")
    opening = archive_read_open(
      archive, Unmanaged.passUnretained(feed).toOpaque(), nil,
      { _, context, block in
        guard let context, let block else { return -1 }
        guard let bytes = Unmanaged<Feed>.fromOpaque(context).takeUnretainedValue().next() else {
          return 0
        }
        block.pointee = bytes.baseAddress
        return bytes.count
      }, nil)
  }

  deinit {
    archive_read_free(archive)
    if let utf8 {
      uselocale(previous)
      freelocale(utf8)
    }
  }

  /// Index of the gzip member that the last byte given to libarchive came from.
  var gzipMember: Int { feed.source.member }

  /// After the last member: whether the two blocks of zeros that end an archive are there.
  var hasEndMark: Bool { feed.zeros >= 1024 }

  /// The next member's header; nil after the last.
  func next() throws(Fault) -> Member? {
    guard opening == ARCHIVE_OK else { throw fault() }
    var entry: OpaquePointer?
    switch archive_read_next_header(archive, &entry) {
    case ARCHIVE_EOF: return nil
    case ARCHIVE_OK, ARCHIVE_WARN: break
    default: throw fault()
    }
    let path = archive_entry_pathname(entry).map {
      Array(UnsafeRawBufferPointer(start: $0, count: strlen($0)))
    }
    return Member(
      path: path ?? [], kind: kind(of: entry), size: Int(archive_entry_size(entry)),
      offset: Int(archive_read_header_position(archive)))
  }

  /// The content of the member whose header was read last.
  func content(of member: Member) -> any ByteSource { Content(self, size: member.size) }

  private func kind(of entry: OpaquePointer?) -> Kind {
    if archive_entry_hardlink(entry) != nil { return .other("a hard link") }
    switch archive_entry_filetype(entry) & S_IFMT {
    // A few bytes of a sparse file may claim terabytes of zeros.
    case S_IFREG: return archive_entry_sparse_count(entry) > 0 ? .other("a sparse file") : .regular
    case S_IFDIR: return .directory
    case S_IFLNK: return .other("a symbolic link")
    case S_IFIFO: return .other("a pipe")
    case S_IFCHR, S_IFBLK: return .other("a device")
    default: return .other("neither file nor folder")
    }
  }

  private func fault() -> Fault {
    let words = archive_error_string(archive).map { String(cString: $0) } ?? "not a tar archive"
    return Fault(detail: printable(words.utf8), isCut: feed.isExhausted)
  }

  /// The bytes on their way into libarchive.
  private final class Feed {
    let source: any ByteSource
    private(set) var isExhausted = false
    /// Zero bytes at the end of what was fed.
    private(set) var zeros = 0

    init(_ source: any ByteSource) {
      self.source = source
    }

    func next() -> UnsafeRawBufferPointer? {
      guard let bytes = source.next() else {
        isExhausted = true
        return nil
      }
      let last = bytes.lastIndex { $0 != 0 }
      zeros = last.map { bytes.count - 1 - $0 } ?? zeros + bytes.count
      return bytes
    }
  }

  /// A member's bytes as libarchive hands them out.
  private final class Content: ByteSource {
    private let tar: TarReader
    /// Bytes that are still to come.
    private var missing: Int
    private(set) var isCut = false

    init(_ tar: TarReader, size: Int) {
      self.tar = tar
      missing = size
    }

    var member: Int { tar.gzipMember }

    func next() -> UnsafeRawBufferPointer? {
      while !isCut {
        var block: UnsafeRawPointer?
        var count = 0
        var offset: la_int64_t = 0
        switch archive_read_data_block(tar.archive, &block, &count, &offset) {
        case ARCHIVE_OK, ARCHIVE_WARN:
          guard count > 0 else { continue }
          missing -= count
          return UnsafeRawBufferPointer(start: block, count: count)
        case ARCHIVE_EOF: return nil
        // When only the padding behind the content is cut, the next header will say so.
        default:
          guard missing > 0 else { return nil }
          isCut = true
        }
      }
      return nil
    }
  }
}
