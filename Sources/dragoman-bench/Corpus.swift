// Makes the benchmark's archives: gzip-compressed JSON lines of about 25 MB of text each.

import CZlib
import Glibc

/// Archives and the bytes of article text in them.
struct Corpus {
  var archives: [String]
  /// Nil for archives of the user's, until they are read.
  var textBytes: Int?

  /// Bytes of text in one archive.
  static let archiveBytes = 25_000_000

  /// Writes at least `megabytes` MB of text into a folder.
  static func make(megabytes: Int, seed: UInt64, in folder: String) throws -> Corpus {
    var corpus = Corpus(archives: [], textBytes: 0)
    var total = 0
    while total < megabytes * 1_000_000 {
      let number = corpus.archives.count
      let goal = min(archiveBytes, megabytes * 1_000_000 - total)
      // Each archive by a seed of its own, so that a longer corpus begins like a shorter one.
      var grammar = Grammar(seed: seed &* 1_000_003 &+ UInt64(number), month: number % 12 + 1)
      let path = "\(folder)/bench-\(number < 10 ? "00" : number < 100 ? "0" : "")\(number).jsonl.gz"
      guard let file = gzopen(path, "wb6") else { throw BenchError("cannot write \(path)") }
      var written = 0
      var block: [UInt8] = []
      while written < goal {
        block.removeAll(keepingCapacity: true)
        while block.count < 1 << 18 && written < goal {
          written += grammar.writeArticle(to: &block)
        }
        guard gzwrite(file, block, UInt32(block.count)) == Int32(block.count) else {
          gzclose(file)
          throw BenchError("cannot write \(path): is the disk full?")
        }
      }
      guard gzclose(file) == Z_OK else { throw BenchError("cannot write \(path)") }
      corpus.archives.append(path)
      total += written
    }
    corpus.textBytes = total
    return corpus
  }
}

/// Why the benchmark could not go on.
struct BenchError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}

/// A folder that vanishes with the benchmark.
struct TemporaryFolder {
  let path: String

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/dragoman-bench.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw BenchError("cannot write to \(parent)") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes the folder: what the benchmark made, two levels deep.
  func remove() {
    for name in TemporaryFolder.names(in: path) {
      for inner in TemporaryFolder.names(in: "\(path)/\(name)") {
        Glibc.remove("\(path)/\(name)/\(inner)")
      }
      Glibc.remove("\(path)/\(name)")
    }
    rmdir(path)
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
