// HTML in the making: everything that is data goes through `escaped`.

/// Text as the content of an element or of a quoted attribute.
func escaped(_ text: String) -> String {
  let plain = plainText(text)
  if plain.utf8.allSatisfy({ !markupBytes.contains($0) }) { return plain }
  var result = ""
  for scalar in plain.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private let markupBytes = Array("&<>\"'".utf8)

/// A whole number with commas between thousands.
func grouped(_ value: Int) -> String {
  var digits = Array(String(value.magnitude).utf8)
  var at = digits.count - 3
  while at > 0 {
    digits.insert(UInt8(ascii: ","), at: at)
    at -= 3
  }
  return (value < 0 ? "\u{2212}" : "") + String(decoding: digits, as: UTF8.self)
}

/// A part of a whole in percent with one digit; a dash when there is no whole.
func percent(_ part: Int, of whole: Int) -> String {
  guard whole > 0 else { return "\u{2013}" }
  let thousandths = (part * 1000 + whole / 2) / whole
  return "\(thousandths / 10).\(thousandths % 10)%"
}

/// Bytes as a person reads them: 1.4 MB, with powers of ten.
func readableBytes(_ value: Int) -> String {
  var unit = 1
  for name in ["bytes", "kB", "MB", "GB", "TB"] {
    if value < unit * 1000 || name == "TB" {
      if unit == 1 { return "\(grouped(value)) bytes" }
      let tenths = value / (unit / 10)
      return "\(grouped(tenths / 10)).\(tenths % 10) \(name)"
    }
    unit *= 1000
  }
  return "\(value) bytes"
}

/// A number with its noun: `1 article`, `2 articles`.
func counted(_ value: Int, _ noun: String) -> String {
  "\(grouped(value)) \(noun)\(value == 1 ? "" : "s")"
}

/// A coordinate of a drawing, in hundredths, with two digits and without a floating sum.
func units(_ hundredths: Int) -> String {
  let rest = hundredths.magnitude % 100
  let whole = "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100)"
  return rest == 0 ? whole : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
}

/// A section of the page.
func section(_ id: String, _ title: String, _ note: String, _ body: String) -> String {
  """
  <section id="\(id)">
  <h2>\(escaped(title))</h2>
  \(note.isEmpty ? "" : "<p class=\"note\">\(escaped(note))</p>\n")\(body)
  </section>

  """
}

/// What stands where there is nothing to show.
func nothing(_ text: String) -> String {
  "<p class=\"empty\">\(escaped(text))</p>"
}

/// A column of a table: its title, and whether it holds numbers.
struct TableColumn {
  var title: String
  var isNumber = false
  /// Left out on narrow screens.
  var isExtra = false
  var hint = ""

  var classes: String {
    let names = [isNumber ? "n" : nil, isExtra ? "x" : nil].compactMap { $0 }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }
}

/// A table; the cells are markup already.
func table(_ columns: [TableColumn], _ rows: [[String]]) -> String {
  var html = "<div class=\"scroll\"><table>\n<thead><tr>"
  for column in columns {
    let hint = column.hint.isEmpty ? "" : " title=\"\(escaped(column.hint))\""
    html += "<th scope=\"col\"\(column.classes)\(hint)>\(escaped(column.title))</th>"
  }
  html += "</tr></thead>\n<tbody>\n"
  for row in rows {
    html += "<tr>"
    for (index, cell) in row.enumerated() where index < columns.count {
      html += "<td\(columns[index].classes)>\(cell)</td>"
    }
    html += "</tr>\n"
  }
  return html + "</tbody></table></div>"
}

/// A number and a bar of its size beside the greatest.
func bar(_ value: Int, of greatest: Int) -> String {
  let width = greatest > 0 ? max(1, value * 60 / greatest) : 0
  return
    "<svg class=\"bar\" viewBox=\"0 0 60 8\" width=\"60\" height=\"8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    + "<rect width=\"\(width)\" height=\"8\"/></svg>"
    + "<span class=\"v\" style=\"min-width:\(grouped(greatest).utf8.count)ch\">"
    + "\(grouped(value))</span>"
}
