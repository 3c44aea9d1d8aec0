// The few questions that the pipeline asks of the file system.

import Glibc

/// Size and time of a file, enough to tell whether it changed.
package struct FileFacts: Hashable, Sendable {
  package var size: Int
  /// Nanoseconds since 1970 of the last change of the content.
  package var modified: Int
  package var isDirectory: Bool

  package init(size: Int, modified: Int) {
    self.size = size
    self.modified = modified
    isDirectory = false
  }

  /// Nil when there is nothing at the path (or only a dangling link).
  package init?(path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    size = Int(facts.st_size)
    modified = facts.st_mtim.tv_sec * 1_000_000_000 + facts.st_mtim.tv_nsec
    isDirectory = facts.st_mode & S_IFMT == S_IFDIR
  }
}

/// The bytes of a small text file: a pipeline file, a table of the user's.
///
/// Throws a ``Failure`` with status ``ExitStatus/noInput`` when it cannot be read, or is not a
/// regular file of at most 256 MiB.
func readSmallFile(_ path: String, as what: String) throws -> [UInt8] {
  func refuse(_ why: String) -> Failure {
    Failure(.noInput, "cannot read the \(what) \(printable(path)): \(why)")
  }
  // Not blocking: a named pipe would wait for its writer.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw refuse(describe(errno: errno)) }
  defer { close(descriptor) }
  var facts = stat()
  guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
    throw refuse("it is not a regular file")
  }
  guard facts.st_size <= 256 << 20 else { throw refuse("it is larger than 256 MiB") }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count == 0 { return bytes }
    if count > 0 {
      bytes.append(contentsOf: chunk[..<count])
    } else if errno != EINTR {
      throw refuse(describe(errno: errno))
    }
  }
}

/// Makes a folder and those above it.
///
/// Throws a ``Failure`` with status ``ExitStatus/cannotCreate``.
func makeFolder(_ path: String) throws {
  var end = path.startIndex
  while end < path.endIndex {
    end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
    let part = String(path[..<end])
    guard mkdir(part, 0o777) != 0 else { continue }
    let reason = errno
    if FileFacts(path: part)?.isDirectory == true { continue }
    throw Failure(
      .cannotCreate,
      "cannot create the folder \(printable(part)): \(describe(errno: reason))")
  }
}

/// The names in a folder, sorted; empty when it cannot be read.
func namesInFolder(_ path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if let name, name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// Removes a file, or a folder and all that is in it; what is not there is no problem.
func removeTree(_ path: String) {
  var facts = stat()
  guard lstat(path, &facts) == 0 else { return }
  if facts.st_mode & S_IFMT == S_IFDIR {
    for name in namesInFolder(path) { removeTree(path + "/" + name) }
    rmdir(path)
  } else {
    unlink(path)
  }
}

/// A path without detours, from the working folder where it lies below it.
func shortPath(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  let full = String(cString: real)
  guard let here = realpath(".", nil) else { return full }
  defer { free(here) }
  let folder = String(cString: here) + "/"
  return full.hasPrefix(folder) ? String(full.dropFirst(folder.count)) : full
}

/// Lets two paths change places in one step; false where the system cannot.
func exchange(_ one: String, _ other: String) -> Bool {
  // Not in the Glibc module: the header declares it for GNU sources only.
  typealias Rename =
    @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
  guard let symbol = dlsym(nil, "renameat2") else { return false }
  let renameExchange: UInt32 = 2
  return unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, one, AT_FDCWD, other, renameExchange) == 0
}

/// XXH64 is for archives; this is FNV-1a for versions and stamps, as 16 hexadecimal digits.
func checksum(_ bytes: some Sequence<UInt8>) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
