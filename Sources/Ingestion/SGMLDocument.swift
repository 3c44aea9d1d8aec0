// Reads one SGML document as an article: tags, text between them, entities.

import Model

/// Walks over a document's tags and gathers the parts that its elements hold.
///
/// SGML leaves end tags out, so elements are closed by the end tag of anything around them, and
/// nothing is expected of them but their names. Paragraphs part the text with a blank line.
struct SGMLDocument {
  /// Elements inside one another that are kept apart; deeper ones count as their parents.
  private static let maxDepth = 64

  private let elements: SGMLElements

  init(fields: FieldNames) {
    elements = SGMLElements(fields)
  }

  /// The article in a document with its own tags; without provenance.
  func read(_ document: [UInt8]) throws(Refusal) -> RawArticle {
    // Entities would make what is left as it came a mixture of encodings.
    let settled = TextEncoding.settled(document)
    let bytes = settled.text
    var parts = ArticleParts()
    var open: [(name: [UInt8], part: SGMLPart)] = []
    var index = 0
    while index < bytes.count {
      let start = bytes[index...].firstIndex(of: 0x3c) ?? bytes.count
      if start > index {
        add(bytes[index..<start], to: open.last?.part, of: &parts)
        index = start
        continue
      }
      guard let tag = Tag(bytes, at: index) else {
        add(bytes[index..<index + 1], to: open.last?.part, of: &parts)
        index += 1
        continue
      }
      index = tag.end
      if tag.isEnd {
        if let depth = open.lastIndex(where: { $0.name == tag.name }) {
          open.removeSubrange(depth...)
        }
        breakLine(tag.name, in: open.last?.part, of: &parts)
      } else if let part = elements.part(tag.name) {
        if part == .text {
          parts.hasText = true
          if !parts.text.isEmpty { parts.text += [0x0a, 0x0a] }
        }
        // Of several headlines the first counts, also when the later ones stand beside it.
        let isTaken = part == .title && !ArticleParts.oneLine(parts.title).isEmpty
        if open.count < Self.maxDepth { open.append((tag.name, isTaken ? .none : part)) }
      } else {
        attributes(of: tag, in: bytes, of: &parts)
        breakLine(tag.name, in: open.last?.part, of: &parts)
      }
    }
    var article = try parts.article()
    article.encoding = settled.encoding
    article.repairs = settled.repairs
    if article.source == nil, let id = article.id {
      article.source = SGMLElements.source(ofID: Array(id.utf8))
    }
    return article
  }

  private func add(_ bytes: ArraySlice<UInt8>, to part: SGMLPart?, of parts: inout ArticleParts) {
    switch part {
    case .id: Entities.decode(bytes, into: &parts.id)
    case .title: Entities.decode(bytes, into: &parts.title)
    case .dateline: Entities.decode(bytes, into: &parts.dateline)
    case .text:
      let isFresh = parts.text.last.map { $0 == 0x0a } ?? true
      Entities.decode(
        isFresh ? bytes.drop { $0 == 0x0a || $0 == 0x0d } : bytes, into: &parts.text)
    case .published: Entities.decode(bytes, into: &parts.published)
    case .source: Entities.decode(bytes, into: &parts.source)
    case .url: Entities.decode(bytes, into: &parts.url)
    case .some(.none), nil: break
    }
  }

  /// Paragraphs end with a blank line, lines that are marked as such with a line end.
  private func breakLine(_ name: [UInt8], in part: SGMLPart?, of parts: inout ArticleParts) {
    guard part == .text, !parts.text.isEmpty else { return }
    if name == Array("p".utf8) || name == Array("para".utf8) {
      while let last = parts.text.last, isSpace(last) { parts.text.removeLast() }
      parts.text += [0x0a, 0x0a]
    } else if name == Array("br".utf8) {
      parts.text.append(0x0a)
    }
  }

  /// The document's own tag may hold its id.
  private func attributes(of tag: Tag, in bytes: [UInt8], of parts: inout ArticleParts) {
    guard parts.id.isEmpty, tag.start == 0 else { return }
    for name in ["id", "docid", "newid"] {
      guard let value = tag.value(of: Array(name.utf8), in: bytes) else { continue }
      Entities.decode(value, into: &parts.id)
      return
    }
  }

  /// A tag, and where it ends.
  private struct Tag {
    var start: Int
    /// Lower case.
    var name: [UInt8]
    var isEnd: Bool
    /// Behind the name, up to the `>`.
    var rest: Range<Int>
    /// Behind the `>`.
    var end: Int

    /// The tag or declaration at `index`; nil when the `<` there is text.
    init?(_ bytes: [UInt8], at index: Int) {
      let head = bytes[(index + 1)...]
      isEnd = head.first == UInt8(ascii: "/")
      let word = (isEnd ? head.dropFirst() : head).prefix(32).prefix { byte in
        (0x61...0x7a).contains(byte | 0x20) || (0x30...0x39).contains(byte)
          || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "!"), UInt8(ascii: "?")]
            .contains(byte)
      }
      guard let first = word.first, !(0x30...0x39).contains(first),
        let close = bytes[word.endIndex...].prefix(2048).firstIndex(of: 0x3e),
        word.endIndex == close || isSpace(bytes[word.endIndex])
          || bytes[word.endIndex] == UInt8(ascii: "/") || first == UInt8(ascii: "!")
      else { return nil }
      start = index
      name = lowercased(word)
      rest = word.endIndex..<close
      end = close + 1
    }

    /// The value of an attribute, quoted or not.
    func value(of name: [UInt8], in bytes: [UInt8]) -> ArraySlice<UInt8>? {
      var left = bytes[rest]
      while !left.isEmpty {
        left = left.drop { isSpace($0) || $0 == UInt8(ascii: "/") }
        let key = left.prefix { !isSpace($0) && $0 != UInt8(ascii: "=") }
        left = left[key.endIndex...].drop(while: isSpace)
        guard left.first == UInt8(ascii: "=") else {
          if key.isEmpty { return nil }
          continue
        }
        left = left.dropFirst().drop(while: isSpace)
        let value: ArraySlice<UInt8>
        if let quote = left.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          value = left.dropFirst().prefix { $0 != quote }
          left = left[value.endIndex...].dropFirst()
        } else {
          value = left.prefix { !isSpace($0) }
          left = left[value.endIndex...]
        }
        if lowercased(key) == name { return value }
      }
      return nil
    }
  }
}
