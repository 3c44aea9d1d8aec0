// What a pipeline may say about the reading of its archives, with defaults that are safe.

/// Settings of the archive reader.
package struct IngestOptions: Sendable {
  /// The names of an article's parts: keys of JSON, columns of tables, elements of XML.
  package var fields = FieldNames()
  /// The line, without its end, that separates the articles of a text archive; nil: one article.
  package var separator: [UInt8]?
  /// The encoding of archives that do not say it themselves; nil: UTF-8, or told from the bytes.
  package var encoding: String?
  /// In XML the elements that are one article each.
  package var articleElements = [
    "nitf", "newsItem", "article", "item", "entry", "document", "doc", "story", "post",
  ]
  /// Name of the format that all archives have; nil: told from content, the file name breaks ties.
  package var format: String?
  /// The longest article, in bytes as it lies in the archive.
  package var maxArticleBytes = 8 << 20
  /// The most that one archive may inflate to, in bytes.
  package var maxArchiveBytes = 64 << 30
  /// Inflated bytes for each compressed byte. Text stays below 20; a bomb of zeros has 1,029.
  package var maxRatio = 500
  /// Inflated bytes from which ``maxRatio`` is looked at: small archives may be very regular.
  package var ratioFloor = 64 << 20
  /// Levels of arrays and objects in JSON.
  package var maxDepth = 128
  /// The most that one read from the file asks for, in bytes.
  package var readBytes = 256 << 10
  /// The most that is inflated at once, in bytes.
  package var chunkBytes = 256 << 10

  package init() {}

  /// Whether an encoding is known by this name.
  package static func isEncoding(_ name: String) -> Bool { Charset(label: name.utf8) != nil }
}

/// For each part of an article, the keys, columns or elements that may hold it, tried in order.
package struct FieldNames: Hashable, Sendable {
  package var id = ["id"]
  package var title = ["title", "headline"]
  package var text = ["text", "body", "content"]
  package var published = ["published", "date", "date_publish"]
  package var source = ["source", "outlet", "publisher"]
  package var url = ["url", "link"]

  package init() {}
}
