// How the tests of normalization make articles and read their tokens.

import Model
import Normalization

/// The article that `text` becomes.
func normalized(
  _ text: String, archive: String = "wire.jsonl.gz", published: String? = nil
) throws -> Article {
  try normalized(bytes: Array(text.utf8), archive: archive, published: published)
}

/// The article that `bytes` become.
func normalized(
  bytes: [UInt8], archive: String = "wire.jsonl.gz", published: String? = nil
) throws -> Article {
  var normalizer = Normalizer()
  return try normalizer.normalize(
    RawArticle(archive: archive, ordinal: 0, text: bytes, published: published)
  ).get()
}

extension Article {
  /// The normalized text of a token.
  func string(_ token: Token) -> String {
    String(decoding: text[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// The normalized text of each token.
  var strings: [String] { tokens.map { string($0) } }

  /// The normalized text of a range of tokens.
  func string(_ range: Range<Int32>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let bytes = Int(tokens[Int(first)].start)..<Int(tokens[Int(last)].end)
    return String(decoding: text[bytes], as: UTF8.self)
  }

  /// The token whose text is `word`, the first of them.
  func token(_ word: String) -> Token? { tokens.first { string($0) == word } }
}
