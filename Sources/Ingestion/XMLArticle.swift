// Reads one XML element as an article, through libxml2's reader.

import CXML2
import Model

/// Gathers an article's parts from the elements and attributes of one XML element.
///
/// No entity is expanded but characters, nothing is loaded from anywhere, and libxml2's limits of
/// depth and size stay on. Paragraphs part the text with a blank line. Text that is escaped HTML, as
/// feeds have it, loses its tags.
struct XMLArticle {
  /// A place that holds a part, as far as it is read.
  private struct Found {
    var rank: Int
    var bytes: [UInt8] = []
  }

  private static let paragraphs = Set(
    ["p", "para", "block", "hl2", "li", "div", "tr", "br", "h1", "h2", "h3", "h4", "blockquote"]
      .map { Array($0.utf8) })

  private let elements: XMLElements

  init(fields: FieldNames) {
    elements = XMLElements(fields)
  }

  /// The article in one element; without provenance.
  func read(_ bytes: [UInt8]) throws(Refusal) -> RawArticle {
    let settled = TextEncoding.settled(bytes)
    // A document type that is never loaded: with it, entities that it would declare are no error.
    let document = Array("<!DOCTYPE article SYSTEM \"none\">".utf8) + settled.text
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_COMPACT.rawValue
    var state = State(elements)
    var code: Int32 = -1
    var line = 0
    document.withUnsafeBytes { document in
      guard
        let reader = xmlReaderForMemory(
          document.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(clamping: document.count), nil, "UTF-8", Int32(bitPattern: options))
      else { return }
      defer { xmlFreeTextReader(reader) }
      code = xmlTextReaderRead(reader)
      while code == 1 {
        state.note(reader)
        code = xmlTextReaderRead(reader)
      }
      line = Int(xmlTextReaderGetParserLineNumber(reader))
    }
    guard code == 0 else {
      throw Refusal(.malformed, "not well-formed XML at line \(line) of the article")
    }
    var article = try state.article()
    article.encoding = settled.encoding
    article.repairs = settled.repairs
    return article
  }

  /// What is open and what is found.
  private struct State {
    private struct Open {
      var place: XMLPart?
      /// Index into ``found`` of the part's place, or -1.
      var index: Int
    }

    private let elements: XMLElements
    private var open: [Open] = []
    private var found = [[Found]](repeating: [], count: FieldKeys.Part.allCases.count)
    private var dateline: [UInt8] = []
    private var hasText = false

    init(_ elements: XMLElements) {
      self.elements = elements
    }

    mutating func note(_ reader: xmlTextReaderPtr) {
      switch xmlTextReaderNodeType(reader) {
      case Int32(XML_READER_TYPE_ELEMENT.rawValue): begin(reader)
      case Int32(XML_READER_TYPE_END_ELEMENT.rawValue): end(Self.name(reader))
      case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
        Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue),
        Int32(XML_READER_TYPE_WHITESPACE.rawValue):
        add(Self.bytes(xmlTextReaderConstValue(reader)))
      case Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue):
        // Named characters, as the document type would have declared them.
        var text: [UInt8] = []
        Entities.decode(
          [UInt8(ascii: "&")] + Self.bytes(xmlTextReaderConstName(reader))
            + [UInt8(ascii: ";")], into: &text)
        add(text)
      default: break
      }
    }

    private mutating func begin(_ reader: xmlTextReaderPtr) {
      let name = Self.name(reader)
      let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
      var place = elements.part(name)
      // Values in attributes, and the one class of block that says again what follows it.
      while xmlTextReaderMoveToNextAttribute(reader) == 1 {
        let value = Self.bytes(xmlTextReaderConstValue(reader))
        let attribute = Self.name(reader)
        if name == Array("block".utf8), attribute == Array("class".utf8),
          value.suffix(14).elementsEqual("lead_paragraph".utf8)
        {
          place = XMLPart(part: .text, rank: 1000)
        }
        let key = name + [UInt8(ascii: "@")] + attribute
        if let part = elements.part(key), let kind = part.part, !value.isEmpty {
          found[kind.rawValue].append(Found(rank: part.rank, bytes: value))
        } else if open.isEmpty, let part = elements.part([UInt8(ascii: "@")] + attribute),
          let kind = part.part
        {
          // Of the article's own element the attributes have no need of its name.
          found[kind.rawValue].append(Found(rank: part.rank, bytes: value))
        }
      }
      if Self.isParagraph(name) { breakParagraph() }
      guard !isEmpty else { return }
      let outer = open.last
      var entry = Open(place: outer?.place, index: outer?.index ?? -1)
      // The article's own element is no part of itself, whatever it is called.
      if let place, !open.isEmpty {
        entry.place = place
        if place.part == .text && outer?.place?.part == .text && place.rank < 1000 {
          entry.index = outer?.index ?? -1
        } else if let part = place.part {
          if part == .text { hasText = true }
          found[part.rawValue].append(Found(rank: place.rank))
          entry.index = found[part.rawValue].count - 1
        }
      }
      open.append(entry)
    }

    private mutating func end(_ name: [UInt8]) {
      if Self.isParagraph(name) { breakParagraph() }
      _ = open.popLast()
    }

    private static func isParagraph(_ name: [UInt8]) -> Bool {
      if paragraphs.contains(name) { return true }
      guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return false }
      return paragraphs.contains(Array(name[(colon + 1)...]))
    }

    private mutating func add(_ bytes: [UInt8]) {
      guard let entry = open.last, let place = entry.place else { return }
      if place.isDateline {
        dateline += bytes
      } else if let part = place.part, entry.index >= 0 {
        var piece = bytes[...]
        // Line ends behind a paragraph's tag are none of the text.
        if found[part.rawValue][entry.index].bytes.last ?? 0x0a == 0x0a {
          piece = piece.drop(while: isSpace)
        }
        found[part.rawValue][entry.index].bytes += piece
      }
    }

    private mutating func breakParagraph() {
      guard let entry = open.last, entry.place?.part == .text, entry.index >= 0 else { return }
      let part = FieldKeys.Part.text.rawValue
      while let last = found[part][entry.index].bytes.last, isSpace(last) {
        found[part][entry.index].bytes.removeLast()
      }
      if !found[part][entry.index].bytes.isEmpty { found[part][entry.index].bytes += [0x0a, 0x0a] }
    }

    func article() throws(Refusal) -> RawArticle {
      var parts = ArticleParts()
      parts.hasText = hasText
      parts.id = best(.id)
      parts.title = best(.title)
      parts.published = best(.published)
      parts.source = best(.source)
      parts.url = best(.url)
      parts.dateline = dateline
      parts.text = HTMLArticle.withoutTags(best(.text))
      return try parts.article()
    }

    private func best(_ part: FieldKeys.Part) -> [UInt8] {
      let filled = found[part.rawValue].filter { !$0.bytes.allSatisfy(isSpace) }
      guard let rank = filled.map(\.rank).min() else { return [] }
      let same = filled.filter { $0.rank == rank }.map(\.bytes)
      // The text may lie in several elements; of anything else the first counts.
      return part == .text ? Array(same.joined(separator: [0x0a, 0x0a])) : same[0]
    }

    /// The name of an element or attribute in lower case.
    private static func name(_ reader: xmlTextReaderPtr) -> [UInt8] {
      lowercased(bytes(xmlTextReaderConstName(reader)))
    }

    private static func bytes(_ text: UnsafePointer<xmlChar>?) -> [UInt8] {
      guard let text else { return [] }
      return Array(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
    }
  }
}
