// What reaches a terminal: no control characters, and figures that a person can read.

import Testing

@testable import Pipeline

@Suite struct TerminalTests {
  @Test(arguments: [
    ("plain.gz", "plain.gz"), ("a\u{1b}[31mred", "a?[31mred"), ("two\r\nlines", "two?lines"),
    ("c1\u{9b}x", "c1?x"), ("del\u{7f}", "del?"), ("Erdoğan", "Erdoğan"),
    ("over\u{202e}ride", "over?ride"), ("", ""),
  ])
  func controlsAreTakenOut(_ text: String, _ expected: String) {
    #expect(printable(text) == expected)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-4200, "-4,200"),
  ])
  func thousands(_ number: Int, _ expected: String) {
    #expect(grouped(number) == expected)
  }

  @Test(arguments: [(5, "0:05"), (65, "1:05"), (3600, "1:00:00"), (7384, "2:03:04")])
  func clock(_ seconds: Int, _ expected: String) {
    #expect(Progress.clock(seconds) == expected)
  }

  @Test func theProgressLineFitsTheTerminal() {
    let facts = FileFacts(size: 1000, modified: 0)
    let files = (0..<3).map { ArchiveFile(name: "\($0)", path: "\($0)", facts: facts) }
    let progress = Progress(of: files, isShown: false)
    progress.end(files[0])
    let totals = Progress.Totals(
      articles: 12_345, rejected: 0, textBytes: 50_000_000, nanoseconds: 10_000_000_000)
    let line = progress.line(totals, width: 120)
    #expect(
      line == "[######..............] 1/3 archives  12,345 articles  5.0 MB/s  0:20 left")
    #expect(progress.line(totals, width: 40).count == 39)
  }

  @Test(arguments: [
    ("../Samples/a.gz", "r/Samples/a.gz.jsonl"), ("/data/a.gz", "r/data/a.gz.jsonl"),
    ("./a.gz", "r/a.gz.jsonl"),
  ])
  func recordsHaveAPathOfTheirOwn(_ archive: String, _ expected: String) {
    #expect(recordsPath(in: "r", of: archive) == expected)
  }

  @Test func longNamesAreCut() {
    let name = String(repeating: "n", count: 252) + ".gz"
    let path = recordsPath(in: "r", of: "in/\(name)")
    #expect(path.hasPrefix("r/in/"))
    #expect(path.utf8.count < 50)
  }
}
