// Gathers what a format finds into batches, numbers it, and hands it over.

package import Model

/// Takes articles and rejections in the order seen; seen = accepted + rejected.
package final class BatchWriter {
  /// Articles and rejections in one batch, at most.
  package static let maxArticles = 64
  /// Bytes of text from which a batch is handed over.
  package static let targetBytes = 1 << 20

  /// Whether the receiver wants no more; formats return soon when they see it.
  package private(set) var isStopped = false
  /// Articles and rejections so far.
  package private(set) var ordinal = 0
  /// Member of the last article or rejection, and how many it has.
  private(set) var lastMember = (index: 0, seen: 0)

  /// A file inside an archive, whose articles are being read.
  struct Container {
    /// For messages.
    var path: String
    /// Offset of its header in the archive.
    var offset: Int
    /// What its first article is called when that has no id of its own; those behind it get `#` and
    /// their number among those accepted.
    var id: String?
    fileprivate(set) var accepted = 0

    init(path: String, offset: Int, id: String?) {
      self.path = path
      self.offset = offset
      self.id = id
    }
  }

  /// The encoding that the source of the articles is decoded from; nil when it is not.
  var encoding: String?
  /// Articles by the encoding that they were decoded from, UTF-8 aside.
  private(set) var decoded: [String: Int] = [:]

  /// The file that articles come from now; nil when the archive itself holds them.
  var container: Container?

  private let archive: String
  private let verifiedMembers: () -> Int
  private let deliver: (Batch) -> Bool
  private var batch = Batch()
  private var bytes = 0

  init(
    archive: String, verifiedMembers: @escaping () -> Int, deliver: @escaping (Batch) -> Bool
  ) {
    self.archive = archive
    self.verifiedMembers = verifiedMembers
    self.deliver = deliver
    batch.articles.reserveCapacity(Self.maxArticles)
  }

  /// Takes an article whose last byte lies in gzip member `member`, and says where it came from.
  package func accept(_ article: consuming RawArticle, member: Int) {
    decode(&article)
    article.archive = archive
    article.ordinal = ordinal
    article.member = member
    if let place = container {
      if article.id == nil, let id = place.id {
        article.id = place.accepted == 0 ? id : "\(id)#\(place.accepted)"
      }
      container?.accepted += 1
    }
    bytes += article.text.count + (article.title?.count ?? 0)
    batch.articles.append(article)
    advance(member)
  }

  /// Decodes text that nothing has said the encoding of.
  private func decode(_ article: inout RawArticle) {
    if article.encoding == nil {
      article.encoding = encoding
      if encoding == nil && TextEncoding.isWindows1252(article.text) {
        let text = Charset.windows1252.decode(article.text)
        article.text = text.text
        article.repairs += text.repairs
        article.encoding = Charset.windows1252.name
      }
    }
    if let title = article.title, TextEncoding.isWindows1252(title) {
      article.title = Charset.windows1252.decode(title).text
    }
    if let name = article.encoding { decoded[name, default: 0] += 1 }
  }

  /// What was decoded, for a person; empty when everything was UTF-8.
  var encodings: String {
    decoded.sorted { $0.key < $1.key }
      .map { "decoded from \($0.key): \($0.value) article\($0.value == 1 ? "" : "s")" }
      .joined(separator: "; ")
  }

  /// Takes note of an article that cannot be read, and of why.
  ///
  /// - Parameter offset: in the inflated bytes; inside a container, that of the container's member.
  package func reject(
    _ reason: Rejection.Reason, member: Int, offset: Int, line: Int? = nil, detail: String
  ) {
    var place = offset
    var words = detail
    if let container {
      place = container.offset
      words = "\(container.path): \(detail)"
    }
    batch.rejections.append(
      Rejection(
        archive: archive, ordinal: ordinal, member: member, reason: reason, offset: place,
        line: line, detail: words))
    advance(member)
  }

  /// Hands over what is gathered.
  func flush() {
    guard !isStopped, !batch.articles.isEmpty || !batch.rejections.isEmpty else { return }
    batch.verifiedMembers = verifiedMembers()
    isStopped = !deliver(batch)
    batch = Batch()
    batch.articles.reserveCapacity(Self.maxArticles)
    bytes = 0
  }

  private func advance(_ member: Int) {
    lastMember = lastMember.index == member ? (member, lastMember.seen + 1) : (member, 1)
    ordinal += 1
    if batch.articles.count + batch.rejections.count >= Self.maxArticles
      || bytes >= Self.targetBytes
    {
      flush()
    }
  }
}
