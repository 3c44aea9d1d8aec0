// Makes reporting-verbs.tsv: every form of the verbs that introduce statements.

import Foundation

/// Verbs with their stance from the curated file, inflected, and forms seen in the sources.
struct ReportingVerbsTable: Table {
  let name = "reporting-verbs"
  let columns = ["form", "lemma", "stance"]

  func rows(from sources: Sources) throws -> [[String]] {
    var stances: [String: String] = [:]
    var forms: [String: String] = [:]
    for row in try sources.curatedTable("reporting-verbs") {
      for entry in parts(row["verbs"]) {
        // "say/says/said/saying" gives irregular forms; a verb alone is regular.
        let given = entry.split(separator: "/").map(String.init)
        let all = given.count > 1 ? given : Inflection.forms(given[0])
        stances[given[0]] = row["stance"]
        for form in all where forms[form] == nil { forms[form] = given[0] }
      }
    }
    let noise = Set(try sources.curatedTable("not-reporting").map { $0["word"] })
    for line in try sources.file("quote-verbs/gender-gap-tracker.txt").lines() {
      let form = line.trimmingCharacters(in: .whitespaces)
      guard forms[form] == nil, !form.isEmpty, !noise.contains(form) else { continue }
      let lemma = Inflection.lemma(form, among: Set(stances.keys))
      forms[form] = lemma ?? form
      if lemma == nil { stances[form] = "neutral" }
    }
    return forms.map { form, lemma in [form, lemma, stances[lemma] ?? "neutral"] }
  }
}
