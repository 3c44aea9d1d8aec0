// The pipeline file: what to read, what to look for, where the results go. Data only.

import Ingestion

/// A validated pipeline file; paths in it are relative to its folder.
package struct PipelineFile: Hashable, Sendable {
  /// The path as the user gave it.
  package var path: String
  /// Patterns of archives, as written.
  package var archives: [String] = []
  /// For each field of an article (``fieldNames``), the keys under which archives may hold it.
  package var fields: [String: [String]] = [:]
  /// The line that separates the articles of a text archive.
  package var separator: String?
  /// The encoding of archives that do not say it themselves.
  package var encoding: String?
  /// In XML archives, the elements that are one article each; empty: the usual ones.
  package var article: [String] = []
  /// The one archive format to use; nil tells it from the content.
  package var format: String?
  /// Names of the extractors to run; nil runs all.
  package var extract: [String]?
  /// The user's own tables, as written.
  package var knowledge: [String] = []
  /// The folder for the store, the records and the reports, as written.
  package var output = ""
  /// Names of the report formats.
  package var report: [String] = []
  /// Writes the record of every article to `records/` in the output folder.
  package var records = false
  package var limits = Limits()

  /// Sizes beyond which an article or an archive is refused; nil keeps the built-in limit.
  package struct Limits: Hashable, Sendable {
    package var articleBytes: Int?
    package var archiveBytes: Int?
    package var ratio: Int?
  }

  /// The fields of an article that a pipeline file can map.
  package static let fieldNames = ["id", "title", "text", "date", "source", "url"]

  package init(path: String) {
    self.path = path
  }

  /// The folder that the file's relative paths start from.
  package var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path of the file, as seen from the working folder.
  package func resolve(_ written: String) -> String {
    if written.hasPrefix("/") { return written }
    return folder == "." ? written : folder + (folder == "/" ? "" : "/") + written
  }
}

extension PipelineFile {
  /// Reads and validates a pipeline file; reads nothing that it names.
  ///
  /// Throws a ``Failure``: ``ExitStatus/noInput`` when there is no such file, and
  /// ``ExitStatus/badPipelineFile`` with the line, the key and the known names when it says
  /// something that cannot be meant.
  package static func load(_ path: String, known: KnownNames = .all) throws -> PipelineFile {
    try parse(readSmallFile(path, as: "pipeline file"), path: path, known: known)
  }

  /// Validates the text of a pipeline file.
  package static func parse(
    _ text: [UInt8], path: String, known: KnownNames = .all
  ) throws -> PipelineFile {
    let root = try Setting.root(of: text, path: path)
    var file = PipelineFile(path: path)
    for (key, value) in try root.mapping(keys: keys) {
      switch key {
      case "archives": file.archives = try value.strings(orOne: true)
      case "fields":
        for (field, names) in try value.mapping(keys: fieldNames) {
          file.fields[field] = try names.strings(orOne: true)
        }
      case "separator": file.separator = try value.string()
      case "encoding":
        let name = try value.string()
        guard IngestOptions.isEncoding(name) else {
          throw value.failure(
            "unknown encoding \"\(name)\"; usual ones are windows-1252, windows-1250, iso-8859-2, "
              + "koi8-r, utf-16")
        }
        file.encoding = name
      case "article": file.article = try value.strings(orOne: true)
      case "format": file.format = try value.name(of: known.formats, "archive format")
      case "extract": file.extract = try value.names(of: known.extractors, "extractor")
      case "knowledge": file.knowledge = try value.strings(orOne: true)
      case "output": file.output = try value.string()
      case "report": file.report = try value.names(of: known.reports, "report format")
      case "records": file.records = try value.boolean()
      default:
        for (limit, number) in try value.mapping(keys: ["articleBytes", "archiveBytes", "ratio"]) {
          switch limit {
          case "articleBytes": file.limits.articleBytes = try number.count()
          case "archiveBytes": file.limits.archiveBytes = try number.count()
          default: file.limits.ratio = try number.count()
          }
        }
      }
    }
    for (key, isMissing) in [("archives", file.archives.isEmpty), ("output", file.output.isEmpty)]
    where isMissing {
      throw root.failure("the key \"\(key)\" is missing")
    }
    return file
  }

  /// The keys of a pipeline file, in the order in which one is usually written.
  package static let keys = [
    "archives", "fields", "separator", "encoding", "article", "format", "extract", "knowledge",
    "output",
    "report",
    "records", "limits",
  ]
}

/// The names of components that a pipeline file may use.
package struct KnownNames: Hashable, Sendable {
  package var formats: [String]
  package var extractors: [String]
  package var reports: [String]

  package init(formats: [String], extractors: [String], reports: [String]) {
    self.formats = formats
    self.extractors = extractors
    self.reports = reports
  }
}
