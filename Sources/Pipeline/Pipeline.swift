// The main job on one screen: archives are read, worked on side by side, and committed in order.

import Aggregation
import Dispatch
package import Extraction
package import Ingestion
import Model
import Normalization
import Synchronization

/// Carries archives through all stages: `RawArticle` → `Article` → `Record` → a ``Destination``.
///
///     readers (1–2) ──Channel<Work>──▶ workers (N) ──Channel<Delivery>──▶ committer (1)
///
/// Each reader and each worker is one serial queue with its own state; only batches cross. Readers
/// draw on a ``Credit`` that the committer gives back, so memory is bounded whatever the corpus;
/// ``Cores`` lets as many threads compute as there are workers. Same bytes for every number of them.
package struct Pipeline: Sendable {
  package var ingest: IngestOptions
  package var lexicon: Lexicon
  /// Names of the extractors to run; nil runs all.
  package var extract: Set<String>?
  package var lines: RecordLines
  /// Whether the destination counts: `annotate` does not.
  package var counts: Bool
  package var workers: Int
  package var interruption: Interruption
  package var progress: Progress

  /// Reads all archives into the destination, which is called on this thread only.
  package func run(_ archives: [ArchiveFile], into destination: inout some Destination) throws {
    let readers = min(workers, archives.count, 2)
    let work = Channel<Work>(capacity: 4 * workers)
    let results = Channel<Delivery>(capacity: 4 * workers)
    let cores = Cores(count: workers)
    let next = Mutex(0)
    let (reading, working) = (DispatchGroup(), DispatchGroup())
    for number in 0..<readers {
      let credit = Credit(bytes: (8 + 2 * workers) << 20)
      DispatchQueue(label: "dragoman.reader.\(number)").async(group: reading) {
        // An archive that was begun always gets its end, or the order could not be restored.
        while !interruption.isRaised,
          let index = next.withLock({ $0 < archives.count ? ($0, $0 += 1).0 : nil })
        {
          read(archives[index], index, credit, cores, to: work, ends: results)
        }
      }
    }
    for number in 0..<workers {
      DispatchQueue(label: "dragoman.worker.\(number)").async(group: working) {
        process(work, cores, to: results)
      }
    }
    reading.notify(queue: .global()) { work.close() }
    working.notify(queue: .global()) { results.close() }
    try commit(results, archives, cores, into: &destination)
  }

  /// Reader: inflates and splits one archive, batch by batch.
  private func read(
    _ archive: ArchiveFile, _ index: Int, _ credit: Credit, _ cores: Cores,
    to work: Channel<Work>, ends: Channel<Delivery>
  ) {
    var place = Place(archive: index, sequence: 0)
    for attempt in 1...3 {
      let reader = ArchiveReader(path: archive.path, name: archive.name, options: ingest)
      // Standard input may keep its reader waiting: that takes nobody's turn.
      let cores = archive.path == "-" ? Cores(count: 1) : cores
      let outcome = cores.compute {
        reader.read { batch in
          let ticket = Ticket(credit: credit, bytes: batch.weight)
          cores.waiting {
            credit.draw(ticket.bytes)
            work.send(Work(place: place, batch: batch, ticket: ticket))
          }
          place.sequence += 1
          return !interruption.isRaised
        }
      }
      let isFinal = outcome.status != .changedDuringRead || attempt == 3 || interruption.isRaised
      let ticket = Ticket(credit: credit, bytes: 1 << 12)
      credit.draw(ticket.bytes)
      ends.send(Delivery(place: place, content: .end(outcome, isFinal: isFinal), ticket: ticket))
      place.sequence += 1
      if isFinal { return }
    }
  }

  /// Worker: normalizes, extracts and folds, with tools of its own.
  private func process(_ work: Channel<Work>, _ cores: Cores, to results: Channel<Delivery>) {
    var normalizer = Normalizer()
    var extractor = Extractor(lexicon: lexicon, extract: extract)
    var folder = RecordFolder()
    while let next = work.receive() {
      let done = cores.compute {
        var done = WorkedBatch(next.batch)
        folder.begin()
        for raw in next.batch.articles where !interruption.isRaised {
          switch normalizer.normalize(raw) {
          case .success(let article):
            let record = extractor.extract(article)
            if counts { folder.add(record, to: &done.tally) }
            done.accepted.append(lines.extracted(record, from: article))
          case .failure(let rejection):
            done.rejections.append(rejection)
          }
        }
        return done
      }
      results.send(Delivery(place: next.place, content: .batch(done), ticket: next.ticket))
    }
  }

  /// Committer: restores the order of the input and hands everything to the destination.
  private func commit(
    _ results: Channel<Delivery>, _ archives: [ArchiveFile], _ cores: Cores,
    into destination: inout some Destination
  ) throws {
    var order = Reorder()
    var failure: (any Error)?
    while let result = results.receive() {
      for result in order.add(result) {
        // After a failure or a signal the channels are drained, so that every thread ends.
        if failure == nil && !interruption.isRaised {
          do {
            try cores.compute {
              try hand(result, of: archives[result.place.archive], to: &destination)
            }
          } catch {
            failure = error
            interruption.stop()
          }
        }
        result.ticket.giveBack()
      }
    }
    if let failure { throw failure }
    try interruption.check()
  }

  private func hand(
    _ result: Delivery, of archive: ArchiveFile, to destination: inout some Destination
  ) throws {
    if result.place.sequence == 0 { try destination.begin(archive) }
    switch result.content {
    case .batch(let batch):
      try destination.add(batch)
      progress.add(batch)
    case .end(let outcome, isFinal: true):
      try destination.end(archive, outcome)
      progress.end(archive)
    case .end(_, isFinal: false):
      try destination.begin(archive)
    }
  }
}
