// The hash against published values, and fed in pieces.

import Testing

@testable import Ingestion

@Suite struct XXH64Tests {
  @Test(arguments: [
    ("", "ef46db3751d8e999"),
    ("a", "d24ec4f1a98c6e5b"),
    ("as", "1c330fb2d66be179"),
    ("asd", "631c37ce72a97393"),
    ("asdf", "415872f599cea71e"),
    ("abc", "44bc2cf5ad770999"),
    ("Call me Ishmael. Some years ago--never mind how long precisely-", "02a2e85470d6fd96"),
  ])
  func publishedValues(text: String, digest: String) {
    var hash = XXH64()
    Array(text.utf8).withUnsafeBytes { hash.update($0) }
    #expect(hash.hexadecimal() == digest)
  }

  @Test(arguments: [1, 3, 7, 31, 32, 33, 64, 100])
  func piecesMakeNoDifference(step: Int) {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 >> 3) }
    var whole = XXH64()
    bytes.withUnsafeBytes { whole.update($0) }
    var pieces = XXH64()
    for start in stride(from: 0, to: bytes.count, by: step) {
      bytes[start..<min(bytes.count, start + step)].withUnsafeBytes { pieces.update($0) }
    }
    #expect(pieces.digest() == whole.digest())
    #expect(whole.digest() != XXH64().digest())
  }
}
