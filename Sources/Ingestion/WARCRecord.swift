// The records of a web archive, found again where lengths are wrong.

import Model

/// One record of a WARC file.
struct WARCRecord {
  var headers: HeaderLines
  /// Empty when ``fault`` says why.
  var block: [UInt8]
  /// Offset of the record in the inflated bytes.
  var offset: Int
  /// Index of the gzip member that holds its last byte.
  var member: Int
  /// What is wrong with it; nil when its length is right and its digest, if it has one, too.
  var fault: Refusal?
  /// The digest of its block was there and right.
  var isVerified = false
}

/// Walks over the records of a WARC file (ISO 28500), in one gzip member each or all in one.
///
/// A record's length must lead to the next record, to the end of the file, or to the end of a gzip
/// member. Where it does not, the record is at fault and reading goes on at the next line that
/// begins a record: behind a length that is too small, inside a block whose length is too large.
final class WARCRecords {
  /// Bytes of one header line that are kept, and lines of one header.
  private static let maxLine = 16 << 10
  private static let maxLines = 512

  private let reader: RecordReader
  private let limit: Int
  /// Bytes passed over to find a record again.
  private(set) var strayBytes = 0

  /// - Parameter limit: the longest block that is kept, in bytes.
  init(_ source: any ByteSource, limit: Int) {
    reader = RecordReader(source)
    self.limit = limit
  }

  /// The next record; nil after the last.
  func next() -> WARCRecord? {
    guard let start = findRecord() else { return nil }
    var record = WARCRecord(
      headers: HeaderLines(), block: [], offset: start, member: reader.member)
    var isComplete = false
    for _ in 0..<Self.maxLines {
      guard let line = reader.line(limit: Self.maxLine) else { break }
      if line.allSatisfy(isSpace) {
        isComplete = line.last == 0x0a
        break
      }
      record.headers.add(line)
    }
    record.member = reader.member
    guard isComplete else {
      record.fault = Refusal(
        reader.peek() == nil ? .truncated : .malformed, "the record's header does not end")
      return record
    }
    let written = record.headers.value("content-length") ?? []
    guard !written.isEmpty, written.count < 18, written.allSatisfy({ (0x30...0x39).contains($0) }),
      let length = Int(String(decoding: written, as: UTF8.self))
    else {
      record.fault = Refusal(.malformed, "Content-Length is \"\(printable(written, limit: 40))\"")
      return record
    }
    if length > limit {
      skip(length, of: &record)
    } else {
      read(length, of: &record)
    }
    return record
  }

  /// Passes over blank lines, and over what is no record; the offset of the next, whose first line
  /// is taken.
  private func findRecord() -> Int? {
    while true {
      let start = reader.offset
      guard let line = reader.line(limit: Self.maxLine) else { return nil }
      if Self.beginsRecord(line) { return start }
      if !line.allSatisfy(isSpace) { strayBytes += reader.offset - start }
    }
  }

  /// Whether a line is the first of a record: the version, and nothing else.
  private static func beginsRecord(_ line: some Collection<UInt8>) -> Bool {
    guard line.starts(with: "WARC/".utf8) else { return false }
    let version = line.dropFirst(5).prefix {
      (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".")
    }
    return (1...8).contains(version.count)
      && line.dropFirst(5 + version.count).allSatisfy(isSpace)
  }

  // MARK: - Blocks

  private func read(_ length: Int, of record: inout WARCRecord) {
    record.block.reserveCapacity(length)
    let first = reader.nextMember()
    while record.block.count < length {
      // A block ends with its gzip member when a record begins in the next.
      if let member = reader.nextMember(), member != first, reader.isAtPieceEnd == false,
        startsRecordAtMember()
      {
        return spoil(&record, length)
      }
      let piece = reader.piece(length - record.block.count)
      if piece.isEmpty {
        // It may have taken whole records with it.
        if giveBackRecord(in: record.block) { return spoil(&record, length) }
        record.block = []
        record.fault = Refusal(.truncated, "the archive breaks off in this record")
        return
      }
      record.block.append(contentsOf: piece)
      record.member = reader.member
    }
    guard endsHere(record.member) else {
      _ = giveBackRecord(in: record.block)
      return spoil(&record, length)
    }
    verify(&record)
  }

  private func startsRecordAtMember() -> Bool {
    let head = reader.piece(12)
    defer { reader.giveBack(head) }
    return Self.beginsRecord(head.prefix { $0 != 0x0a })
  }

  private func spoil(_ record: inout WARCRecord, _ length: Int) {
    record.block = []
    record.fault = Refusal(
      .malformed, "Content-Length \(length) does not lead to the end of the record")
  }

  /// Whether what follows the block is what may: blank lines, and then a record or nothing.
  private func endsHere(_ member: Int) -> Bool {
    var taken: [UInt8] = []
    defer { reader.giveBack(taken) }
    for _ in 0..<4 {
      guard let next = reader.nextMember() else { return true }
      // Whatever a new gzip member begins with does not speak against this record.
      if next != member { return true }
      let line = reader.line(limit: 64) ?? []
      taken += line
      // The first line of the next record may be cut.
      if reader.peek() == nil && "WARC/".utf8.starts(with: line) { return true }
      if Self.beginsRecord(line) { return true }
      if !line.allSatisfy(isSpace) { return false }
    }
    return true
  }

  /// Gives back the records that a block took with it; false when there is none.
  private func giveBackRecord(in block: [UInt8]) -> Bool {
    let mark = Array("\nWARC/".utf8)
    var index = 0
    while let line = block[index...].firstIndex(of: 0x0a) {
      if block[line...].starts(with: mark),
        Self.beginsRecord(block[(line + 1)...].prefix(16).prefix { $0 != 0x0a })
      {
        reader.giveBack(block[(line + 1)...])
        return true
      }
      index = line + 1
    }
    return false
  }

  /// Passes over a block that is too long to keep, watching for a record that it must not hold.
  private func skip(_ length: Int, of record: inout WARCRecord) {
    let end = reader.offset + length
    record.fault = Refusal(.tooLarge, "\(length) bytes in one record, of at most \(limit)")
    while reader.offset < end {
      guard let line = reader.line(limit: Self.maxLine) else {
        record.fault = Refusal(
          .truncated, "the archive breaks off in a record of \(length) bytes")
        return
      }
      record.member = reader.member
      // The last line may be shorter than what was taken; records are found from their first line.
      if Self.beginsRecord(line) {
        reader.giveBack(line)
        if reader.offset < end { return spoil(&record, length) }
        return
      }
    }
  }

  // MARK: - Digests

  private func verify(_ record: inout WARCRecord) {
    guard let written = record.headers.value("warc-block-digest") else { return }
    switch Self.compare(written, record.block[...]) {
    case true?: record.isVerified = true
    case false?:
      record.block = []
      record.fault = Refusal(.digestMismatch, "the block does not have the digest of its header")
    case nil: break
    }
  }

  /// Whether bytes have a digest that is written as `sha1:…`; nil when it is of another kind.
  static func compare(_ written: [UInt8], _ bytes: ArraySlice<UInt8>) -> Bool? {
    guard let colon = written.firstIndex(of: UInt8(ascii: ":")),
      lowercased(written[..<colon]).elementsEqual("sha1".utf8)
        || lowercased(written[..<colon]).elementsEqual("sha-1".utf8),
      let digest = SHA1.parse(written[(colon + 1)...])
    else { return nil }
    return bytes.withUnsafeBytes { SHA1.digest($0) } == digest
  }
}
