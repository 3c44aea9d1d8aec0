// What the README tells a reader to type works as it says.

import Foundation
import Testing

@Suite struct RecipeTests {
  /// A copy of what the commands need.
  static func session() throws -> Session {
    let session = try Session()
    for name in ["Samples", "Pipelines"] {
      try FileManager.default.copyItem(
        atPath: "\(Session.package)/\(name)", toPath: "\(session.path)/\(name)")
    }
    return session
  }

  /// Arguments of every `dragoman …` line in the README's blocks of shell.
  static let commands: [String] = {
    let data = FileManager.default.contents(atPath: "\(Session.package)/README.md") ?? Data()
    var commands: [String] = []
    var isShell = false
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("```") {
        isShell = ["```sh", "```bash", "```console"].contains(String(line))
      } else if isShell, let range = line.range(of: "dragoman ") {
        let head = line[..<range.lowerBound].split(separator: " ").last ?? ""
        let arguments = line[range.upperBound...].split(separator: "#").first ?? ""
        let names = ["run", "annotate", "report", "status", "check", "list"]
        let command = arguments.split(separator: " ").first.map(String.init) ?? ""
        if names.contains(command), !head.hasPrefix("#") { commands.append(String(arguments)) }
      }
    }
    return commands
  }()

  @Test func samplesRunTwice() throws {
    let session = try Self.session()
    let first = try session.run("run", "--verbose", "Pipelines/samples.yml")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors.contains("accepted 80 articles"))
    #expect(session.exists("Output/samples/report"))
    let second = try session.run("run", "--verbose", "Pipelines/samples.yml")
    #expect(second.status == 0)
    #expect(second.errors.contains("nothing is new"))
  }

  @Test func theTemplateIsGood() throws {
    let session = try Self.session()
    try FileManager.default.createSymbolicLink(
      atPath: "\(session.path)/Pipelines/archives", withDestinationPath: "../Samples")
    let ended = try session.run("check", "Pipelines/daily.yml")
    #expect(ended.status == 0, "\(ended.errors)")
  }

  @Test(.enabled(if: !commands.isEmpty)) func everyCommandOfTheREADME() throws {
    let session = try Self.session()
    _ = try session.run("run", "--quiet", "Pipelines/samples.yml")
    for command in Self.commands {
      let ended = try session.shell("\"$DRAGOMAN\" \(command)")
      #expect([0, 3].contains(ended.status), "\(command): \(ended.errors)")
    }
  }
}
