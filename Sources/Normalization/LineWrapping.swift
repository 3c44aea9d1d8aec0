// Whether line ends cut lines at a width, as old wires do, or end paragraphs.

import Glibc
import Model

/// Tells wrapped text from text with one paragraph a line.
enum LineWrapping {
  /// True when many single line ends stand inside a running sentence.
  ///
  /// A line end is inside one when a lower-case letter or a comma stands before it and a lower-case
  /// letter begins the next line. Paragraphs never end so; wrapped lines do about half the time.
  /// Wires in capitals have no lower case: there most lines do not end a sentence.
  static func isWrapped(_ text: [UInt8], length: Int) -> Bool {
    var total = 0
    var inner = 0
    var capitals = 0
    // Line ends before an indent: paragraphs in any case.
    var indented = 0
    text.withUnsafeBufferPointer { buffer in
      guard let p = buffer.baseAddress else { return }
      let hasReturns = memchr(p, 0x0d, length) != nil
      var index = 0
      while let end = lineEnd(p, index, length, hasReturns) {
        var next = end &+ 1
        while isBlank(p, next) { next &+= 1 }
        if next < length, !isLineEnd(p, next) {
          total &+= 1
          let isIndented = next &- end > 2
          if isIndented { indented &+= 1 }
          var last = end &- 1
          while last > 0, isBlank(p, last) { last &-= 1 }
          if last >= 0 {
            let isComma = p[last] == UInt8(ascii: ",")
            if isComma || isLower(p[last]), isLower(p[next]) { inner &+= 1 }
            if !isIndented, isComma || (0x41...0x5a).contains(p[last]) { capitals &+= 1 }
          }
        }
        index = next
      }
    }
    if inner == 0 && total >= 3 { return capitals * 2 > total - indented }
    return inner >= 2 && inner * 4 >= total
  }

  /// The first line end from `index`: a line feed, or a carriage return without one.
  @inline(__always)
  private static func lineEnd(
    _ p: UnsafePointer<UInt8>, _ index: Int, _ length: Int, _ hasReturns: Bool
  ) -> Int? {
    guard index < length else { return nil }
    guard hasReturns else {
      return memchr(p + index, 0x0a, length &- index).map {
        UnsafeRawPointer($0) - UnsafeRawPointer(p)
      }
    }
    return (index..<length).first { isLineEnd(p, $0) }
  }

  private static func isLineEnd(_ p: UnsafePointer<UInt8>, _ index: Int) -> Bool {
    p[index] == 0x0a || (p[index] == 0x0d && p[index + 1] != 0x0a)
  }

  /// A space, a tab, or the carriage return of a pair.
  private static func isBlank(_ p: UnsafePointer<UInt8>, _ index: Int) -> Bool {
    p[index] == 0x20 || p[index] == 0x09 || (p[index] == 0x0d && p[index + 1] == 0x0a)
  }

  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) }
}
