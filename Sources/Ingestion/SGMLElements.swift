// What the elements of news collections in SGML hold: which part of an article, or nothing of it.

/// The part of an article that an element holds.
enum SGMLPart {
  case id, title, dateline, text, published, source, url
  /// No part, also where it stands inside the text.
  case none
}

/// Looks elements up by their names, lower case.
///
/// The names are those of Reuters-21578, the collections of TREC and the Gigaword family; the names
/// that a pipeline file gives to an article's parts are known as well, and win.
struct SGMLElements {
  private static let known: [String: SGMLPart] = [
    "docno": .id, "docid": .id,
    "head": .title, "hl": .title, "ti": .title, "headline": .title, "title": .title,
    "dateline": .dateline,
    "text": .text, "body": .text, "lp": .text, "leadpara": .text,
    "date": .published, "date1": .published, "date_time": .published, "pubdate": .published,
    // In TREC's newspapers the source, in Reuters-21578 nothing that is a part.
    "source": .source,
    "author": .none, "byline": .none, "graphic": .none, "caption": .none, "correction": .none,
    "note": .none, "type": .none, "topics": .none, "places": .none, "people": .none,
    "orgs": .none, "exchanges": .none, "companies": .none, "unknown": .none, "trailer": .none,
    "slug": .none, "header": .none, "footer": .none,
  ]

  private let elements: [[UInt8]: SGMLPart]

  init(_ fields: FieldNames) {
    var elements: [[UInt8]: SGMLPart] = [:]
    for (name, part) in Self.known { elements[Array(name.utf8)] = part }
    let mapped: [([String], SGMLPart)] = [
      (fields.id, .id), (fields.title, .title), (fields.text, .text),
      (fields.published, .published), (fields.source, .source), (fields.url, .url),
    ]
    for (names, part) in mapped {
      for name in names { elements[lowercased(name.utf8)] = part }
    }
    self.elements = elements
  }

  /// The part that elements called `name` hold; nil when the name says nothing.
  func part(_ name: [UInt8]) -> SGMLPart? { elements[name] }

  /// The agency or paper that documents of the Gigaword family come from, by the beginning of their
  /// ids, as its catalogue lists them.
  static func source(ofID id: [UInt8]) -> String? {
    guard id.count > 8, id[3] == UInt8(ascii: "_"), id[7] == UInt8(ascii: "_") else { return nil }
    switch String(decoding: id.prefix(3), as: UTF8.self).uppercased() {
    case "AFP": return "AFP"
    case "APW": return "AP"
    case "CNA": return "Central News Agency"
    case "LTW": return "Los Angeles Times-Washington Post"
    case "NYT": return "The New York Times"
    case "WPB": return "Washington Post-Bloomberg"
    case "XIN": return "Xinhua"
    default: return nil
    }
  }
}
