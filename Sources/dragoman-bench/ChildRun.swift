// Runs the whole product in a process of its own, so that its memory and time are its alone.

import Glibc
import Pipeline

/// What a child process used.
struct ChildRun {
  /// Nanoseconds from start to end.
  var wall: Int
  /// Nanoseconds of processor time, all threads.
  var processor: Int
  /// Peak resident memory, bytes.
  var peakMemory: Int

  /// Runs archives end to end with a fresh store; the output goes with the folder.
  static func run(_ archives: [String], workers: Int, in folder: String) throws -> ChildRun {
    let name = "\(folder)/run-\(workers)"
    var text = "output: \"\(name)\"\nreport: []\narchives:\n"
    for path in archives { text += "  - \(quoted(path))\n" }
    guard let file = fopen("\(name).yml", "wb") else {
      throw BenchError("cannot write to \(folder)")
    }
    fputs(text, file)
    fclose(file)
    let arguments = ["dragoman-bench", "--child", "\(name).yml", "--workers", "\(workers)"]
    return try spawn(arguments)
  }

  /// Runs this program again with other arguments and waits for it.
  private static func spawn(_ arguments: [String]) throws -> ChildRun {
    let start = Clock.wall()
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child: pid_t = 0
    guard posix_spawn(&child, "/proc/self/exe", nil, nil, &pointers, environ) == 0 else {
      throw BenchError("cannot start the benchmark's child process")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 && errno == EINTR {}
    guard status == 0 else { throw BenchError("the child process ended with status \(status)") }
    return ChildRun(
      wall: Clock.wall() - start, processor: Clock.nanoseconds(usage),
      peakMemory: usage.ru_maxrss * 1024)
  }

  /// In YAML, with the characters of shell patterns taken as they are.
  private static func quoted(_ path: String) -> String {
    var out = "\""
    for character in path {
      if "*?[]".contains(character) { out += "\\\\" }
      if "\"\\".contains(character) { out += "\\" }
      out.append(character)
    }
    return out + "\""
  }

  /// The child's part.
  static func work(on pipeline: String, workers: Int) throws {
    let job = RunJob(file: try PipelineFile.load(pipeline), workers: workers)
    let status = try job.run(interruption: Interruption())
    guard status == .done || status == .someRejected else {
      throw BenchError("the run ended with exit code \(status.code)")
    }
  }
}
