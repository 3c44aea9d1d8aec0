// What a file is when it is not what its name promised: told from its first bytes.

/// Tells kinds of files apart, for messages.
enum FileKind {
  private static let signatures: [(bytes: [UInt8], offset: Int, name: String)] = [
    ([0x1f, 0x8b], 0, "gzip data"),
    ([0x50, 0x4b, 0x03, 0x04], 0, "a ZIP archive"),
    ([0x50, 0x4b, 0x05, 0x06], 0, "an empty ZIP archive"),
    ([0x28, 0xb5, 0x2f, 0xfd], 0, "Zstandard data"),
    (Array("BZh".utf8), 0, "bzip2 data"),
    ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 0, "XZ data"),
    ([0x04, 0x22, 0x4d, 0x18], 0, "LZ4 data"),
    (Array("LZIP".utf8), 0, "lzip data"),
    ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 0, "a 7-Zip archive"),
    (Array("Rar!".utf8), 0, "a RAR archive"),
    ([0x1f, 0x9d], 0, "compress (.Z) data"),
    ([0x1f, 0xa0], 0, "compress (.Z) data"),
    ([0x1f, 0x1e], 0, "pack (.z) data"),
    (Array("ustar".utf8), 257, "an uncompressed tar archive"),
    (Array("%PDF-".utf8), 0, "a PDF document"),
    (Array("PAR1".utf8), 0, "a Parquet file"),
    (Array("SQLite format 3".utf8), 0, "an SQLite database"),
    ([0x7f, 0x45, 0x4c, 0x46], 0, "a program"),
    (Array("WARC/".utf8), 0, "an uncompressed WARC file"),
    (Array("version https://git-lfs".utf8), 0, "a Git LFS pointer; fetch the file itself"),
  ]

  /// What the bytes look like, with its article: `a ZIP archive`.
  static func name(of head: some Collection<UInt8>) -> String {
    let bytes = Array(head)
    if let signature = signatures.first(where: { has(bytes, $0.bytes, at: $0.offset) }) {
      return signature.name
    }
    if bytes.allSatisfy({ $0 == 0 }) { return "only zeros" }
    if isBinary(bytes) { return "binary data" }
    let start = bytes.drop { $0 <= 0x20 || $0 == 0xef || $0 == 0xbb || $0 == 0xbf }.prefix(14)
    let word = String(decoding: start, as: UTF8.self).lowercased()
    if word.hasPrefix("<!doctype html") || word.hasPrefix("<html") || word.hasPrefix("<head") {
      return "an HTML page, perhaps an error page"
    }
    if word.hasPrefix("<?xml") || word.hasPrefix("<rss") { return "XML text" }
    if word.hasPrefix("{") || word.hasPrefix("[") { return "JSON text" }
    return "plain text"
  }

  /// Whether the bytes cannot be the beginning of a text in any encoding that news come in.
  static func isBinary(_ head: [UInt8]) -> Bool {
    if head.starts(with: [0xff, 0xfe]) || head.starts(with: [0xfe, 0xff]) { return false }
    if head.contains(0) { return true }
    // More than every eighth byte: a stray control character does not make a text a program.
    let controls = head.count { $0 < 0x20 && !(0x09...0x0d).contains($0) && $0 != 0x1b }
    if controls * 8 > head.count { return true }
    return signatures.contains { signature in
      signature.bytes.contains { $0 < 0x20 || $0 >= 0x7f }
        && has(head, signature.bytes, at: signature.offset)
    }
  }

  private static func has(_ head: [UInt8], _ bytes: [UInt8], at offset: Int) -> Bool {
    head.dropFirst(offset).starts(with: bytes)
  }
}
