// Reads whole text files, compressed or not, through zlib.

import CZlib
import Foundation

/// A file that may be compressed with gzip.
struct GzipFile {
  /// Where it lies.
  let url: URL

  /// Why a file could not be read.
  struct Failure: Error, CustomStringConvertible {
    /// What happened, with the path.
    let description: String
  }

  /// All bytes, decompressed.
  func data() throws -> Data {
    guard let file = gzopen(url.path, "rb") else {
      throw Failure(description: "cannot open \(url.path)")
    }
    defer { gzclose(file) }
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = gzread(file, &buffer, UInt32(buffer.count))
      if count < 0 { throw Failure(description: "cannot decompress \(url.path)") }
      if count == 0 { return data }
      data.append(contentsOf: buffer[0..<Int(count)])
    }
  }

  /// The text, with invalid UTF-8 read as Latin-1 (some name lists are in it).
  func text() throws -> String {
    let data = try data()
    var text = String(data: data, encoding: .utf8) ?? String(data: data, encoding: .isoLatin1) ?? ""
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    return text
  }

  /// The lines without their ends; other line separators of Unicode may stand within a line.
  func lines() throws -> [String] {
    try text().utf8.split(separator: 0x0A).compactMap { line in
      String(line.last == 0x0D ? line.dropLast() : line)
    }
  }
}
