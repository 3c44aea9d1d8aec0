// Archives of comma-separated values: one article in each row.

/// Articles as the rows of a table: RFC 4180, the first row naming the columns.
///
/// Columns are parted by commas, or by semicolons when the first row has those and no comma.
package struct CSV: ArchiveFormat {
  package static let name = "csv"
  package static let summary = "one article in each row; columns mapped by the pipeline file"
  package static let endings = [".csv.gz"]

  private let options: IngestOptions

  package init(options: IngestOptions) {
    self.options = options
  }

  package static func match(_ head: [UInt8]) -> FormatMatch {
    if FileKind.isBinary(head) { return .never }
    return HeaderedTable.knownColumns(in: head, delimiter: delimiter(head)) >= 2
      ? .certain : .byName
  }

  package mutating func read(
    _ source: any ByteSource, into writer: BatchWriter
  ) -> FormatFault? {
    let headed = HeadedSource(source)
    var table = HeaderedTable(options: options, delimiter: Self.delimiter(headed.head(4096)))
    return table.read(headed, into: writer)
  }

  private static func delimiter(_ head: [UInt8]) -> UInt8 {
    let row = head.prefix { $0 != 0x0a && $0 != 0x0d }
    let hasComma = row.contains(UInt8(ascii: ","))
    return !hasComma && row.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }
}
