// Makes archives, sound and broken, and collects what the reader says of them.

import CZlib
import Foundation
import Glibc
import Model
import Testing

@testable import Ingestion

/// A folder of its own, removed with its content when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("\(NSTemporaryDirectory())/ingestion-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) }
    path = String(cString: try #require(made))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file; its path.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = "\(self.path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }
}

/// Everything that one reading delivered.
struct Reading {
  var batches: [Batch] = []
  var outcome: ArchiveOutcome

  var articles: [RawArticle] { batches.flatMap(\.articles) }
  var rejections: [Rejection] { batches.flatMap(\.rejections) }
  var ids: [String?] { articles.map(\.id) }
  var texts: [String] { articles.map { String(decoding: $0.text, as: UTF8.self) } }
  var reasons: [Rejection.Reason] { rejections.map(\.reason) }
}

/// Reads compressed bytes from memory, `step` bytes at a time.
func read(
  _ bytes: [UInt8], name: String = "news.jsonl.gz", step: Int = 1 << 18,
  options: IngestOptions = IngestOptions()
) -> Reading {
  var position = 0
  let input = ByteInput(blockBytes: step) { buffer in
    let count = min(buffer.count, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
  var batches: [Batch] = []
  let outcome = ArchiveReader(path: "", name: name, options: options).read(input, drains: true) {
    batches.append($0)
    return true
  }
  return Reading(batches: batches, outcome: outcome)
}

/// Reads a file.
func read(path: String, options: IngestOptions = IngestOptions()) -> Reading {
  var batches: [Batch] = []
  let outcome = ArchiveReader(path: path, name: path, options: options).read {
    batches.append($0)
    return true
  }
  return Reading(batches: batches, outcome: outcome)
}

/// A gzip member.
func gzip(_ text: String, header: [UInt8] = plainHeader) -> [UInt8] {
  gzip(Array(text.utf8), header: header)
}

/// A gzip member.
func gzip(_ bytes: [UInt8], header: [UInt8] = plainHeader) -> [UInt8] {
  var input = bytes
  let length = UInt32(truncatingIfNeeded: bytes.count)
  let sum = UInt32(truncatingIfNeeded: crc32_z(0, &input, bytes.count))
  return header + deflated(bytes) + littleEndian(sum) + littleEndian(length)
}

let plainHeader: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]

func littleEndian(_ value: UInt32) -> [UInt8] {
  [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
}

/// Raw deflate data.
func deflated(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  let size = Int32(MemoryLayout<z_stream>.size)
  precondition(
    deflateInit2_(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK)
  defer { deflateEnd(&stream) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 16)
  let code = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = uInt(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = uInt(target.count)
      return deflate(&stream, Z_FINISH)
    }
  }
  precondition(code == Z_STREAM_END)
  return Array(output.prefix(Int(stream.total_out)))
}

/// Lines of JSON with ids from `first` on; texts do not compress to nothing.
func jsonLines(_ count: Int, from first: Int = 0) -> String {
  var random = SplitMix(seed: UInt64(first) &+ 1)
  return (first..<first + count).map { id in
    let words = (0..<20).map { _ in String(random.next() >> 40, radix: 36) }
    return #"{"id": "\#(id)", "text": "\#(words.joined(separator: " "))"}"# + "\n"
  }.joined()
}

/// A seeded generator: the same bytes on every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// One member of a tar archive, by hand.
func tarMember(
  _ name: String, _ content: String, type: Character = "0", link: String = "",
  size: String? = nil
) -> [UInt8] {
  tarMember(name, Array(content.utf8), type: type, link: link, size: size)
}

/// One member of a tar archive, by hand.
func tarMember(
  _ name: String, _ bytes: [UInt8], type: Character = "0", link: String = "",
  size: String? = nil
) -> [UInt8] {
  var header = [UInt8](repeating: 0, count: 512)
  func put(_ text: String, at offset: Int) {
    header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
  }
  put(name, at: 0)
  put("0000644", at: 100)
  put("0000000", at: 108)
  put("0000000", at: 116)
  put(size ?? octal(bytes.count, 11), at: 124)
  put("00000000000", at: 136)
  put(String(type), at: 156)
  put(link, at: 157)
  put("ustar\u{0}00", at: 257)
  let padding = [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
  return checksummed(header + bytes + padding)
}

/// A tar member with the checksum that its header has now.
func checksummed(_ member: [UInt8]) -> [UInt8] {
  var member = member
  member.replaceSubrange(148..<156, with: [UInt8](repeating: 0x20, count: 8))
  let sum = member[..<512].reduce(0) { $0 + Int($1) }
  member.replaceSubrange(148..<155, with: (octal(sum, 6) + "\u{0}").utf8)
  return member
}

/// Octal digits with zeros before them.
private func octal(_ value: Int, _ width: Int) -> String {
  let digits = String(value, radix: 8)
  return String(repeating: "0", count: width - digits.count) + digits
}

/// What ends a tar archive.
let tarEnd = [UInt8](repeating: 0, count: 1024)

extension Array where Element == UInt8 {
  /// The bytes with one of them changed.
  func flipping(_ index: Int, mask: UInt8 = 0xff) -> [UInt8] {
    var copy = self
    copy[index >= 0 ? index : count + index] ^= mask
    return copy
  }

  /// The bytes with some of them replaced.
  func setting(_ index: Int, to byte: UInt8) -> [UInt8] {
    var copy = self
    copy[index] = byte
    return copy
  }
}
