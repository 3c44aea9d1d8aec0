// What ingestion hands to normalization: one article's bytes and where they came from.

/// An article as it lies in an archive: undecoded bytes and provenance.
package struct RawArticle: Sendable {
  /// The archive's path as the pipeline names it.
  package var archive: String
  /// Place in the archive, from 0, over accepted and rejected articles alike.
  package var ordinal: Int
  /// Index of the gzip member that holds the article's last byte, from 0.
  package var member: Int
  /// The article's own id; nil when the archive gives none.
  package var id: String?
  package var title: [UInt8]?
  package var text: [UInt8]
  /// The publication date as written; read by normalization.
  package var published: String?
  package var source: String?
  package var url: String?
  /// The encoding that ingestion decoded the text from; nil: the bytes are as they came.
  package var encoding: String?
  /// Sequences that had no meaning in that encoding.
  package var repairs = 0

  package init(
    archive: String, ordinal: Int, member: Int = 0, id: String? = nil, title: [UInt8]? = nil,
    text: [UInt8], published: String? = nil, source: String? = nil, url: String? = nil
  ) {
    self.archive = archive
    self.ordinal = ordinal
    self.member = member
    self.id = id
    self.title = title
    self.text = text
    self.published = published
    self.source = source
    self.url = url
  }
}

/// About 64 articles or 1 MiB that travel together from a reader to a worker.
package struct Batch: Sendable {
  package var articles: [RawArticle]
  /// What the reader refused, in the order seen.
  package var rejections: [Rejection]
  /// Members of the archive whose trailers had verified when the batch was cut.
  package var verifiedMembers: Int

  package init(articles: [RawArticle] = [], rejections: [Rejection] = [], verifiedMembers: Int = 0)
  {
    self.articles = articles
    self.rejections = rejections
    self.verifiedMembers = verifiedMembers
  }
}
