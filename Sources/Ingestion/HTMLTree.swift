// An HTML page as libxml2 reads it: a tree of elements and text.

import CXML2

/// A parsed page. Reading it needs no network, loads nothing, and runs no script.
final class HTMLTree {
  /// One node; valid as long as its tree.
  struct Node {
    fileprivate let pointer: xmlNodePtr

    /// The element's name in lower case; nil for text.
    var name: String? {
      guard pointer.pointee.type == XML_ELEMENT_NODE, let name = pointer.pointee.name else {
        return nil
      }
      return String(cString: name)
    }

    /// The bytes of a text node; nil for any other.
    var text: UnsafeBufferPointer<UInt8>? {
      switch pointer.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        guard let content = pointer.pointee.content else { return nil }
        return UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
      default: return nil
      }
    }

    var firstChild: Node? { pointer.pointee.children.map { Node(pointer: $0) } }
    var next: Node? { pointer.pointee.next.map { Node(pointer: $0) } }

    /// The value of an attribute; nil when there is none of this name.
    func attribute(_ name: StaticString) -> [UInt8]? {
      let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
      var next = pointer.pointee.properties
      while let attribute = next {
        if let name = attribute.pointee.name, Int(xmlStrlen(name)) == wanted.count,
          wanted.elementsEqual(UnsafeBufferPointer(start: name, count: wanted.count))
        {
          guard let content = attribute.pointee.children?.pointee.content else { return [] }
          return Array(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
        }
        next = attribute.pointee.next
      }
      return nil
    }

    /// All text inside, in order.
    func allText() -> [UInt8] {
      var out: [UInt8] = []
      gather(into: &out)
      return out
    }

    /// As deep as the tree, which the parser limits.
    private func gather(into out: inout [UInt8]) {
      if let text { out.append(contentsOf: text) }
      var child = firstChild
      while let node = child {
        node.gather(into: &out)
        child = node.next
      }
    }
  }

  private static let isReady: Bool = {
    // Once, before threads use the library side by side.
    xmlInitParser()
    return true
  }()

  private let document: htmlDocPtr
  /// Whether elements lie so deep inside one another that the parser gave up.
  let isTooDeep: Bool

  /// Parses UTF-8; nil when nothing at all could be made of it.
  init?(_ bytes: [UInt8]) {
    guard Self.isReady, bytes.count < Int(Int32.max), let context = htmlNewParserCtxt() else {
      return nil
    }
    defer { htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_COMPACT.rawValue
    let document = bytes.withUnsafeBytes { bytes in
      htmlCtxtReadMemory(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil,
        "UTF-8", Int32(bitPattern: options))
    }
    guard let document else { return nil }
    self.document = document
    isTooDeep = context.pointee.lastError.code == Int32(XML_ERR_INTERNAL_ERROR.rawValue)
  }

  deinit {
    xmlFreeDoc(document)
  }

  /// The outermost element.
  var root: Node? { xmlDocGetRootElement(document).map { Node(pointer: $0) } }
}
