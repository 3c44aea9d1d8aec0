// What the statistics share about the article that is being folded.

import Model

/// What all statistics need to know about the article that is being folded.
///
/// Actors and venues are indexed as in the record. Buffers keep their memory between articles.
package struct FoldedArticle: Sendable {
  /// Symbols of the actors' keys.
  package var actors: [UInt32] = []
  /// Symbols of the venues' keys.
  package var venues: [UInt32] = []
  /// Symbols of the roles in which the venues mainly appear.
  package var venueParts: [UInt32] = []
  /// Symbols of the names of all roles, indexed like `VenueRole.allCases`.
  package var roles: [UInt32] = []
  /// Sentences in which somebody is mentioned, acts or speaks, in order.
  package var sentences: [SentenceParties] = []
  /// Indices of actors, by sentence, each once.
  package var sentenceActors: [Int32] = []
  /// Indices of venues, by sentence, each once.
  package var sentenceVenues: [Int32] = []
  /// Last sentence, from 1, in which each actor or venue was noted.
  package var actorMarks: [UInt32] = []
  package var venueMarks: [UInt32] = []
  /// Statements in order of their offsets.
  package var statementOrder: [Int32] = []
  /// Events in order of their sentences.
  package var eventOrder: [Int32] = []
  /// Symbols of GeoNames ids met before in the batch.
  package var geonames: [Int: UInt32] = [:]

  package init() {}
}

/// Who and what is mentioned in one sentence.
package struct SentenceParties: Sendable {
  /// Index into the record's sentences, from 1.
  package var unit: UInt32
  /// Range of `FoldedArticle.sentenceActors`.
  package var actors: Range<Int32>
  /// Range of `FoldedArticle.sentenceVenues`.
  package var venues: Range<Int32>
  /// Ranges of `statementOrder` and `eventOrder` that begin in the sentence.
  package var statements: Range<Int32>
  package var events: Range<Int32>

  package init(
    unit: UInt32, actors: Range<Int32>, venues: Range<Int32>, statements: Range<Int32>,
    events: Range<Int32>
  ) {
    self.unit = unit
    self.actors = actors
    self.venues = venues
    self.statements = statements
    self.events = events
  }
}
