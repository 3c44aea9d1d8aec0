// What can go wrong with the store, said so that a person knows what to do.

internal import GRDB

/// A failure of the store: which file, what happened, what to do.
package struct StoreError: Error, Hashable, CustomStringConvertible, Sendable {
  package enum Kind: String, Sendable {
    /// There is no store to read.
    case notFound
    /// The file or its folder cannot be made.
    case cannotCreate
    /// The file is damaged, or no store that this version of the program reads.
    case corrupt
    /// A newer version of the program wrote it.
    case newerVersion
    /// Another process holds it.
    case busy
    /// The disk is full.
    case full
    /// Reading or writing failed.
    case io
  }

  package var kind: Kind
  package var path: String
  package var detail: String

  package init(_ kind: Kind, path: String, detail: String) {
    self.kind = kind
    self.path = path
    self.detail = detail
  }

  package var description: String { "\(path): \(detail)" }

  /// The error for a result code of SQLite.
  init(code: Int32, message: String, path: String) {
    switch ResultCode(rawValue: code).primaryResultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self.init(
        .corrupt, path: path,
        detail: "is damaged or no store (\(message)); move it away and run again to rebuild it")
    case .SQLITE_FULL:
      self.init(.full, path: path, detail: "the disk is full; nothing of the archive was kept")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.busy, path: path, detail: "another process is writing to the store")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
      self.init(.cannotCreate, path: path, detail: "cannot be written (\(message))")
    default:
      self.init(.io, path: path, detail: "\(message) (SQLite \(code))")
    }
  }
}
