// Locks, signals, kill -9 and broken outputs: the next run gives what an undisturbed one does.

import Foundation
import Store
import Testing

@Suite(.serialized) struct DisturbanceTests {
  /// What a run leaves, but for the store's own bytes.
  struct Left: Equatable {
    var dump: String
    var records: [String: Data]
    var reports: [String: Data]

    init(_ session: Session) throws {
      dump = try CorpusStore(path: "\(session.path)/out/dragoman.sqlite", readOnly: true)
        .logicalDump()
      records = try session.files(under: "out/records")
      reports = try session.files(under: "out/report")
    }
  }

  @Test func aSecondRunIsToldWhoRuns() throws {
    let session = try Session()
    try session.makeCorpus(archives: 1, articles: 1)
    try session.write("4711\n", to: "out/.lock")
    let descriptor = open("\(session.path)/out/.lock", O_RDWR)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let ended = try session.run("run", "p.yml")
    #expect(ended.status == 75)
    #expect(ended.errors.contains("another run (process 4711) is writing to out"))
    #expect(!session.exists("out/dragoman.sqlite"))
    close(descriptor)
    // The lock's file alone holds nobody up.
    #expect(try session.run("run", "p.yml").status == 0)
  }

  @Test(
    arguments: [
      ("annotate in/0.jsonl.gz >/dev/full", 74), ("annotate in/0.jsonl.gz >&-", 74),
      ("status p.yml >/dev/full", 74), ("list >&-", 74), ("--help >/dev/full", 74),
      ("annotate in/0.jsonl.gz", 0), ("run p.yml >&- 2>&- <&-", 0),
    ] as [(String, Int32)])
  func brokenOutputs(_ arguments: String, _ status: Int32) throws {
    let session = try Session()
    try session.makeCorpus(archives: 1, articles: 100)
    #expect(try session.shell("exec \"$DRAGOMAN\" \(arguments)").status == status)
  }

  @Test func aClosedPipeIsAQuietEnd() throws {
    let session = try Session()
    try session.makeCorpus(archives: 2, articles: 200)
    let ended = try session.shell(
      "{ \"$DRAGOMAN\" annotate in/*.gz; echo $? >status; } | head -n 1")
    #expect(ended.output.split(separator: "\n").count == 1)
    #expect(ended.errors == "")
    #expect(
      FileManager.default.contents(atPath: "\(session.path)/status") == Data("0\n".utf8))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func signalsStopCleanly(_ signal: Int32) throws {
    let session = try Session()
    try session.makeCorpus(archives: 8, articles: 800)
    let running = try session.start("run", "p.yml")
    waitForWork(session)
    running.send(signal)
    let sent = Date()
    let ended = running.wait()
    #expect(ended.status == 128 + signal, "\(ended.errors)")
    #expect(Date().timeIntervalSince(sent) < 5)
    #expect(ended.errors.contains("stopped by signal \(signal)"))
    let files = try session.files(under: "out").keys
    #expect(files.allSatisfy { !$0.hasSuffix(".part") })
    #expect(!session.exists("out/report"))
  }

  /// Standard input that never comes does not keep a signal waiting for long.
  @Test func aSignalWhileWaitingForInput() throws {
    let session = try Session()
    let ended = try session.shell(
      "mkfifo p; sleep 20 >p & writer=$!; exec 3<p; \"$DRAGOMAN\" annotate - <&3 & sleep 0.5; "
        + "kill -TERM $!; wait $!; status=$?; kill $writer; exit $status")
    #expect(ended.status == 143)
  }

  @Test func killedAtAnyMoment() throws {
    let undisturbed = try Session()
    try undisturbed.makeCorpus(archives: 4, articles: 50)
    let start = Date()
    #expect(try undisturbed.run("run", "p.yml").status == 0)
    let duration = Date().timeIntervalSince(start)
    let expected = try Left(undisturbed)

    var killed = 0
    for moment in 1...10 {
      let session = try Session()
      try session.makeCorpus(archives: 4, articles: 50)
      let running = try session.start("run", "p.yml")
      usleep(UInt32(duration * 1_000_000 * Double(moment) / 10))
      running.send(SIGKILL)
      if running.wait().status == -SIGKILL { killed += 1 }
      let again = try session.run("run", "p.yml")
      #expect(again.status == 0, "\(again.errors)")
      #expect(try Left(session) == expected, "moment \(moment) of 10")
      let files = try session.files(under: "out").keys
      #expect(files.allSatisfy { !$0.hasSuffix(".part") })
    }
    // Moments late in the run may find it done.
    #expect(killed >= 4)
  }

  /// Waits until the first archive is being read.
  private func waitForWork(_ session: Session) {
    for _ in 0..<500 where !session.exists("out/records/in") { usleep(10_000) }
  }
}
