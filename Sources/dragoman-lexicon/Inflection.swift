// Makes the forms of regular English verbs.

import Foundation

/// Spelling rules of English verb endings.
enum Inflection {
  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
  /// Verbs of two syllables that double their last consonant.
  private static let doubled: Set<String> = ["admit", "concur", "refer", "rebut", "regret", "quip"]

  /// The infinitive and its forms in -s, -ed and -ing.
  static func forms(_ verb: String) -> [String] {
    let words = verb.split(separator: "-")
    guard let last = words.last.map(String.init) else { return [] }
    let prefix = words.dropLast().map { $0 + "-" }.joined()
    return regular(last).map { prefix + $0 }
  }

  private static func regular(_ verb: String) -> [String] {
    let letters = Array(verb)
    guard letters.count > 2 else { return [verb] }
    let last = letters[letters.count - 1]
    let before = letters[letters.count - 2]
    if last == "e" {
      let stem = String(verb.dropLast())
      return [verb, verb + "s", verb + "d", (before == "e" ? verb : stem) + "ing"]
    }
    if last == "y" && !vowels.contains(before) {
      let stem = String(verb.dropLast())
      return [verb, stem + "ies", stem + "ied", verb + "ing"]
    }
    if ["s", "x", "z"].contains(last) || verb.hasSuffix("ch") || verb.hasSuffix("sh") {
      return [verb, verb + "es", verb + "ed", verb + "ing"]
    }
    let isShort = letters.filter { vowels.contains($0) }.count == 1
    let isClosed =
      vowels.contains(before) && !vowels.contains(letters[letters.count - 3])
      && !["w", "x", "y"].contains(last) && !vowels.contains(last)
    if doubled.contains(verb) || (isShort && isClosed) {
      let stem = verb + String(last)
      return [verb, verb + "s", stem + "ed", stem + "ing"]
    }
    return [verb, verb + "s", verb + "ed", verb + "ing"]
  }

  /// The verb of which a word is a form.
  static func lemma(_ form: String, among verbs: Set<String>) -> String? {
    for ending in ["ing", "ed", "es", "s", "d"] where form.hasSuffix(ending) {
      let stem = String(form.dropLast(ending.count))
      for verb in [stem, stem + "e", stem + "y"] where verbs.contains(verb) { return verb }
    }
    return nil
  }
}
