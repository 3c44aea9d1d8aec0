// Measures the stages in one thread, each with all the stages before it.

import Aggregation
import CZlib
import Extraction
import Glibc
import Ingestion
import Model
import Normalization

/// How far an article is carried.
enum Stage: String, CaseIterable {
  case inflate, read, normalize, extract, aggregate

  /// Carries all archives through the stage; returns bytes of article text.
  func run(_ archives: [String]) throws -> Int {
    if self == .inflate {
      for path in archives { try Stage.inflate(path) }
      return 0
    }
    var bytes = 0
    var normalizer = Normalizer()
    var extractor = Extractor(lexicon: .builtIn, extract: nil)
    for path in archives {
      var tally = Tally()
      var folder = RecordFolder()
      let reader = ArchiveReader(path: path, name: path, options: IngestOptions())
      let outcome = reader.read { batch in
        var fold = BatchTally()
        folder.begin()
        for raw in batch.articles {
          bytes += raw.text.count
          if self == .read { continue }
          guard case .success(let article) = normalizer.normalize(raw) else { continue }
          if self == .normalize { continue }
          let record = extractor.extract(article)
          if self == .aggregate { folder.add(record, to: &fold) }
        }
        let symbols = tally.symbols.absorb(fold.symbols)
        for part in fold.parts {
          tally.add(part, of: fold, symbols: symbols, story: part.row.id, isFirstCopy: true)
        }
        return true
      }
      guard outcome.status == .ok else {
        throw BenchError("\(path): \(outcome.status.rawValue): \(outcome.detail)")
      }
    }
    return bytes
  }

  /// zlib alone, 256 KiB at a time: the limit that everything else is compared with.
  private static func inflate(_ path: String) throws {
    guard let file = fopen(path, "rb") else { throw BenchError("cannot read \(path)") }
    defer { fclose(file) }
    let size = 256 << 10
    let input = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    let output = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    defer {
      input.deallocate()
      output.deallocate()
    }
    var stream = z_stream()
    // 15 + 16: a gzip wrapper, whose CRC zlib checks.
    let version = ZLIB_VERSION
    guard inflateInit2_(&stream, 31, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw BenchError("zlib could not start")
    }
    defer { inflateEnd(&stream) }
    while true {
      if stream.avail_in == 0 {
        stream.avail_in = UInt32(fread(input, 1, size, file))
        stream.next_in = input
        if stream.avail_in == 0 { return }
      }
      stream.next_out = output
      stream.avail_out = UInt32(size)
      let code = CZlib.inflate(&stream, Z_NO_FLUSH)
      if code == Z_STREAM_END {
        inflateReset(&stream)
      } else if code != Z_OK {
        throw BenchError("\(path): zlib error \(code)")
      }
    }
  }
}

/// Time as the benchmark counts it.
enum Clock {
  /// Nanoseconds of processor time of this process.
  static func processor() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return nanoseconds(usage)
  }

  /// Nanoseconds of a clock that only goes forward.
  static func wall() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  static func nanoseconds(_ usage: rusage) -> Int {
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let micros = Int(usage.ru_utime.tv_usec) + Int(usage.ru_stime.tv_usec)
    return seconds * 1_000_000_000 + micros * 1000
  }
}
