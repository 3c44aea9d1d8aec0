// Writing reports: all or none, the same bytes every time, clear words when the disk is full.

import Foundation
import Model
import Reporting
import Store
import Testing

@Suite("Writing reports")
struct WritingTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private var out: String { folder.path + "/out" }

  private func files(_ path: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      files[name] = FileManager.default.contents(atPath: path + "/" + name)
    }
    return files
  }

  @Test("The list of formats is honest")
  func registry() {
    #expect(Set(reportFormats.map { $0.name }).count == reportFormats.count)
    for format in reportFormats { #expect(format.summary.hasSuffix("."), "\(format.name)") }
  }

  @Test("The JSON report of a small corpus")
  func json() throws {
    let store = try ReportFixture.store(folder, articles: 5)
    try writeReports(["json"], of: store, period: .all, to: out)
    let text = try folder.read("out/report.json")
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    try expectGolden(text, "report.json")
  }

  @Test("The same store gives the same bytes, in whatever order it was filled")
  func deterministic() throws {
    let names = reportFormats.map { $0.name }
    let store = try ReportFixture.store(folder, articles: 30)
    let paths = try writeReports(names, of: store, period: .all, to: out)
    let first = try files(out)
    #expect(paths == paths.sorted() && paths.count == first.values.count { !$0.isEmpty })
    for archive in try store.archives() { try store.remove(archive: archive.path) }
    let again = try ReportFixture.store(folder, articles: 30)
    try writeReports(names, of: again, period: .all, to: out)
    #expect(try files(out) == first)
    #expect(!first.keys.contains { $0.hasSuffix(".partial") })
  }

  @Test("A report that fails leaves those that are there")
  func allOrNone() throws {
    let store = try ReportFixture.store(folder, articles: 9)
    try writeReports(["html", "json", "csv"], of: store, period: .all, to: out)
    let before = try files(out)
    // A folder where a file must go: the last report cannot be written.
    try FileManager.default.createDirectory(
      atPath: out + "/.report.json.partial", withIntermediateDirectories: true)
    try store.remove(archive: "late.tar.gz")
    #expect(throws: ReportError.self) {
      try writeReports(["html", "json", "csv"], of: store, period: .all, to: out)
    }
    try FileManager.default.removeItem(atPath: out + "/.report.json.partial")
    #expect(try files(out) == before)
  }

  @Test("A full disk is an error that names the file")
  func fullDisk() throws {
    let output = try ReportOutput(folder: out)
    try FileManager.default.createSymbolicLink(
      atPath: out + "/.x.html.partial", withDestinationPath: "/dev/full")
    // A link in the temporary file's place is refused, not followed.
    #expect(throws: ReportError.self) { try output.file("x.html") { try $0.write("x") } }
    output.discard()
    #expect(!FileManager.default.fileExists(atPath: out + "/x.html"))
    var full = try CheckedFile(path: "/dev/full", name: "/o/report.html")
    do {
      try full.write([UInt8](repeating: 0x41, count: 1_000))
      try full.finish()
      Issue.record("a full device took bytes")
    } catch let error as ReportError {
      #expect(error.description == "/o/report.html: cannot be written: No space left on device")
    }
  }

  @Test("A folder that cannot be made is named")
  func noFolder() throws {
    try Data().write(to: URL(fileURLWithPath: folder.path + "/plain"))
    do {
      _ = try ReportOutput(folder: folder.path + "/plain/out")
      Issue.record("a folder was made inside a file")
    } catch let error as ReportError {
      #expect(error.description.contains("/plain/out: cannot be made"))
    }
  }
}
