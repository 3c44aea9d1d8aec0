// Turns a word for the inhabitants of a country into the forms that news use.

import Foundation

/// Rules of English for words such as Syrian, Chinese, Pole.
enum Demonym {
  /// Words in a nationality field of the World Factbook, without its remarks.
  static func parse(_ field: String) -> [String] {
    guard field != "none", !field.contains("note") else { return [] }
    var plain = ""
    var depth = 0
    for character in field {
      if character == "(" { depth += 1 }
      if depth == 0 { plain.append(character) }
      if character == ")" { depth = max(0, depth - 1) }
    }
    return plain.replacing(" or ", with: ",").replacing(";", with: ",").split(separator: ",")
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { word in
        word.first?.isUppercase ?? false && word.split(separator: " ").count <= 4
          && !word.contains(":")
      }
  }

  /// The word and its plural, where English makes one with -s.
  static func forms(_ word: String) -> [String] {
    guard !word.isEmpty else { return [] }
    let plain = asciiForm(word)
    let both = plain == word ? [word] : [word, plain]
    // French, British, Chinese, Swiss, Afghan are adjectives; only the last has a plural in -s.
    for ending in ["ese", "ish", "ch", "ss", "oise"] where plain.hasSuffix(ending) { return both }
    let takesPlural = ["n", "i", "er", "o", "ne", "te", "t", "ian", "ine", "ah"]
      .contains { plain.hasSuffix($0) }
    guard takesPlural, !plain.hasSuffix("men"), plain.hasSuffix("German") || !plain.hasSuffix("man")
    else { return both }
    return both + both.map { $0.hasSuffix("s") ? $0 : $0 + "s" }
  }
}
