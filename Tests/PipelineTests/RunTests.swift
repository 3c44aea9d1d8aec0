// The main job in this process: what is committed, what is read again, and that the same input
// gives the same bytes however it is worked on.

import Extraction
import Foundation
import Ingestion
import Model
import Store
import Testing

@testable import Pipeline

@Suite struct RunTests {
  /// Everything that a run leaves: the store's rows, the records and the reports.
  struct Outcome: Equatable {
    var dump: String
    var records: [String: Data]
    var reports: [String: Data]

    init(_ workspace: Workspace) throws {
      dump = try CorpusStore(path: "\(workspace.path)/out/dragoman.sqlite", readOnly: true)
        .logicalDump()
      records = try workspace.files(under: "out/records")
      reports = try workspace.files(under: "out/report")
    }
  }

  static func committed(_ workspace: Workspace) throws -> [CommittedArchive] {
    try CorpusStore(path: "\(workspace.path)/out/dragoman.sqlite", readOnly: true).archives()
  }

  /// Five archives of different sizes, kinds and health, with copies across and within them.
  static func corpus() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(gzip(articleLines(0..<80)), to: "in/a.jsonl.gz")
    try workspace.write(gzip(articleLines(75..<90, day: 17)), to: "in/b.jsonl.gz")
    let members = (90..<130).flatMap { gzip(articleLines($0..<$0 + 1, day: 18)) }
    try workspace.write(members, to: "in/c.jsonl.gz")
    let cut = gzip(articleLines(130..<210, day: 19))
    try workspace.write(cut.prefix(cut.count / 2), to: "in/d.jsonl.gz")
    try workspace.write(gzip(articleLines(0..<3) + articleLines(1..<2)), to: "in/e.jsonl.gz")
    return workspace
  }

  @Test func sameBytesForAnyNumberOfWorkersAndOrderOfPatterns() throws {
    var outcomes: [Outcome] = []
    for (workers, archives) in [
      (1, "[in/*.gz]"), (2, "[in/*.gz]"), (8, "[in/*.gz]"),
      (3, "[in/e*.gz, in/d*.gz, in/*.jsonl.gz, in/a.jsonl.gz]"),
    ] {
      let workspace = try Self.corpus()
      let status = try workspace.run(try workspace.pipeline(archives: archives), workers: workers)
      #expect(status == .someRejected)
      outcomes.append(try Outcome(workspace))
    }
    #expect(outcomes[0].dump.utf8.count > 10_000)
    #expect(outcomes[0].records.count == 5)
    #expect(!outcomes[0].reports.isEmpty)
    for other in outcomes.dropFirst() { #expect(other == outcomes[0]) }
  }

  /// Five articles of b.jsonl.gz, and all four of e.jsonl.gz, were in a.jsonl.gz before.
  @Test func copiesAreOneStory() throws {
    let workspace = try Self.corpus()
    try workspace.run(try workspace.pipeline())
    let store = try CorpusStore(path: "\(workspace.path)/out/dragoman.sqlite", readOnly: true)
    let totals = try store.totals(.all)
    #expect(totals.articles > 100)
    #expect(totals.articles - totals.stories == 5 + 4)
  }

  /// The record of a copy names the first copy, be it in the same archive or in an earlier one.
  @Test func recordsNameTheFirstCopy() throws {
    let workspace = try Workspace()
    func article(_ id: String) -> String {
      "{\"id\": \"\(id)\", \"text\": \"Angela Merkel met Barack Obama in Berlin.\"}\n"
    }
    try workspace.write(gzip(article("x") + article("y")), to: "in/a.jsonl.gz")
    try workspace.write(gzip(article("z")), to: "in/b.jsonl.gz")
    try workspace.run(try workspace.pipeline())
    let records = try ["a", "b"].map { try workspace.read("out/records/in/\($0).jsonl.gz.jsonl") }
    let stories = try records.joined().split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["story"] as? String)
    }
    #expect(stories == ["x", "x", "x"])
  }

  /// name, bytes, status, accepted, rejected
  static let faults: [(String, [UInt8], ArchiveStatus, Int, Int)] = {
    let whole = gzip(articleLines(0..<20))
    let other = gzip(articleLines(20..<25))
    var badCRC = whole
    badCRC[badCRC.count - 8] ^= 0xff
    var badLength = whole
    badLength[badLength.count - 2] ^= 0xff
    var badFlags = whole
    badFlags[3] |= 0xe0
    return [
      ("cut before the trailer", whole.dropLast(8), .truncated, 20, 0),
      ("cut in the trailer", whole.dropLast(4), .truncated, 20, 0),
      ("cut in the header", Array(whole.prefix(5)), .truncated, 0, 0),
      ("no bytes", [], .empty, 0, 0),
      ("empty member", gzip(""), .ok, 0, 0),
      ("wrong CRC", badCRC, .crcMismatch, 0, 20),
      ("wrong length", badLength, .crcMismatch, 0, 20),
      ("reserved flags", badFlags, .badHeader, 0, 0),
      ("two members", whole + other, .ok, 25, 0),
      ("good member, then a wrong CRC", other + badCRC, .crcMismatch, 5, 20),
      ("good member, then a cut one", other + whole.dropLast(8), .truncated, 25, 0),
      ("garbage at the end", whole + Array("garbage".utf8), .trailingGarbage, 20, 0),
      ("zeros at the end", whole + [UInt8](repeating: 0, count: 1024), .ok, 20, 0),
      ("plain text", Array("Not compressed.".utf8), .notGzip, 0, 0),
      ("many members", (0..<150).flatMap { gzip(articleLines($0..<$0 + 1)) }, .ok, 150, 0),
    ]
  }()

  @Test(arguments: faults.indices)
  func faultsAreCounted(_ index: Int) throws {
    let (name, bytes, status, accepted, rejected) = Self.faults[index]
    let workspace = try Workspace()
    try workspace.write(bytes, to: "in/x.jsonl.gz")
    let exit = try workspace.run(try workspace.pipeline())
    let archive = try #require(try Self.committed(workspace).first, "\(name)")
    #expect(archive.status == status, "\(name)")
    #expect(archive.accepted == accepted, "\(name)")
    #expect(archive.rejected == rejected, "\(name)")
    #expect(archive.seen == archive.accepted + archive.rejected, "\(name)")
    #expect(exit == (status == .ok && rejected == 0 ? .done : .someRejected), "\(name)")
    let records = try workspace.read("out/records/in/x.jsonl.gz.jsonl")
    #expect(records.split(separator: "\n").count == accepted, "\(name)")
  }

  /// A copy does not count as first when the first copy turns out to be corrupt.
  @Test func aCorruptFirstCopyIsNoFirstCopy() throws {
    let workspace = try Workspace()
    var corrupt = gzip(articleLines(0..<10))
    corrupt[corrupt.count - 8] ^= 0xff
    try workspace.write(corrupt, to: "in/a.jsonl.gz")
    try workspace.write(gzip(articleLines(0..<10)), to: "in/b.jsonl.gz")
    try workspace.run(try workspace.pipeline())
    let store = try CorpusStore(path: "\(workspace.path)/out/dragoman.sqlite", readOnly: true)
    let totals = try store.totals(.all)
    #expect(totals.articles == 10)
    #expect(totals.stories == 10)
  }

  @Test func nothingIsReadTwice() throws {
    let workspace = try Self.corpus()
    let file = try workspace.pipeline()
    try workspace.run(file)
    let before = try Outcome(workspace)
    // What cannot be read any more need not be read.
    for name in ["a", "b"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: "\(workspace.path)/in/\(name).jsonl.gz")
    }
    #expect(try workspace.run(file) == .done)
    #expect(try Outcome(workspace) == before)
  }

  @Test func aTouchedArchiveIsComparedByContent() throws {
    let workspace = try Self.corpus()
    let file = try workspace.pipeline()
    try workspace.run(file)
    let later = Date(timeIntervalSince1970: 2_000_000_000)
    try FileManager.default.setAttributes(
      [.modificationDate: later], ofItemAtPath: "\(workspace.path)/in/a.jsonl.gz")
    #expect(try workspace.run(file) == .done)
    #expect(try Self.committed(workspace)[0].modified == 2_000_000_000_000_000_000)
  }

  /// The same size and time, but other content: only `--rehash` sees it.
  @Test func rehashSeesWhatSizeAndTimeHide() throws {
    let workspace = try Workspace()
    let file = try workspace.pipeline()
    let time = Date(timeIntervalSince1970: 1_500_000_000)
    let path = "\(workspace.path)/in/a.jsonl.gz"
    var digests: [String] = []
    for (title, rehashes) in [("X", false), ("Y", false), ("Y", true)] {
      // Stored, not compressed, so that the size is the same.
      try workspace.write(gzip("{\"text\": \"\(title) met \(title).\"}\n"), to: "in/a.jsonl.gz")
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
      try workspace.run(file, rehashes: rehashes)
      digests.append(try Self.committed(workspace)[0].digest)
    }
    #expect(digests[0] == digests[1])
    #expect(digests[1] != digests[2])
  }

  @Test func aChangedArchiveIsReplaced() throws {
    let workspace = try Self.corpus()
    let file = try workspace.pipeline()
    try workspace.run(file)
    // The first copies of b.jsonl.gz and e.jsonl.gz go with it.
    try workspace.write(gzip(articleLines(600..<650, day: 20)), to: "in/a.jsonl.gz")
    try workspace.run(file)
    let changed = try Outcome(workspace)

    let fresh = try Self.corpus()
    try fresh.write(gzip(articleLines(600..<650, day: 20)), to: "in/a.jsonl.gz")
    try fresh.run(try fresh.pipeline())
    let expected = try Outcome(fresh)
    #expect(changed == expected)
  }

  @Test func aVanishedArchiveStays() throws {
    let workspace = try Self.corpus()
    let file = try workspace.pipeline()
    try workspace.run(file)
    try workspace.remove("in/b.jsonl.gz")
    #expect(try workspace.run(file) == .done)
    #expect(try Self.committed(workspace).map(\.path).contains("in/b.jsonl.gz"))
    let text = try StatusJob(file: file).text()
    #expect(text.contains("gone from disk, kept in the store: 1 archive\n  in/b.jsonl.gz\n"))
  }

  /// What an archive gave stays when the archive cannot be read again.
  @Test func whatCannotBeReadKeepsItsRows() throws {
    let workspace = try Workspace()
    try workspace.write(gzip(articleLines(0..<10)), to: "in/a.jsonl.gz")
    let file = try workspace.pipeline()
    try workspace.run(file)
    try workspace.remove("in/a.jsonl.gz")
    try FileManager.default.createDirectory(
      atPath: "\(workspace.path)/in/a.jsonl.gz", withIntermediateDirectories: false)
    #expect(try workspace.run(file) == .someRejected)
    #expect(try Self.committed(workspace)[0].accepted == 10)
  }

  @Test func otherSettingsReadEverythingAgain() throws {
    let workspace = try Workspace()
    try workspace.write(gzip("First\n-----\nSecond\n"), to: "in/a.txt.gz")
    try workspace.run(try workspace.pipeline())
    #expect(try Self.committed(workspace)[0].accepted == 1)
    try workspace.run(try workspace.pipeline("separator: \"-----\"\n"))
    #expect(try Self.committed(workspace)[0].accepted == 2)
  }

  /// Reports that a killed run did not get to are written by the next one.
  @Test func missingReportsAreWritten() throws {
    let workspace = try Self.corpus()
    let file = try workspace.pipeline()
    try workspace.run(file)
    let before = try Outcome(workspace)
    try workspace.remove("out/report")
    try workspace.run(file)
    #expect(try Outcome(workspace) == before)
  }

  @Test func twoRecordsInOnePlaceAreRefused() throws {
    let workspace = try Workspace()
    try workspace.write(gzip(articleLines(0..<1)), to: "x/in/a.gz")
    try workspace.write(gzip(articleLines(1..<2)), to: "in/a.gz")
    try workspace.write(
      "archives: [in/a.gz, ../in/a.gz]\noutput: out\nrecords: true\n", to: "x/p.yml")
    let file = try PipelineFile.load("\(workspace.path)/x/p.yml")
    let failure = try #require(throws: Failure.self) { try workspace.run(file) }
    #expect(failure.status == .badPipelineFile)
  }

  @Test func aFileIsReadOnceHoweverItIsNamed() throws {
    let workspace = try Workspace()
    try workspace.write(gzip(articleLines(0..<3)), to: "in/a.gz")
    try FileManager.default.createSymbolicLink(
      atPath: "\(workspace.path)/in/b.gz", withDestinationPath: "a.gz")
    let list = ArchiveList(
      of: try workspace.pipeline(archives: "[in/*.gz, ./in/a.gz, in/../in/a.gz]"))
    #expect(list.archives.count == 1)
  }

  @Test(arguments: ["[x]", "*star*", "q?", "sp ace", "quo'te"])
  func foldersWithSignsOfPatterns(_ folder: String) throws {
    let workspace = try Workspace()
    try workspace.write(gzip(articleLines(0..<3)), to: "\(folder)/in/a.gz")
    try workspace.write("archives: [in/*.gz]\noutput: out\n", to: "\(folder)/p.yml")
    let file = try PipelineFile.load("\(workspace.path)/\(folder)/p.yml")
    #expect(ArchiveList(of: file).archives.map(\.name) == ["in/a.gz"])
  }

  /// A signal between archives or within one: what was committed stays, the next run goes on, and
  /// the end is the same as that of an undisturbed run.
  @Test(arguments: [0, 1, 3])
  func interruptedAndResumed(_ delay: Int) throws {
    let undisturbed = try Self.corpus()
    try undisturbed.run(try undisturbed.pipeline())
    let workspace = try Self.corpus()
    let file = try workspace.pipeline()
    let interruption = Interruption()
    if delay == 0 { interruption.raise(15) }
    DispatchQueue(label: "signal").asyncAfter(deadline: .now() + .milliseconds(delay * 20)) {
      if delay > 0 { interruption.raise(15) }
    }
    var job = RunJob(file: file, workers: 2)
    job.level = .quiet
    do {
      _ = try job.run(interruption: interruption)
    } catch let failure as Failure {
      #expect(failure.status == .signal(15))
    }
    if delay == 0 { #expect(try Self.committed(workspace).isEmpty) }
    try workspace.run(file)
    #expect(try Outcome(workspace) == Outcome(undisturbed))
    #expect(try workspace.files(under: "out").keys.allSatisfy { !$0.hasSuffix(".part") })
  }

  /// A destination that fails while a second reader is far ahead: every thread still ends.
  @Test(arguments: [0, 1, 40]) func aFailureEndsEveryThread(_ batches: Int) throws {
    struct Broken: Destination {
      var left: Int

      mutating func begin(_ archive: ArchiveFile) throws {}
      mutating func end(_ archive: ArchiveFile, _ outcome: ArchiveOutcome) throws {}

      mutating func add(_ batch: WorkedBatch) throws {
        if left == 0 { throw Failure(.inputOutput, "the disk is full") }
        left -= 1
      }
    }
    let workspace = try Workspace()
    for archive in 0..<12 {
      try workspace.write(gzip(articleLines(0..<300)), to: "in/\(archive + 10).gz")
    }
    let archives = ArchiveList(of: try workspace.pipeline()).archives
    let pipeline = Pipeline(
      ingest: IngestOptions(), lexicon: .builtIn, extract: [], lines: .none, counts: false,
      workers: 3,
      interruption: Interruption(), progress: Progress(of: archives, isShown: false))
    var destination = Broken(left: batches)
    let failure = try #require(throws: Failure.self) {
      try pipeline.run(archives, into: &destination)
    }
    #expect(failure.status == .inputOutput)
  }

  @Test("a page without an article is rejected and counted, and nothing to worry about")
  func notArticles() throws {
    let workspace = try Workspace()
    try workspace.write(gzip("<html><body><a href='/'>Home</a></body></html>"), to: "in/a.html.gz")
    try workspace.write(gzip("<html lang='fr'><body>Bonjour</body></html>"), to: "in/b.html.gz")
    let file = try workspace.pipeline()
    #expect(try workspace.run(file) == .done)
    let status = try StatusJob(file: file).text()
    #expect(status.contains("rejected: 2 articles"))
    #expect(status.contains("not_article: 1") && status.contains("other_language: 1"))
    try workspace.write(gzip("[{}]"), to: "in/c.json.gz")
    #expect(try workspace.run(file) == .someRejected)
  }
}
