import FaultSeeder
import Foundation
import LintCore
import LintRules
import LintWorkspace
import SideBySide
import TestSupport
import Testing

/// A baseline keeps old findings away for as long as they are the same, and no new one: in a
/// repository of the samples, or of the folder that LOCLINT_PAGES names.
@Suite(.enabled(if: Executable.find("git") != nil), .serialized) struct RewriteTests {
  private static let source =
    ProcessInfo.processInfo.environment["LOCLINT_PAGES"] ?? "\(Checkout.root)/Samples"

  private let folder: TemporaryFolder
  /// The pages, by their paths from the repository.
  private let pages: [(file: SourceFile, bytes: [UInt8])]

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Self.source, toPath: folder.path("docs"))
    var finder = FileFinder(root: folder.path) { $0.hasSuffix(".md") }
    finder.add(folder.path("docs"))
    finder.sort()
    pages = try finder.files.map { found in
      (SourceFile(path: found.repositoryPath), try found.read())
    }
    try git("init", "-q")
    try git("add", "-A")
    try git("commit", "-q", "-m", "clean")
  }

  private func git(_ words: String...) throws {
    let run = try Executable.run(
      ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        + words, as: try #require(Executable.find("git")), in: folder.path)
    try #require(run.status == 0, "\(run.error)")
  }

  /// Path and rule of all that a baseline does not know, with the line of the report.
  private func newFindings(_ profile: Profile) throws -> [(
    path: String, rule: String, line: String
  )] {
    // What the text report only counts stands there too.
    let run = try Executable.run(
      [
        "--format=jsonl", "--no-config", "--profile=\(profile.rawValue)", "--baseline=known.txt",
        "docs",
      ], in: folder.path)
    return try run.output.split(separator: "\n").compactMap { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let rule = object?["rule"] as? String, let path = object?["path"] as? String else {
        return nil
      }
      return (path, rule, String(line.prefix(400)))
    }
  }

  private func list(_ findings: [(path: String, rule: String, line: String)]) -> String {
    "\(findings.count) came back:\n" + findings.prefix(20).map(\.line).joined(separator: "\n")
  }

  @Test(arguments: [Profile.default, .all])
  func `Old findings do not come back, and new ones come up`(_ profile: Profile) throws {
    let writing = try Executable.run(
      ["--no-config", "--profile=\(profile.rawValue)", "--write-baseline=known.txt", "docs"],
      in: folder.path)
    #expect(writing.status == 0, "\(writing.error)")
    #expect(try newFindings(profile).isEmpty)

    var wrapped = 0
    let rewrites: [(name: String, rewrite: (inout [UInt8]) -> Void)] = [
      ("prefixes", { $0 = Rewrite.prefixes($0) }),
      ("blank lines", { $0 = Rewrite.blankLines($0) }),
      ("wrapped lines", { $0 = Rewrite.wrapped($0, width: 40, count: &wrapped) }),
    ]
    // Each by itself, and all of them.
    for chosen in rewrites.indices.map({ [$0] }) + [Array(rewrites.indices)] {
      wrapped = 0
      var changed = 0
      for page in pages {
        var bytes = page.bytes
        for index in chosen { rewrites[index].rewrite(&bytes) }
        guard bytes != page.bytes else { continue }
        changed += 1
        try folder.write(page.file.path, bytes)
      }
      let found = try newFindings(profile)
      let name = chosen.map { rewrites[$0].name }.joined(separator: ", ")
      print(
        "\(profile.rawValue): \(name): \(changed) files, \(wrapped) lines wrapped, "
          + "\(found.count) findings came back")
      #expect(found.count == 0, "\(name): \(list(found))")
      #expect(changed > 30 && (!chosen.contains(2) || wrapped > 100))
      try git("checkout", "-q", ".")
    }

    var moved = 0
    for page in pages {
      guard let bytes = Rewrite.moved(page.bytes) else { continue }
      moved += 1
      try folder.write(page.file.path, bytes)
    }
    let found = try newFindings(profile)
    let others = found.filter { $0.rule != "misordered-span-id" }
    print(
      "\(profile.rawValue): paragraphs moved: \(moved) files, \(found.count - others.count) of "
        + "misordered-span-id, \(others.count) others")
    #expect(others.count == 0, "\(list(others))")
    #expect(moved > 20 && found.count >= moved)
    try git("checkout", "-q", ".")

    let recall = Recall(
      rules: RuleLibrary.builtIn.rules.filter { rule in
        rule.info.profile.map { $0 <= profile } ?? false
      },
      format: SideBySideMarkdown())
    let damaged = recall.damage(FaultKinds.all, on: pages, seed: 5)
    for page in damaged { try folder.write(page.file.path, page.bytes) }
    let new = try newFindings(profile)
    let missed = damaged.filter { page in
      !new.contains { $0.path == page.file.path && $0.rule == page.kind.rule }
    }
    print(
      "\(profile.rawValue): one fault in each of \(damaged.count) files, "
        + "\(damaged.count - missed.count) came up")
    #expect(missed.count == 0, "\(missed.map { "\($0.file.path): \($0.kind.name)" })")
    #expect(damaged.count > 30)
  }

  @Test func `What is mended once is not mended again, and keeps its mode`() throws {
    let fixable = Set(RuleLibrary.builtIn.rules.map(\.info).filter { $0.fixable != nil }.map(\.id))
    let recall = Recall(rules: RuleLibrary.builtIn.rules, format: SideBySideMarkdown())
    let damaged = recall.damage(
      FaultKinds.all.filter { fixable.contains($0.rule) }, on: pages, seed: 6)
    for page in damaged {
      try folder.write(page.file.path, page.bytes)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o640], ofItemAtPath: folder.path(page.file.path))
    }
    let words = ["--quiet", "--no-config", "--profile=all", "--fix=suggested", "docs"]
    let first = try Executable.run(words, in: folder.path)
    let once = try pages.map { try file($0.file.path) }
    let second = try Executable.run(words, in: folder.path)
    let twice = try pages.map { try file($0.file.path) }
    #expect(
      first.output == second.output && first.status == second.status,
      "\(first.error)\(second.error)")
    var mended = 0
    for (index, page) in pages.enumerated() {
      #expect(once[index].bytes == twice[index].bytes, "\(page.file.path)")
      guard let fault = damaged.first(where: { $0.file == page.file }) else { continue }
      #expect(twice[index].mode == 0o640)
      if once[index].bytes != fault.bytes { mended += 1 }
    }
    print("\(mended) of \(damaged.count) files with one fault were mended, none twice")
    #expect(mended * 2 > damaged.count)
  }

  private func file(_ name: String) throws -> (bytes: [UInt8], mode: Int?) {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
    return (
      try SourceFile(path: folder.path(name)).read(), attributes[.posixPermissions] as? Int
    )
  }
}
