// The tables of a directory, and the digest by which a stale compiled lexicon is noticed.

private import Foundation

/// All tables that lie directly in a directory, in the order of their names.
package struct LexiconSources {
  package var tables: [TabTable] = []
  /// A hash of the names and the bytes of all tables.
  package var digest: UInt64 = 0xcbf2_9ce4_8422_2325

  /// - Throws: ``TabTable/Malformed``, or what Foundation says of an unreadable file.
  package init(directory: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: directory)
    for name in names.filter({ $0.hasSuffix(".tsv") }).sorted() {
      let path = URL(fileURLWithPath: directory).appendingPathComponent(name)
      let data = try Data(contentsOf: path)
      for byte in name.utf8 { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      data.withUnsafeBytes { bytes in
        for byte in bytes { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      }
      tables.append(
        try TabTable(name: String(name.dropLast(4)), text: String(decoding: data, as: UTF8.self)))
    }
  }
}
