// Inflates a gzip file member by member and verifies each: nothing passes for whole that is not.

import CZlib
import Model

/// The inflated bytes of a gzip file, with the member that each comes from.
///
/// zlib's `inflate` is driven over raw deflate data; headers, CRC-32 and length are read and checked
/// here, since zlib's file functions pass plain text through, end a truncated file in peace and
/// ignore what follows the last member. Buffers are fixed; a member costs no set-up.
final class GzipStream: ByteSource {
  /// How the stream ended, once ``next()`` has returned nil.
  struct End: Equatable {
    var status: ArchiveStatus
    /// Offset in the compressed file.
    var offset: Int
    var detail = ""
    /// Whether inflated bytes are missing; a lost trailer alone loses none.
    var isCut = true
  }

  /// Sizes that no honest archive reaches.
  struct Limits {
    var inflatedBytes: Int
    /// Inflated bytes for each compressed byte, looked at once `ratioFloor` bytes are inflated.
    var ratio: Int
    var ratioFloor: Int
  }

  private enum State {
    case header, data, trailer
  }

  private(set) var end: End?
  private(set) var verifiedMembers = 0
  private(set) var inflatedBytes = 0
  private(set) var member = 0

  private let input: ByteInput
  private let limits: Limits
  private let output: UnsafeMutableRawBufferPointer
  private let zlib: UnsafeMutablePointer<z_stream>
  private var state = State.header
  /// The end that follows once the bytes before it have been handed over.
  private var pendingEnd: End?
  private var crc: UInt = 0
  private var memberBytes = 0
  private var isFirst = true

  /// - Parameter chunkBytes: the most that ``next()`` returns at once.
  init(input: ByteInput, chunkBytes: Int, limits: Limits) {
    self.input = input
    self.limits = limits
    output = .allocate(byteCount: max(1, chunkBytes), alignment: 16)
    zlib = .allocate(capacity: 1)
    zlib.initialize(to: z_stream())
    // Negative window bits: raw deflate.
    let code = inflateInit2_(zlib, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if code != Z_OK {
      end = End(status: .unreadable, offset: 0, detail: "zlib could not start: \(code)")
    }
  }

  deinit {
    inflateEnd(zlib)
    zlib.deallocate()
    output.deallocate()
  }

  var isCut: Bool { end?.isCut ?? false }

  func next() -> UnsafeRawBufferPointer? {
    while end == nil {
      if let pendingEnd {
        end = pendingEnd
        break
      }
      switch state {
      case .header: beginMember()
      case .data: if let chunk = inflateChunk() { return chunk }
      case .trailer: verifyTrailer()
      }
    }
    return nil
  }

  // MARK: - Header

  private func beginMember() {
    let start = input.offset
    let magic = Array(input.peek(2))
    if !isFirst {
      guard let first = magic.first, input.failure == 0 else { return finish() }
      if first == 0 { return skipPadding() }
    } else if magic.isEmpty {
      if input.failure != 0 { return cut("before the first byte") }
      end = End(status: .empty, offset: 0, detail: "the file has no bytes", isCut: false)
      return
    }
    if magic == [0x1f] { return cut("in a gzip header") }
    guard magic == [0x1f, 0x8b] else {
      let kind = FileKind.name(of: input.peek(ByteInput.lookahead))
      end =
        isFirst
        ? End(status: .notGzip, offset: start, detail: "\(kind), not a gzip file")
        : End(
          status: .trailingGarbage, offset: start,
          detail: "\(kind) after the last gzip member; what came before it was read", isCut: false)
      return
    }
    if !isFirst { member += 1 }
    isFirst = false
    do throws(GzipHeader.Fault) {
      try GzipHeader.read(from: input)
    } catch {
      switch error {
      case .cut: cut("in the header of gzip member \(member)")
      case .bad(let offset, let detail):
        end = End(status: .badHeader, offset: offset, detail: "gzip member \(member): \(detail)")
      }
      return
    }
    inflateReset(zlib)
    crc = 0
    memberBytes = 0
    state = .data
  }

  /// Zeros after a member are a tape's padding; anything behind them is garbage.
  private func skipPadding() {
    while true {
      let bytes = input.available()
      if bytes.isEmpty { return finish() }
      guard let other = bytes.firstIndex(where: { $0 != 0 }) else {
        input.take(bytes.count)
        continue
      }
      input.take(other)
      end = End(
        status: .trailingGarbage, offset: input.offset,
        detail: "bytes after the zeros that pad the last gzip member", isCut: false)
      return
    }
  }

  // MARK: - Data

  private func inflateChunk() -> UnsafeRawBufferPointer? {
    var produced = 0
    while produced < output.count && state == .data && pendingEnd == nil {
      let block = input.available()
      if block.isEmpty {
        if produced > 0 { break }
        cut("in the data of gzip member \(member)")
        return nil
      }
      zlib.pointee.next_in = UnsafeMutablePointer(
        mutating: block.baseAddress?.assumingMemoryBound(to: Bytef.self))
      zlib.pointee.avail_in = uInt(block.count)
      zlib.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: Bytef.self)
        .advanced(by: produced)
      zlib.pointee.avail_out = uInt(output.count - produced)
      let code = inflate(zlib, Z_NO_FLUSH)
      input.take(block.count - Int(zlib.pointee.avail_in))
      produced = output.count - Int(zlib.pointee.avail_out)
      switch code {
      case Z_OK: continue
      case Z_BUF_ERROR where zlib.pointee.avail_in == 0: continue
      case Z_STREAM_END: state = .trailer
      default:
        let words = zlib.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)"
        pendingEnd = End(
          status: code == Z_MEM_ERROR ? .unreadable : .crcMismatch, offset: input.offset,
          detail: "the data of gzip member \(member) is corrupt: \(words)")
      }
    }
    guard produced > 0 else { return nil }
    let bytes = output.baseAddress?.assumingMemoryBound(to: Bytef.self)
    crc = crc32_z(crc, bytes, produced)
    memberBytes += produced
    let allowed = min(produced, limits.inflatedBytes - inflatedBytes)
    inflatedBytes += allowed
    checkLimits(reached: allowed < produced)
    return allowed > 0 ? UnsafeRawBufferPointer(rebasing: output[..<allowed]) : nil
  }

  private func checkLimits(reached: Bool) {
    if reached {
      pendingEnd = End(
        status: .limitExceeded, offset: input.offset,
        detail: "inflates to more than \(limits.inflatedBytes) bytes; split it if they are news")
    } else if inflatedBytes >= limits.ratioFloor,
      inflatedBytes / max(1, limits.ratio) > input.offset
    {
      pendingEnd = End(
        status: .limitExceeded, offset: input.offset,
        detail: "inflates to more than \(limits.ratio) times its size, as no text does")
    }
  }

  // MARK: - Trailer

  private func verifyTrailer() {
    let start = input.offset
    guard let sum = word(), let length = word() else {
      cut("in the trailer of gzip member \(member)", isCut: false)
      return
    }
    if sum != UInt32(truncatingIfNeeded: crc) {
      end = End(
        status: .crcMismatch, offset: start,
        detail: "the bytes of gzip member \(member) do not have the CRC-32 of its trailer")
    } else if length != UInt32(truncatingIfNeeded: memberBytes) {
      end = End(
        status: .crcMismatch, offset: start + 4,
        detail: "gzip member \(member) has \(memberBytes) bytes, its trailer says \(length)")
    } else {
      verifiedMembers += 1
      state = .header
    }
  }

  private func word() -> UInt32? {
    var word: UInt32 = 0
    for shift in [0, 8, 16, 24] as [UInt32] {
      guard let byte = input.byte() else { return nil }
      word |= UInt32(byte) << shift
    }
    return word
  }

  // MARK: - Ends

  /// The bytes ended between members: all is well, unless reading failed there.
  private func finish() {
    if input.failure != 0 { return cut("after gzip member \(member)") }
    end = End(status: .ok, offset: input.offset, isCut: false)
  }

  /// The bytes ended where they must not.
  private func cut(_ place: String, isCut: Bool = true) {
    end =
      input.failure == 0
      ? End(
        status: .truncated, offset: input.offset, detail: "the file ends \(place)", isCut: isCut)
      : End(
        status: .unreadable, offset: input.offset,
        detail: "reading failed \(place): \(FileSnapshot.message(input.failure))", isCut: isCut)
  }
}
