// Files that appear whole or not at all, with every write checked.

internal import Foundation

/// A report that could not be written: which file and why.
package struct ReportError: Error, Hashable, CustomStringConvertible, Sendable {
  package var path: String
  /// `errno` of the failure.
  package var code: Int32
  package var action: String

  package var description: String {
    "\(path): cannot \(action): \(String(cString: strerror(code)))"
  }
}

/// A folder of reports in the making: files get temporary names beside their final ones, and take
/// their places together.
package final class ReportOutput {
  private let folder: String
  private var files: [(temporary: String, final: String)] = []

  /// Makes the folder when it is missing.
  package init(folder: String) throws {
    self.folder = folder
    try ReportOutput.makeFolder(folder)
  }

  /// Writes one file through `body`, by its path below the folder.
  package func file(_ name: String, _ body: (inout CheckedFile) throws -> Void) throws {
    let final = folder + "/" + name
    let slash = final.lastIndex(of: "/") ?? final.startIndex
    let parent = String(final[..<slash])
    try ReportOutput.makeFolder(parent)
    let temporary = "\(parent)/.\(final[final.index(after: slash)...]).partial"
    files.append((temporary, final))
    var file = try CheckedFile(path: temporary, name: final)
    do {
      try body(&file)
      try file.finish()
    } catch {
      file.close()
      throw error
    }
  }

  /// Gives all files their names; the new paths, sorted.
  package func publish() throws -> [String] {
    for file in files {
      guard rename(file.temporary, file.final) == 0 else {
        throw ReportError(path: file.final, code: errno, action: "be replaced")
      }
    }
    var folders: Set<String> = [folder]
    for file in files {
      folders.insert(String(file.final[..<(file.final.lastIndex(of: "/") ?? file.final.endIndex)]))
    }
    for folder in folders.sorted() {
      let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      _ = fsync(descriptor)
      _ = close(descriptor)
    }
    let paths = files.map(\.final).sorted()
    files = []
    return paths
  }

  /// Removes what has not taken its place.
  package func discard() {
    for file in files { unlink(file.temporary) }
    files = []
  }

  private static func makeFolder(_ path: String) throws {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? part : "/" + part
      if mkdir(made, 0o777) == 0 || errno == EEXIST { continue }
      let code = errno
      var facts = stat()
      if stat(made, &facts) == 0 { continue }
      throw ReportError(path: made, code: code, action: "be made")
    }
  }
}

/// A file written through a buffer; a write that fails throws.
package struct CheckedFile {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  private static let capacity = 1 << 16

  /// Opens a new file; errors name it by `name`.
  package init(path: String, name: String) throws {
    self.name = name
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else {
      throw ReportError(path: name, code: errno, action: "be created")
    }
  }

  package mutating func write(_ bytes: [UInt8]) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= CheckedFile.capacity { try flush() }
  }

  package mutating func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= CheckedFile.capacity { try flush() }
  }

  private mutating func flush() throws {
    var start = 0
    while start < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        Foundation.write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw ReportError(path: name, code: errno, action: "be written")
      }
      start += written
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left, waits for the disk, and closes.
  package mutating func finish() throws {
    try flush()
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw ReportError(path: name, code: errno, action: "be written")
    }
    guard Foundation.close(descriptor) == 0 else {
      throw ReportError(path: name, code: errno, action: "be written")
    }
  }

  fileprivate func close() {
    _ = Foundation.close(descriptor)
  }
}
