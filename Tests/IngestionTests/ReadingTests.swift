// Reading as such: chunks, short reads, errors, batches, and files that are none or change.

import Foundation
import Glibc
import Model
import Testing

@testable import Ingestion

@Suite struct ReadingTests {
  /// An archive in every format, with members, bad lines, and a broken end.
  static let archives: [(name: String, bytes: [UInt8])] = [
    (
      "a.jsonl.gz",
      gzip(jsonLines(70)) + gzip("\n{\"text\": 1}\r\n{bad\n") + gzip(jsonLines(3, from: 70))
    ),
    ("b.jsonl.gz", Array(gzip(jsonLines(9)).dropLast(100))),
    ("b.json.gz", gzip("[{\"text\": \"a\"},\n 1, {\"id\"") + gzip(": \"é\", \"text\": \"b\"}")),
    ("b.csv.gz", gzip("id,text\r\n1,\"a\r\n\"\"") + gzip("b\"\r\n2\r\n3,c")),
    ("c.txt.gz", gzip("Title\n\nOne\n--\nTwo\n") + gzip("-- \r\nThree")),
    (
      "d.tar.gz",
      gzip(tarMember("a.txt", "One\n--\nTwo") + tarMember("b.json", #"{"text": "Three"}"#) + tarEnd)
    ),
  ]

  @Test(arguments: archives.indices, [1, 2, 3, 7, 64, 509, 4096])
  func chunksMakeNoDifference(archive: Int, size: Int) {
    let (name, bytes) = Self.archives[archive]
    var options = IngestOptions()
    options.separator = Array("--".utf8)
    let whole = read(bytes, name: name, options: options)
    options.chunkBytes = size
    let pieces = read(bytes, name: name, step: size, options: options)
    #expect(pieces.outcome == whole.outcome)
    #expect(pieces.batches.map(\.verifiedMembers) == whole.batches.map(\.verifiedMembers))
    #expect(pieces.batches.map(\.articles.count) == whole.batches.map(\.articles.count))
    #expect(pieces.rejections == whole.rejections)
    #expect(pieces.texts == whole.texts)
    #expect(pieces.ids == whole.ids)
    #expect(pieces.articles.map(\.member) == whole.articles.map(\.member))
    #expect(pieces.articles.map(\.ordinal) == whole.articles.map(\.ordinal))
    #expect(!whole.articles.isEmpty)
  }

  @Test("short and interrupted reads are as good as long ones")
  func shortReads() {
    let bytes = gzip(jsonLines(200))
    var position = 0
    var calls = 0
    let input = ByteInput(blockBytes: 1 << 16) { buffer in
      calls += 1
      if calls % 3 == 0 { return -Int(EINTR) }
      let count = min(calls % 5 * 11 + 1, buffer.count, bytes.count - position)
      buffer.copyBytes(from: bytes[position..<position + count])
      position += count
      return count
    }
    var count = 0
    let outcome = ArchiveReader(path: "", name: "", options: IngestOptions())
      .read(input, drains: true) {
        count += $0.articles.count
        return true
      }
    #expect(count == 200)
    #expect(outcome == read(bytes).outcome)
  }

  @Test("a read error keeps what was read")
  func readError() {
    let bytes = gzip(jsonLines(200))
    var position = 0
    let input = ByteInput(blockBytes: 1024) { buffer in
      if position > bytes.count / 2 { return -Int(EIO) }
      let count = min(buffer.count, bytes.count - position)
      buffer.copyBytes(from: bytes[position..<position + count])
      position += count
      return count
    }
    var batches: [Batch] = []
    let outcome = ArchiveReader(path: "", name: "", options: IngestOptions())
      .read(input, drains: true) {
        batches.append($0)
        return true
      }
    #expect(outcome.status == .unreadable)
    #expect(outcome.offset == position)
    #expect(outcome.detail.contains("Input/output error"))
    #expect(batches.flatMap(\.articles).count > 50)
    #expect(batches.flatMap(\.rejections).map(\.reason) == [.truncated])
  }

  @Test func batchesAreBoundedAndNumbered() {
    let big = String(repeating: "word ", count: 60_000)
    let reading = read(
      gzip(jsonLines(130) + #"{"text": "\#(big)"}"# + "\n{}\n" + jsonLines(130, from: 130)))
    #expect(reading.batches.allSatisfy { $0.articles.count + $0.rejections.count <= 64 })
    #expect(reading.batches.count == 5)
    let ordinals = (reading.articles.map(\.ordinal) + reading.rejections.map(\.ordinal)).sorted()
    #expect(ordinals == Array(0..<262))
    #expect(reading.rejections.map(\.ordinal) == [131])
  }

  @Test func largeTextsMakeSmallBatches() {
    let big = String(repeating: "word ", count: 60_000)
    let line = #"{"text": "\#(big)"}"# + "\n"
    let reading = read(gzip(String(repeating: line, count: 10)))
    #expect(reading.batches.map(\.articles.count) == [4, 4, 2])
  }

  @Test func theReceiverCanStop() {
    var count = 0
    let folder = try? TemporaryFolder()
    let path = try? folder?.write(gzip(jsonLines(1000)), to: "a.jsonl.gz")
    let outcome = ArchiveReader(path: path ?? "", name: "a", options: IngestOptions()).read {
      count += $0.articles.count
      return count < 128
    }
    #expect(count == 128)
    #expect(outcome.status == .unreadable)
    #expect(outcome.digest.isEmpty)
  }

  @Test func aFileIsReadAndItsDigestIsThatOfTheFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(gzip(jsonLines(5)), to: "a.jsonl.gz")
    let reading = read(path: path)
    #expect(reading.outcome.status == .ok)
    #expect(reading.articles.map(\.archive) == Array(repeating: path, count: 5))
    #expect(try digest(ofFile: path) == reading.outcome.digest)
    #expect(throws: FileFault.self) { try digest(ofFile: folder.path) }
  }

  enum Change: CaseIterable {
    case grown, replaced, removed, touched
  }

  @Test("35 a file that changes while it is read", arguments: Change.allCases)
  func changes(_ change: Change) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(gzip(jsonLines(500)), to: "a.jsonl.gz")
    var isFirst = true
    let outcome = ArchiveReader(path: path, name: path, options: IngestOptions()).read { _ in
      guard isFirst else { return true }
      isFirst = false
      switch change {
      case .grown:
        let file = fopen(path, "a")
        fputs("more", file)
        fclose(file)
      case .replaced:
        let other = "\(folder.path)/b"
        try? Data(gzip(jsonLines(500))).write(to: URL(fileURLWithPath: other))
        rename(other, path)
      case .removed: unlink(path)
      case .touched:
        var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
        utimensat(AT_FDCWD, path, &times, 0)
      }
      return true
    }
    #expect(outcome.status == .changedDuringRead)
    #expect(outcome.trustedMembers == 0)
  }

  @Test("36 what is no regular file is refused at once")
  func irregularFiles() throws {
    let folder = try TemporaryFolder()
    let pipe = "\(folder.path)/pipe.gz"
    #expect(mkfifo(pipe, 0o600) == 0)
    let dangling = "\(folder.path)/dangling.gz"
    #expect(symlink("\(folder.path)/nothing", dangling) == 0)
    let loop = "\(folder.path)/loop.gz"
    #expect(symlink(loop, loop) == 0)
    let expected = [
      (folder.path, "directory"), (pipe, "pipe"), ("/dev/zero", "device"),
      (dangling, "No such file"), (loop, "symbolic links"), ("", "not a file name"),
      ("a\u{0}b", "not a file name"),
    ]
    for (path, words) in expected {
      let reading = read(path: path)
      #expect(reading.outcome.status == .unreadable)
      #expect(reading.outcome.detail.contains(words))
      #expect(reading.batches.isEmpty)
    }
  }
}
