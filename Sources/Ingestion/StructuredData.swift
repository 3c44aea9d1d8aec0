// What a page's JSON-LD says of its article.

/// The article that a page describes for machines (schema.org), as far as it is of use.
struct StructuredData {
  var headline: [UInt8] = []
  var published: [UInt8] = []
  var publisher: [UInt8] = []
  var url: [UInt8] = []
  var language: [UInt8] = []
  var body: [UInt8] = []
  /// Whether an article was described at all.
  var hasArticle = false

  /// Objects inside one another that are looked into.
  private static let maxDepth = 8

  /// Adds what one script of JSON-LD says; what is no JSON says nothing.
  mutating func add(_ json: [UInt8]) {
    Self.withoutLooseCommas(json).withUnsafeBytes { bytes in
      // Scripts may stand in comment marks from the days of XHTML.
      let start = bytes.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
      guard let start else { return }
      try? visit(UnsafeRawBufferPointer(rebasing: bytes[start...]), depth: 0)
    }
  }

  /// JSON without commas before a closing bracket: what writers by hand get wrong most.
  private static func withoutLooseCommas(_ json: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(json.count)
    var isString = false
    var isEscaped = false
    var comma: Int?
    for byte in json {
      if isString {
        if !isEscaped && byte == UInt8(ascii: "\"") { isString = false }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        if let comma { out[comma] = 0x20 }
        comma = nil
      } else if byte == UInt8(ascii: ",") {
        comma = out.count
      } else if !isSpace(byte) {
        isString = byte == UInt8(ascii: "\"")
        comma = nil
      }
      out.append(byte)
    }
    return out
  }

  /// Looks into an object or array for the first article.
  private mutating func visit(_ bytes: UnsafeRawBufferPointer, depth: Int) throws(JSONFault) {
    guard depth < Self.maxDepth, !hasArticle else { return }
    let members = try Self.members(of: bytes)
    let kind = members.first { $0.name.elementsEqual("@type".utf8) }
    if let kind, Self.isArticle(bytes, kind.value) {
      hasArticle = true
      for member in members { note(bytes, member) }
      return
    }
    for member in members where member.value.kind == .object || member.value.kind == .array {
      try visit(UnsafeRawBufferPointer(rebasing: bytes[member.value.range]), depth: depth + 1)
    }
  }

  private mutating func note(
    _ bytes: UnsafeRawBufferPointer, _ member: (name: [UInt8], value: JSONValue)
  ) {
    switch String(decoding: member.name, as: UTF8.self) {
    case "headline": set(&headline, Self.string(bytes, member.value))
    case "datePublished": set(&published, Self.string(bytes, member.value))
    case "publisher": set(&publisher, Self.string(bytes, member.value, inside: "name"))
    case "url": set(&url, Self.string(bytes, member.value, inside: "@id"))
    case "mainEntityOfPage": set(&url, Self.string(bytes, member.value, inside: "@id"))
    case "inLanguage": set(&language, Self.string(bytes, member.value, inside: "alternateName"))
    case "articleBody": set(&body, Self.string(bytes, member.value))
    default: break
    }
  }

  private func set(_ part: inout [UInt8], _ value: [UInt8]) {
    if part.isEmpty { part = value }
  }

  /// The members of an object, or the elements of an array under empty names.
  private static func members(
    of bytes: UnsafeRawBufferPointer
  ) throws(JSONFault) -> [(name: [UInt8], value: JSONValue)] {
    var scanner = JSONScanner(bytes, maxDepth: 64)
    var members: [(name: [UInt8], value: JSONValue)] = []
    let isObject = scanner.take(UInt8(ascii: "{"))
    guard isObject || scanner.take(UInt8(ascii: "[")) else { return [] }
    let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    if scanner.take(close) { return [] }
    repeat {
      var name: [UInt8] = []
      if isObject {
        name = try JSONString.decode(bytes, scanner.string().range)
        guard scanner.take(UInt8(ascii: ":")) else { throw scanner.fault("a colon is missing") }
      }
      members.append((name, try scanner.value()))
    } while scanner.take(UInt8(ascii: ",")) && members.count < 4096
    return members
  }

  /// Whether a type, or one of several, is some kind of article.
  private static func isArticle(_ bytes: UnsafeRawBufferPointer, _ value: JSONValue) -> Bool {
    let words = bytes[value.range]
    let kinds = ["Article\"", "BlogPosting\"", "LiveBlogPosting\"", "Report\""]
    // With the quote that ends a string: of a lone string it is the byte behind the range.
    let end = min(bytes.count, words.endIndex + 1)
    let text = String(decoding: bytes[words.startIndex..<end], as: UTF8.self)
    return kinds.contains { text.contains($0) }
  }

  /// A string, that of a key inside an object, or the first of an array.
  private static func string(
    _ bytes: UnsafeRawBufferPointer, _ value: JSONValue, inside key: String = "@id"
  ) -> [UInt8] {
    switch value.kind {
    case .string: return (try? JSONString.decode(bytes, value.range)) ?? []
    case .object, .array:
      let inner = UnsafeRawBufferPointer(rebasing: bytes[value.range])
      guard let members = try? members(of: inner) else { return [] }
      let found =
        value.kind == .array
        ? members.first : members.first { $0.name.elementsEqual(key.utf8) }
      guard let found else { return [] }
      if found.value.kind == .string {
        return (try? JSONString.decode(inner, found.value.range)) ?? []
      }
      // An array of objects: one level more, and no further.
      guard value.kind == .array, found.value.kind == .object else { return [] }
      return string(inner, found.value, inside: key)
    default: return []
    }
  }
}
