// How far the work is: a line on a terminal, and nothing anywhere else.

import Dispatch
import Glibc
import Synchronization

/// Counts what is done; shows it on standard error when that is a terminal.
package final class Progress: Sendable {
  private let archivesDone = Atomic<Int>(0)
  private let compressedDone = Atomic<Int>(0)
  private let articles = Atomic<Int>(0)
  private let rejected = Atomic<Int>(0)
  private let textBytes = Atomic<Int>(0)
  private let archivesTotal: Int
  private let compressedTotal: Int
  private let start = DispatchTime.now().uptimeNanoseconds
  private let timer: Timer?

  private struct Timer: Sendable {
    nonisolated(unsafe) let source: any DispatchSourceTimer
    let queue: DispatchQueue
  }

  /// `isShown` draws the line; counts are kept either way.
  package init(of archives: [ArchiveFile], isShown: Bool) {
    archivesTotal = archives.count
    compressedTotal = archives.reduce(0) { $0 + $1.facts.size }
    if isShown {
      let queue = DispatchQueue(label: "dragoman.progress")
      timer = Timer(source: DispatchSource.makeTimerSource(queue: queue), queue: queue)
    } else {
      timer = nil
    }
    timer?.source.setEventHandler { [weak self] in self?.draw() }
    timer?.source.schedule(deadline: .now() + .milliseconds(200), repeating: .milliseconds(200))
    timer?.source.activate()
  }

  deinit {
    timer?.source.cancel()
  }

  func add(_ batch: WorkedBatch) {
    articles.add(batch.accepted.count, ordering: .relaxed)
    rejected.add(batch.rejections.count, ordering: .relaxed)
    textBytes.add(batch.textBytes, ordering: .relaxed)
  }

  func end(_ archive: ArchiveFile) {
    archivesDone.add(1, ordering: .relaxed)
    compressedDone.add(archive.facts.size, ordering: .relaxed)
  }

  /// Takes the line off the terminal.
  package func finish() {
    guard let timer else { return }
    timer.source.cancel()
    timer.queue.sync { try? Output.error.write(Array("\r\u{1b}[K".utf8)) }
  }

  /// What has been done, for the summary.
  package var totals: Totals {
    Totals(
      articles: articles.load(ordering: .relaxed), rejected: rejected.load(ordering: .relaxed),
      textBytes: textBytes.load(ordering: .relaxed),
      nanoseconds: Int(DispatchTime.now().uptimeNanoseconds - start))
  }

  /// Sums over all archives of a run.
  package struct Totals: Hashable, Sendable {
    package var articles: Int
    package var rejected: Int
    package var textBytes: Int
    package var nanoseconds: Int

    /// Megabytes of text per second.
    package var speed: String {
      let tenths = textBytes * 10_000 / max(1, nanoseconds)
      return "\(tenths / 10).\(tenths % 10) MB/s"
    }
  }

  private func draw() {
    let line = line(totals, width: Progress.terminalWidth)
    try? Output.error.write(Array("\r\(line)\u{1b}[K".utf8))
  }

  /// `[######··············]  3/10 archives  12,345 articles  31.2 MB/s  0:42 left`
  func line(_ totals: Totals, width: Int) -> String {
    let done = archivesDone.load(ordering: .relaxed)
    let permille = permilleDone
    let filled = permille * 20 / 1000
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
    var line = "[\(bar)] \(done)/\(archivesTotal) archives"
    line += "  \(counted(totals.articles, "article"))  \(totals.speed)"
    if totals.nanoseconds > 2_000_000_000 && permille > 0 {
      let left = totals.nanoseconds / 1_000_000_000 * (1000 - permille) / permille
      line += "  \(Progress.clock(left)) left"
    }
    return String(line.prefix(max(0, width - 1)))
  }

  /// By compressed bytes; of the archive under way, what its text amounts to at the usual 3:1.
  private var permilleDone: Int {
    let compressed = compressedDone.load(ordering: .relaxed)
    let estimated = max(compressed, textBytes.load(ordering: .relaxed) / 3)
    return min(999, estimated * 1000 / max(1, compressedTotal))
  }

  static func clock(_ seconds: Int) -> String {
    let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let (minutes, rest) = (seconds / 60, seconds % 60)
    return minutes < 60
      ? "\(minutes):\(pad(rest))" : "\(minutes / 60):\(pad(minutes % 60)):\(pad(rest))"
  }

  private static var terminalWidth: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
