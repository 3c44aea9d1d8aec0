// Reads articles with labelled names, joining the sentences of one article.

import Foundation
import Model

/// Labelled articles of a gzip file of JSON lines.
enum LabelledFile {
  /// One article and the names in it, in scalars of its text.
  struct Entry {
    var id: String
    var text: [UInt8]
    var entities: [(span: Span, type: String)]
    fileprivate var group: Substring
    fileprivate var scalars: Int
  }

  /// What is wrong with a line.
  struct Malformed: Error, CustomStringConvertible {
    var description: String
  }

  /// Articles longer than this take no more sentences, in bytes.
  private static let longest = 3000

  /// All articles of a file.
  static func read(_ path: String) throws -> [Entry] {
    var entries: [Entry] = []
    let lines = try GzipFile(url: URL(fileURLWithPath: path)).data().split(
      separator: UInt8(ascii: "\n"))
    for (number, line) in lines.enumerated() {
      guard let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
        let id = object["id"] as? String, let text = object["text"] as? String,
        let labels = object["entities"] as? [[String: Any]]
      else {
        throw Malformed(description: "\(path):\(number + 1): no id, text and entities")
      }
      let isSentence = id.split(separator: "-").last.map { $0.allSatisfy(\.isNumber) } ?? false
      let group = isSentence ? id[..<(id.lastIndex(of: "-") ?? id.endIndex)] : id[...]
      var labelled: [(span: Span, type: String)] = []
      for label in labels {
        guard let start = label["start"] as? Int, let end = label["end"] as? Int,
          let type = label["type"] as? String
        else { throw Malformed(description: "\(path):\(number + 1): an entity without its place") }
        labelled.append((Span(Int32(start), Int32(end)), type))
      }
      let entry = Entry(
        id: id, text: Array(text.utf8), entities: labelled, group: group,
        scalars: text.unicodeScalars.count)
      guard let last = entries.last, isSentence, last.group == group, last.text.count < longest
      else {
        entries.append(entry)
        continue
      }
      let offset = Int32(last.scalars + 1)
      entries[entries.count - 1].text += Array("\n\(text)".utf8)
      entries[entries.count - 1].scalars += 1 + entry.scalars
      for (span, type) in labelled {
        entries[entries.count - 1].entities.append(
          (Span(span.start + offset, span.end + offset), type))
      }
    }
    return entries
  }
}
