// What elements and attributes of news in XML hold: which part of an article, and how surely.

/// The place of a part of an article in XML.
struct XMLPart {
  /// Nil for what is no part, also where it stands inside the text.
  var part: FieldKeys.Part?
  var isDateline = false
  /// Of several places that are filled the one with the lowest rank counts.
  var rank = 0
}

/// Looks elements up by their names, lower case, without a prefix or with it, and attributes as
/// `element@attribute`.
///
/// The names are those of NITF 3, NewsML-G2 and NewsML 1, RSS 2 and Atom; the names that a pipeline
/// file gives to an article's parts are known as well, and win.
struct XMLElements {
  private static let known: [(names: [String], part: FieldKeys.Part)] = [
    // In NITF a file has the date of its issue, and that of its edition.
    (
      [
        "date.issue@norm", "pubdata@date.publication", "pubdate", "date", "issued", "published",
        "contentcreated", "versioncreated", "firstcreated", "story.date@norm", "updated", "dateid",
      ], .published
    ),
    (["doc-id@id-string", "newsitem@guid", "guid", "newsitemid", "id"], .id),
    (["hl1", "headline", "title"], .title),
    (["pubdata@name", "provider", "providerid", "distributor", "source"], .source),
    (["pubdata@ex-ref", "link@href", "link"], .url),
    (
      [
        "body.content", "inlinexml", "inlinedata", "datacontent", "encoded", "body", "content",
        "description", "summary",
      ], .text
    ),
  ]
  private static let none = [
    "body.head", "body.end", "byline", "by", "abstract", "media", "media-caption", "caption",
    "tagline", "copyrite", "copyright", "note", "rights", "rightsinfo", "creator", "author",
    "category", "contributor", "catalogref", "generator", "hl2@", "kicker", "subject", "script",
    "style",
  ]

  private var parts: [[UInt8]: XMLPart] = [:]

  init(_ fields: FieldNames) {
    for name in Self.none { parts[Array(name.utf8)] = XMLPart(part: nil) }
    parts[Array("dateline".utf8)] = XMLPart(part: nil, isDateline: true)
    for (names, part) in Self.known {
      for (rank, name) in names.enumerated() {
        parts[Array(name.utf8)] = XMLPart(part: part, rank: 100 + rank)
      }
    }
    for part in FieldKeys.Part.allCases {
      for (rank, name) in fields.names(of: part).enumerated() {
        let key = lowercased(name.utf8)
        // The usual names of JSON are those of XML, too, but do not go before what is better known.
        if fields.names(of: part) == FieldNames().names(of: part) {
          if parts[key] == nil { parts[key] = XMLPart(part: part, rank: 200 + rank) }
        } else {
          parts[key] = XMLPart(part: part, rank: rank)
        }
      }
    }
  }

  /// What an element holds, or `element@attribute`; nil when the name says nothing.
  func part(_ name: [UInt8]) -> XMLPart? {
    if let part = parts[name] { return part }
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return parts[Array(name[(colon + 1)...])]
  }
}
