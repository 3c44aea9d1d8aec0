// Reads one JSON object as an article: which keys hold what, and what is refused.

import Glibc
import Model

/// Why one article is refused.
struct Refusal: Error, Equatable {
  var reason: Rejection.Reason
  var detail: String

  init(_ reason: Rejection.Reason, _ detail: String) {
    self.reason = reason
    self.detail = detail
  }

  init(_ fault: JSONFault) {
    self.init(
      fault.isTooDeep ? .tooDeep : .malformed, "\(fault.detail), at byte \(fault.offset)")
  }
}

/// Finds an article's parts in a JSON object by the names of its keys.
///
/// For each part the keys of ``FieldNames`` are tried in order, whatever their order in the
/// object; of equal keys the first counts, and null counts as absent. Parts must be strings; any
/// but the text may be a number, which stands as it is written. Anything else is `wrong_type`.
/// Keys nobody asked for are skipped.
struct JSONArticle {
  private struct Found {
    var value: JSONValue
    /// Index into the keys.
    var key: Int
  }

  private let keys: FieldKeys
  private let textNames: String
  private let maxDepth: Int
  private var found = [Found?](repeating: nil, count: FieldKeys.Part.allCases.count)

  init(fields: FieldNames, maxDepth: Int) {
    self.maxDepth = maxDepth
    textNames = printable(fields.text.joined(separator: ", ").utf8)
    keys = FieldKeys(fields)
  }

  /// The article in `bytes`, which hold one JSON object and white space; without provenance.
  mutating func read(_ bytes: UnsafeRawBufferPointer) throws(Refusal) -> RawArticle {
    let kind: JSONKind
    do throws(JSONFault) {
      kind = try scan(bytes)
    } catch {
      throw Refusal(error)
    }
    guard kind == .object else { throw Refusal(.wrongType, "\(kind.phrase), not an object") }
    guard let text = found[FieldKeys.Part.text.rawValue] else {
      throw Refusal(.missingText, "the object has none of the keys \(textNames)")
    }
    guard text.value.kind == .string else { throw wrongType(text) }
    var article = RawArticle(archive: "", ordinal: 0, text: try decode(bytes, text.value.range))
    if article.text.allSatisfy({ $0 <= 0x20 }) { throw Refusal(.emptyText, "the text is empty") }
    article.title = try title(bytes)
    article.id = try string(bytes, .id)
    article.published = try string(bytes, .published)
    article.source = try string(bytes, .source)
    article.url = try string(bytes, .url)
    return article
  }

  /// Walks over the only value and, if it is an object, fills ``found``; its kind.
  private mutating func scan(_ bytes: UnsafeRawBufferPointer) throws(JSONFault) -> JSONKind {
    var scanner = JSONScanner(bytes, maxDepth: maxDepth)
    guard scanner.take(UInt8(ascii: "{")) else {
      let kind = try scanner.value().kind
      try scanner.expectEnd()
      return kind
    }
    for i in found.indices { found[i] = nil }
    if !scanner.take(UInt8(ascii: "}")) {
      repeat {
        let name = try scanner.string()
        guard scanner.take(UInt8(ascii: ":")) else { throw scanner.fault("a colon is missing") }
        let value = try scanner.value()
        if value.kind != .null { try note(bytes, name, value) }
      } while scanner.take(UInt8(ascii: ","))
      guard scanner.take(UInt8(ascii: "}")) else {
        let atEnd = scanner.peek() == nil
        throw scanner.fault(atEnd ? "the text ends inside an object" : "a comma is missing")
      }
    }
    try scanner.expectEnd()
    return .object
  }

  private mutating func note(
    _ bytes: UnsafeRawBufferPointer, _ name: JSONValue, _ value: JSONValue
  ) throws(JSONFault) {
    let raw = UnsafeRawBufferPointer(rebasing: bytes[name.range])
    if name.isPlain || !hasEscape(raw) {
      note(raw, value)
    } else {
      let decoded = try JSONString.decode(bytes, name.range)
      decoded.withUnsafeBytes { note($0, value) }
    }
  }

  /// Keeps a value if its key is asked for and better than what was found before.
  @inline(__always)
  private mutating func note(_ name: UnsafeRawBufferPointer, _ value: JSONValue) {
    keys.forEach(named: name) { index in
      let key = keys.keys[index]
      if let best = found[key.part.rawValue], keys.keys[best.key].rank <= key.rank { return }
      found[key.part.rawValue] = Found(value: value, key: index)
    }
  }

  private func title(_ bytes: UnsafeRawBufferPointer) throws(Refusal) -> [UInt8]? {
    guard let value = try content(of: .title) else { return nil }
    return try decode(bytes, value.range)
  }

  /// A part as a string; nil when it is absent or empty.
  private func string(
    _ bytes: UnsafeRawBufferPointer, _ part: FieldKeys.Part
  ) throws(Refusal) -> String? {
    guard let value = try content(of: part) else { return nil }
    let raw = UnsafeRawBufferPointer(rebasing: bytes[value.range])
    if value.isPlain || !hasEscape(raw) { return String(decoding: raw, as: UTF8.self) }
    return String(decoding: try decode(bytes, value.range), as: UTF8.self)
  }

  /// A part that is a string or a number; nil when it is absent or empty.
  private func content(of part: FieldKeys.Part) throws(Refusal) -> JSONValue? {
    guard let found = found[part.rawValue] else { return nil }
    guard found.value.kind == .string || found.value.kind == .number else {
      throw wrongType(found)
    }
    return found.value.range.isEmpty ? nil : found.value
  }

  private func decode(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
  ) throws(Refusal) -> [UInt8] {
    do throws(JSONFault) {
      return try JSONString.decode(bytes, range)
    } catch {
      throw Refusal(error)
    }
  }

  private func hasEscape(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return memchr(base, 0x5c, bytes.count) != nil
  }

  private func wrongType(_ found: Found) -> Refusal {
    let key = printable(keys.name(found.key))
    return Refusal(.wrongType, "the value of \(key) is \(found.value.kind.phrase), not a string")
  }
}
