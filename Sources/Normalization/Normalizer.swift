// The normalization stage: a raw article becomes text, tokens, sentences, a day and a dateline.

package import Model

/// Turns raw articles into articles. One instance belongs to one worker.
package struct Normalizer: Sendable {
  private var lastField = ""
  private var lastDay: Day?
  private var lastArchive = ""
  private var lastArchiveDay: Day?

  package init() {}

  /// The article, or why it cannot be one: text without a word is rejected as `empty_text`.
  ///
  /// An article without an id gets `archive#ordinal`. The day comes from the field, else from the
  /// dateline with the year of the archive's name, else from the archive's name, or from that of
  /// the file in it; never from the clock.
  package mutating func normalize(_ raw: consuming RawArticle) -> Result<Article, Rejection> {
    let id = raw.id ?? "\(raw.archive)#\(raw.ordinal)"
    var article = Article(raw: raw, id: id)
    let source = article.raw.text
    article.raw.text = []

    // Offsets are 32 bits wide, and a repair makes three bytes of one.
    guard source.count < Int(Int32.max) / 3 - Article.padding else {
      return .failure(reject(article, .tooLarge, "\(source.count) bytes of text"))
    }

    var isASCII = UTF8Repair.isASCII(source)
    if isASCII {
      article.original = source
    } else {
      (article.original, article.repairs) = UTF8Repair.decode(source)
      isASCII = UTF8Repair.isASCII(article.original)
    }
    article.repairs += article.raw.repairs
    let form = TextNormalizer.normalize(article.original, isASCII: isASCII)
    article.text = form.text
    article.offsets = form.offsets
    article.repairs += form.repairs
    article.length = article.text.count - Article.padding
    if let title = article.raw.title {
      article.title = Mojibake.repaired(String(decoding: title, as: UTF8.self))
    }

    var found = Tokenizer.tokens(
      of: article.text, length: article.length,
      isWrapped: LineWrapping.isWrapped(article.text, length: article.length))
    // Moved, not shared: the splitter writes to them.
    swap(&article.tokens, &found.tokens)
    guard found.words > 0 else {
      return .failure(reject(article, .emptyText, "the text holds no word"))
    }
    article.isAllCapitals = found.words >= 4 && found.capitals * 10 > found.words * 6
    article.dateline = DatelineParser.parse(article.tokens, article.text)
    article.sentences = SentenceSplitter.split(
      &article.tokens, candidates: found.candidates, dateline: article.dateline)
    article.fingerprint = Self.fingerprint(
      article.tokens, from: Int(article.dateline?.tokens.upperBound ?? 0))
    setDay(&article)
    return .success(article)
  }

  private func reject(
    _ article: Article, _ reason: Rejection.Reason, _ detail: String
  ) -> Rejection {
    Rejection(
      archive: article.raw.archive, ordinal: article.raw.ordinal, member: article.raw.member,
      reason: reason, offset: 0, detail: detail)
  }

  /// Hash of the words and numbers from a token on: equal for copies under different datelines.
  private static func fingerprint(_ tokens: [Token], from body: Int) -> UInt64 {
    var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
    tokens.withUnsafeBufferPointer { tokens in
      for index in body..<max(body, tokens.count) where tokens[index].hash != 0 {
        hash = (hash ^ tokens[index].hash) &* 0x0000_0100_0000_01b3 &+ (hash >> 47)
      }
    }
    return Folding.finish(hash)
  }

  /// The day that a field names; archives hold many articles of one day.
  private mutating func dayField(_ written: String) -> Day? {
    if written != lastField {
      lastField = written
      lastDay = PublicationDate.parse(written)
    }
    return lastDay
  }

  private mutating func setDay(_ article: inout Article) {
    if let written = article.raw.published, let day = dayField(written) {
      article.published = day
      article.publishedFrom = .field
      return
    }
    if article.raw.archive != lastArchive {
      lastArchive = article.raw.archive
      lastArchiveDay = PublicationDate.find(inName: article.raw.archive)
    }
    // The path of a file in a tar is its article's id, and tells the day when the tar does not.
    let fromName = lastArchiveDay ?? PublicationDate.find(inName: article.id)
    if let dateline = article.dateline, let month = dateline.month, let number = dateline.day,
      let near = fromName
    {
      // The year nearest to the archive's day: a December dateline in a January archive.
      let year = near.civil.year
      let days = (year - 1...year + 1).compactMap { Day(year: $0, month: month, day: number) }
      if let day = days.min(by: { abs($0.number - near.number) < abs($1.number - near.number) }) {
        article.published = day
        article.publishedFrom = .dateline
        return
      }
    }
    if let fromName {
      article.published = fromName
      article.publishedFrom = .archive
    }
  }
}
