// Cuts delimited text into rows and fields, however it is chunked, in bounded memory.

import Glibc

/// Reads rows as RFC 4180 has them: fields may be quoted, and then hold delimiters, line ends and
/// doubled quotes.
///
/// Lenient where writers are careless: lines end with LF, CR LF or CR; a quote inside an unquoted
/// field is itself; what follows a closing quote belongs to the field.
final class DelimitedRows {
  /// One row, valid until the next is read.
  struct Row {
    /// Fields; 0 when the row is too long to keep.
    var count: Int
    /// Offset of the first byte in the source.
    var offset: Int
    /// Line on which the row begins, from 1.
    var line: Int
    /// Index of the gzip member that holds the last byte.
    var member: Int
    /// Bytes of the row, also when they were too many to keep.
    var length: Int
    /// Whether the text ended before the row did: inside quotes, or where the archive breaks off.
    var isCut: Bool
    var isTooLong: Bool
  }

  private enum State {
    case fieldStart, plain, quoted, quoteInQuoted
  }

  /// Fields of a row that are told apart; the rest counts as one.
  static let maxFields = 1 << 14

  private let source: any ByteSource
  private let delimiter: UInt8
  private let limit: Int
  private var chunk = UnsafeRawBufferPointer(start: nil, count: 0)
  private var position = 0
  private var offset = 0
  private var line = 1
  private var isAfterReturn = false
  private var bytes: [UInt8] = []
  /// Where each field of the row ends in ``bytes``.
  private var ends: [Int] = []

  /// - Parameter limit: the longest row that is kept, in bytes.
  init(_ source: any ByteSource, delimiter: UInt8, limit: Int) {
    self.source = source
    self.delimiter = delimiter
    self.limit = limit
  }

  /// The bytes of a field of the row read last.
  func field(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The next row that is not an empty line; nil after the last.
  func next() -> Row? {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var start = offset
    var firstLine = line
    var state = State.fieldStart
    var member: Int?
    while true {
      if position == chunk.count {
        guard let more = source.next() else {
          chunk = UnsafeRawBufferPointer(start: nil, count: 0)
          position = 0
          guard offset > start else { return nil }
          ends.append(bytes.count)
          return row(
            from: start, line: firstLine, member: member ?? source.member, end: offset,
            isCut: state == .quoted || source.isCut)
        }
        chunk = more
        position = 0
      }
      let byte = chunk[position]
      // The LF of a CR LF belongs to the row before.
      if isAfterReturn {
        isAfterReturn = false
        if byte == 0x0a {
          position += 1
          offset += 1
          if offset == start + 1 { start = offset }
          continue
        }
      }
      member = source.member
      let isFull = offset - start > limit
      if state == .quoted {
        let run = quotedRun()
        if run > 0 {
          if !isFull { bytes.append(contentsOf: chunk[position..<position + run]) }
          position += run
          offset += run
        } else {
          position += 1
          offset += 1
          state = .quoteInQuoted
        }
        continue
      }
      position += 1
      offset += 1
      switch byte {
      case UInt8(ascii: "\"") where state == .fieldStart: state = .quoted
      case UInt8(ascii: "\"") where state == .quoteInQuoted:
        if !isFull { bytes.append(byte) }
        state = .quoted
      case delimiter:
        if !isFull && ends.count < Self.maxFields { ends.append(bytes.count) }
        state = .fieldStart
      case 0x0a, 0x0d:
        isAfterReturn = byte == 0x0d
        line += 1
        if ends.isEmpty && state == .fieldStart {
          start = offset
          firstLine = line
          continue
        }
        ends.append(bytes.count)
        return row(
          from: start, line: firstLine, member: member ?? source.member, end: offset - 1,
          isCut: false)
      default:
        if !isFull { bytes.append(byte) }
        state = .plain
      }
    }
  }

  /// Bytes before the next quote, or to the end of the chunk; counts the lines in them.
  private func quotedRun() -> Int {
    guard let base = chunk.baseAddress else { return 0 }
    let rest = chunk.count - position
    let quote = memchr(base + position, 0x22, rest).map { UnsafeRawPointer($0) - base - position }
    let run = quote ?? rest
    for byte in chunk[position..<position + run] where byte == 0x0a { line += 1 }
    return run
  }

  private func row(from start: Int, line: Int, member: Int, end: Int, isCut: Bool) -> Row {
    let isTooLong = end - start > limit
    return Row(
      count: isTooLong ? 0 : ends.count, offset: start, line: line, member: member,
      length: end - start, isCut: isCut, isTooLong: isTooLong)
  }
}
