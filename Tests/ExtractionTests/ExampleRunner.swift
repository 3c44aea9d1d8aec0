// Runs one extractor over one example, with an empty lexicon.

import Model
import Normalization
import Testing

@testable import Extraction

/// What an extractor says about an example, line by line.
func lines<E: ExemplifiedExtractor>(_ type: E.Type, _ example: ExtractorExample) throws -> [String]
{
  let article = try normalized(example.text, published: example.published)
  var analysis = unread(article, emptyLexicon)
  var extractor = E(lexicon: emptyLexicon)
  extractor.extract(&analysis)
  return E.lines(of: analysis)
}

/// The analysis of an article before any extractor ran.
func unread(_ article: Article, _ lexicon: Lexicon) -> Analysis {
  var matcher = PhraseMatcher(lexicon: lexicon)
  var analysis = Analysis(lexicon: lexicon)
  analysis.begin(article, &matcher)
  return analysis
}

/// The article of a text.
func normalized(_ text: String, published: String? = nil) throws -> Article {
  var normalizer = Normalizer()
  let raw = RawArticle(
    archive: "example", ordinal: 0, text: Array(text.utf8), published: published)
  return try normalizer.normalize(raw).get()
}

/// A lexicon that knows one word, and that one is no name.
let emptyLexicon: Lexicon = {
  do {
    let table = try TabTable(name: "vocabulary", text: "form\tclass\tvalue\nzwölf\tnumber\t12\n")
    return try Lexicon(compiled: LexiconCompiler.compile([table], digest: 0))
  } catch {
    fatalError("the lexicon of the tests does not compile: \(error)")
  }
}()
