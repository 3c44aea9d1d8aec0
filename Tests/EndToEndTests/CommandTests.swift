// The commands over the built program: exit codes, both outputs, files.

import Foundation
import Testing

@Suite struct CommandTests {
  @Test func versionAndHelp() throws {
    let session = try Session()
    #expect(try session.run("--version").output.hasPrefix("dragoman "))
    let help = try session.run("--help")
    #expect(help.status == 0)
    for command in ["run", "annotate", "report", "status", "check", "list"] {
      #expect(help.output.contains("  \(command)"))
      let text = try session.run(command, "--help")
      #expect(text.status == 0)
      #expect(text.output.contains("USAGE: dragoman \(command)"))
    }
  }

  @Test func cronHearsNothingWhenAllIsWell() throws {
    let session = try Session()
    try session.makeCorpus(archives: 2, articles: 5)
    let first = try session.run("run", "p.yml")
    #expect(first.status == 0)
    #expect(first.output == "")
    #expect(first.errors == "")
    #expect(session.exists("out/dragoman.sqlite"))
    #expect(try session.files(under: "out/records").count == 2)
    #expect(try session.files(under: "out/report").count > 3)
    let second = try session.run("run", "--verbose", "p.yml")
    #expect(second.status == 0)
    #expect(second.errors.contains("nothing is new: 2 archives unchanged"))
  }

  @Test func verboseSaysWhatWasDone() throws {
    let session = try Session()
    try session.makeCorpus(archives: 2, articles: 5)
    let ended = try session.run("run", "-v", "p.yml")
    #expect(ended.errors.contains("read 2 archives in"))
    #expect(ended.errors.contains("accepted 10 articles, rejected 0"))
    #expect(ended.errors.contains("report: out/report/"))
    #expect(ended.output == "")
  }

  @Test func oneLineForEachProblem() throws {
    let session = try Session()
    try session.makeCorpus(archives: 1, articles: 20)
    let whole = gzip(Session.article(1, day: 1))
    try session.write(Array(whole.dropLast(8)), to: "in/cut.jsonl.gz")
    try session.write("plain", to: "in/plain.gz")
    try session.write(gzip("{\"title\": \"no text\"}\n{\n"), to: "in/bad.jsonl.gz")
    let ended = try session.run("run", "p.yml")
    #expect(ended.status == 3)
    #expect(ended.output == "")
    let lines = ended.errors.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].contains("in/bad.jsonl.gz: 2 of 2 articles rejected: malformed 1, missing_t"))
    #expect(lines[1].contains("in/cut.jsonl.gz: truncated at byte \(whole.count - 8): "))
    #expect(lines[2].contains("in/plain.gz: not_gzip at byte 0: "))
    #expect(try session.run("run", "--quiet", "p.yml").errors == "")
  }

  @Test(
    arguments: [
      (["frob"], 64, "frob"),
      (["run"], 64, "pipeline"),
      (["run", "p.yml", "--workers", "0"], 64, "--workers"),
      (["run", "p.yml", "--workers", "many"], 64, "many"),
      (["run", "p.yml", "-q", "-v"], 64, "exclude"),
      (["run", "absent.yml"], 66, "absent.yml"),
      (["run", "none.yml"], 66, "no archive matches nothing/*.gz"),
      (["check", "none.yml"], 66, "no archive matches nothing/*.gz"),
      (
        ["run", "typo.yml"], 78, "typo.yml:3: unknown key \"archive\"; the known keys are archives"
      ),
      (["check", "typo.yml"], 78, "typo.yml:3"),
      (["status", "typo.yml"], 78, "typo.yml:3"),
      (["report", "typo.yml"], 78, "typo.yml:3"),
      (["run", "component.yml"], 78, "unknown extractor \"horses\"; the known ones are "),
      (["run", "blocked.yml"], 73, "cannot create the folder"),
      (["check", "blocked.yml"], 73, "cannot write to the output folder"),
      (["report", "p.yml"], 66, "no store"),
      (["report", "p.yml", "--from", "yesterday"], 64, "yesterday"),
      (["report", "p.yml", "--from", "2016-12-02", "--to", "2016-12-01"], 64, "before it begins"),
      (["annotate", "absent.gz"], 66, "absent.gz"),
      (["annotate", "--extract", "horses", "in/0.jsonl.gz"], 64, "horses"),
    ] as [([String], Int32, String)])
  func failures(_ arguments: [String], _ status: Int32, _ message: String) throws {
    let session = try Session()
    try session.makeCorpus(archives: 1, articles: 2)
    try session.write("archives: [nothing/*.gz]\noutput: out\n", to: "none.yml")
    try session.write("archives: [in/*.gz]\noutput: out\narchive: x\n", to: "typo.yml")
    try session.write(
      "archives: [in/*.gz]\noutput: out\nextract: [horses]\n", to: "component.yml")
    try session.write("a file", to: "file")
    try session.write("archives: [in/*.gz]\noutput: file/out\n", to: "blocked.yml")
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    let ended = try session.shell("exec \"$DRAGOMAN\" \(line)")
    #expect(ended.status == status, "\(ended.errors)")
    #expect(ended.errors.contains(message), "\(ended.errors)")
    #expect(ended.output == "")
    #expect(!session.exists("out"))
  }

  @Test func annotatePrintsRecordsInOrder() throws {
    let session = try Session()
    try session.makeCorpus(archives: 2, articles: 150)
    let one = try session.run("annotate", "in/1.jsonl.gz", "in/0.jsonl.gz", "--workers", "1")
    let eight = try session.run("annotate", "in/1.jsonl.gz", "in/0.jsonl.gz", "--workers", "8")
    #expect(one.status == 0)
    #expect(one.errors == "")
    #expect(one.output == eight.output)
    let objects = try one.output.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(
      objects.map { $0["id"] as? String }
        == (Array(150..<300) + Array(0..<150)).map { "a\($0)" })
    #expect(objects.allSatisfy { ($0["text"] as? String)?.contains("Lavrov") == true })
    let bare = try session.run("annotate", "--no-text", "in/0.jsonl.gz")
    #expect(!bare.output.contains("\"text\":"))
  }

  @Test func annotateReadsStandardInput() throws {
    let session = try Session()
    try session.makeCorpus(archives: 1, articles: 3)
    let ended = try session.shell("cat in/0.jsonl.gz in/0.jsonl.gz | \"$DRAGOMAN\" annotate -")
    #expect(ended.status == 0)
    #expect(ended.output.split(separator: "\n").count == 6)
  }

  @Test func annotateWantsGzip() throws {
    let session = try Session()
    let ended = try session.run("annotate", input: "{\"text\": \"Plain.\"}\n")
    #expect(ended.status == 3)
    #expect(ended.output == "")
    #expect(ended.errors.contains("not_gzip"))
  }

  /// What a failed check makes untrustworthy is not printed.
  @Test func annotateHoldsBackCorruptMembers() throws {
    let session = try Session()
    var corrupt = gzip(Session.article(1, day: 1))
    corrupt[corrupt.count - 8] ^= 1
    try session.write(gzip(Session.article(0, day: 1)) + corrupt, to: "x.gz")
    let ended = try session.run("annotate", "x.gz")
    #expect(ended.status == 3)
    #expect(ended.output.split(separator: "\n").count == 1)
    #expect(ended.errors.contains("crc_mismatch"))
  }

  @Test func checkReadsNoArticle() throws {
    let session = try Session()
    try session.makeCorpus(archives: 2, articles: 1)
    try session.write("not an archive", to: "in/x.gz")
    let ended = try session.run("check", "p.yml")
    #expect(ended.status == 0)
    #expect(ended.output.hasPrefix("p.yml: good\narchives: 3, "))
    #expect(!session.exists("out"))
  }

  @Test func statusCounts() throws {
    let session = try Session()
    try session.makeCorpus(archives: 2, articles: 4)
    #expect(try session.run("status", "p.yml").output.contains("waiting: 2 archives"))
    try session.write(gzip("{}\n"), to: "in/bad.jsonl.gz")
    _ = try session.run("run", "p.yml")
    try session.write(gzip(Session.article(9, day: 9)), to: "in/new.jsonl.gz")
    let text = try session.run("status", "p.yml").output
    #expect(text.contains("committed: 3 archives, 8 articles\n"))
    #expect(text.contains("rejected: 1 article\n  missing_text: 1\n"))
    #expect(text.contains("waiting: 1 archive\n  in/new.jsonl.gz\n"))
  }

  @Test func listNamesEveryComponent() throws {
    let session = try Session()
    let text = try session.run("list").output
    for name in [
      "json-lines", "json", "csv", "tsv", "sgml", "warc", "html", "tar", "text", "actors", "venues",
      "actor_day",
    ] {
      #expect(text.contains("  \(name) "), "\(name)")
    }
  }

  @Test func reportForAPeriod() throws {
    let session = try Session()
    try session.makeCorpus(archives: 3, articles: 4)
    _ = try session.run("run", "p.yml")
    let all = try session.files(under: "out/report")
    #expect(try session.run("report", "p.yml", "--from", "2016-12-02").status == 0)
    let period = try session.files(under: "out/report")
    #expect(period != all)
    #expect(period.keys.sorted() == all.keys.sorted())
    // The next run finds them to be of a period, and writes those of the whole time.
    #expect(try session.run("run", "p.yml").status == 0)
    #expect(try session.files(under: "out/report") == all)
  }

  @Test func namesCannotDriveTheTerminal() throws {
    let session = try Session()
    try session.write(
      "archives: [in/*]\noutput: out\nrecords: true\nreport: [csv]\n", to: "p.yml")
    for name in ["a\u{1b}[31m.gz", "new\nline.gz", "-rf.gz", "100%s.gz"] {
      try session.write("plain", to: "in/\(name)")
    }
    let ended = try session.run("run", "p.yml")
    #expect(ended.status == 3)
    #expect(ended.errors.split(separator: "\n").count == 4)
    #expect(!ended.errors.contains("\u{1b}"))
    #expect(!(try session.run("status", "p.yml")).output.contains("\u{1b}"))
  }

  @Test func oddFilesAreRefusedWithoutHanging() throws {
    let session = try Session()
    try session.write(
      "archives: [in/*]\noutput: out\n", to: "p.yml")
    let made = try session.shell(
      "mkdir -p in/folder.gz && mkfifo in/pipe.gz && ln -s nowhere in/dangling.gz "
        + "&& ln -s loop.gz in/loop.gz && ln -s /dev/zero in/zero.gz")
    #expect(made.status == 0)
    let ended = try session.run("run", "p.yml")
    #expect(ended.status == 3)
    for name in ["folder.gz", "pipe.gz", "zero.gz"] {
      #expect(ended.errors.contains("in/\(name): unreadable"), "\(ended.errors)")
    }
  }

  @Test(arguments: [
    ("not a database, but long enough to be looked at by SQLite", Int32(65)), ("", 0),
  ])
  func aDamagedStoreIsNotReset(_ content: String, _ status: Int32) throws {
    let session = try Session()
    try session.makeCorpus(archives: 1, articles: 1)
    try session.write(content, to: "out/dragoman.sqlite")
    let ended = try session.run("run", "p.yml")
    #expect(ended.status == status, "\(ended.errors)")
    let left = FileManager.default.contents(atPath: "\(session.path)/out/dragoman.sqlite")
    if status != 0 { #expect(left == Data(content.utf8)) }
  }
}
