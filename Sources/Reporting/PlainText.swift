// Text that cannot move the cursor, the reading direction or the terminal.

/// Text without control characters and marks of direction: each becomes U+FFFD.
///
/// Tabs and, when asked, line ends stay.
func plainText(_ text: String, keepingLines: Bool = false) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09: result.append(scalar)
    case 0x0a, 0x0d: result.append(keepingLines ? scalar : " ")
    case 0..<0x20, 0x7f..<0xa0, 0x202a...0x202e, 0x2066...0x2069, 0xfffe, 0xffff:
      result.append("\u{fffd}")
    default: result.append(scalar)
    }
  }
  return String(result)
}
