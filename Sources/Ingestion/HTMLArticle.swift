// Reads one page as an article: encoding, facts about it, and its main text.

import Model

/// Turns the bytes of an HTML page into an article.
struct HTMLArticle {
  /// The largest page that is parsed: a tree takes many times the bytes of its page.
  static let maxPageBytes = 4 << 20

  private let maxBytes: Int
  /// What pages are in that do not say it themselves.
  private let fallback: Charset?

  init(options: IngestOptions) {
    maxBytes = min(Self.maxPageBytes, options.maxArticleBytes)
    fallback = options.encoding.flatMap { Charset(label: $0.utf8) }
  }

  /// The article on a page; without provenance.
  ///
  /// Throws `not_article` for a page without one (a front page, a form), `other_language` for one
  /// that says it is not in English, `too_large` and `too_deep` for pages that no publisher writes.
  ///
  /// - Parameters:
  ///   - label: the encoding that the page came labelled with.
  ///   - address: where the page was found; the page may know a better one.
  func read(
    _ bytes: [UInt8], label: Charset?, address: String?
  ) throws(Refusal) -> RawArticle {
    guard bytes.count <= maxBytes else {
      throw Refusal(.tooLarge, "\(bytes.count) bytes of HTML, of at most \(maxBytes)")
    }
    let (text, encoding) = Self.decoded(bytes, label: label ?? Self.declared(bytes) ?? fallback)
    guard let tree = HTMLTree(text.text), let root = tree.root else {
      throw Refusal(.notArticle, "the page is empty")
    }
    if tree.isTooDeep { throw Refusal(.tooDeep, "elements lie too deep inside one another") }
    let facts = HTMLMetadata(root)
    let language = facts.language
    guard
      language.isEmpty || language.elementsEqual("en".utf8)
        || language.elementsEqual("eng".utf8)
    else {
      throw Refusal(.otherLanguage, "the page says its language is \(printable(language))")
    }
    var parts = ArticleParts()
    parts.hasText = true
    parts.text = MainText(HTMLBlocks(root)).text()
    // Some pages build their text by script, from what they also give to machines.
    let body = facts.body
    if body.count > parts.text.count * 3 { parts.text = Self.withoutTags(body) }
    if parts.text.isEmpty { throw Refusal(.notArticle, "the page has no main text") }
    parts.title = facts.title
    parts.published = facts.published
    parts.source = facts.outlet
    parts.url = facts.address
    if parts.url.isEmpty, let address { parts.url = Array(address.utf8) }
    if parts.published.isEmpty { parts.published = Self.day(inAddress: parts.url) }
    if parts.source.isEmpty { parts.source = Self.host(parts.url) }
    var article = try parts.article()
    article.encoding = encoding == .utf8 ? nil : encoding.name
    article.repairs = text.repairs
    return article
  }

  /// The page in UTF-8, and what it was in: a mark at its start, its label, its own word for it, or its bytes decide.
  static func decoded(
    _ bytes: [UInt8], label: Charset?
  ) -> (text: Charset.Decoded, encoding: Charset) {
    if let (charset, width) = Charset.marked(bytes) {
      return (charset.decode(Array(bytes[width...])), charset)
    }
    let charset = TextEncoding.charset(of: bytes, label: label)
    return (charset.decode(bytes), charset)
  }

  /// The encoding that the page names in its first bytes.
  private static func declared(_ bytes: [UInt8]) -> Charset? {
    let head = Array(bytes.prefix(4096))
    if let found = HeaderLines.charset(in: head) { return found }
    // XHTML may have it in its first line.
    return XML.encoding(in: head)
  }

  /// Elements of text; anything else in angle brackets is text: news mark shares as `<ABC.L>`.
  private static let textElements = Set(
    [
      "p", "br", "div", "span", "a", "b", "i", "u", "em", "strong", "small", "ul", "ol", "li", "h1",
      "h2", "h3", "h4", "blockquote", "img", "figure", "figcaption", "table", "tr", "td", "th",
      "hr", "sup", "sub", "pre",
    ].map { Array($0.utf8) })

  /// Text that may be HTML, without its tags and with its references decoded; paragraphs are parted.
  static func withoutTags(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    var isHTML = false
    while index < text.count {
      guard text[index] == 0x3c, let tag = textTag(text, at: index) else {
        out.append(text[index])
        index += 1
        continue
      }
      // A start tag alone may be a share: `<EM>`, `<UL>`.
      isHTML = isHTML || tag.isEnd || text[(index + 1)...].starts(with: "br".utf8)
      breakLine(tag.name, &out)
      index = tag.end
    }
    guard isHTML else { return text }
    var decoded: [UInt8] = []
    Entities.decode(out, into: &decoded)
    return decoded
  }

  /// The tag of an element of text at `index`: its name, and where it ends.
  private static func textTag(
    _ text: [UInt8], at index: Int
  ) -> (name: [UInt8], isEnd: Bool, end: Int)? {
    let rest = text[(index + 1)...]
    let isEnd = rest.first == UInt8(ascii: "/")
    let word = (isEnd ? rest.dropFirst() : rest).prefix(12).prefix {
      (0x61...0x7a).contains($0 | 0x20) || (0x30...0x39).contains($0)
    }
    let name = lowercased(word)
    guard textElements.contains(name), let next = text[word.endIndex...].first,
      next == 0x3e || next == 0x2f || isSpace(next),
      let close = text[word.endIndex...].prefix(4096).firstIndex(of: 0x3e)
    else { return nil }
    return (name, isEnd, close + 1)
  }

  /// Line ends for a tag that parts lines or paragraphs.
  private static func breakLine(_ name: [UInt8], _ out: inout [UInt8]) {
    switch String(decoding: name, as: UTF8.self) {
    case "br": out.append(0x0a)
    case "p", "div", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "tr", "figure":
      if !out.isEmpty, !out.suffix(2).elementsEqual([0x0a, 0x0a]) { out += [0x0a, 0x0a] }
    default: break
    }
  }

  /// The day in an address such as `…/2019/03/15/title`; empty when there is none.
  private static func day(inAddress url: [UInt8]) -> [UInt8] {
    let parts = url.split(separator: UInt8(ascii: "/"))
    func number(_ part: ArraySlice<UInt8>, _ width: ClosedRange<Int>) -> Int? {
      guard width.contains(part.count) else { return nil }
      return Int(String(decoding: part, as: UTF8.self))
    }
    for index in parts.indices.dropLast(2) {
      guard let year = number(parts[index], 4...4), (1990...2100).contains(year),
        let month = number(parts[index + 1], 1...2), (1...12).contains(month),
        let day = number(parts[index + 2], 1...2), (1...31).contains(day)
      else { continue }
      return Array("\(year)-\(month)-\(day)".utf8)
    }
    return []
  }

  /// The host of an address, without `www.`.
  private static func host(_ url: [UInt8]) -> [UInt8] {
    guard let scheme = url.firstIndex(of: UInt8(ascii: ":")),
      url[scheme...].starts(with: "://".utf8)
    else { return [] }
    let host = lowercased(
      url[(scheme + 3)...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") })
    return Array(host.starts(with: "www.".utf8) ? host.dropFirst(4) : host[...])
  }
}
