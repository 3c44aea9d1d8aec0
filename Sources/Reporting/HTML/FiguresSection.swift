// Section: competing figures side by side.

internal import Model
internal import Store

@Sendable
func figuresSection(_ data: ReportData) -> String {
  let note =
    "Numbers for the same thing at the same place, by who gives them. They compete and are never "
    + "added up. A mark shows where a number lies between nought and the greatest of its group."
  guard !data.figures.isEmpty else {
    return section("figures", "Figures", "", nothing("No figures with a place in this period."))
  }
  var html = "<div class=\"topics\">"
  var start = 0
  while start < data.figures.count {
    let head = data.figures[start]
    var end = start
    while end < data.figures.count, data.figures[end].measure == head.measure,
      data.figures[end].venue?.key == head.venue?.key
    { end += 1 }
    html += topic(Array(data.figures[start..<end]))
    start = end
  }
  return section("figures", "Figures", note, html + "</div>")
}

private func topic(_ figures: [FigureCount]) -> String {
  let head = figures[0]
  let greatest = figures.map { max($0.low, $0.high ?? 0) }.max() ?? 1
  let columns = [
    TableColumn(title: "Figure", isNumber: true), TableColumn(title: "", isExtra: true),
    TableColumn(title: "According to"), TableColumn(title: "Articles", isNumber: true),
    TableColumn(title: "Last day", isExtra: true),
  ]
  let rows = figures.map { figure in
    [
      escaped(wording(figure)), strip(figure, greatest),
      figure.source.map { actorName($0) } ?? "<span class=\"k\">not said</span>",
      grouped(figure.articles), "<span class=\"k\">\(figure.lastDay?.iso ?? "")</span>",
    ]
  }
  return """
    <div class="topic"><h3>\(escaped(head.measure.capitalizedASCII)), \
    <bdi>\(escaped(head.venue?.name ?? "no place"))</bdi></h3>
    \(table(columns, rows))</div>
    """
}

/// `at least 12`, `about 4,000–5,000`.
func wording(_ figure: FigureCount) -> String {
  let range = figure.high.map { "\(grouped(figure.low))\u{2013}\(grouped($0))" }
  let number = range ?? grouped(figure.low)
  let words = [
    "atLeast": "at least ", "moreThan": "more than ", "about": "about ", "nearly": "nearly ",
    "upTo": "up to ", "lessThan": "less than ",
  ]
  return (words[figure.qualifier] ?? "") + number
}

private func strip(_ figure: FigureCount, _ greatest: Int) -> String {
  // A share first: figures can be money, and money times a width overflows nothing this way.
  let at = { (value: Int) in
    greatest > 0 ? Int(Double(max(0, value)) / Double(greatest) * 9_600) : 0
  }
  let low = at(figure.low)
  let width = max(300, at(figure.high ?? figure.low) - low)
  return
    "<svg class=\"strip\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    + "<line x1=\"0\" x2=\"100\" y1=\"5\" y2=\"5\"/>"
    + "<rect x=\"\(units(low))\" y=\"1\" width=\"\(units(width))\" height=\"8\"/></svg>"
}

extension String {
  /// The first letter as a capital; for words of the program's own.
  fileprivate var capitalizedASCII: String {
    prefix(1).uppercased() + dropFirst()
  }
}
