import Foundation
import LintCore
import LintReporters
import LintRules
import LintWorkspace
import TestSupport
import Testing

/// The samples are what their README says, and loclint finds what it says, in the words of the
/// repository's README.
@Suite struct SamplesTests {
  /// A localized page of the samples.
  struct Page: CustomTestStringConvertible, Sendable {
    let folder: String
    let name: String

    var path: String { "\(folder)/\(name)" }
    var testDescription: String { path }

    static let all: [Page] = {
      let samples = URL(filePath: "\(Checkout.root)/Samples")
      let names = FileManager.default.enumerator(atPath: samples.path)
      return (names?.compactMap { $0 as? String } ?? []).sorted().compactMap { path in
        guard path.hasSuffix(".md"), let slash = path.firstIndex(of: "/"),
          path[..<slash] != "en-us"
        else { return nil }
        return Page(folder: String(path[..<slash]), name: String(path[path.index(after: slash)...]))
      }
    }()
  }

  /// A row of a table of the samples' README, or a finding.
  struct Fault: Hashable, Comparable, CustomStringConvertible {
    let path: String
    let line: Int
    let rule: String

    var description: String { "\(path):\(line) \(rule)" }

    static func < (left: Fault, right: Fault) -> Bool {
      (left.path, left.line, left.rule) < (right.path, right.line, right.rule)
    }
  }

  private static func faultsOnPurpose() throws -> [Fault] {
    let row = /\| `(.+?)` \| (\d+) \| `(.+?)` \|.*/
    return try Checkout.text(of: "Samples/README.md").split(separator: "\n").compactMap { line in
      guard let match = line.wholeMatch(of: row), let number = Int(match.2) else { return nil }
      return Fault(path: String(match.1), line: number, rule: String(match.3))
    }
  }

  /// Runs loclint on a copy of the samples, which lies in no repository.
  private func run(_ words: [String]) throws -> Executable.Outcome {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: "\(Checkout.root)/Samples", toPath: folder.path("Samples"))
    // The times of a run are left out.
    return try Executable.run(
      words + ["Samples"], in: folder.path, environment: ["SOURCE_DATE_EPOCH": "1767323045"])
  }

  private func findings(_ words: [String]) throws -> [Fault] {
    let line = /Samples\/(.+?):(\d+):\d+: .*\[(.+?)\]/
    return try run(["--quiet"] + words).output.split(separator: "\n").compactMap {
      guard let match = $0.wholeMatch(of: line), let number = Int(match.2) else { return nil }
      return Fault(path: String(match.1), line: number, rule: String(match.3))
    }.sorted()
  }

  // MARK: The pages

  /// It was made from an older version of its source, on purpose.
  private static let stale = "it-it/install.md"

  @Test(arguments: Page.all)
  func `A page states the hash of its source and the locale of its folder`(_ page: Page) throws {
    let faults = try Self.faultsOnPurpose().filter { $0.path == page.path }.map(\.rule)
    let text = try Checkout.text(of: "Samples/\(page.path)")
    let source = try Checkout.bytes(of: "Samples/en-us/\(page.name)")
    #expect(
      text.contains("\nms.openlocfilehash: \(Digest.sha1(source.span))\n")
        != (page.path == Self.stale))
    let locale = try #require(text.firstMatch(of: /\nms\.contentlocale: (.+)\n/)).1
    #expect(
      (locale.lowercased() == page.folder) != faults.contains("mismatched-locale"),
      "\(locale) in \(page.folder)")
  }

  @Test(arguments: Page.all)
  func `A page's pairs give its source back`(_ page: Page) throws {
    let faults = try Self.faultsOnPurpose().filter { $0.path == page.path }.map(\.rule)
    let pair = try Regex<(Substring, Substring)>(
      #"<span data-ttu-id="[^"]*">.*?</span><span class="sxs-lookup">"#
        + #"<span data-stu-id="[^"]*">(.*?)</span></span>"#)
    let rebuilt = try Checkout.text(of: "Samples/\(page.path)").replacing(pair) { $0.1 }
      .replacing(/<a name="[^"]*"><\/a>/, with: "")
    let source = try Checkout.text(of: "Samples/en-us/\(page.name)")
    let difference = Self.comparable(rebuilt).difference(from: Self.comparable(source))
    if page.path == Self.stale {
      #expect(difference.insertions.count == 1 && difference.removals.count == 1)
      return
    }
    #expect(difference.insertions.isEmpty)
    #expect(difference.removals.count == faults.count { $0 == "missing-segment" })
  }

  /// The lines below the front matter, without alternative texts: those are translated in place.
  private static func comparable(_ text: String) -> [Substring] {
    let body = text.firstMatch(of: /(?s)\A---\n.*?\n---\n/).map { text[$0.range.upperBound...] }
    return (body ?? text[...]).replacing(/!\[[^\]]*\]/, with: "![]")
      .replacing(/alt-text="[^"]*"/, with: "alt-text")
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  // MARK: What loclint says of them

  @Test func `Every rule that the samples' README names is one`() throws {
    let known = Set(RuleLibrary.builtIn.rules.map(\.info.id))
    // Words of two parts and more that are no file, key or heading: nothing else there looks like a rule.
    let name = /`([a-z0-9]+(?:-[a-z0-9]+)+)`/
    let locales: Set = ["en-us", "it-it", "ru-ru", "pt-br", "fr-fr", "es-es"]
    let named = Set(
      try Checkout.text(of: "Samples/README.md").matches(of: name).map { String($0.1) })
    #expect(named.contains("machine-translated"))
    #expect(named.subtracting(locales).subtracting(known).sorted() == [])
  }

  /// What their README says below its table.
  @Test func `What several pages show together is found, and nothing else`() throws {
    let rules = "dead-link,+dead-anchor,+older-source,+inconsistent-translation"
    let found = try findings(["--across", "--select=+\(rules)", "--fail-on=note"]).filter {
      $0.rule.hasPrefix("inconsistent-") || $0.rule.hasPrefix("dead-") || $0.rule == "older-source"
    }
    #expect(
      found == [
        Fault(path: "fr-fr/install.md", line: 76, rule: "dead-anchor"),
        Fault(path: "it-it/install.md", line: 13, rule: "older-source"),
        Fault(path: "pt-br/troubleshoot.md", line: 30, rule: "inconsistent-source"),
      ])
    let pages = try ["docs/across.md", "README.md"].map { try Checkout.text(of: $0) }
    let report = try run([
      "--quiet", "--across", "--select=+dead-anchor,+older-source", "--fail-on=note",
    ]).output
    for fault in found {
      let line = report.split(separator: "\n").first {
        $0.hasPrefix("Samples/\(fault.path):\(fault.line):") && $0.hasSuffix("[\(fault.rule)]")
      }
      #expect(
        line.map { line in pages.allSatisfy { $0.contains("\n\(line)\n") } } ?? false,
        "docs/across.md or README.md lacks \(line ?? "it")")
    }
  }

  @Test func `All faults on purpose are found, and no others`() throws {
    let expected = try Self.faultsOnPurpose().sorted()
    #expect(!expected.isEmpty)
    let found = try findings(["--profile=all"])
    let (missed, new) = (Set(expected).subtracting(found), Set(found).subtracting(expected))
    #expect(
      missed.isEmpty,
      "Samples/README.md has rows for these, and they are not found: mend the rules or the table")
    #expect(
      new.isEmpty,
      """
      the samples have no such faults: mend the rules, or the pages; for faults on purpose add rows to \
      the table of Samples/README.md
      """)
    #expect(found.count == expected.count)
  }

  @Test func `The pages that machine translation made are those that the samples' README names`()
    throws
  {
    let readme = try Checkout.text(of: "Samples/README.md")
    let list = try #require(readme.split(separator: "\n").last { $0.hasPrefix("`it-it/") })
    let paths = list.matches(of: /`(.+?)`/).map { String($0.1) }
    let found = try findings(["--select=machine-translated", "--fail-on=note"])
    #expect(found.map(\.path) == paths.sorted())
  }

  @Test(arguments: [("text", "txt"), ("junit", "xml"), ("sarif", "sarif")])
  func `Reports of the samples are what they were`(format: String, ending: String) throws {
    let run = try run(["--format=\(format)"])
    #expect(run.status == 1 && run.error == "")
    #expect(GoldenFile.difference(run.output, "samples/report.\(ending)") == nil)
  }

  /// The README shows a finding and the summary, and `…` for what it leaves out.
  @Test func `The README shows what is printed`() throws {
    let paragraphs = try run([]).output.split(separator: "\n\n").map(String.init)
    let summary = try #require(paragraphs.firstIndex { $0.hasPrefix("note: ") })
    var excerpt: [String] = []
    for (index, paragraph) in paragraphs.enumerated() {
      let isTable = index == summary + 1
      if index >= summary && !isTable || paragraph.contains("[changed-link-target]\n") {
        excerpt.append(paragraph)
      } else if excerpt.last != "…" {
        excerpt.append("…")
      }
    }
    #expect(
      GoldenFile.difference(excerpt.joined(separator: "\n\n"), fromBlockOf: "README.md") == nil)
  }
}
