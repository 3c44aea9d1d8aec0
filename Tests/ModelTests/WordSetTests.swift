// Closed classes of words, asked by hash.

import Model
import Testing

@Suite struct WordSetTests {
  private func hash(_ word: String) -> UInt64 { Folding.hash(of: word.utf8) }

  @Test func aSetHoldsItsWordsInEverySpelling() {
    let set = WordSet("said  told\nadded")
    for word in ["said", "Said", "TOLD", "added"] { #expect(set.contains(hash(word))) }
    for word in ["say", "", "saidtold"] { #expect(!set.contains(hash(word))) }
    #expect(!set.contains(0))
  }

  @Test func classesOfAWordAddUp() {
    let map = WordMap([("one two", 1), ("two three", 2)])
    #expect(map[hash("one")] == 1)
    #expect(map[hash("two")] == 3)
    #expect(map[hash("three")] == 2)
    #expect(map[hash("four")] == 0)
  }

  @Test func anEmptyMapHoldsNothing() {
    #expect(WordMap([])[hash("one")] == 0)
  }

  @Test func thousandsOfWordsAreAllFound() {
    let words = (0..<5_000).map { "word\($0)" }
    let map = WordMap([(words.joined(separator: " "), 4)])
    #expect(words.allSatisfy { map[hash($0)] == 4 })
    #expect((5_000..<9_000).allSatisfy { map[hash("word\($0)")] == 0 })
  }
}
