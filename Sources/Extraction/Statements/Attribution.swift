// One attribution in the making: source, cue and content as token ranges.

/// What an attribution clause says, before its speaker is resolved.
struct Attribution {
  var cue: Range<Int>
  var source: Range<Int>?
  var content: [Range<Int>]
  /// Where the attribution clause itself lies: venue and addressee are looked for here.
  var clause: Range<Int>
  var addressee: Range<Int>?
  /// Who carried the words.
  var via: Range<Int>?
  /// The content lies before the attribution or on both sides of it.
  var isAfter = false
  /// The content is an indirect clause that a later cue of the sentence may cut short.
  var isOpenEnded = false
}
