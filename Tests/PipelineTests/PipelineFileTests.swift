// Pipeline files: what is read from good ones, and how bad ones are refused.

import Ingestion
import Testing

@testable import Pipeline

@Suite struct PipelineFileTests {
  static let known = KnownNames(
    formats: ["tar", "text"], extractors: ["actors", "venues"], reports: ["csv", "html"])

  static func parse(_ text: String) throws -> PipelineFile {
    try PipelineFile.parse(Array(text.utf8), path: "dir/p.yml", known: known)
  }

  @Test func everyKey() throws {
    let file = try Self.parse(
      """
      archives: [a/*.gz, b.gz]
      fields: { id: no, title: [title, headline], date: published }
      separator: "-----"
      encoding: windows-1250
      article: [story, item]
      format: text
      extract: [venues]
      knowledge: [people.tsv, /tables/places.tsv]
      output: ../out
      report: [html, csv]
      records: true
      limits: { articleBytes: 100, archiveBytes: 2000, ratio: 30 }
      """)
    #expect(file.archives == ["a/*.gz", "b.gz"])
    #expect(
      file.fields == ["id": ["no"], "title": ["title", "headline"], "date": ["published"]])
    #expect(file.separator == "-----")
    #expect(file.encoding == "windows-1250")
    #expect(file.article == ["story", "item"])
    #expect(file.format == "text")
    #expect(file.extract == ["venues"])
    #expect(file.report == ["html", "csv"])
    #expect(file.records)
    #expect(
      file.limits == PipelineFile.Limits(articleBytes: 100, archiveBytes: 2000, ratio: 30))
    #expect(file.resolve(file.output) == "dir/../out")
    #expect(file.knowledge.map(file.resolve) == ["dir/people.tsv", "/tables/places.tsv"])
    let options = file.ingestOptions
    #expect(options.fields.id == ["no"])
    #expect(options.fields.text == ["text", "body", "content"])
    #expect(options.maxArticleBytes == 100)
    #expect(options.encoding == "windows-1250")
    #expect(options.articleElements == ["story", "item"])
    #expect(options.separator == Array("-----".utf8))
  }

  @Test func defaults() throws {
    let file = try Self.parse("archives: x.gz\noutput: out\n")
    #expect(file.archives == ["x.gz"])
    #expect(file.extract == nil)
    #expect(file.report.isEmpty)
    #expect(!file.records)
  }

  /// YAML's unquoted `no`, `yes` and numbers stay strings where strings are meant.
  @Test(arguments: ["no", "yes", "1", "null", "~", "1e3", "2016-12-16"])
  func plainScalarsStayStrings(_ scalar: String) throws {
    let file = try Self.parse(
      "archives: [x]\noutput: \(scalar)\nfields: { id: \(scalar) }\nseparator: \(scalar)\n")
    #expect(file.output == scalar)
    #expect(file.fields["id"] == [scalar])
    #expect(file.separator == scalar)
  }

  @Test(arguments: [
    ("archives: [x]\noutput: o\nreports: [csv]\n", "p.yml:3: unknown key \"reports\""),
    ("archives: [x]\noutput: o\nreports: [csv]\n", "known keys are archives, fields"),
    ("archives: [x]\noutput: o\nreport: [pdf]\n", "p.yml:3: \"report\": unknown report format"),
    ("archives: [x]\noutput: o\nreport: [pdf]\n", "the known ones are csv, html"),
    ("archives: [x]\noutput: o\nextract:\n- actors\n- dogs\n", "p.yml:5: \"extract\": unknown ext"),
    ("archives: [x]\noutput: o\nextract: [venues, venues]\n", "\"venues\" is listed twice"),
    ("archives: [x]\nformat: zip\noutput: o\n", "p.yml:2: \"format\": unknown archive format"),
    ("archives: [x]\nencoding: utf-9\noutput: o\n", "p.yml:2: \"encoding\": unknown encoding"),
    ("archives: {a: b}\noutput: o\n", "p.yml:1: \"archives\": expected a list, found a mapping"),
    ("archives: [[x]]\noutput: o\n", "\"archives\": expected a string, found a list"),
    ("archives: [x]\noutput: [o]\n", "p.yml:2: \"output\": expected a string, found a list"),
    ("archives: [x]\noutput:\n", "\"output\": expected a string, found nothing"),
    ("archives: [x]\noutput: o\nrecords: maybe\n", "p.yml:3: \"records\": expected true or false"),
    ("archives: [x]\noutput: o\nrecords: 'true'\n", "\"records\": expected true or false"),
    ("archives: [x]\noutput: o\nfields: {body: x}\n", "p.yml:3: \"fields\": unknown key \"body\""),
    ("archives: [x]\noutput: o\nfields: text\n", "\"fields\": expected a mapping"),
    ("archives: [x]\noutput: o\nlimits: {ratio: 0}\n", "\"limits.ratio\": expected a whole number"),
    ("archives: [x]\noutput: o\nlimits: {size: 1}\n", "\"limits\": unknown key \"size\""),
    ("archives: [x]\n", "the key \"output\" is missing"),
    ("output: o\n", "the key \"archives\" is missing"),
    ("archives: []\noutput: o\n", "the key \"archives\" is missing"),
    ("archives: [x]\noutput: o\noutput: p\n", "the key \"output\" is there twice"),
    ("archives: [x\noutput: o\n", "not YAML"),
    ("- a\n- b\n", "p.yml:1: expected a mapping"),
    ("", "the file is empty"),
    ("archives: [x]\noutput: o\n\"re\\e[31m\": 1\n", "unknown key \"re?[31m\""),
  ])
  func bad(_ text: String, _ message: String) throws {
    let failure = try #require(throws: Failure.self) { try Self.parse(text) }
    #expect(failure.status == .badPipelineFile)
    #expect(failure.message.contains(message), "\(failure.message)")
    #expect(failure.message.hasPrefix("dir/p.yml"))
  }

  @Test func notUTF8() throws {
    let failure = try #require(throws: Failure.self) {
      try PipelineFile.parse([0xff, 0xfe, 0x61], path: "p.yml", known: Self.known)
    }
    #expect(failure.status == .badPipelineFile)
  }

  @Test func missingFile() throws {
    let failure = try #require(throws: Failure.self) { try PipelineFile.load("/nowhere/p.yml") }
    #expect(failure.status == .noInput)
  }

  @Test func aFolderIsNoPipelineFile() throws {
    let workspace = try Workspace()
    let failure = try #require(throws: Failure.self) { try PipelineFile.load(workspace.path) }
    #expect(failure.status == .noInput)
  }

  /// Every setting that decides what is found in an archive changes the version of the results.
  @Test(arguments: [
    "separator: x", "article: x", "encoding: latin1", "format: text", "extract: [actors]",
    "fields: { id: key }",
    "limits: { ratio: 7 }", "limits: { articleBytes: 7 }", "fields: { title: [] }",
  ])
  func versionFollowsSettings(_ setting: String) throws {
    let plain = try Self.parse("archives: [x]\noutput: o\n")
    let other = try Self.parse("archives: [x]\noutput: o\n\(setting)\n")
    #expect(try plain.version() != other.version())
    let moved = try Self.parse("archives: [y]\noutput: p\nreport: [csv]\nrecords: true\n")
    #expect(try plain.version() == moved.version())
  }

  @Test func versionFollowsTheContentOfTables() throws {
    let workspace = try Workspace()
    let file = try workspace.pipeline("knowledge: [k.tsv]")
    try workspace.write("name\tkey\n", to: "k.tsv")
    let before = try file.version()
    try workspace.write("name\tkind\n", to: "k.tsv")
    #expect(try file.version() != before)
  }
}
