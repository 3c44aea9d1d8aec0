// Words for nationalities, and the country that each of them means.

import Model

/// A word for a nationality: Syrian, Russians, Latin American.
struct Nationality {
  var tokens: Range<Int32>
  /// Row of the country, 0xffff when it is a region's word.
  var country: Int
  /// Row of the region in the place table, or -1.
  var place: Int

  /// Demonyms outside the names of persons and places; inside those of organizations they count.
  static func collect(_ analysis: borrowing Analysis, _ places: PlaceNames) -> [Nationality] {
    var out: [Nationality] = []
    var blocked = 0
    var nextName = 0
    var nextPlace = 0
    var index = 0
    let count = analysis.tokens.count
    while true {
      index = analysis.marks.next(TokenMarks.known, from: index, to: count)
      guard index < count else { break }
      while nextName < analysis.names.count,
        Int(analysis.names[nextName].tokens.lowerBound) <= index
      {
        let name = analysis.names[nextName]
        if name.kind == .person { blocked = Int(name.tokens.upperBound) }
        nextName += 1
      }
      while nextPlace < places.mentions.count,
        Int(places.mentions[nextPlace].tokens.lowerBound) <= index
      {
        blocked = max(blocked, Int(places.mentions[nextPlace].tokens.upperBound))
        nextPlace += 1
      }
      let entry = analysis.entries[index]
      guard index >= blocked, (entry.summary.bits | entry.phraseSummary.bits) & demonyms != 0,
        analysis.tokens[index].isCapitalized
      else {
        index += 1
        continue
      }
      var end = Int32(index + 1)
      if entry.phraseSummary.hasAny(demonyms) {
        end = entry.end
      } else if entry.phrase < 0 || !entry.summary.hasAny(demonyms) {
        index += 1
        continue
      }
      let range = Int32(index)..<end
      let rows = analysis.rows(of: range, .demonym)
      if let first = rows.first {
        let all = Array(rows)
        let row = all.count == 1 ? first : choose(all, analysis, places)
        out.append(Nationality(tokens: range, country: row, place: -1))
      } else if let row = analysis.rows(of: range, .regionDemonym).first {
        out.append(
          Nationality(tokens: range, country: analysis.lexicon.place(row).country, place: row))
      }
      index = Int(end)
    }
    return out
  }

  /// Whether the tokens are a word for a nationality or the people of a region.
  static func isDemonym(_ tokens: Range<Int32>, _ analysis: borrowing Analysis) -> Bool {
    let entry = analysis.entries[Int(tokens.lowerBound)]
    if entry.phrase >= 0, entry.end == tokens.upperBound {
      return entry.phraseSummary.hasAny(demonyms)
    }
    return tokens.count == 1 && entry.summary.hasAny(demonyms)
  }

  private static let demonyms = PhraseSummary.mask(.demonym, .regionDemonym)

  /// Korean, Congolese, Dominican: the country that the article names, else the most populous.
  private static func choose(
    _ rows: [Int], _ analysis: borrowing Analysis, _ places: PlaceNames
  ) -> Int {
    var best = (row: rows[0], named: -1, population: -1)
    for row in rows {
      var named = 0
      for form in places.forms where form.candidates.count == 1 {
        if form.candidates[0].country == row, form.candidates[0].kind == .country {
          named += form.count
        }
      }
      let population = analysis.lexicon.country(row).population
      if (named, population) > (best.named, best.population) {
        best = (row, named, population)
      }
    }
    return best.row
  }
}
