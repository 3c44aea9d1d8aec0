// A temporary folder for one test, with archives and a pipeline file in it.

import CZlib
import Foundation

@testable import Pipeline

/// A folder of a test's own; it goes with the last reference.
final class Workspace {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dragoman-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func write(_ text: String, to name: String) throws {
    try write(text.utf8, to: name)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(name)")
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  /// Names of all files under a folder, sorted, with their bytes.
  func files(under name: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let root = "\(path)/\(name)"
    for file in try FileManager.default.subpathsOfDirectory(atPath: root) {
      let url = URL(fileURLWithPath: "\(root)/\(file)")
      let isFolder = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
      if isFolder != true { files[file] = try Data(contentsOf: url) }
    }
    return files
  }

  /// Writes the usual pipeline file and returns it loaded.
  func pipeline(_ extra: String = "", archives: String = "[in/*.gz]") throws -> PipelineFile {
    try write(
      "archives: \(archives)\noutput: out\nrecords: true\nreport: [csv, json, html]\n\(extra)",
      to: "p.yml")
    return try PipelineFile.load("\(path)/p.yml")
  }

  /// Runs the main job silently.
  @discardableResult
  func run(_ file: PipelineFile, workers: Int = 2, rehashes: Bool = false) throws -> ExitStatus {
    var job = RunJob(file: file, workers: workers)
    job.level = .quiet
    job.rehashes = rehashes
    return try job.run(interruption: Interruption())
  }
}

/// One gzip member.
func gzip(_ text: String) -> [UInt8] {
  var stream = z_stream()
  deflateInit2_(
    &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  var input = Array(text.utf8)
  var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))) + 32)
  let written = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = UInt32(target.count)
      deflate(&stream, Z_FINISH)
      return target.count - Int(stream.avail_out)
    }
  }
  deflateEnd(&stream)
  return Array(output[..<written])
}

/// Articles as lines of JSON, each about people and places that the tables know.
func articleLines(_ range: Range<Int>, day: Int = 16) -> String {
  range.map { number in
    let city = ["Geneva", "Tokyo", "Ankara", "Cairo", "Astana"][number % 5]
    let leader = ["Vladimir Putin", "Barack Obama", "Angela Merkel"][number % 3]
    return """
      {"id": "a\(number)", "title": "Talks \(number)", "published": "2016-12-\(day)", \
      "source": "Post \(number % 2)", "text": "\(city.uppercased()) -- President \(leader) met \
      Foreign Minister Sergei Lavrov in \(city) on Friday. \\"There are \(number) ways,\\" \
      \(leader) said. At least \(number + 2) people were killed in Aleppo, officials said."}

      """
  }.joined()
}
