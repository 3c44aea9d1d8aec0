// What the formats that cut their articles out by tags have in common.

import Model

extension ElementCutter {
  /// Hands every document to the writer, read or refused; false when there was none.
  ///
  /// - Parameters:
  ///   - noun: what a document is called in what is said of it: "element".
  ///   - read: makes an article of a document that is whole.
  func deliver(
    to writer: BatchWriter, as noun: String,
    _ read: (_ document: [UInt8]) throws(Refusal) -> RawArticle
  ) -> Bool {
    var isEmpty = true
    while !writer.isStopped, let document = next() {
      isEmpty = false
      do throws(Refusal) {
        try refuse(document, noun)
        writer.accept(try read(document.bytes), member: document.member)
      } catch {
        writer.reject(
          error.reason, member: document.member, offset: document.offset, line: document.line,
          detail: error.detail)
      }
    }
    return !isEmpty
  }

  private func refuse(_ document: Document, _ noun: String) throws(Refusal) {
    if document.isTooLong {
      throw Refusal(
        .tooLarge, "\(document.length) bytes in one \(noun), of at most \(limit)")
    }
    if !document.isClosed {
      throw Refusal(.truncated, "the end tag of this \(noun) is missing")
    }
  }

  /// The name of the tag that `head` begins with behind its mark and white space, in lower case, and
  /// what follows it; nil when it begins with something else.
  static func firstTag(_ head: ArraySlice<UInt8>) -> (name: [UInt8], rest: ArraySlice<UInt8>)? {
    let start = head.drop(while: isSpace)
    guard start.first == 0x3c else { return nil }
    let name = lowercased(start.dropFirst().prefix { (0x61...0x7a).contains($0 | 0x20) })
    return (name, start.dropFirst(1 + name.count))
  }
}
