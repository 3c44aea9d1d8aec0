// What is known of one article while it is analysed: every extractor reads it and adds to it.

import Model

/// An article in the making of its record. All positions are tokens.
struct Analysis: ~Copyable {
  private(set) var article: Article
  let lexicon: Lexicon
  /// One for each token: what the lexicon says there.
  private(set) var entries: [TokenEntry] = []
  /// What each token can begin or be.
  private(set) var marks = TokenMarks()
  /// One for each token: bits of ``SpeechWord``.
  private(set) var speech: [UInt32] = []
  /// One for each token: the index of its sentence.
  var sentenceOfToken: [Int32] = []
  /// The names that the tagger found, in order, without overlaps.
  var names: [NameSpan] = []
  /// Mentions of actors and places, in order after ``sortMentions()``.
  var mentions: [MentionDraft] = []
  var actors: [ActorDraft] = []
  /// Further forms of the actors' names, in the order in which they were met.
  var aliases: [ActorAlias] = []
  var venues: [VenueDraft] = []
  var statements: [StatementDraft] = []
  var figures: [FigureDraft] = []
  var times: [TimeDraft] = []
  /// One for each token: the index into ``mentions`` of the mention that covers it, or -1.
  var mentionOfToken: [Int32] = []

  /// An analysis of nothing yet.
  init(lexicon: Lexicon) {
    article = Article(raw: RawArticle(archive: "", ordinal: 0, text: []), id: "")
    self.lexicon = lexicon
  }

  /// Begins with another article: has the matcher read it, and takes over what it found. All arrays
  /// keep their memory.
  mutating func begin(_ article: Article, _ matcher: inout PhraseMatcher) {
    self.article = article
    matcher.match(article, &entries, &marks, &speech)
    names.removeAll(keepingCapacity: true)
    mentions.removeAll(keepingCapacity: true)
    actors.removeAll(keepingCapacity: true)
    aliases.removeAll(keepingCapacity: true)
    venues.removeAll(keepingCapacity: true)
    statements.removeAll(keepingCapacity: true)
    figures.removeAll(keepingCapacity: true)
    times.removeAll(keepingCapacity: true)
    countTokens()
  }

  private mutating func countTokens() {
    let count = article.tokens.count
    sentenceOfToken.removeAll(keepingCapacity: true)
    sentenceOfToken.reserveCapacity(count)
    for (index, sentence) in article.sentences.enumerated() {
      sentenceOfToken.append(contentsOf: repeatElement(Int32(index), count: sentence.count))
    }
    mentionOfToken.removeAll(keepingCapacity: true)
    mentionOfToken.append(contentsOf: repeatElement(-1, count: count))
  }

  var tokens: [Token] { article.tokens }

  /// Orders the mentions, longest first where two begin together, drops those that overlap an
  /// earlier one, and fills ``mentionOfToken``.
  mutating func sortMentions() {
    mentions.sort {
      $0.tokens.lowerBound != $1.tokens.lowerBound
        ? $0.tokens.lowerBound < $1.tokens.lowerBound
        : $0.tokens.upperBound > $1.tokens.upperBound
    }
    mentionOfToken.withUnsafeMutableBufferPointer { out in
      out.update(repeating: -1)
      for (index, mention) in mentions.enumerated() {
        for token in mention.tokens where out[Int(token)] < 0 { out[Int(token)] = Int32(index) }
      }
    }
  }

  /// The text of tokens, as later stages read it.
  func text(_ range: Range<Int32>) -> String {
    guard let first = range.first else { return "" }
    let start = Int(article.tokens[Int(first)].start)
    let end = Int(article.tokens[Int(range.upperBound) - 1].end)
    return String(decoding: article.text[start..<end], as: UTF8.self)
  }

  /// The text of tokens with single spaces where the text has any white space.
  func flatText(_ range: Range<Int32>) -> String {
    if isFlat(range) { return text(range) }
    var out: [UInt8] = []
    for index in range {
      let token = article.tokens[Int(index)]
      if token.flags.contains(.spaceBefore), !out.isEmpty { out.append(0x20) }
      out.append(contentsOf: article.text[Int(token.start)..<Int(token.end)])
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether nothing but single spaces stands between tokens.
  private func isFlat(_ range: Range<Int32>) -> Bool {
    guard var end = range.first.map({ article.tokens[Int($0)].end }) else { return true }
    for index in range.dropFirst() {
      let token = article.tokens[Int(index)]
      guard token.start == end || token.start == end + 1 && article.text[Int(end)] == 0x20 else {
        return false
      }
      end = token.end
    }
    return true
  }

  /// A hash of the folded words of tokens: equal for equal names.
  func nameHash(_ range: Range<Int32>) -> UInt64 {
    var state: UInt64 = 0x51
    for index in range {
      let hash = article.tokens[Int(index)].hash
      if hash != 0 { state = LexiconFormat.advance(state, hash) }
    }
    return state
  }

  /// A hash of the very bytes of tokens.
  func formHash(_ range: Range<Int32>) -> UInt64 {
    guard let first = range.first else { return 0 }
    let start = Int(article.tokens[Int(first)].start)
    let end = Int(article.tokens[Int(range.upperBound) - 1].end)
    var hash = WordHash()
    for at in start..<end {
      hash.add(article.text[at])
    }
    return hash.value
  }

  /// The hash of a token's folded word; 0 for marks.
  @inline(__always)
  func hash(_ index: Int) -> UInt64 {
    index >= 0 && index < article.tokens.count ? article.tokens[index].hash : 0
  }

  /// Scalars of the original text that tokens cover.
  func span(_ range: Range<Int32>) -> Span {
    guard !range.isEmpty else { return Span(0, 0) }
    return Span(
      article.offsets.scalar(of: article.tokens[Int(range.lowerBound)].start),
      article.offsets.scalar(of: article.tokens[Int(range.upperBound) - 1].end))
  }
}

/// A name that the tagger found.
struct NameSpan: Hashable {
  enum Kind: UInt8 {
    case person, organization, place, nationality
  }

  var tokens: Range<Int32>
  var kind: Kind
}

/// A mention before it becomes part of the record.
struct MentionDraft {
  var tokens: Range<Int32>
  var kind: Mention.Kind
  /// Index into ``Analysis/actors``.
  var actor: Int32 = -1
  /// Index into ``Analysis/venues``.
  var venue: Int32 = -1
  var metonym = false
}

/// A statement before it becomes part of the record.
struct StatementDraft {
  var mode: Statement.Mode
  /// With the quotation marks inside.
  var content: [Range<Int>]
  var source: Range<Int32>?
  var cue: Range<Int32>?
  var speaker: Int32 = -1
  var via: Int32 = -1
  var venue: Int32 = -1
  var addressee: Int32 = -1
}

/// A figure before it becomes part of the record.
struct FigureDraft {
  var tokens: Range<Int32>
  var low: Int
  var high: Int?
  var qualifier: Figure.Qualifier
  var measure: Figure.Measure
  var subject: Range<Int32>?
  var source: Int32 = -1
  var venue: Int32 = -1
  var from: Int32 = -1
  var to: Int32 = -1
  var since: String?
}

/// A time expression before it becomes part of the record.
struct TimeDraft {
  var tokens: Range<Int32>
  var type: TimeExpression.Kind
  var value: String
}
