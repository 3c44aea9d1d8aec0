// SIGINT, SIGTERM and SIGHUP: stop soon, leave nothing half-written.

import Dispatch
import Glibc
import Synchronization

/// Whether the work should stop, and which signal said so.
package final class Interruption: Sendable {
  private let number = Atomic<Int32>(0)

  package init() {}

  /// The signal that came; nil while there was none.
  package var signal: Int32? {
    let number = number.load(ordering: .relaxed)
    return number > 0 ? number : nil
  }

  /// True after a signal or ``stop()``.
  package var isRaised: Bool { number.load(ordering: .relaxed) != 0 }

  /// Stops the work without a signal: after a failure.
  package func stop() {
    _ = number.compareExchange(expected: 0, desired: -1, ordering: .relaxed)
  }

  /// Stops the work as if the signal had come. The second signal ends the process at once: files
  /// are only ever renamed into place and transactions committed whole.
  package func raise(_ signal: Int32) {
    if number.exchange(signal, ordering: .relaxed) > 0 { _exit(128 + signal) }
  }

  /// Seconds in which the work ends by itself after a signal; it may be waiting for a slow disk or
  /// for standard input.
  private static let patience = 3.0

  /// Throws the failure that ends the command after a signal.
  package func check() throws {
    if let signal { throw Failure(.signal(signal), "stopped by signal \(signal)") }
  }

  /// Listens for the three signals for the rest of the process's life, and ignores SIGPIPE.
  package func listen() {
    Glibc.signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // `nohup` and background jobs start with the signal ignored; that choice stays.
      if isIgnored(number) { continue }
      Glibc.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue(label: "dragoman.signal"))
      source.setEventHandler { [self] in
        raise(number)
        DispatchQueue.global().asyncAfter(deadline: .now() + Interruption.patience) {
          _exit(128 + number)
        }
      }
      source.activate()
      sources.withLock { $0.append(Held(source: source)) }
    }
  }

  private struct Held: Sendable {
    nonisolated(unsafe) let source: any DispatchSourceSignal
  }

  private let sources = Mutex<[Held]>([])

  private func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
