// A value in a pipeline file that knows its line and its key, so that every complaint names them.

import Yams

/// A node of the YAML tree with the way to it.
struct Setting {
  private let node: Node
  /// The file, for messages.
  private let path: String
  /// The key that led here; empty at the root.
  private let key: String

  /// Parses a file; the root must be a mapping.
  static func root(of bytes: [UInt8], path: String) throws -> Setting {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badPipelineFile, "\(printable(path)): not UTF-8 text")
    }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw Failure(.badPipelineFile, "\(printable(path)): the file is empty")
      }
      return Setting(node: node, path: path, key: "")
    } catch let error as YamlError {
      throw Failure(.badPipelineFile, "\(printable(path)):\(Setting.describe(error))")
    }
  }

  /// A failure that names the file, the line and the key.
  func failure(_ problem: String) -> Failure {
    let line = node.mark.map { ":\($0.line)" } ?? ""
    let subject = key.isEmpty ? "" : "\"\(key)\": "
    return Failure(.badPipelineFile, printable("\(path)\(line): \(subject)\(problem)"))
  }

  /// The entries of a mapping, whose keys must be among `keys`.
  func mapping(keys: [String]) throws -> [(key: String, value: Setting)] {
    guard case .mapping(let mapping) = node else {
      throw failure("expected a mapping with the keys \(listed(keys)), found \(found)")
    }
    return try mapping.map { pair in
      let name = Setting(node: pair.key, path: path, key: key)
      guard case .scalar(let scalar) = pair.key, keys.contains(scalar.string) else {
        let text = pair.key.scalar?.string ?? ""
        throw name.failure("unknown key \"\(text)\"; the known keys are \(listed(keys))")
      }
      let inner = key.isEmpty ? scalar.string : "\(key).\(scalar.string)"
      return (scalar.string, Setting(node: pair.value, path: path, key: inner))
    }
  }

  /// A scalar as it is written: `no` is Norway's code, not false.
  func string() throws -> String {
    guard case .scalar(let scalar) = node else {
      throw failure("expected a string, found \(found)")
    }
    guard !scalar.string.isEmpty else { throw failure("expected a string, found nothing") }
    return scalar.string
  }

  /// A list of strings; a lone string counts as a list of one where `orOne` allows it.
  func strings(orOne: Bool) throws -> [String] {
    try elements(orOne: orOne).map { try $0.string() }
  }

  /// One of the known names.
  func name(of known: [String], _ kind: String) throws -> String {
    let name = try string()
    guard known.contains(name) else {
      throw failure("unknown \(kind) \"\(name)\"; the known ones are \(listed(known))")
    }
    return name
  }

  /// A list of known names, each at most once.
  func names(of known: [String], _ kind: String) throws -> [String] {
    var names: [String] = []
    for element in try elements(orOne: true) {
      let name = try element.name(of: known, kind)
      guard !names.contains(name) else { throw element.failure("\"\(name)\" is listed twice") }
      names.append(name)
    }
    return names
  }

  /// `true` or `false`.
  func boolean() throws -> Bool {
    if case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any {
      switch scalar.string {
      case "true", "yes": return true
      case "false", "no": return false
      default: break
      }
    }
    throw failure("expected true or false, found \(found)")
  }

  /// A whole number above 0.
  func count() throws -> Int {
    guard case .scalar(let scalar) = node, let number = Int(scalar.string), number > 0 else {
      throw failure("expected a whole number above 0, found \(found)")
    }
    return number
  }

  private func elements(orOne: Bool) throws -> [Setting] {
    switch node {
    case .sequence(let sequence):
      return sequence.map { Setting(node: $0, path: path, key: key) }
    case .scalar where orOne:
      return [self]
    default:
      throw failure("expected a list, found \(found)")
    }
  }

  private var found: String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "\"\(scalar.string)\""
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .alias: "an alias"
    }
  }

  private func listed(_ names: [String]) -> String { names.joined(separator: ", ") }

  private static func describe(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return "\(mark.line): not YAML: \(printable(problem))"
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "\"\($0)\"" }.sorted().joined(separator: ", ")
      return "\(context.mark.line): the key \(printable(names)) is there twice"
    default:
      return " not YAML: \(printable(String(describing: error)))"
    }
  }
}
