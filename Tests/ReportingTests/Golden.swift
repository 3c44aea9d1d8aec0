// Golden files: small, readable, recorded with RECORD=1, which fails the run.

import Foundation
import Testing

/// Compares a text with the golden file of a name; with `RECORD=1` writes it and fails.
func expectGolden(_ text: String, _ name: String, location: SourceLocation = #_sourceLocation)
  throws
{
  let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden/\(name)")
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: path)
    Issue.record("recorded \(name): look at it, then run without RECORD", sourceLocation: location)
    return
  }
  let golden = String(decoding: try Data(contentsOf: path), as: UTF8.self)
  #expect(text == golden, "differs from Golden/\(name)", sourceLocation: location)
}
