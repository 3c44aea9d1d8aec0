// The world in the Robinson projection, and circles on it.

internal import Model
internal import Store

/// Places venues on ``WorldOutline``. All arithmetic is in integers, so that every machine draws the
/// same map; units are hundredths of the drawing's.
enum WorldMap {
  /// Width and height of the drawing; what lies south of 57 degrees is cut off.
  static let size = (width: 2_000, height: 865)

  /// Robinson's table for every five degrees of latitude, times 10^4: length of the parallel, and
  /// distance from the equator (Robinson 1974).
  private static let lengths = [
    10_000, 9_986, 9_954, 9_900, 9_822, 9_730, 9_600, 9_427, 9_216, 8_962, 8_679, 8_350, 7_986,
    7_597, 7_186, 6_732, 6_213, 5_722, 5_322,
  ]
  private static let distances = [
    0, 620, 1_240, 1_860, 2_480, 3_100, 3_720, 4_340, 4_958, 5_571, 6_176, 6_769, 7_346, 7_903,
    8_435, 8_936, 9_394, 9_761, 10_000,
  ]

  /// Hundredths of a unit for degrees times 10^5.
  static func project(latitude: Int, longitude: Int) -> (x: Int, y: Int) {
    let latitude = min(max(latitude, -9_000_000), 9_000_000)
    let longitude = min(max(longitude, -18_000_000), 18_000_000)
    let step = min(abs(latitude) / 500_000, 17)
    let rest = abs(latitude) - step * 500_000
    let length = lengths[step] + (lengths[step + 1] - lengths[step]) * rest / 500_000
    let distance = distances[step] + (distances[step + 1] - distances[step]) * rest / 500_000
    let y = 50_720 * distance / 10_000
    return (100_000 + longitude * length / 1_800_000, 50_720 + (latitude < 0 ? y : -y))
  }

  /// A window on the drawing, in hundredths of a unit.
  struct Window: Equatable {
    var x = 0
    var y = 0
    var width = size.width * 100
    var height = size.height * 100

    static let world = Window()
  }

  /// A venue on the map.
  struct Spot {
    var venue: VenueCount
    var x: Int
    var y: Int
  }

  /// The venues that have a place, the greatest first.
  static func spots(_ venues: [VenueCount]) -> [Spot] {
    venues.compactMap { venue in
      guard let latitude = venue.venue.latitude, let longitude = venue.venue.longitude else {
        return nil
      }
      let (x, y) = project(latitude: latitude, longitude: longitude)
      guard y <= size.height * 100 else { return nil }
      return Spot(venue: venue, x: x, y: y)
    }
  }

  /// The part of the world that holds the middle four fifths of the articles, east to west and
  /// north to south; nil when that is most of it.
  static func focus(_ spots: [Spot]) -> Window? {
    guard spots.count > 2 else { return nil }
    let (left, right) = middle(spots.map { ($0.x, $0.venue.articles) })
    let (top, bottom) = middle(spots.map { ($0.y, $0.venue.articles) })
    var width = max((right - left) * 13 / 10, (bottom - top) * 13 / 10 * 2, 32_000)
    width = min(width, size.width * 100)
    guard width < size.width * 55 else { return nil }
    let height = width / 2
    return Window(
      x: min(max((left + right - width) / 2, 0), size.width * 100 - width),
      y: min(max((top + bottom - height) / 2, 0), size.height * 100 - height),
      width: width, height: height)
  }

  private static func middle(_ values: [(at: Int, weight: Int)]) -> (Int, Int) {
    let sorted = values.sorted { $0.at < $1.at }
    let all = sorted.reduce(0) { $0 + $1.weight }
    var low = sorted[0].at
    var high = low
    var sum = 0
    for value in sorted {
      if sum * 10 <= all { low = value.at }
      if sum * 10 < all * 9 { high = value.at }
      sum += value.weight
    }
    return (low, high)
  }

  /// The outline, for all maps of the page.
  static let definition = """
    <svg width="0" height="0" aria-hidden="true"><defs>\
    <path id="outline" class="land" d="\(WorldOutline.path)"/></defs></svg>
    """

  /// The map of a window.
  static func drawing(
    _ spots: [Spot], _ window: Window, classes: String, label: String, labels: Int
  ) -> String {
    let greatest = max(1, spots.map(\.venue.articles).max() ?? 1)
    // The greatest circle is a 32nd of the width; areas are as the articles.
    let largest = window.width / 32
    let smallest = window.width / 330
    var circles = ""
    for spot in spots {
      let articles = spot.venue.articles
      let radius = max(smallest, squareRoot(largest * largest / greatest * articles))
      circles += "\n<circle class=\"\(spot.venue.mainRole.rawValue)\" cx=\"\(units(spot.x))\" "
      circles += "cy=\"\(units(spot.y))\" r=\"\(units(radius))\"><title>"
      circles += "\(escaped(spot.venue.venue.name)), \(escaped(spot.venue.venue.country)): "
      circles += "\(counted(articles, "article")); \(roleList(spot.venue))</title></circle>"
    }
    return """
      <svg class="\(classes)" role="img" aria-label="\(escaped(label))" viewBox="\
      \(units(window.x)) \(units(window.y)) \(units(window.width)) \(units(window.height))">\
      <use href="#outline"/>\(circles)\(names(spots, window, largest, greatest, labels))</svg>
      """
  }

  /// Names beside the greatest circles, as long as they do not run into each other.
  private static func names(
    _ spots: [Spot], _ window: Window, _ largest: Int, _ greatest: Int, _ limit: Int
  ) -> String {
    let size = window.width / 72
    var taken: [(left: Int, top: Int, right: Int, bottom: Int)] = []
    var html = ""
    for spot in spots where taken.count < limit {
      let radius = squareRoot(largest * largest / greatest * spot.venue.articles)
      let left = spot.x + radius + size / 3
      let width = spot.venue.venue.name.count * size * 6 / 10
      let box = (left, spot.y - size / 2, left + width, spot.y + size / 2)
      let fits = taken.allSatisfy {
        box.0 > $0.right || box.2 < $0.left || box.1 > $0.bottom || box.3 < $0.top
      }
      let isInside =
        spot.x >= window.x && box.2 <= window.x + window.width && box.1 >= window.y
        && box.3 <= window.y + window.height
      guard fits && isInside else { continue }
      taken.append((box.0, box.1, box.2, box.3))
      html += "\n<text x=\"\(units(left))\" y=\"\(units(spot.y + size / 3))\" "
      html += "font-size=\"\(units(size))\">\(escaped(spot.venue.venue.name))</text>"
    }
    return html
  }

  private static func roleList(_ venue: VenueCount) -> String {
    zip(VenueRole.allCases, venue.roles).filter { $0.1 > 0 }
      .map { "\($0.0.rawValue) \(grouped($0.1))" }.joined(separator: ", ")
  }

  /// The integer part of a square root (Newton).
  static func squareRoot(_ value: Int) -> Int {
    guard value > 1 else { return max(0, value) }
    var root = value
    var next = (root + 1) / 2
    while next < root {
      root = next
      next = (root + value / root) / 2
    }
    return root
  }
}
