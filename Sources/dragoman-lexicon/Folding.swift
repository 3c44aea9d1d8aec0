// Reduces names to plain lower-case Latin letters so that spellings can be compared.

import Foundation

/// Letters that do not decompose into a base letter and a mark.
private let specialLetters: [Unicode.Scalar: String] = [
  "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
  "ə": "a", "ŋ": "n", "ħ": "h", "ŧ": "t", "ĸ": "k", "ɓ": "b", "ɗ": "d", "ƙ": "k",
  "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'", "ʹ": "'", "ʿ": "'", "ʾ": "'",
  "–": "-", "—": "-", "‐": "-", "‑": "-", "\u{A0}": " ",
]

/// Lower case, no diacritics, plain apostrophes and hyphens.
func fold(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
  var folded = ""
  for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
    if scalar.properties.generalCategory == .nonspacingMark { continue }
    if let special = specialLetters[scalar] {
      folded += special
    } else {
      folded.unicodeScalars.append(scalar)
    }
  }
  return folded
}

/// The folded text without apostrophes, with single spaces instead of other signs.
func key(_ text: String) -> String {
  var words: [String] = []
  var word = ""
  for scalar in fold(text).unicodeScalars {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      word.unicodeScalars.append(scalar)
    } else if scalar != "'" && !word.isEmpty {
      words.append(word)
      word = ""
    }
  }
  if !word.isEmpty { words.append(word) }
  return words.joined(separator: " ")
}

/// A key in the form used in identifiers: ASCII letters, digits and hyphens.
func slug(_ text: String) -> String {
  String(String.UnicodeScalarView(key(text).unicodeScalars.filter { $0.isASCII }))
    .split(separator: " ").joined(separator: "-")
}

/// Whether all letters are Latin.
func isLatin(_ text: String) -> Bool {
  var hasLetter = false
  for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
    let isLetter =
      scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value)
      || (0x2B0...0x2FF).contains(scalar.value) || scalar == "ə"
    guard isLetter else { return false }
    hasLetter = true
  }
  return hasLetter
}

/// The text without diacritics but with its capital letters.
func asciiForm(_ text: String) -> String {
  var plain = ""
  for character in text {
    let folded = fold(String(character))
    let isUpper = character.isUppercase && !folded.isEmpty
    plain += isUpper ? folded.prefix(1).uppercased() + folded.dropFirst() : folded
  }
  return plain
}
