// Which classes, ids and phrases mark what stands around an article.

/// Names and phrases of pages' furniture.
enum HTMLNames {
  /// Words that classes and ids of boxes outside the article's text are made of.
  private static let words: Set<String> = [
    "ad", "ads", "adslot", "adunit", "adbox", "advert", "advertisement", "advertising", "adverts",
    "sponsor", "sponsored", "promo", "promos", "promoted", "promotion", "related", "recommended",
    "recommendation", "recommendations", "trending", "popular", "mostread", "mostpopular", "share",
    "shares", "sharing", "sharebar", "sharethis", "addthis", "social", "socials", "comment",
    "comments", "disqus", "newsletter", "newsletters", "subscribe", "subscription", "signup",
    "paywall", "cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "sidebar",
    "sidebars", "footer", "nav", "navbar", "navigation", "menu", "toolbar", "masthead", "byline",
    "bylines", "bio", "credit", "credits", "caption", "captions", "wp-caption", "timestamp",
    "dateline-time", "tags", "taglist", "topics", "keywords", "copyright", "disclaimer", "widget",
    "widgets", "outbrain", "taboola", "popup", "modal", "overlay", "pagination", "pager", "poll",
    "quiz", "donate", "donation", "login", "rating", "ratings", "gallery", "slideshow", "carousel",
    "player", "tweet", "instagram", "whatsapp", "pullquote", "toc", "teaser", "teasers", "alsoread",
    "readmore", "readnext", "upnext", "outlinks", "skiplink", "hatnote", "ticker", "pubdate",
    "authors", "authorbox", "followus", "sitemap", "colophon",
  ]
  /// The few of them that also mark spans in the running text.
  private static let inlineWords: Set<String> = [
    "caption", "captions", "credit", "credits", "timestamp", "byline", "ad", "share", "copyright",
  ]
  /// Pairs of words that say together what they do not say alone.
  private static let pairs: Set<String> = [
    "most-read", "most-viewed", "read-more", "read-next", "read-also", "also-read", "more-stories",
    "more-on", "more-from", "more-news", "up-next", "sr-only", "visually-hidden", "screen-reader",
    "author-bio", "author-box", "author-info", "author-name", "article-meta", "post-meta",
    "entry-meta", "story-meta", "meta-info", "meta-data", "skip-link", "skip-to", "pull-quote",
    "in-brief", "follow-us", "sign-up", "print-only", "story-date", "article-date", "post-date",
    "entry-date", "publish-date", "published-date", "post-tags", "top-stories", "latest-news",
    "email-form", "site-header", "page-header", "global-header",
  ]

  /// Whether the names of an element say that it is no part of an article.
  static func ofBoilerplate(_ node: HTMLTree.Node, _ isInline: Bool) -> Bool {
    for value in [node.attribute("class"), isInline ? nil : node.attribute("id")] {
      guard let value, !value.isEmpty else { continue }
      // Every class on its own: the pairs do not reach from one to the next.
      for name in value.split(whereSeparator: isSpace) {
        let parts = split(name)
        if isInline {
          if parts.contains(where: inlineWords.contains) || isPair(parts) { return true }
        } else if parts.contains(where: words.contains) || isPair(parts) {
          return true
        }
      }
    }
    return false
  }

  private static func isPair(_ parts: [String]) -> Bool {
    zip(parts, parts.dropFirst()).contains { pairs.contains("\($0)-\($1)") }
  }

  /// The words of a name: `relatedArticles` and `related-articles__list` alike.
  private static func split(_ name: ArraySlice<UInt8>) -> [String] {
    var parts: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }
    for byte in name.prefix(128) {
      let isUpper = (0x41...0x5a).contains(byte)
      if !isLetter(byte) || (isUpper && wasLower) {
        if !word.isEmpty { parts.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetter(byte) { word.append(byte | 0x20) }
      wasLower = isLetter(byte) && !isUpper
    }
    if !word.isEmpty { parts.append(String(decoding: word, as: UTF8.self)) }
    return parts
  }

  // MARK: - Phrases

  /// Beginnings of short blocks that are not the article's, lower case.
  private static let phrases = [
    "advertisement", "read more", "read also", "also read", "see also", "read next", "related:",
    "related stor", "related article", "more on this", "more from", "more stories", "most read",
    "most popular", "recommended", "share this", "share on", "share via", "follow us", "sign up",
    "subscribe", "click here", "copyright", "©", "(c) ", "all rights reserved", "image credit",
    "image source", "image caption", "photo:", "photo by", "photograph:", "image:", "picture:",
    "watch:", "listen:", "video:", "by continuing", "we use cookies", "this site uses cookies",
    "get the latest", "download our", "download the app", "join our", "support our",
    "enter your email", "your email", "print this", "email this", "leave a comment",
    "leave a reply", "what do you think?", "have your say", "tags:", "topics:", "filed under",
    "story continues", "article continues", "continue reading", "skip to", "back to top",
    "contact us", "got a tip", "do you have a story", "to read the full", "sponsored", "– advert",
    "-- advert", "thank you for", "you may also like", "you might also like", "up next",
    "trending", "latest news", "first published", "last modified", "last updated",
    "minute read", "min read", "editor's pick", "editors' pick", "in pictures:", "in this article",
    "for more news", "for more information", "send feedback", "report an error", "comments (",
    "no comments", "log in",
    "create an account", "already a subscriber", "register now", "donate", "listen to this",
    "this article is free", "save this", "gift this",
  ]
  /// Beginnings of lines that say when or by whom, when little follows.
  private static let lineHeads = ["by ", "published", "updated", "posted", "from ", "author:"]

  /// Whether a block is furniture by its words.
  static func isPhrase(_ text: [UInt8]) -> Bool {
    guard text.count <= 200 else { return false }
    let lower = lowercased(text)
    if phrases.contains(where: { lower.starts(with: $0.utf8) }) { return true }
    // A line such as `By Jane Doe, Chief Correspondent` is no sentence.
    let isSentence = endsSentence(text)
    return text.count <= 90 && !isSentence
      && lineHeads.contains { lower.starts(with: $0.utf8) }
  }

  /// Whether a block with links ends with what to click on.
  static func isCall(_ text: [UInt8]) -> Bool {
    guard text.count <= 400 else { return false }
    let end = lowercased(text.suffix(24)).filter { (0x61...0x7a).contains($0) || $0 == 0x20 }
    let calls = [
      "subscribe", "subscribe here", "subscribe now", "sign up", "sign up here", "sign up now",
      "read more", "read more here", "click here", "learn more", "find out more", "join here",
    ]
    return calls.contains { end.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// Whether a sentence ends in the text, at its end or before more of it.
  static func hasSentence(_ text: [UInt8]) -> Bool {
    if endsSentence(text) { return true }
    let marks = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")]
    return zip(text, text.dropFirst()).contains { marks.contains($0) && isSpace($1) }
  }

  /// Whether the text ends as sentences do, quotation marks and brackets aside.
  static func endsSentence(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    let closing: [[UInt8]] = ["\"", "'", ")", "]", "”", "’", "»"].map { Array($0.utf8) }
    while let mark = closing.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
      rest = rest.dropLast(mark.count)
    }
    guard let last = rest.last else { return false }
    return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":")]
      .contains(last) || rest.suffix(3).elementsEqual("…".utf8)
  }
}
