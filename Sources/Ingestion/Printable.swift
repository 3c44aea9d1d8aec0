// Names and bytes from outside, made safe to print on one line.

/// Bytes as one short line: control characters and what is not UTF-8 become `\xNN`.
///
/// - Parameter limit: the most input bytes that are shown; three dots stand for the rest.
package func printable(_ bytes: some Sequence<UInt8>, limit: Int = 200) -> String {
  var shown: [UInt8] = []
  var isCut = false
  for byte in bytes {
    if shown.count == limit {
      isCut = true
      break
    }
    shown.append(byte)
  }
  var out = ""
  var rest = shown[...]
  while let first = rest.first {
    // A whole scalar at a time: a cut or broken one is escaped byte by byte.
    let width = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    let head = rest.prefix(width)
    if let text = String(validating: head, as: UTF8.self),
      let scalar = text.unicodeScalars.first, !isControl(scalar)
    {
      out += text
      rest = rest.dropFirst(head.count)
    } else {
      let digits = String(first, radix: 16)
      out += (digits.count == 1 ? "\\x0" : "\\x") + digits
      rest = rest.dropFirst()
    }
  }
  return isCut ? out + "..." : out
}

/// Whether a scalar could move a terminal's cursor or break or reorder a line.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}
