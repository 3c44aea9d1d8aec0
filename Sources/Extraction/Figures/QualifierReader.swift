// What stands before a number and bends it: at least, nearly, up to.

import Model

/// Reads the qualifier of a number.
enum QualifierReader {
  private static let phrases: [(words: [UInt64], qualifier: Figure.Qualifier)] = {
    let list: [(Figure.Qualifier, String)] = [
      (
        .atLeast,
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of"
      ),
      (.moreThan, "more than|over|upwards of|in excess of|above|well over|greater than"),
      (
        .about,
        """
        about|around|approximately|some|roughly|an estimated|estimated|as estimated|in the region \
        of|somewhere around|reportedly about
        """
      ),
      (.nearly, "nearly|almost|close to|just under|nearly as many as|just short of"),
      (.upTo, "up to|as many as|at most|a maximum of|maximum of|no more than|not more than"),
      (.lessThan, "fewer than|less than|under|below"),
      (.exact, "exactly|precisely"),
    ]
    return list.flatMap { qualifier, phrases in
      phrases.split(separator: "|").map { phrase in
        (phrase.split(separator: " ").map { Folding.hash(of: $0.utf8) }, qualifier)
      }
    }.sorted { $0.words.count > $1.words.count }
  }()

  /// Last words of the phrases: most numbers are told by one look.
  private static let endings = WordSet(hashes: phrases.compactMap(\.words.last))
  private static let or = Folding.hash(of: "or".utf8)
  private static let more = Folding.hash(of: "more".utf8)
  private static let so = Folding.hash(of: "so".utf8)

  /// The qualifier of a number, and the tokens of both.
  static func read(
    _ number: NumberReading, _ tokens: [Token]
  ) -> (qualifier: Figure.Qualifier, tokens: Range<Int>) {
    let start = number.tokens.lowerBound
    var end = number.tokens.upperBound
    if end + 1 < tokens.count, tokens[end].hash == or {
      if tokens[end + 1].hash == more {
        end += 2
        return (.atLeast, start..<end)
      }
      if tokens[end + 1].hash == so {
        end += 2
        return (.about, start..<end)
      }
    }
    let fallback: Figure.Qualifier = number.isVague ? .about : .exact
    guard start > 0, endings.contains(tokens[start - 1].hash) else {
      return (fallback, start..<end)
    }
    for (words, qualifier) in phrases where words.count <= start {
      let from = start - words.count
      if words.indices.allSatisfy({ tokens[from + $0].hash == words[$0] }) {
        return (qualifier, from..<end)
      }
    }
    return (fallback, start..<end)
  }
}
