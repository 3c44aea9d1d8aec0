// Finds the archives that a pipeline's patterns name, in an order that never changes.

import Glibc

/// The archives that patterns match.
package struct ArchiveListing: Sendable {
  /// Each path once, sorted by the bytes of the path.
  package var paths: [String] = []
  /// Names and folders that cannot be read, escaped for printing, with the reason.
  package var problems: [FileFault] = []
  /// Patterns without a match, in the order given.
  package var unmatched: [String] = []
}

/// Expands shell patterns: `*`, `?` and `[…]`, no braces and no `~`.
///
/// A file whose name is not UTF-8 becomes a problem, not a path: records could not name it.
package func archives(matching patterns: [String]) -> ArchiveListing {
  var listing = ArchiveListing()
  var seen: Set<String> = []
  var broken: Set<[UInt8]> = []
  for pattern in patterns {
    var names: [[UInt8]] = []
    // Folders that cannot be opened are an error only in the strict first attempt.
    let fault = expand(pattern, GLOB_ERR, &names)
    if fault != 0 && fault != ENOENT {
      listing.problems.append(
        FileFault(
          path: pattern,
          detail: "a folder that it names cannot be read: \(FileSnapshot.message(fault))"))
    }
    if fault != 0 { _ = expand(pattern, 0, &names) }
    if names.isEmpty { listing.unmatched.append(pattern) }
    for name in names {
      if let path = String(validating: name, as: UTF8.self) {
        if seen.insert(path).inserted { listing.paths.append(path) }
      } else if broken.insert(name).inserted {
        listing.problems.append(
          FileFault(
            path: printable(name, limit: 4096), detail: "the name is not UTF-8; rename the file"))
      }
    }
  }
  listing.paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  return listing
}

/// Appends the names that match; returns `errno` when a folder could not be read, else 0.
private func expand(_ pattern: String, _ flags: Int32, _ names: inout [[UInt8]]) -> Int32 {
  guard !pattern.utf8.contains(0) else { return 0 }
  var result = glob_t()
  defer { globfree(&result) }
  errno = 0
  let code = glob(pattern, flags, nil, &result)
  let number = errno
  if code == GLOB_ABORTED { return number == 0 ? EIO : number }
  guard code == 0 else { return code == GLOB_NOSPACE ? ENOMEM : 0 }
  for i in 0..<Int(result.gl_pathc) {
    if let name = result.gl_pathv[i] {
      names.append(Array(UnsafeRawBufferPointer(start: name, count: strlen(name))))
    }
  }
  return 0
}
