// The archives that a pipeline file's patterns match, in the order in which they are read.

import Glibc
import Ingestion

/// An archive to read.
package struct ArchiveFile: Hashable, Sendable {
  /// As records and reports name it: relative to the pipeline file's folder, like its pattern.
  package var name: String
  /// As it is opened: seen from the working folder.
  package var path: String
  package var facts: FileFacts

  package init(name: String, path: String, facts: FileFacts) {
    self.name = name
    self.path = path
    self.facts = facts
  }
}

/// What the patterns of a pipeline file matched.
package struct ArchiveList: Hashable, Sendable {
  /// Sorted by name, byte by byte; a file that several patterns match is there once.
  package var archives: [ArchiveFile] = []
  /// Patterns that match no file.
  package var unmatched: [String] = []
  /// Names and folders that cannot be read, with the reason, one line each.
  package var problems: [String] = []

  /// Expands the patterns (`*`, `?`, `[…]`) of a pipeline file.
  package init(of file: PipelineFile) {
    for pattern in file.archives {
      // Names keep the form of their pattern, whatever folder the program runs in.
      let isRelative = !pattern.hasPrefix("/") && file.folder != "."
      let folder = isRelative ? file.folder + (file.folder == "/" ? "" : "/") : ""
      let listing = Ingestion.archives(matching: [ArchiveList.literal(folder) + pattern])
      problems += listing.problems.map { "\($0)" }
      for path in listing.paths {
        // A link that leads nowhere is a problem only where it is named in full.
        guard let facts = FileFacts(path: path) else { continue }
        let name = String(decoding: path.utf8.dropFirst(folder.utf8.count), as: UTF8.self)
        archives.append(ArchiveFile(name: name, path: path, facts: facts))
      }
      guard listing.paths.isEmpty && listing.problems.isEmpty else { continue }
      if pattern.contains(where: { "*?[".contains($0) }) {
        unmatched.append(pattern)
      } else {
        problems.append("\(pattern): no such archive")
      }
    }
    archives.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var files: Set<String> = []
    archives.removeAll { !files.insert(ArchiveList.identity(of: $0.path)).inserted }
    problems = Set(problems).sorted()
  }

  /// A path in which no character is a pattern.
  private static func literal(_ path: String) -> String {
    var out = ""
    for character in path {
      if "*?[]\\".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }

  /// The one path of a file that links and `..` lead to by many.
  private static func identity(of path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
