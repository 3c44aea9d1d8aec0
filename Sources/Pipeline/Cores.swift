// How many threads compute at once: as many as the user said, whatever their stage.

import Dispatch

/// Turns on the processor for readers, workers and the committer alike.
///
/// A thread takes a turn to compute and gives it up before it waits. So `--workers 1` keeps one
/// core busy and not three, and on two cores two workers are not slowed by a third thread.
final class Cores: Sendable {
  private let free = DispatchSemaphore(value: 0)

  init(count: Int) {
    for _ in 0..<max(1, count) { free.signal() }
  }

  /// Computes when there is a core for it.
  func compute<Value>(_ body: () throws -> Value) rethrows -> Value {
    free.wait()
    defer { free.signal() }
    return try body()
  }

  /// Waits for something without keeping a core; for use within ``compute(_:)``.
  func waiting<Value>(_ body: () throws -> Value) rethrows -> Value {
    free.signal()
    defer { free.wait() }
    return try body()
  }
}
