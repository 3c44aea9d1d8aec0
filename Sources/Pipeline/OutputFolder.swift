// The output folder: made before anything is read, and held by one run at a time.

import Glibc
import Model

/// The folder of a pipeline's results, locked until ``unlock()`` or the process's end.
package struct OutputFolder: Sendable {
  package let path: String
  private let lock: Int32

  /// Makes the folder, checks that it can be written to, and takes the lock.
  ///
  /// Throws a ``Failure``: ``ExitStatus/cannotCreate`` or, when another run holds the lock,
  /// ``ExitStatus/locked``. The lock is the kernel's: it dies with its holder, so none is stale.
  package static func open(_ path: String) throws -> OutputFolder {
    try makeFolder(path)
    let name = path + "/.lock"
    let descriptor = Glibc.open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw Failure(
        .cannotCreate, "cannot write to \(printable(path)): \(describe(errno: errno))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      defer { close(descriptor) }
      guard reason == EWOULDBLOCK else {
        throw Failure(
          .cannotCreate, "cannot lock \(printable(name)): \(describe(errno: reason))")
      }
      let holder = OutputFolder.holder(descriptor).map { " (process \($0))" } ?? ""
      throw Failure(
        .locked,
        "another run\(holder) is writing to \(printable(path)); wait for it or stop it")
    }
    ftruncate(descriptor, 0)
    let pid = Array("\(getpid())\n".utf8)
    _ = pwrite(descriptor, pid, pid.count, 0)
    return OutputFolder(path: path, lock: descriptor)
  }

  /// Lets other runs in.
  package func unlock() { close(lock) }

  /// Whether the folder, or the first one above it that exists, can be written to.
  package static func isWritable(_ path: String) -> Bool {
    var path = path
    while FileFacts(path: path) == nil {
      guard let slash = path.dropLast().lastIndex(of: "/") else {
        return access(".", W_OK | X_OK) == 0
      }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
    return FileFacts(path: path)?.isDirectory == true && access(path, W_OK | X_OK) == 0
  }

  /// The store's file.
  package var store: String { OutputFolder.store(in: path) }
  package static func store(in folder: String) -> String { folder + "/dragoman.sqlite" }

  /// The folder of the per-article records.
  package var records: String { path + "/records" }

  /// Removes what a killed run left unfinished.
  func removeUnfinished() {
    for name in namesInFolder(path) where name.hasSuffix(Spool.suffix) {
      removeTree("\(path)/\(name)")
    }
    OutputFolder.removeUnfinished(in: records)
  }

  private static func removeUnfinished(in folder: String) {
    for name in namesInFolder(folder) {
      let path = "\(folder)/\(name)"
      if name.hasSuffix(Spool.suffix) {
        unlink(path)
      } else if FileFacts(path: path)?.isDirectory == true {
        removeUnfinished(in: path)
      }
    }
  }

  private static func holder(_ descriptor: Int32) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return bytes.withUnsafeBufferPointer {
      Day.digits($0[..<count].prefix { $0 != UInt8(ascii: "\n") })
    }
  }
}
