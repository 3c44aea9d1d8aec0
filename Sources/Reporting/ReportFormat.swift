// What a report format is, the list of all of them, and how reports are written.

package import Store

/// A way to put a period of the store into files.
package protocol ReportFormat: Sendable {
  /// The name by which pipeline files ask for it.
  static var name: String { get }
  /// One sentence for `dragoman list`.
  static var summary: String { get }
  /// Adds the report's files to the output. Nothing in them depends on the clock.
  static func write(_ store: CorpusStore, _ period: Period, to output: ReportOutput) throws
}

/// All formats. To add one, write its file and add its line.
package let reportFormats: [any ReportFormat.Type] = [
  HTMLReport.self,
  CSVReport.self,
  JSONReport.self,
]

/// Writes the named reports into a folder: all of them, or none.
///
/// Reports that are there stay whole until every new file is complete and on the disk; then the new
/// ones take their places. Unknown names are left out: pipeline files are checked before.
/// Throws ``ReportError`` and `StoreError`. Returns the paths of the new files, sorted.
@discardableResult
package func writeReports(
  _ names: [String], of store: CorpusStore, period: Period, to folder: String
) throws -> [String] {
  let output = try ReportOutput(folder: folder)
  do {
    for format in reportFormats where names.contains(format.name) {
      try format.write(store, period, to: output)
    }
    return try output.publish()
  } catch {
    output.discard()
    throw error
  }
}
