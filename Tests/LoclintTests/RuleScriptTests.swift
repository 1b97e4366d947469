import Foundation
import LintRules
import TestSupport
import Testing

/// What `make rule` writes, in a copy of what it writes into. That it compiles and passes all tests is
/// for `make check-newcomer` to say, which takes minutes. The names are such as nobody gives a rule.
@Suite struct RuleScriptTests {
  private static let catalogue = "Sources/LintRules/GeneralRules.swift"
  private static let copied = [
    "Sources/LintText", "Sources/LintCore", "Sources/LintRules", "Sources/Markdown",
    "Sources/SideBySide", "Benchmarks/Recall/FaultSeeder",
    "Rules", "CHANGELOG.md",
  ]

  private let folder: TemporaryFolder
  /// `nil` where there is no python3, which can't say anything.
  private let python = Executable.find("python3")

  init() throws {
    folder = try TemporaryFolder()
    for name in Self.copied {
      let parent = URL(filePath: folder.path(name)).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: "\(Checkout.root)/\(name)", toPath: folder.path(name))
    }
  }

  private func run(_ words: String...) throws -> Executable.Outcome {
    let script = "\(Checkout.root)/Scripts/rule"
    return try Executable.run(
      ["-B", script] + words + ["--root=\(folder.path)"], as: try #require(python), in: folder.path)
  }

  /// The files that are no longer what they are in the repository, and new ones.
  private func changed() throws -> [String] {
    let names = FileManager.default.enumerator(atPath: folder.path)
    return (names?.compactMap { $0 as? String } ?? []).filter { name in
      let type = try? FileManager.default.attributesOfItem(atPath: folder.path(name))[.type]
      return type as? FileAttributeType != .typeDirectory
        && folder.read(name) != (try? Checkout.text(of: name))
    }.sorted()
  }

  @Test(arguments: [
    ("spans", "SpanFaults"), ("metadata", "MetadataFaults"), ("links", "LinkFaults"),
    ("markup", "MarkupFaults"), ("text", "TextFaults"), ("terms", "TextFaults"),
    ("characters", "CharacterFaults"),
  ])
  func `A rule in Swift has its four places`(family: String, faults: String) throws {
    guard python != nil else { return }
    let run = try run("tested-lamp-id", family)
    #expect(run.status == 0 && run.error == "")
    let rule = "Sources/LintRules/\(family.capitalized)/TestedLampID.swift"
    let seeder = "Benchmarks/Recall/FaultSeeder/\(faults).swift"
    #expect(try changed() == [seeder, "CHANGELOG.md", Self.catalogue, rule].sorted())

    let text = try #require(folder.read(rule))
    #expect(text.contains("\nstruct TestedLampID: SegmentRule {\n"))
    #expect(text.contains(#" id: "tested-lamp-id", family: "\#(family)","#))
    let list = try #require(folder.read(Self.catalogue))
    let ofFamily = try #require(list.split(separator: " // \(family)\n").last)
    #expect(ofFamily.split(separator: " // ")[0].contains(" TestedLampID(),"))
    let kinds = try #require(folder.read(seeder))
    #expect(kinds.contains(#"FaultKind("tested-lamp-id-written", "tested-lamp-id", "\#(family)")"#))
    #expect(try #require(folder.read("CHANGELOG.md")).contains("\n- Rule `tested-lamp-id`: finds "))
    // What is left to do names all that is to be edited.
    for file in [rule, seeder, "CHANGELOG.md", "make golden docs", "make check"] {
      #expect(run.output.contains(file))
    }
    // Nothing is overwritten.
    let second = try self.run("tested-lamp-id", family)
    #expect(second.status == 1)
    #expect(second.error == "rule: 'tested-lamp-id' is taken by \(rule)\n")
    #expect(folder.read(rule) == text)
  }

  @Test(arguments: Set(PackRule.builtIn.map(\.pack)).sorted())
  func `A declared rule does what its examples say`(pack: String) throws {
    guard python != nil else { return }
    let run = try run("tested-lamp", pack)
    #expect(run.status == 0 && run.error == "")
    let rule = "Rules/\(pack)/tested-lamp.yml"
    #expect(try changed() == ["CHANGELOG.md", rule])
    try FileManager.default.createDirectory(
      atPath: folder.path("own"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: folder.path(rule), toPath: folder.path("own/a-b.yml"))
    let examples = try Executable.run(["test-rules", "own"], in: folder.path)
    #expect(examples.output == "1 rule, 2 examples: all as they should be\n")
  }

  @Test(arguments: [
    (["lamp", "markup"], "'lamp' is no name for a rule"),
    (["Lost-Lamp", "markup"], "'Lost-Lamp' is no name for a rule"),
    (["lost_lamp", "markup"], "'lost_lamp' is no name for a rule"),
    (["lost--lamp", "markup"], "'lost--lamp' is no name for a rule"),
    (["../lost-lamp", "markup"], "'../lost-lamp' is no name for a rule"),
    (["missing-link", "markup"], "'missing-link' is taken by Sources/LintRules/Links/MissingLink"),
    (
      ["french-quote", "markup"], "'french-quote' is taken by Rules/typography/fr/french-quote.yml"
    ),
    (["rule-info", "markup"], "'rule-info' is taken by Sources/LintCore/RuleInfo.swift"),
    (
      ["tested-lamp", "lamps"],
      "there is no family 'lamps'; there are spans, metadata, links, markup"
    ),
    (["tested-lamp", "markup", "yaml"], "there is no pack 'markup'; there are typography/de"),
    (["tested-lamp", "suppressions"], "there is no family 'suppressions'; there are spans"),
    (["tested-lamp", "markup", "xml"], "KIND is swift or yaml, not 'xml'"),
    (["", ""], "which? make rule NAME=lost-lamp FAMILY=markup; there are spans"),
  ])
  func `What can't be written is refused`(words: [String], reason: String) throws {
    guard let python else { return }
    let script = "\(Checkout.root)/Scripts/rule"
    let run = try Executable.run(
      ["-B", script] + words + ["--root=\(folder.path)"], as: python, in: folder.path)
    #expect(run.status == 1 && run.output == "")
    #expect(run.error.hasPrefix("rule: \(reason)"))
    #expect(try changed() == [])
  }
}
