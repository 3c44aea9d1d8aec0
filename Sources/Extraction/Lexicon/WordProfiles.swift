// What is known of single words: one look-up in a small table where the big ones are far away.

import Model

/// What is known of a word wherever it stands.
struct WordProfile {
  /// Hash of the folded word; 0 in an empty place.
  var hash: UInt64 = 0
  /// Senses of the word alone.
  var summary = PhraseSummary.none
  /// The phrase of the word alone, or -1.
  var phrase: Int32 = -1
  /// Bits of ``SpeechWord``.
  var speech: UInt32 = 0
  /// How the word must be written to be its phrase.
  var rule = LexiconFormat.CaseRule.any
  /// ``TokenMarks`` that the word bears in lower case.
  var lowerMarks: UInt8 = 0
  /// ``TokenMarks`` that the word bears however it is written.
  var marks: UInt8 = 0
  /// Longer phrases go on from here.
  var hasLonger = false
  /// Some of them may be written in lower case.
  var hasLongerLower = false
}

/// A worker's table of the words that it met last.
///
/// A text's words are few: nine of ten look-ups end here, in the processor's second cache, where
/// slots, summaries, rules and word classes would be a miss in the third one each.
final class WordProfiles {
  private let lexicon: Lexicon
  private let places: UnsafeMutablePointer<WordProfile>

  /// A power of two; 32 bytes each.
  private static let size = 8192

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    places = .allocate(capacity: WordProfiles.size)
    places.initialize(repeating: WordProfile(), count: WordProfiles.size)
  }

  deinit { places.deallocate() }

  /// The profile of a word, whose hash is not 0.
  @inline(__always)
  func profile(of hash: UInt64) -> WordProfile {
    let place = Int(truncatingIfNeeded: hash) & (WordProfiles.size - 1)
    if places[place].hash == hash { return places[place] }
    let profile = WordProfiles.make(hash, lexicon)
    places[place] = profile
    return profile
  }

  @inline(never)
  private static func make(_ hash: UInt64, _ lexicon: Lexicon) -> WordProfile {
    var profile = WordProfile()
    profile.hash = hash
    if let found = lexicon.find(hash) {
      profile.hasLonger = found.hasLonger(isCapitalized: true)
      profile.hasLongerLower = found.hasLonger(isCapitalized: false)
      if found.phrase >= 0 {
        profile.phrase = found.phrase
        profile.summary = lexicon.summary(ofPhrase: found.phrase)
        profile.rule = lexicon.rule(ofPhrase: found.phrase)
      }
    }
    if TagWindows.particles.contains(hash) { profile.summary.bits |= PhraseSummary.particle }
    if TagWindows.connectors.contains(hash) { profile.summary.bits |= PhraseSummary.connector }
    profile.speech = SpeechWord.table[hash]
    if profile.summary.hasAny(nominalKinds) { profile.marks |= TokenMarks.nominal }
    if profile.speech & AttributionFinder.cues != 0 { profile.marks |= TokenMarks.cue }
    if NumberWord.value(hash) != nil { profile.marks |= TokenMarks.number }
    if TimeWord.table[hash] & TimeWord.triggers != 0 { profile.marks |= TokenMarks.time }
    profile.lowerMarks = profile.marks
    if profile.summary.hasAny(PhraseMatcher.known) { profile.lowerMarks |= TokenMarks.known }
    return profile
  }

  private static let nominalKinds = PhraseSummary.mask(.vocabulary, .title)
}
