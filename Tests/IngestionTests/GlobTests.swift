// Which archives patterns find, and in which order.

import Foundation
import Glibc
import Testing

@testable import Ingestion

@Suite struct GlobTests {
  @Test func unionSortedByBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["b.gz", "a.gz", "Z.gz", "é.gz", "a10.gz", "a9.gz", "{x}.gz", "n.txt"] {
      _ = try folder.write([], to: name)
    }
    let listing = archives(matching: [
      "\(folder.path)/[ab]*.gz", "\(folder.path)/*.gz", "\(folder.path)/{a,b}.gz",
      "\(folder.path)/none*", "/no-such-folder/*.gz",
    ])
    let names = listing.paths.map { $0.dropFirst(folder.path.count + 1) }
    #expect(names == ["Z.gz", "a.gz", "a10.gz", "a9.gz", "b.gz", "{x}.gz", "é.gz"])
    #expect(
      listing.unmatched
        == ["\(folder.path)/{a,b}.gz", "\(folder.path)/none*", "/no-such-folder/*.gz"])
    #expect(listing.problems.isEmpty)
  }

  @Test func namesThatAreNotUTF8() throws {
    let folder = try TemporaryFolder()
    var path = Array("\(folder.path)/".utf8CString.dropLast())
    path += [CChar(bitPattern: 0xe9), 0x0a, 0x2e, 0x67, 0x7a, 0]
    let descriptor = path.withUnsafeBufferPointer { open($0.baseAddress!, O_CREAT | O_RDWR, 0o600) }
    #expect(descriptor >= 0)
    close(descriptor)
    defer { path.withUnsafeBufferPointer { _ = unlink($0.baseAddress!) } }
    let listing = archives(matching: ["\(folder.path)/*.gz", "\(folder.path)/*.gz"])
    #expect(listing.paths.isEmpty)
    #expect(listing.unmatched.isEmpty)
    #expect(listing.problems.count == 1)
    #expect(listing.problems[0].path.hasSuffix(#"/\xe9\x0a.gz"#))
  }

  @Test func patternsWithoutMeaning() {
    let listing = archives(matching: ["", "a\u{0}b", "["])
    #expect(listing.paths.isEmpty)
    #expect(listing.unmatched == ["", "a\u{0}b", "["])
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\nb", #"a\x0ab"#), ("é", "é"), ("\u{1b}[2J", #"\x1b[2J"#),
    ("\u{202e}x", #"\xe2\x80\xaex"#), ("\u{7f}", #"\x7f"#),
  ])
  func printableNames(name: String, shown: String) {
    #expect(printable(name.utf8) == shown)
  }

  @Test func printableBytes() {
    #expect(printable([0x61, 0xff, 0x62]) == #"a\xffb"#)
    #expect(printable([0xe2, 0x82]) == #"\xe2\x82"#)
    #expect(printable(Array("abcdef".utf8), limit: 3) == "abc...")
  }
}
