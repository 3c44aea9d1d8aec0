// A file that grows while an archive is read and loses what turns out to be corrupt.

import Glibc

/// Lines of an archive's records on their way to a file or to standard output; for one thread.
final class Spool {
  private let descriptor: Int32
  /// Nil for a spool without a name.
  private var path: String?
  private var buffer: [UInt8] = []
  private var written = 0

  /// The suffix of a file that is not finished.
  static let suffix = ".part"

  /// A spool that ``publish(as:)`` gives its name.
  init(beside path: String) throws {
    self.path = path + Spool.suffix
    descriptor = open(path + Spool.suffix, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw Failure(
        .cannotCreate, "cannot create \(printable(path)): \(describe(errno: errno))")
    }
  }

  /// A spool in the folder for temporary files; it vanishes with the process.
  init() throws {
    path = nil
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/dragoman.XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw Failure(
        .cannotCreate,
        "cannot create a temporary file in \(printable(folder)): "
          + "\(describe(errno: errno)); set TMPDIR to a folder with room")
    }
    unlink(&template)
  }

  deinit {
    close(descriptor)
    if let path { unlink(path) }
  }

  /// Bytes in the spool.
  var length: Int { written + buffer.count }

  func append(_ bytes: some Collection<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 18 { try flush() }
  }

  func flush() throws {
    try Output(descriptor: descriptor).write(buffer)
    written += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// Forgets what lies behind `length`.
  func truncate(to length: Int) throws {
    try flush()
    guard ftruncate(descriptor, length) == 0, lseek(descriptor, length, SEEK_SET) == length else {
      throw Failure(.inputOutput, "cannot shorten a file: \(describe(errno: errno))")
    }
    written = length
  }

  /// Copies all of the spool to an output and empties it.
  func drain(to output: Output) throws {
    if written == 0 {
      try output.write(buffer)
      buffer.removeAll(keepingCapacity: true)
      return
    }
    try flush()
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    while offset < written {
      let count = pread(descriptor, &chunk, min(chunk.count, written - offset), offset)
      guard count > 0 else {
        throw Failure(.inputOutput, "cannot read a file back: \(describe(errno: errno))")
      }
      try output.write(chunk[..<count])
      offset += count
    }
    try truncate(to: 0)
  }

  /// Gives the finished file its name, in place of what had it.
  func publish(as name: String) throws {
    try flush()
    guard let path, fsync(descriptor) == 0, rename(path, name) == 0 else {
      throw Failure(
        .inputOutput, "cannot write \(printable(name)): \(describe(errno: errno))")
    }
    self.path = nil
  }
}
