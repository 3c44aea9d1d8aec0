// Runs the built program as a user does, in a folder of the test's own.

import CZlib
import Foundation

/// What a command came to.
struct Ended {
  var status: Int32
  var output: String
  var errors: String
}

/// A temporary folder with the program at hand.
final class Session {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dragoman-e2e-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The program, beside the test bundle.
  static let program: String = {
    let test = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return test.deletingLastPathComponent().appendingPathComponent("dragoman").path
  }()

  /// The top folder of the package.
  static let package: String = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// Runs the program and waits for it.
  func run(_ arguments: String..., input: String? = nil) throws -> Ended {
    try start(Session.program, arguments, input: input).wait()
  }

  /// Runs a line of shell in the folder, with the program as `$DRAGOMAN`.
  func shell(_ line: String) throws -> Ended {
    try start("/bin/sh", ["-c", line]).wait()
  }

  /// Starts the program and does not wait.
  func start(_ arguments: String...) throws -> Running {
    try start(Session.program, arguments)
  }

  private func start(_ program: String, _ arguments: [String], input: String? = nil) throws
    -> Running
  {
    let id = UUID().uuidString
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    var environment = ProcessInfo.processInfo.environment
    environment["DRAGOMAN"] = Session.program
    environment["TMPDIR"] = path
    process.environment = environment
    // Files, not pipes: a pipe that nobody empties would stop the program.
    let names = ["\(path)/.\(id).out", "\(path)/.\(id).err"]
    for name in names { _ = FileManager.default.createFile(atPath: name, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: names[0])
    process.standardError = FileHandle(forWritingAtPath: names[1])
    if let input {
      try write(input, to: ".\(id).in")
      process.standardInput = FileHandle(forReadingAtPath: "\(path)/.\(id).in")
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    return Running(process: process, output: names[0], errors: names[1])
  }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(name)")
  }

  /// All files under a folder with their bytes.
  func files(under name: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: "\(path)/\(name)") {
      let url = URL(fileURLWithPath: "\(path)/\(name)/\(file)")
      let isFolder = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
      if isFolder != true { files[file] = try Data(contentsOf: url) }
    }
    return files
  }

  /// Archives of made-up news, and the pipeline file `p.yml` for them.
  func makeCorpus(archives: Int, articles: Int) throws {
    for archive in 0..<archives {
      let lines = (0..<articles).map { Session.article(archive * articles + $0, day: archive + 1) }
      try write(gzip(lines.joined()), to: "in/\(archive).jsonl.gz")
    }
    try write(
      "archives: [in/*.gz]\noutput: out\nrecords: true\nreport: [html, csv, json]\n", to: "p.yml")
  }

  static func article(_ number: Int, day: Int) -> String {
    let city = ["Geneva", "Tokyo", "Ankara", "Cairo", "Astana"][number % 5]
    let leader = ["Vladimir Putin", "Barack Obama", "Angela Merkel"][number % 3]
    let date = "2016-12-\(day < 10 ? "0" : "")\(day)"
    return """
      {"id": "a\(number)", "title": "Talks \(number)", "published": "\(date)", \
      "source": "Post \(number % 2)", "text": "\(city.uppercased()) -- President \(leader) met \
      Foreign Minister Sergei Lavrov in \(city) on Friday. \\"There are \(number) ways,\\" \
      \(leader) said. At least \(number + 2) people were killed in Aleppo, officials said."}

      """
  }
}

/// A started program.
struct Running {
  let process: Process
  let output: String
  let errors: String

  func wait() -> Ended {
    process.waitUntilExit()
    let text = { (path: String) in
      String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
    let status = process.terminationStatus
    return Ended(
      status: process.terminationReason == .uncaughtSignal ? -status : status,
      output: text(output), errors: text(errors))
  }

  func send(_ signal: Int32) {
    kill(process.processIdentifier, signal)
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
