// The way from bytes of the normalized text back to scalars of the original.

import Model
import Testing

@Suite struct OffsetMapTests {
  @Test func withoutAnchorsAByteIsAScalar() {
    let map = OffsetMap()
    #expect([0, 1, 7].map { map.scalar(of: $0) } == [0, 1, 7])
  }

  /// "aé\u{AD}bﬁc": é is two bytes, the soft hyphen none, the ligature two.
  @Test func anchorsShiftWhatFollows() {
    var map = OffsetMap()
    map.anchors = [.init(byte: 3, scalar: 3), .init(byte: 6, scalar: 5)]
    #expect((0...7).map { map.scalar(of: $0) } == [0, 1, 2, 3, 4, 5, 5, 6])
  }

  @Test func noByteMapsBeyondTheNextAnchor() {
    var map = OffsetMap()
    map.anchors = [.init(byte: 4, scalar: 1), .init(byte: 8, scalar: 2)]
    #expect((0...9).map { map.scalar(of: $0) } == [0, 1, 1, 1, 1, 2, 2, 2, 2, 3])
  }
}
