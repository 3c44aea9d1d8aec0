// The JSON line of a record: made by the workers, side by side, and mended by the committer.

import Model
import Reporting

/// Whether records are written as lines of JSON, and whether these hold the article's text.
package enum RecordLines: Sendable {
  case none, withoutText, withText

  /// Packs a record with its line. The line says that the article is its own story, as most are.
  func extracted(_ record: Record, from article: Article) -> Extracted {
    var extracted = Extracted(record)
    if self == .none { return extracted }
    extracted.record = record
    if self == .withText { extracted.text = article.original }
    RecordLines.write(&extracted)
    return extracted
  }

  /// Makes the line, or makes it anew after the story changed.
  static func write(_ extracted: inout Extracted) {
    guard var record = extracted.record else { return }
    record.story = extracted.story
    extracted.line.removeAll(keepingCapacity: true)
    recordJSON(record, into: &extracted.line, text: extracted.text)
  }
}
