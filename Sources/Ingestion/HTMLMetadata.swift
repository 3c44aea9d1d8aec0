// What a page says about its article outside of the text: title, date, outlet, language, address.

/// Facts about a page's article, each from the most trustworthy place that has it.
struct HTMLMetadata {
  private var data = StructuredData()
  /// By name or property, lower case; the first of each counts.
  private var meta: [String: [UInt8]] = [:]
  private var pageTitle: [UInt8] = []
  private var heading: [UInt8] = []
  private var markedDate: [UInt8] = []
  private var time: [UInt8] = []
  private var canonical: [UInt8] = []
  private var pageLanguage: [UInt8] = []

  /// Bytes of the longest heading that is a title.
  private static let maxHeading = 400

  /// Walks over the page.
  init(_ root: HTMLTree.Node) {
    visit(root)
  }

  /// As deep as the tree, which the parser limits.
  private mutating func visit(_ node: HTMLTree.Node) {
    if let name = node.name { note(node, name) }
    var child = node.firstChild
    while let inner = child {
      visit(inner)
      child = inner.next
    }
  }

  private mutating func note(_ node: HTMLTree.Node, _ name: String) {
    switch name {
    case "html": pageLanguage = node.attribute("lang") ?? node.attribute("xml:lang") ?? []
    case "title": if pageTitle.isEmpty { pageTitle = node.allText() }
    case "h1":
      if heading.isEmpty {
        let line = ArticleParts.oneLine(node.allText())
        // One that is never closed holds the whole page.
        if line.count <= Self.maxHeading { heading = line }
      }
    case "link":
      if canonical.isEmpty, let kind = node.attribute("rel"),
        lowercased(kind).elementsEqual("canonical".utf8)
      {
        canonical = node.attribute("href") ?? []
      }
    case "meta":
      let key = node.attribute("property") ?? node.attribute("name") ?? node.attribute("itemprop")
      if let key, let content = node.attribute("content"), !content.isEmpty {
        let word = String(decoding: lowercased(key), as: UTF8.self)
        if meta[word] == nil && meta.count < 512 { meta[word] = content }
      }
    case "script":
      if let kind = node.attribute("type"),
        lowercased(kind).starts(with: "application/ld+json".utf8)
      {
        data.add(node.allText())
      }
    default: break
    }
    if let property = node.attribute("itemprop"), markedDate.isEmpty,
      property.elementsEqual("datePublished".utf8)
    {
      markedDate =
        node.attribute("content") ?? node.attribute("datetime") ?? node.allText()
    }
    if name == "time", time.isEmpty { time = node.attribute("datetime") ?? node.allText() }
  }

  /// The headline, without the outlet's name behind it.
  var title: [UInt8] {
    let named = first([data.headline, meta["og:title"], heading, meta["twitter:title"], pageTitle])
    var title: [UInt8] = []
    Entities.decode(named, into: &title)
    return Self.withoutOutlet(title, outlet)
  }

  /// The date as written; empty when the page has none.
  var published: [UInt8] {
    first([
      data.published, meta["article:published_time"], meta["og:article:published_time"],
      meta["datepublished"], meta["parsely-pub-date"], meta["sailthru.date"],
      meta["dc.date.issued"], meta["dcterms.created"], meta["dcterms.date"], meta["dc.date"],
      meta["pubdate"], meta["publishdate"], meta["publish-date"], meta["publication_date"],
      meta["article.published"], meta["date"], meta["cxenseparse:recs:publishtime"], markedDate,
      time,
    ])
  }

  var outlet: [UInt8] {
    var outlet: [UInt8] = []
    let named = first([
      data.publisher, meta["og:site_name"], meta["application-name"], meta["publisher"],
      meta["dc.publisher"], meta["twitter:site"].map { $0.filter { $0 != UInt8(ascii: "@") } },
    ])
    Entities.decode(named, into: &outlet)
    return ArticleParts.oneLine(outlet)
  }

  /// The code of the language, two or three letters in lower case; empty when nothing is said.
  var language: [UInt8] {
    let tag = first([pageLanguage, data.language, meta["og:locale"], meta["content-language"]])
    let code = lowercased(trimmed(tag[...]).prefix { (0x61...0x7a).contains($0 | 0x20) })
    return code.count == 2 || code.count == 3 ? code : []
  }

  /// The page's own idea of its address; empty unless it is a whole one.
  var address: [UInt8] {
    for candidate in [canonical, meta["og:url"] ?? [], data.url] {
      let line = ArticleParts.oneLine(candidate)
      if line.starts(with: "http://".utf8) || line.starts(with: "https://".utf8) { return line }
    }
    return []
  }

  /// The text that the page gives to machines; empty for most.
  var body: [UInt8] { data.body }

  private func first(_ candidates: [[UInt8]?]) -> [UInt8] {
    for case let candidate? in candidates {
      let line = ArticleParts.oneLine(candidate)
      if !line.isEmpty { return line }
    }
    return []
  }

  /// A title without ` - Outlet` or ` | Outlet` at its end.
  private static func withoutOutlet(_ title: [UInt8], _ outlet: [UInt8]) -> [UInt8] {
    guard !outlet.isEmpty, title.count > outlet.count + 3,
      lowercased(title.suffix(outlet.count)) == lowercased(outlet)
    else { return title }
    var rest = title.dropLast(outlet.count)
    let signs = [" ", "-", "|", ":", "–", "—", "·", "»"].map { Array($0.utf8) }
    let length = rest.count
    while let sign = signs.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
      rest = rest.dropLast(sign.count)
    }
    return rest.count < length - 1 && !rest.isEmpty ? Array(rest) : title
  }
}
