// The benchmark's figures as a table for people and as JSON for comparison.

import Glibc

/// What was measured.
struct Figures {
  var textBytes: Int
  /// Processor time in nanoseconds by stage; the first is inflate alone.
  var times: [(name: String, processor: Int)]
  var one: ChildRun
  var many: ChildRun
  var workers: Int
  var readyNanoseconds: Int

  var table: String {
    var out = "\(decimal(Double(textBytes) / 1e6)) MB of article text\n\n"
    out += row("stage, with those before it", "MB/s of one core", "of inflate")
    for (name, processor) in times {
      out += row(name, decimal(speed(processor)), decimal(100 * ratio(processor)) + " %")
    }
    out += "\n"
    out += row("speed-up, 1 to \(workers) workers", decimal(speedUp, places: 2) + "x", "")
    out += row("wall, 1 worker", decimal(Double(one.wall) / 1e9) + " s", "")
    out += row("wall, \(workers) workers", decimal(Double(many.wall) / 1e9) + " s", "")
    out += row("peak memory, 1 worker", decimal(mebibytes(one)) + " MiB", "")
    out += row("peak memory, \(workers) workers", decimal(mebibytes(many)) + " MiB", "")
    out += row("ready to work", decimal(Double(readyNanoseconds) / 1e6) + " ms", "")
    return out
  }

  func write(to path: String) throws {
    var out = "{\"textBytes\": \(textBytes), \"stages\": ["
    out += times.map { name, processor in
      "{\"name\": \"\(name)\", \"megabytesPerSecond\": \(decimal(speed(processor))), "
        + "\"ratioToInflate\": \(decimal(ratio(processor), places: 3))}"
    }.joined(separator: ", ")
    out += "], \"workers\": \(workers), \"speedUp\": \(decimal(speedUp, places: 2)), "
    out += "\"peakMebibytes\": \(decimal(max(mebibytes(one), mebibytes(many)))), "
    out += "\"readyMilliseconds\": \(decimal(Double(readyNanoseconds) / 1e6))}\n"
    guard let file = fopen(path, "wb") else { throw BenchError("cannot write \(path)") }
    let isWritten = fputs(out, file) >= 0
    guard fclose(file) == 0, isWritten else { throw BenchError("cannot write \(path)") }
  }

  /// One stage's speed, for runs of one stage.
  static func speedLine(_ name: String, _ bytes: Int, _ nanoseconds: Int) -> String {
    let perByte = Double(nanoseconds) / Double(max(1, bytes))
    return "\(name): \(bytes) bytes in \(nanoseconds / 1_000_000) ms, \(perByte) ns a byte"
  }

  private var speedUp: Double { Double(one.wall) / Double(max(1, many.wall)) }

  private func speed(_ nanoseconds: Int) -> Double {
    Double(textBytes) / 1e6 / (Double(max(1, nanoseconds)) / 1e9)
  }

  private func ratio(_ nanoseconds: Int) -> Double {
    Double(times[0].processor) / Double(max(1, nanoseconds))
  }

  private func mebibytes(_ run: ChildRun) -> Double { Double(run.peakMemory) / 1_048_576 }

  private func row(_ name: String, _ value: String, _ share: String) -> String {
    let left = name + String(repeating: " ", count: max(1, 32 - name.count))
    let middle = String(repeating: " ", count: max(1, 16 - value.count)) + value
    return left + middle + String(repeating: " ", count: max(1, 12 - share.count)) + share + "\n"
  }

  private func decimal(_ value: Double, places: Int = 1) -> String {
    let scale = places == 1 ? 10 : places == 2 ? 100 : 1000
    let scaled = Int((value * Double(scale)).rounded())
    let rest = String(scaled % scale + scale).dropFirst()
    return "\(scaled / scale).\(rest)"
  }
}
