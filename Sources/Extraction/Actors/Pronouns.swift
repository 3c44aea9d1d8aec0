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
    for (number, sentence) in analysis.article.sentences.enumerated() {
      var isFirst = true
      for token in sentence {
        let covering = analysis.mentionOfToken[Int(token)]
        if covering >= 0 {
          let mention = analysis.mentions[Int(covering)]
          if mention.actor >= 0, mention.tokens.lowerBound == token,
            table[mention.actor].actor.kind == .person, !tokens[Int(token)].flags.contains(.quoted)
          {
            subjects.append((mention.actor, Int32(number), isFirst))
            isFirst = false
          }
          continue
        }
        guard analysis.entries[Int(token)].summary.has(.vocabulary) else { continue }
        let word = tokens[Int(token)]
        guard !word.flags.contains(.quoted) else { continue }
        let gender = Int(genders[word.hash])
        guard gender != 0, let actor = antecedent(subjects, gender, Int32(number), table) else {
          continue
        }
        added.append(MentionDraft(tokens: token..<token + 1, kind: .pronoun, actor: actor))
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
