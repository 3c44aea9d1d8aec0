// Opens an archive so that nothing can hang, and tells whether it changed under the reader.

import Glibc

/// Why a file could not be opened or read.
package struct FileFault: Error, CustomStringConvertible, Sendable {
  package var path: String
  /// What was wrong and what to do, for a person.
  package var detail: String

  package var description: String { "\(printable(path.utf8)): \(detail)" }
}

/// An open regular file, or standard input, and what it looked like when it was opened.
struct FileSnapshot: ~Copyable {
  let path: String
  private let descriptor: Int32
  private let before: stat?

  /// Opens `path`; `-` is standard input.
  ///
  /// Directories, pipes, sockets and devices are refused without waiting for them.
  init(path: String) throws(FileFault) {
    self.path = path
    if path == "-" {
      descriptor = STDIN_FILENO
      before = nil
      return
    }
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw FileFault(path: path, detail: "not a file name")
    }
    // Without O_NONBLOCK the opening of a pipe waits for its writer, perhaps for ever.
    let opened = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard opened >= 0 else { throw FileFault(path: path, detail: Self.message(errno)) }
    var facts = stat()
    guard fstat(opened, &facts) == 0 else {
      let fault = FileFault(path: path, detail: Self.message(errno))
      close(opened)
      throw fault
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      let kind = Self.kind(facts.st_mode)
      throw FileFault(path: path, detail: "\(kind), not a regular file; name files only")
    }
    descriptor = opened
    before = facts
  }

  deinit {
    if before != nil { close(descriptor) }
  }

  var isStandardInput: Bool { before == nil }

  /// Reads into a buffer, as ``ByteInput/Reader`` asks.
  static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EAGAIN else { return -Int(errno) }
      // Standard input that somebody else made non-blocking.
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      poll(&waiting, 1, -1)
    }
  }

  /// The file's bytes in blocks; the snapshot must outlive it.
  func input(blockBytes: Int) -> ByteInput {
    let descriptor = self.descriptor
    return ByteInput(blockBytes: blockBytes) { Self.read(descriptor, $0) }
  }

  /// What happened to the file since it was opened; nil when nothing did.
  ///
  /// Compares size, times and identity of the open file and of what the path names now.
  func change(afterReading count: Int) -> String? {
    guard let before else { return nil }
    var now = stat()
    guard fstat(descriptor, &now) == 0 else { return Self.message(errno) }
    if let difference = Self.difference(before, now) { return difference }
    if Int(before.st_size) != count { return "\(count) of \(before.st_size) bytes could be read" }
    var named = stat()
    guard stat(path, &named) == 0 else { return "the file was removed or renamed" }
    if named.st_dev != now.st_dev || named.st_ino != now.st_ino {
      return "another file was put in its place"
    }
    return Self.difference(before, named)
  }

  private static func difference(_ before: stat, _ now: stat) -> String? {
    if before.st_size != now.st_size {
      return "the size went from \(before.st_size) to \(now.st_size) bytes"
    }
    if before.st_mtim.tv_sec != now.st_mtim.tv_sec
      || before.st_mtim.tv_nsec != now.st_mtim.tv_nsec
    {
      return "the file was written to"
    }
    return nil
  }

  /// The system's words for an error number.
  static func message(_ number: Int32) -> String {
    var text = [CChar](repeating: 0, count: 256)
    guard strerror_r(number, &text, text.count) == 0 else { return "error \(number)" }
    return text.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  private static func kind(_ mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFDIR: "a directory"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    case S_IFCHR, S_IFBLK: "a device"
    default: "something else"
    }
  }
}

/// The XXH64 of a file's bytes as 16 hexadecimal digits: the same as ``ArchiveOutcome/digest``.
///
/// Throws ``FileFault`` when the path cannot be opened or read, or is not a regular file.
package func digest(ofFile path: String) throws -> String {
  let file = try FileSnapshot(path: path)
  let input = file.input(blockBytes: 256 << 10)
  input.drain()
  guard input.failure == 0 else {
    throw FileFault(path: path, detail: FileSnapshot.message(input.failure))
  }
  return withExtendedLifetime(file) { input.digest }
}
