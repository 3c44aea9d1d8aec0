// Section: articles per day, as bars.

internal import Model
internal import Store

/// Bars of articles by day, week or month, whatever keeps them apart.
@Sendable
func daysSection(_ data: ReportData) -> String {
  let dated = data.days.compactMap { count in count.day.map { (day: $0, count: count) } }
  guard let first = dated.first?.day, let last = dated.last?.day else {
    return section("days", "Articles per day", "", nothing("No dated articles in this period."))
  }
  let bins = DayBins(first: first, last: last)
  var bars = [(articles: Int, stories: Int)](repeating: (0, 0), count: bins.count)
  for (day, count) in dated {
    bars[bins.index(day)].articles += count.articles
    bars[bins.index(day)].stories += count.stories
  }
  let greatest = bars.map(\.articles).max() ?? 1
  let step = axisStep(greatest)
  let top = (greatest + step - 1) / step * step
  let undated = data.totals.undated
  let note =
    "Bars are articles by \(bins.unit) of publication; the lighter part are reprints of wire "
    + "stories counted before."
    + (undated > 0 ? " \(counted(undated, "article")) without a date are not shown." : "")
  return section("days", "Articles per \(bins.unit)", note, chart(bars, bins, step: step, top: top))
}

private func chart(
  _ bars: [(articles: Int, stories: Int)], _ bins: DayBins, step: Int, top: Int
) -> String {
  // Heights are drawn in hundredths of a percent of the axis.
  let height = { (value: Int) in value * 10_000 / top }
  var drawing = ""
  for value in stride(from: step, through: top, by: step) {
    let y = units(10_000 - height(value))
    drawing += "<line x1=\"0\" x2=\"\(bins.count)\" y1=\"\(y)\" y2=\"\(y)\"/>"
  }
  for (index, bar) in bars.enumerated() where bar.articles > 0 {
    let stories = min(bar.stories, bar.articles)
    let x = units(index * 100 + 8)
    drawing += "\n<g><title>\(bins.title(index)): \(counted(bar.articles, "article")), "
    drawing += "\(grouped(stories)) without reprints</title>"
    for (name, low, high) in [("first", 0, stories), ("copy", stories, bar.articles)]
    where high > low {
      drawing += "<rect class=\"\(name)\" x=\"\(x)\" width=\"0.84\" "
      drawing += "y=\"\(units(10_000 - height(high)))\" "
      drawing += "height=\"\(units(height(high) - height(low)))\"/>"
    }
    drawing += "</g>"
  }
  let labels = stride(from: 0, through: top, by: step).map { value in
    "<span style=\"top:\(units(10_000 - height(value)))%\">\(grouped(value))</span>"
  }
  let ticks = bins.ticks.map { "<span>\($0)</span>" }
  return """
    <div class="chart" role="img" aria-label="Bar chart of articles by \(bins.unit)">
    <div class="y">\(labels.joined())</div>
    <svg viewBox="0 0 \(bins.count) 100" preserveAspectRatio="none">\(drawing)</svg>
    <div class="x">\(ticks.joined())</div>
    </div>
    """
}

/// The distance of lines on an axis: 1, 2 or 5 times a power of ten, at most five lines.
func axisStep(_ greatest: Int) -> Int {
  var unit = 1
  while true {
    for step in [unit, unit * 2, unit * 5] where greatest <= step * 5 { return step }
    unit *= 10
  }
}

/// Days in bins of equal kind: days, weeks from Monday, months or years; at most about 400.
struct DayBins {
  let first: Day
  let last: Day
  let unit: String

  init(first: Day, last: Day) {
    self.first = first
    self.last = last
    switch Int(last.number) - Int(first.number) {
    case ..<400: unit = "day"
    case ..<1_500: unit = "week"
    case ..<12_000: unit = "month"
    default: unit = "year"
    }
  }

  var count: Int { index(last) + 1 }

  func index(_ day: Day) -> Int {
    switch unit {
    case "day": Int(day.number) - Int(first.number)
    case "week": (Int(day.number) - Int(first.number) + first.weekday) / 7
    case "month": (day.civil.year - first.civil.year) * 12 + day.civil.month - first.civil.month
    default: day.civil.year - first.civil.year
    }
  }

  /// What a bin is called.
  func title(_ index: Int) -> String {
    switch unit {
    case "day": return first.adding(days: index).iso
    case "week": return "week of \(first.adding(days: index * 7 - first.weekday).iso)"
    case "month":
      let month = first.civil.month - 1 + index
      return "\(Day.padded(first.civil.year + month / 12, 4))-\(Day.padded(month % 12 + 1, 2))"
    default: return Day.padded(first.civil.year + index, 4)
    }
  }

  /// The labels below the axis: the first, the last, and one in the middle of many.
  var ticks: [String] {
    let name = { (index: Int) in title(index).replacing("week of ", with: "") }
    switch count {
    case 1: return [name(0)]
    case 2..<5: return [name(0), name(count - 1)]
    default: return [name(0), name(count / 2), name(count - 1)]
    }
  }
}
