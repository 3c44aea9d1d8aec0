// Publication dates as people write them, and dates in archives' names.

import Model
import Testing

@Suite struct PublicationDateTests {
  @Test(
    arguments: [
      ("2016-12-16", "2016-12-16"), ("2009-03-20 12:24:52-05", "2009-03-20"),
      ("2016-12-16T23:59:59Z", "2016-12-16"), ("2016-12-16T10:00:00+09:00", "2016-12-16"),
      ("20161216", "2016-12-16"), ("20161216T100000Z", "2016-12-16"),
      ("20161216100000", "2016-12-16"),
      ("Dec 16, 2016", "2016-12-16"), ("Dec. 16, 2016", "2016-12-16"),
      ("December 16th, 2016", "2016-12-16"), ("24 November 2016", "2016-11-24"),
      ("26-FEB-1987 15:01:01.79", "1987-02-26"), (" 9-Apr-1987", "1987-04-09"),
      ("Fri, 16 Dec 2016 10:00:00 GMT", "2016-12-16"), ("Fri Dec 16 10:00:00 2016", "2016-12-16"),
      ("Fri Dec 16 10:00:00 +0000 2016", "2016-12-16"), ("10:30 16 Dec 2016", "2016-12-16"),
      ("12/16/2016", "2016-12-16"), ("16/12/2016", "2016-12-16"), ("01/02/2016", "2016-01-02"),
      ("2016/12/16", "2016-12-16"), ("16.12.2016", "2016-12-16"), ("2016 Dec 16", "2016-12-16"),
      ("12/16/16", "2016-12-16"), ("16-Dec-69", "2069-12-16"), ("16-Dec-70", "1970-12-16"),
      ("Sept 1, 1999", "1999-09-01"), ("29 February 2016", "2016-02-29"),
      ("9999-12-31", "9999-12-31"), ("0001-01-01", "0001-01-01"),
      ("Updated: Friday, December 16, 2016, 10 a.m.", "2016-12-16"),
      ("2016-12-16 and much text after it that nobody reads at all, page 5", "2016-12-16"),
    ] as [(String, String)])
  func formsAreRead(_ written: String, _ iso: String) throws {
    let article = try normalized("Rain fell.", published: written)
    #expect(article.published?.iso == iso)
    #expect(article.publishedFrom == .field)
  }

  @Test(arguments: [
    "", "today", "2016", "2016-02-30", "30 February 2016", "2015-02-29", "0000-01-01", "13/13/2016",
    "2016-00-10", "16 Dec", "Dec 16, 10:00", "December 2016", "10:00:00", "99999999", "16-12-16",
    "16 Dec 116", "Smarch 13, 2016", "1481846400", "99999999999999999999999999",
    "2016-12-99999999999999999999", "-1-1-1", "🗓",
  ])
  func otherTextIsNoDate(_ written: String) throws {
    let article = try normalized("Rain fell.", published: written)
    #expect(article.published == nil)
    #expect(article.publishedFrom == nil)
  }

  @Test(
    arguments: [
      ("wire-2016-12-16.tar.gz", "2016-12-16"), ("20161216.jsonl.gz", "2016-12-16"),
      ("in/2016_12_16/a.gz", "2016-12-16"), ("run1481846400-20161216.gz", "2016-12-16"),
      ("v12-99999999-2016-12-16.gz", "2016-12-16"), ("a2016-12-161.gz", nil),
      ("2016-13-01.gz", nil),
      ("12-16-2016.gz", nil), ("00001216.gz", nil), ("2016-12.gz", nil), ("2016-12-1", nil),
      ("", nil),
    ] as [(String, String?)])
  func archivesNamesHoldDates(_ name: String, _ iso: String?) throws {
    let article = try normalized("Rain fell.", archive: name)
    #expect(article.published?.iso == iso)
    #expect(article.publishedFrom == (iso == nil ? nil : .archive))
  }

  @Test(
    arguments: [
      ("KABUL, Dec 14 (AP) -- Rain fell.", "wire-2016-12-16.gz", "2016-12-14"),
      ("KABUL, Dec 31 (AP) -- Rain fell.", "wire-2017-01-01.gz", "2016-12-31"),
      ("KABUL, Jan 1 (AP) -- Rain fell.", "wire-2016-12-31.gz", "2017-01-01"),
    ] as [(String, String, String)])
  func aDatelineTakesTheYearOfTheArchive(_ text: String, _ name: String, _ iso: String) throws {
    let article = try normalized(text, archive: name)
    #expect(article.published?.iso == iso)
    #expect(article.publishedFrom == .dateline)
  }

  @Test func aDatelineWithoutAnArchivesDayGivesNone() throws {
    #expect(try normalized("KABUL, Dec 14 (AP) -- Rain fell.").published == nil)
    #expect(
      try normalized("KABUL, Feb 30 (AP) -- Rain fell.", archive: "2016-03-01.gz").publishedFrom
        == .archive)
  }

  @Test func theFieldWinsUnlessItIsNoDate() throws {
    let text = "KABUL, Dec 14 (AP) -- Rain fell."
    let article = try normalized(text, archive: "2016-12-16.gz", published: "2016-12-15")
    #expect(article.published?.iso == "2016-12-15")
    let other = try normalized(text, archive: "2016-12-16.gz", published: "soon")
    #expect(other.published?.iso == "2016-12-14")
  }
}
