// The parts of an article as a marked-up document gives them, piece by piece.

import Model

/// Gathers the parts of one article and makes it, or says why it is none.
struct ArticleParts {
  var id: [UInt8] = []
  var title: [UInt8] = []
  var dateline: [UInt8] = []
  var text: [UInt8] = []
  var published: [UInt8] = []
  var source: [UInt8] = []
  var url: [UInt8] = []
  /// Whether there was a place for the text, though it may be empty.
  var hasText = false

  /// The article; without provenance.
  ///
  /// A dateline stands before the text, with a dash behind it as in print, unless the text begins
  /// with it anyhow.
  func article() throws(Refusal) -> RawArticle {
    let body = trimmed(text[...])
    if body.isEmpty {
      throw hasText
        ? Refusal(.emptyText, "the text is empty") : Refusal(.missingText, "there is no text")
    }
    let place = Self.oneLine(dateline)
    var whole: [UInt8] = []
    if !place.isEmpty && !body.starts(with: place) {
      whole = place
      if let last = place.last, last != UInt8(ascii: "-") && last != UInt8(ascii: "_") {
        whole += Array(" --".utf8)
      }
      whole.append(0x20)
    }
    whole += body
    let title = Self.oneLine(self.title)
    return RawArticle(
      archive: "", ordinal: 0, id: string(id), title: title.isEmpty ? nil : title, text: whole,
      published: string(published), source: string(source), url: string(url))
  }

  private func string(_ bytes: [UInt8]) -> String? {
    let line = Self.oneLine(bytes)
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  /// The bytes with every run of white space as one space, and none around them.
  static func oneLine(_ bytes: [UInt8]) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    for byte in trimmed(bytes[...]) {
      if !isSpace(byte) {
        line.append(byte)
      } else if line.last != 0x20 {
        line.append(0x20)
      }
    }
    return line
  }
}
