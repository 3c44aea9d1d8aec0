// Writing for people: checked writes, and no control characters from input.

import Glibc

/// Text without C0 and C1 control characters, so that a title or a file name cannot drive a
/// terminal; each run of them becomes `?`.
package func printable(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  var isInControls = false
  for scalar in text.unicodeScalars {
    let isControl =
      scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
      // Bidirectional overrides reorder what a terminal shows.
      || (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    if !isControl {
      out.append(scalar)
    } else if !isInControls {
      out.append("?")
    }
    isInControls = isControl
  }
  return String(out)
}

/// A number with its thousands set apart: `20,000`.
package func grouped(_ number: Int) -> String {
  let digits = Array(String(number.magnitude).utf8)
  var out: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
  for (index, digit) in digits.enumerated() {
    if index > 0 && (digits.count - index) % 3 == 0 { out.append(UInt8(ascii: ",")) }
    out.append(digit)
  }
  return String(decoding: out, as: UTF8.self)
}

/// `1 archive`, `2 archives`, `20,000 archives`.
package func counted(_ number: Int, _ noun: String) -> String {
  "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
}

/// An open file as a place to write to: every write is checked.
package struct Output: Sendable {
  package let descriptor: Int32

  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  package static let standard = Output(descriptor: STDOUT_FILENO)
  package static let error = Output(descriptor: STDERR_FILENO)

  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all bytes.
  ///
  /// Throws a ``Failure`` with status ``ExitStatus/inputOutput``; a closed pipe throws
  /// ``ClosedPipe``, which is a quiet end.
  package func write(_ bytes: some Collection<UInt8>) throws {
    let failed: Int32? =
      bytes.withContiguousStorageIfAvailable { writeAll(UnsafeRawBufferPointer($0)) }
      ?? Array(bytes).withUnsafeBytes { writeAll($0) }
    guard let failed else { return }
    if failed == EPIPE { throw ClosedPipe() }
    let name = descriptor == STDOUT_FILENO ? "standard output" : "the output"
    throw Failure(.inputOutput, "cannot write to \(name): \(describe(errno: failed))")
  }

  /// Writes a line of text and its line feed.
  package func writeLine(_ line: String) throws {
    try write(Array((line + "\n").utf8))
  }

  /// The error number that stopped the writing; nil when all went out.
  private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Int32? {
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
      if count > 0 {
        done += count
      } else if count < 0 && errno != EINTR {
        return errno
      }
    }
    return nil
  }
}

/// The reader of a pipe went away, as `head` does: the command ends quietly.
package struct ClosedPipe: Error {}

/// The system's words for an error number.
package func describe(errno number: Int32) -> String {
  guard let words = strerror(number) else { return "error \(number)" }
  return String(cString: words)
}
