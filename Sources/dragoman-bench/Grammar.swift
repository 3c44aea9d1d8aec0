// The made-up news of the benchmark: sentences with names, numbers and quotations in their places.

/// Composes articles from templates; the same seed gives the same bytes everywhere.
struct Grammar {
  private var random: SplitMix
  private(set) var count = 0
  private var cast = Cast()

  /// The few that one article is about: news repeats its names.
  private struct Cast {
    var people: [String] = []
    var cities: [String] = []
    var countries: [String] = []
    var nationalities: [String] = []
    var groups: [String] = []
  }

  private let month: Int

  /// - Parameter month: of all articles, 1 to 12: archives hold the news of a few weeks.
  init(seed: UInt64, month: Int) {
    random = SplitMix(state: seed)
    self.month = month
  }

  /// One article as a line of JSON; returns the bytes of its text.
  mutating func writeArticle(to line: inout [UInt8]) -> Int {
    count += 1
    choose()
    let day = 1 + random.below(28)
    var text = cast.cities[0].uppercased()
    text += random.below(2) == 0 ? ", \(Words.months[month - 1]) \(day) (" : " ("
    text += "\(random.pick(Words.agencies))) -- "
    // About 2.5 KB, give or take half.
    let length = 1300 + random.below(2400)
    while text.utf8.count < length {
      for _ in 0...random.below(3) { text += sentence() + " " }
      text.removeLast()
      text += "\n\n"
    }
    text.removeLast(2)
    let title = expand(random.pick(Words.headlines))
    let date = "2016-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    line += Array("{\"id\":\"bench-\(count)\",\"title\":\"\(escaped(title))\",".utf8)
    line += Array("\"published\":\"\(date)\",\"outlet\":\"\(random.pick(Words.outlets))\",".utf8)
    line += Array("\"text\":\"\(escaped(text))\"}\n".utf8)
    return text.utf8.count
  }

  private mutating func choose() {
    cast.people = (0..<(3 + random.below(4))).map { _ in
      random.below(3) != 0
        ? random.pick(Words.people)
        : "\(random.pick(Words.firstNames)) \(random.pick(Words.familyNames))"
    }
    cast.cities = (0..<(2 + random.below(4))).map { _ in random.pick(Words.cities) }
    cast.countries = (0..<(2 + random.below(3))).map { _ in random.pick(Words.countries) }
    cast.nationalities = (0..<(1 + random.below(3))).map { _ in random.pick(Words.nationalities) }
    cast.groups = (0..<(1 + random.below(3))).map { _ in random.pick(Words.groups) }
  }

  private mutating func sentence() -> String {
    // Two thirds of news are words that no table knows.
    if random.below(3) != 0 { return plainSentence() }
    return expand(random.pick(Words.templates))
  }

  private mutating func plainSentence() -> String {
    var words: [String] = []
    for _ in 0..<(6 + random.below(14)) {
      words.append(random.pick(Words.function))
      if random.below(2) == 0 { words.append(random.pick(Words.adjectives)) }
      words.append(random.pick(Words.nouns))
      if random.below(3) == 0 { words.append(random.pick(Words.verbs)) }
      if words.count > 22 { break }
    }
    words[0] = words[0].prefix(1).uppercased() + words[0].dropFirst()
    if random.below(4) == 0 { words[words.count / 2] += "," }
    return words.joined(separator: " ") + "."
  }

  /// Fills a template: `P` a person with title, `F` a full name, `L` a family name, `C` a city,
  /// `N` a country, `A` a nationality, `G` a group or organization, `n` a number, `D` a weekday,
  /// `S` a run of plain words, `$` a dollar sign; each after a dollar sign.
  private mutating func expand(_ template: String) -> String {
    var out = ""
    var isSlot = false
    for character in template {
      if !isSlot {
        if character == "$" { isSlot = true } else { out.append(character) }
        continue
      }
      isSlot = false
      switch character {
      case "P": out += "\(random.pick(Words.titles)) \(random.pick(cast.people))"
      case "F": out += random.pick(cast.people)
      case "L":
        out += random.pick(cast.people).split(separator: " ").last.map(String.init) ?? ""
      case "C": out += random.pick(cast.cities)
      case "N": out += random.pick(cast.countries)
      case "A": out += random.pick(cast.nationalities)
      case "G": out += random.pick(cast.groups)
      case "D": out += random.pick(Words.weekdays)
      case "$": out += "$"
      case "S":
        for index in 0..<(3 + random.below(6)) {
          out += (index > 0 ? " " : "") + random.pick(index % 2 == 0 ? Words.function : Words.nouns)
        }
      default:
        let number = 2 + random.below(random.below(3) == 0 ? 90_000 : 90)
        out +=
          number < 1000 ? "\(number)" : "\(number / 1000),\(String(1000 + number % 1000).suffix(3))"
      }
    }
    return out
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\"", "\\": out += "\\\(character)"
      case "\n": out += "\\n"
      default: out.append(character)
      }
    }
    return out
  }
}

/// Steele, Lea and Flood's SplitMix64.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % limit }

  mutating func pick(_ words: [String]) -> String { words[below(words.count)] }
}
