// The names of months, as datelines and publication dates write them.

import Model

/// English months by the folded hash of their name: january, jan, sept.
enum Months {
  /// 1 to 12, or 0 for every other word.
  static let numbers = WordMap([
    ("january jan", 1), ("february feb", 2), ("march mar", 3), ("april apr", 4), ("may", 5),
    ("june jun", 6), ("july jul", 7), ("august aug", 8), ("september sept sep", 9),
    ("october oct", 10), ("november nov", 11), ("december dec", 12),
  ])

  /// The month that a word's hash names.
  static func number(_ hash: UInt64) -> Int? {
    let number = numbers[hash]
    return number == 0 ? nil : Int(number)
  }
}
