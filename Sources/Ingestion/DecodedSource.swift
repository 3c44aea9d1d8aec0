// Bytes of another encoding as UTF-8, before a format cuts them into articles.

/// A source whose bytes are decoded on their way; offsets in it are those of UTF-8.
final class DecodedSource: ByteSource {
  private let inner: any ByteSource
  private let decoder: StreamDecoder
  private var chunk: [UInt8] = []
  private var buffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private var isAtEnd = false

  /// - Parameter skip: bytes at the start that mark the encoding.
  init(_ inner: any ByteSource, charset: Charset, skip: Int) {
    self.inner = inner
    decoder = StreamDecoder(charset, skip: skip)
  }

  deinit {
    buffer.deallocate()
  }

  var member: Int { inner.member }
  var isCut: Bool { inner.isCut }
  /// Sequences that had no meaning and became U+FFFD, so far.
  var repairs: Int { decoder.repairs }

  func next() -> UnsafeRawBufferPointer? {
    while !isAtEnd {
      let piece = inner.next()
      isAtEnd = piece == nil
      let text = piece.map { decoder.decode($0) } ?? decoder.finish()
      if text.isEmpty { continue }
      if buffer.count < text.count {
        buffer.deallocate()
        buffer = .allocate(byteCount: text.count, alignment: 16)
      }
      buffer.copyBytes(from: text)
      return UnsafeRawBufferPointer(rebasing: buffer[..<text.count])
    }
    return nil
  }
}

/// Decodes bytes that come in pieces.
final class StreamDecoder {
  private let charset: Charset
  private var skip: Int
  /// The beginning of a sequence that goes on in the next piece.
  private var rest: [UInt8] = []
  private(set) var repairs = 0

  init(_ charset: Charset, skip: Int) {
    self.charset = charset
    self.skip = skip
  }

  func decode(_ piece: UnsafeRawBufferPointer) -> [UInt8] {
    let skipped = min(skip, piece.count)
    skip -= skipped
    let bytes = rest + piece.dropFirst(skipped)
    let done = charset.decode(bytes, isWhole: false)
    rest = Array(bytes[done.used...])
    repairs += done.repairs
    return done.text
  }

  /// What is left when no more comes.
  func finish() -> [UInt8] {
    let done = charset.decode(rest, isWhole: true)
    rest = []
    repairs += done.repairs
    return done.text
  }
}

/// A source ready for a format: decoded if its first bytes or the pipeline file say how.
struct OpenedSource {
  let source: HeadedSource
  /// The first 512 bytes in UTF-8, or all if there are fewer.
  let head: [UInt8]
  /// The encoding that the source is decoded from; nil when its bytes are as they came.
  private(set) var encoding: String?
  private let decoded: DecodedSource?

  init(_ source: any ByteSource, options: IngestOptions) {
    let plain = HeadedSource(source)
    let head = plain.head(512)
    let pinned = options.encoding.flatMap { Charset(label: $0.utf8) }
    guard let (charset, skip) = Self.charset(head, pinned) else {
      (self.source, self.head, decoded) = (plain, head, nil)
      return
    }
    let decoder = DecodedSource(plain, charset: charset, skip: skip)
    let opened = HeadedSource(decoder)
    (self.source, self.head, decoded) = (opened, opened.head(512), decoder)
    encoding = charset.name
  }

  /// Sequences without a meaning so far.
  var repairs: Int { decoded?.repairs ?? 0 }

  private static func charset(
    _ head: [UInt8], _ pinned: Charset?
  ) -> (charset: Charset, width: Int)? {
    if let marked = Charset.marked(head) { return marked.charset == .utf8 ? nil : marked }
    // Pages and web archives have encodings of their own; XML names its.
    if HTML.match(head) == .certain || WARC.match(head) == .certain
      || TarArchive.match(head) == .certain
    {
      return nil
    }
    if let declared = XML.encoding(in: head) { return declared == .utf8 ? nil : (declared, 0) }
    guard let pinned, pinned != .utf8 else { return nil }
    return (pinned, 0)
  }
}
