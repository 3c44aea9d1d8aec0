// Every component that a pipeline file can name, for `list` and for the validation of names.

import Aggregation
import Extraction
import Ingestion
import Reporting

/// A component with its one-line summary.
package struct Component: Hashable, Sendable {
  package var name: String
  package var summary: String
}

/// The components of one kind.
package struct ComponentGroup: Hashable, Sendable {
  package var title: String
  /// Where a pipeline file names them; nil for those that are always on.
  package var key: String?
  package var components: [Component]

  /// All groups, in the order of the pipeline.
  package static let all: [ComponentGroup] = [
    ComponentGroup(
      title: "Archive formats", key: "format",
      components: archiveFormats.map { Component(name: $0.name, summary: $0.summary) }),
    ComponentGroup(
      title: "Extractors", key: "extract",
      components: extractors.map { Component(name: $0.name, summary: $0.summary) }),
    ComponentGroup(
      title: "Statistics", key: nil,
      components: statistics.map { Component(name: $0.name, summary: $0.summary) }),
    ComponentGroup(
      title: "Report formats", key: "report",
      components: reportFormats.map { Component(name: $0.name, summary: $0.summary) }),
  ]
}

extension ComponentGroup {
  /// All components, for a person.
  package static func text() -> String {
    var out = ""
    for group in all {
      let key = group.key.map { " (`\($0)`)" } ?? ""
      out += "\(out.isEmpty ? "" : "\n")\(group.title)\(key)\n"
      let width = group.components.map(\.name.utf8.count).max() ?? 0
      for component in group.components {
        let space = String(repeating: " ", count: width - component.name.utf8.count)
        out += "  \(component.name)\(space)  \(component.summary)\n"
      }
    }
    return out
  }
}

extension KnownNames {
  /// The names of the components that this program has.
  package static let all = KnownNames(
    formats: Ingestion.archiveFormats.map { $0.name },
    extractors: Extraction.extractors.map { $0.name },
    reports: Reporting.reportFormats.map { $0.name })
}
