// The JSON line of a record: made by the workers, side by side, and mended by the committer.

import Model
import Reporting

/// Whether records are written as lines of JSON, and whether these hold the article's text.
package enum RecordLines: Sendable {
  case none, withoutText, withText

  /// Packs a record with its line. The line says that the article is its own story, as most are.
  func extracted(_ record: Record, from article: Article) -> Extracted {
    var extracted = Extracted(record: record)
    extracted.record.story = record.id
    if self == .withText { extracted.text = article.original }
    if self != .none { RecordLines.write(&extracted) }
    return extracted
  }

  /// Makes the line anew, after its record changed.
  static func write(_ extracted: inout Extracted) {
    extracted.line.removeAll(keepingCapacity: true)
    recordJSON(extracted.record, into: &extracted.line, text: extracted.text)
  }
}
