// The channel, the credit and the order: what keeps memory bounded and results in order.

import Dispatch
import Model
import Synchronization
import Testing

@testable import Pipeline

@Suite struct ChannelTests {
  @Test(arguments: [(1, 1, 1), (1, 4, 3), (8, 3, 8), (64, 8, 2)])
  func everythingArrivesOnce(_ capacity: Int, _ senders: Int, _ receivers: Int) {
    let channel = Channel<Int>(capacity: capacity)
    let received = Mutex<[Int]>([])
    let sending = DispatchGroup()
    let receiving = DispatchGroup()
    for sender in 0..<senders {
      DispatchQueue(label: "sender.\(sender)").async(group: sending) {
        for number in 0..<1500 { channel.send(sender * 10_000 + number) }
      }
    }
    for receiver in 0..<receivers {
      DispatchQueue(label: "receiver.\(receiver)").async(group: receiving) {
        while let element = channel.receive() { received.withLock { $0.append(element) } }
      }
    }
    sending.wait()
    channel.close()
    receiving.wait()
    let all = (0..<senders).flatMap { sender in (0..<1500).map { sender * 10_000 + $0 } }
    #expect(received.withLock { $0.sorted() } == all)
  }

  @Test func aSenderWaitsWhileItIsFull() {
    let channel = Channel<Int>(capacity: 2)
    let sent = Atomic<Int>(0)
    let group = DispatchGroup()
    DispatchQueue(label: "sender").async(group: group) {
      for number in 0..<5 {
        channel.send(number)
        sent.add(1, ordering: .sequentiallyConsistent)
      }
    }
    #expect(group.wait(timeout: .now() + .milliseconds(100)) == .timedOut)
    #expect(sent.load(ordering: .sequentiallyConsistent) == 2)
    #expect((0..<5).map { _ in channel.receive() } == [0, 1, 2, 3, 4])
    group.wait()
  }

  @Test func closedMeansTheRestAndThenNothing() {
    let channel = Channel<Int>(capacity: 4)
    channel.send(1)
    channel.close()
    channel.close()
    channel.send(2)
    #expect(channel.receive() == 1)
    #expect(channel.receive() == nil)
    #expect(channel.receive() == nil)
  }

  @Test func creditBoundsWhatIsUnderWay() {
    let credit = Credit(bytes: 100)
    let drawn = Atomic<Int>(0)
    let group = DispatchGroup()
    DispatchQueue(label: "reader").async(group: group) {
      for _ in 0..<4 {
        credit.draw(40)
        drawn.add(1, ordering: .sequentiallyConsistent)
      }
    }
    #expect(group.wait(timeout: .now() + .milliseconds(100)) == .timedOut)
    #expect(drawn.load(ordering: .sequentiallyConsistent) == 2)
    credit.giveBack(40)
    credit.giveBack(40)
    #expect(group.wait(timeout: .now() + .seconds(10)) == .success)
  }

  /// A batch larger than the whole credit passes when nothing else is under way.
  @Test func whatIsTooLargeGoesAlone() {
    let credit = Credit(bytes: 10)
    credit.draw(1000)
    credit.giveBack(1000)
    credit.draw(1000)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func orderIsRestored(_ seed: UInt64) {
    var random = Shuffle(state: seed)
    let credit = Credit(bytes: 1)
    var deliveries: [Delivery] = []
    for archive in 0..<4 {
      let batches = archive == 2 ? 0 : 5
      for sequence in 0...batches {
        let outcome = ArchiveOutcome(status: .ok, offset: 0)
        deliveries.append(
          Delivery(
            place: Place(archive: archive, sequence: sequence),
            content: sequence == batches
              ? .end(outcome, isFinal: true) : .batch(WorkedBatch(Batch())),
            ticket: Ticket(credit: credit, bytes: 0)))
      }
    }
    let expected = deliveries.map(\.place)
    deliveries.shuffle(using: &random)
    var order = Reorder()
    let places = deliveries.flatMap { order.add($0) }.map(\.place)
    #expect(places == expected, "seed \(seed)")
  }
}

/// A seeded generator, so that a failing shuffle can be had again.
struct Shuffle: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}
