// Archives of tab-separated values: one article in each row.

/// Articles as the rows of a table whose columns are parted by tabs; the first row names them, and
/// fields may be quoted as in CSV.
package struct TSV: ArchiveFormat {
  package static let name = "tsv"
  package static let summary = "like csv, with tabs between the columns"
  package static let endings = [".tsv.gz", ".tab.gz"]

  private let options: IngestOptions

  package init(options: IngestOptions) {
    self.options = options
  }

  package static func match(_ head: [UInt8]) -> FormatMatch {
    if FileKind.isBinary(head) { return .never }
    return HeaderedTable.knownColumns(in: head, delimiter: 0x09) >= 2 ? .certain : .byName
  }

  package mutating func read(
    _ source: any ByteSource, into writer: BatchWriter
  ) -> FormatFault? {
    var table = HeaderedTable(options: options, delimiter: 0x09)
    return table.read(source, into: writer)
  }
}
