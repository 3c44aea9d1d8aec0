// The numbers and the month of a written date, without its time of day.

import Model

/// Picks up to three numbers and a month's name from text, and leaves out times and zones.
struct DateScanner {
  /// A run of decimal digits.
  struct Number {
    var value = 0
    var digits = 0
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var first = Number()
  private(set) var second = Number()
  private(set) var third = Number()
  /// Numbers found; reading ends with the third, or with the second beside a month.
  private(set) var count = 0
  private(set) var month: Int?
  private(set) var hasSlash = false
  private var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func scan() {
    var hasTime = false
    while index < bytes.count, count < (month == nil ? 3 : 2) {
      let byte = bytes[index]
      if Self.isDigit(byte) {
        let number = digits()
        if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
          hasTime = true
          skipTime()
        } else {
          add(number)
          // 20161216T100000Z
          if count == 1, number.digits >= 8 { return }
        }
      } else if Self.isLetter(byte) {
        word()
      } else {
        index += 1
        if byte == UInt8(ascii: "/") { hasSlash = true }
        if byte == UInt8(ascii: "+") || (hasTime && byte == UInt8(ascii: "-")) { skipTime() }
      }
    }
  }

  private mutating func add(_ number: Number) {
    count += 1
    switch count {
    case 1: first = number
    case 2: second = number
    default: third = number
    }
  }

  private mutating func digits() -> Number {
    var number = Number()
    while index < bytes.count, Self.isDigit(bytes[index]) {
      // More digits than a date has: only their number matters.
      if number.digits < 18 { number.value = number.value * 10 + Int(bytes[index] - 0x30) }
      number.digits += 1
      index += 1
    }
    return number
  }

  private mutating func skipTime() {
    while index < bytes.count,
      Self.isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ":")
        || bytes[index] == UInt8(ascii: ".")
    {
      index += 1
    }
  }

  private mutating func word() {
    var hash = WordHash()
    while index < bytes.count, Self.isLetter(bytes[index]) {
      hash.add(bytes[index] | 0x20)
      index += 1
    }
    if month == nil { month = Months.number(hash.value) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }
}
