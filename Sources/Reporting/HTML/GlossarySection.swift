// Section: what every number and word on the page means.

/// Definitions, in the order in which the page uses the words.
let glossarySection: String = {
  let words = [
    ("Article", "A text that was accepted, under its day of publication."),
    (
      "Story",
      "An article that is the first copy of its text. Identical wire copies that follow are reprints: "
        + "they count as articles and not as stories."
    ),
    (
      "Seen, accepted, rejected", "Every article seen is either accepted or rejected with a reason."
    ),
    (
      "Actor",
      "A person, government, organization, group, agency, country or population that acts or speaks. "
        + "Its name is the one that most articles use; its role is the office in the latest article "
        + "that gives one."
    ),
    ("New", "An actor that is in no table of knowledge; it is told apart by its name alone."),
    ("Mention", "A name, pronoun or noun phrase that refers to the actor or the venue."),
    ("Share", "Articles that mention the actor, divided by all articles of the period."),
    (
      "Venue",
      "A named place. Nationalities (“Syrian”) and capitals that stand for governments (“Moscow said”) "
        + "do not count."
    ),
    (
      "Role of a venue",
      "host: a meeting takes place there; proposed: it is offered or planned there; speech: a statement "
        + "is made there; dateline: the article was filed there; scene: an event happens there; origin "
        + "and destination: of a movement; mention: anything else."
    ),
    (
      "Who is where",
      "Sentences that mention the actor and the venue, or put the actor there by a statement or an "
        + "event. A sentence counts once for a pair."
    ),
    ("Who with whom", "Sentences that mention both; of a sentence the first 40 actors count."),
    ("Statement", "Words that are quoted from or attributed to somebody."),
    ("Carried by", "The agency or outlet through which the statement came."),
    (
      "Event",
      "An act with its parties. An event with several parties counts for each pair of them, up to eight "
        + "on a side."
    ),
    (
      "Figure",
      "A number with what it counts, where, and who gives it. Competing figures stay side by side."
    ),
    (
      "Unknown day",
      "Articles without a date; they are left out when a report has a first or last day."
    ),
  ]
  let list = words.map { "<dt>\(escaped($0.0))</dt><dd>\(escaped($0.1))</dd>" }
  return section(
    "glossary", "Glossary", "", "<dl class=\"facts\">\n\(list.joined(separator: "\n"))\n</dl>")
}()
