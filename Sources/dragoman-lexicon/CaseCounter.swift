// Counts upper and lower case of words where the case says something about the word.

import Foundation

/// Walks through texts sentence by sentence.
struct CaseCounter {
  /// The counts of each folded word so far.
  private(set) var counts: [String: WordsTable.Counts] = [:]

  /// A run of letters and the way it is written.
  private struct Word {
    let text: String
    let isCapitalized: Bool
    let isUpper: Bool
    let startsSentence: Bool
  }

  /// Adds a text.
  mutating func count(_ text: String) {
    var sentence: [Word] = []
    var word = String.UnicodeScalarView()
    var startsSentence = true
    var newlines = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic {
        word.append(scalar)
        newlines = 0
        continue
      }
      if !word.isEmpty {
        // A letter after an apostrophe or hyphen ("don't", "Jean-Marie") is a word of its own,
        // too short or too rare to matter.
        sentence.append(Self.word(word, startsSentence: startsSentence))
        word.removeAll()
        startsSentence = false
      }
      newlines = scalar == "\n" ? newlines + 1 : scalar == " " ? newlines : 0
      switch scalar {
      case ".", "?", "!", "…":
        flush(&sentence)
        startsSentence = true
      case ":", ";", "\"", "“", "”", "‘", "(", "[", "•", "—", "–", "|", "/", "*":
        startsSentence = true
      case "\n" where newlines >= 2:
        flush(&sentence)
        startsSentence = true
      default: break
      }
    }
    if !word.isEmpty { sentence.append(Self.word(word, startsSentence: startsSentence)) }
    flush(&sentence)
  }

  private static func word(_ scalars: String.UnicodeScalarView, startsSentence: Bool) -> Word {
    let isUpper = scalars.count > 1 && scalars.allSatisfy { $0.properties.isUppercase }
    return Word(
      text: fold(String(scalars)), isCapitalized: scalars.first?.properties.isUppercase ?? false,
      isUpper: isUpper, startsSentence: startsSentence)
  }

  /// Counts a finished sentence unless it is a headline in capitals or title case.
  private mutating func flush(_ sentence: inout [Word]) {
    defer { sentence.removeAll() }
    let long = sentence.filter { $0.text.utf8.count >= 4 }
    let capitalized = long.filter(\.isCapitalized).count
    if long.count >= 3 && capitalized * 10 > long.count * 7 { return }
    for (index, word) in sentence.enumerated() where word.text.utf8.count >= 2 {
      if !word.isCapitalized {
        counts[word.text, default: .init()].lower += 1
      } else if !word.startsSentence {
        let before = index > 0 && sentence[index - 1].isUpper
        let after = index + 1 < sentence.count && sentence[index + 1].isUpper
        // Several capitals in a row are a dateline or a heading.
        if word.isUpper && (before || after) { continue }
        counts[word.text, default: .init()].capital += 1
      }
    }
  }
}
