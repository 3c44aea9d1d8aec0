// The list of formats, and how one is chosen.

import Model
import Testing

@testable import Ingestion

@Suite struct ArchiveFormatTests {
  @Test func theListIsHonest() {
    let names = archiveFormats.map { $0.name }
    #expect(Set(names).count == names.count)
    for format in archiveFormats {
      #expect(!format.summary.isEmpty && !format.summary.contains("\n"))
      #expect(!format.endings.isEmpty)
      #expect(format.endings.allSatisfy { $0 == $0.lowercased() && $0.hasPrefix(".") })
    }
  }

  @Test(arguments: [
    (#"{"text":"a"}"#, "a.gz", "json-lines"),
    (#"{"text":"a"}"#, "a.txt.gz", "json-lines"),
    ("\u{feff}\n { \"text\"", "a.gz", "json-lines"),
    ("{bad", "a.jsonl.gz", "json-lines"),
    ("{bad", "a.gz", "text"),
    ("[1]", "A.JSON.GZ", "json"),
    ("{bad", "a.json.gz", "json"),
    (#"[{"text":"a"}]"#, "a.jsonl.gz", "json"),
    (#"{"text":"a"}"#, "a.json.gz", "json-lines"),
    ("{\n \"text\": \"a\"\n}", "a.gz", "json"),
    ("{\"text\": \"a\",\n \"id\": 1}", "a.jsonl.gz", "json"),
    ("{\"text\": \"a {\n", "a.gz", "json-lines"),
    ("title,text,x\n", "a.gz", "csv"),
    ("\"Title\";\"Text\"\r\n", "a.txt.gz", "csv"),
    ("Talks, text\nwent on", "a.gz", "text"),
    ("Inhalt,Datum\n", "a.csv.gz", "csv"),
    ("title\ttext\n", "a.csv.gz", "tsv"),
    ("Inhalt\n", "a.tsv.gz", "tsv"),
    ("<DOC>\n<DOCNO>", "a.gz", "sgml"),
    ("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"NO\"", "reut2-000.gz", "sgml"),
    ("<doc id=\"x\">", "a.txt.gz", "sgml"),
    ("<DOCUMENT>", "a.sgml.gz", "sgml"),
    ("<?xml version=\"1.0\"?><DOC>", "a.gz", "xml"),
    ("\u{feff}<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC", "a.gz", "html"),
    ("<?xml version=\"1.0\"?>\n<html xmlns=", "a.xhtml.gz", "html"),
    ("<nitf>", "a.gz", "xml"),
    ("<rss version=", "a.gz", "xml"),
    ("<archive>", "a.xml.gz", "xml"),
    ("<archive>", "a.gz", "text"),
    ("\n<!DOCTYPE HTML>", "a.gz", "html"),
    ("<p>Talks", "a.html.gz", "html"),
    ("WARC/1.0\r\n", "a.gz", "warc"),
    ("Talks", "a.gz", "text"),
    ("Talks", "a.txt.gz", "text"),
    ("Talks", "a.tar.gz", "text"),
    ("Talks", "-", "text"),
    ("a\u{0}b", "a.txt.gz", nil),
    ("%PDF-1.4 \u{1}\u{2}\u{3}\u{4}", "a.txt.gz", nil),
  ])
  func chosenFromContentAndName(head: String, name: String, format: String?) {
    #expect(archiveFormat(of: Array(head.utf8), fileName: name)?.name == format)
  }

  @Test func tarHeaders() {
    let member = tarMember("a.txt", "")
    #expect(archiveFormat(of: member, fileName: "a.jsonl.gz")?.name == "tar")
    // Version 7 of Unix wrote no magic; the checksum speaks.
    var old = member
    for index in 257..<265 { old[index] = 0 }
    old = checksummed(old)
    #expect(archiveFormat(of: old, fileName: "a.gz")?.name == "tar")
    #expect(archiveFormat(of: old.flipping(0, mask: 1), fileName: "a.gz") == nil)
  }

  @Test func pinned() {
    var options = IngestOptions()
    options.format = "text"
    #expect(read(gzip(#"{"text":"a"}"#), options: options).texts == [#"{"text":"a"}"#])
    options.format = "tar"
    #expect(read(gzip("Talks"), options: options).outcome.status == .badHeader)
    #expect(read(gzip(""), options: options).outcome.status == .ok)
    options.format = "warc-2"
    let outcome = read(gzip("a"), options: options).outcome
    #expect(outcome.status == .unreadable)
    #expect(outcome.detail.contains("warc-2"))
    #expect(outcome.detail.contains("json-lines"))
  }
}
