// Why an article was not accepted: seen = accepted + rejected, always.

/// An article that was seen and refused, with the place and the reason.
package struct Rejection: Error, Hashable, Sendable {
  /// Why; the raw value is the word that the store and the reports use.
  package enum Reason: String, CaseIterable, Sendable {
    case malformed, truncated, tooLarge = "too_large", missingText = "missing_text"
    case wrongType = "wrong_type", tooDeep = "too_deep", emptyText = "empty_text"
    case corruptMember = "corrupt_member", notRegular = "not_regular"
    case unknownMember = "unknown_member", undecodable
    case digestMismatch = "digest_mismatch"
    case notArticle = "not_article", otherLanguage = "other_language"

    /// Whether something is broken: a page without an article, or with one in another language, is
    /// as its publisher meant it, and no reason to look after the archive.
    package var isFault: Bool { self != .notArticle && self != .otherLanguage }
  }

  package var archive: String
  /// Place in the archive, from 0, counted together with accepted articles.
  package var ordinal: Int
  /// Index of the gzip member that holds it, from 0.
  package var member: Int
  package var reason: Reason
  /// Offset in the inflated bytes at which the article begins.
  package var offset: Int
  /// Line in the inflated bytes, from 1, for formats that have lines.
  package var line: Int?
  /// What exactly was wrong, for a person: one line, no control characters.
  package var detail: String

  package init(
    archive: String, ordinal: Int, member: Int = 0, reason: Reason, offset: Int, line: Int? = nil,
    detail: String
  ) {
    self.archive = archive
    self.ordinal = ordinal
    self.member = member
    self.reason = reason
    self.offset = offset
    self.line = line
    self.detail = detail
  }
}
