// Pronouns: he and she, where the antecedent is clear.

import Model

/// Resolves personal pronouns to persons by gender, number and syntax.
///
/// The antecedent is the subject of the sentence, else of the sentence before: the first person
/// named outside quotation marks. Pronouns inside quotations are the speaker's affair and are left
/// to statements.
struct Pronouns {
  /// Pronouns with the gender of who they stand for.
  private static let genders = WordMap([
    ("he him his himself", 1), ("she her hers herself", 2),
  ])

  static func resolve(_ analysis: inout Analysis, _ table: ActorTable) {
    var added: [MentionDraft] = []
    // The last antecedents: by gender, and the sentence in which they were named.
    var subjects: [(actor: Int32, sentence: Int32, isSubject: Bool)] = []
    let tokens = analysis.article.tokens
    var nextMention = 0
    for (number, sentence) in analysis.article.sentences.enumerated() {
      var isFirst = true
      let end = Int(sentence.upperBound)
      var index = Int(sentence.lowerBound)
      while true {
        // Persons named before the next word that may be a pronoun, then that word.
        index = analysis.marks.next(TokenMarks.nominal, from: index, to: end)
        while nextMention < analysis.mentions.count,
          Int(analysis.mentions[nextMention].tokens.lowerBound) <= min(index, end - 1)
        {
          let mention = analysis.mentions[nextMention]
          nextMention += 1
          let first = Int(mention.tokens.lowerBound)
          guard mention.actor >= 0, analysis.mentionOfToken[first] == Int32(nextMention - 1),
            table[mention.actor].kind == .person, !tokens[first].flags.contains(.quoted)
          else { continue }
          subjects.append((mention.actor, Int32(number), isFirst))
          isFirst = false
        }
        guard index < end else { break }
        let word = tokens[index]
        index += 1
        guard analysis.mentionOfToken[index - 1] < 0, !word.flags.contains(.quoted) else {
          continue
        }
        let gender = Int(genders[word.hash])
        guard gender != 0, let actor = antecedent(subjects, gender, Int32(number), table) else {
          continue
        }
        added.append(
          MentionDraft(tokens: Int32(index - 1)..<Int32(index), kind: .pronoun, actor: actor))
        if isFirst {
          subjects.append((actor, Int32(number), true))
          isFirst = false
        }
      }
    }
    guard !added.isEmpty else { return }
    analysis.mentions.append(contentsOf: added)
    analysis.sortMentions()
  }

  /// The subject of this sentence or of the one before it, else the last person within reach.
  private static func antecedent(
    _ subjects: [(actor: Int32, sentence: Int32, isSubject: Bool)], _ gender: Int,
    _ sentence: Int32, _ table: ActorTable
  ) -> Int32? {
    var fallback: Int32?
    for candidate in subjects.reversed() {
      let distance = sentence - candidate.sentence
      if distance > 3 { break }
      let known = table[candidate.actor].gender
      guard known == 0 || known == gender else { continue }
      if candidate.isSubject { return candidate.actor }
      if fallback == nil { fallback = candidate.actor }
    }
    return fallback
  }
}
