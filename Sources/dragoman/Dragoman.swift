// The command line: parses arguments, calls the pipeline, and turns what happened to an exit code.

import ArgumentParser
import Glibc
import Pipeline

@main
struct Dragoman: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragoman",
    abstract: "Says who did and said what to whom, where, and how often, in archives of news.",
    discussion: """
      Exit codes: 0 done; 3 done, but some input was rejected; 64 wrong usage; 65 bad data; \
      66 no input; 70 internal error; 73 output cannot be created; 74 input/output error; \
      75 another run holds the output; 78 bad pipeline file; 128+n stopped by signal n.
      """,
    version: "dragoman \(productVersion)",
    subcommands: [Run.self, Annotate.self, Report.self, Status.self, Check.self, List.self])

  static func main() {
    holdStandardDescriptors()
    let interruption = Interruption.shared
    interruption.listen()
    let status: Int32
    do {
      var command = try parseAsRoot()
      if let command = command as? any Job {
        status = try command.perform().code
      } else {
        try command.run()
        status = 0
      }
    } catch is ClosedPipe {
      status = 0
    } catch let failure as Failure {
      complain(failure.message)
      status = failure.status.code
    } catch {
      status = finish(error)
    }
    Glibc.exit(status)
  }

  /// Help and version on standard output, wrong usage on standard error.
  private static func finish(_ error: any Error) -> Int32 {
    let code = exitCode(for: error).rawValue
    let message = fullMessage(for: error)
    do {
      if !message.isEmpty { try (code == 0 ? Output.standard : .error).writeLine(message) }
    } catch is ClosedPipe {
      return 0
    } catch {
      complain("\(error)")
      return ExitStatus.inputOutput.code
    }
    let isUsage = code == ExitCode.validationFailure.rawValue
    return code == 0 ? 0 : isUsage ? ExitStatus.usage.code : ExitStatus.internalError.code
  }

  private static func complain(_ message: String) {
    try? Output.error.writeLine("dragoman: error: \(printable(message))")
  }

  /// Where standard output is closed, the next file opened would take its number and its text.
  private static func holdStandardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // Opened the wrong way round, so that using it is an error, as it was.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}

/// A command that says how it ended.
protocol Job: ParsableCommand {
  func perform() throws -> ExitStatus
}

extension Interruption {
  /// The one that the process's signals raise.
  static let shared = Interruption()
}

/// How many cores to keep busy.
struct WorkerOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Articles are worked on by N threads; the results are the same for every N.",
      discussion: "The default is the number of cores.", valueName: "N"))
  var workers: Int?

  func validate() throws {
    if let workers, !(1...256).contains(workers) {
      throw ValidationError("--workers takes a number from 1 to 256.")
    }
  }

  var count: Int { workers ?? activeCores }
}

/// What is said on standard error.
struct VerbosityOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but errors: no progress, no warnings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say what is done, and a summary at the end.")
  var verbose = false

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  var level: Problems.Level { quiet ? .quiet : verbose ? .verbose : .normal }
}

/// The pipeline file that a command works on.
struct PipelineArgument: ParsableArguments {
  @Argument(help: "The pipeline file (YAML).", completion: .file(extensions: ["yml", "yaml"]))
  var pipeline: String
}
