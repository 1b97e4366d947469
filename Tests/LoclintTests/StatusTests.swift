import Foundation
import LintCore
import LintReporters
import TestSupport
import Testing

@testable import LintWorkspace
@testable import loclint

/// How far translations are.
@Suite(.enabled(if: Executable.find("git") != nil)) struct StatusTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func status(_ words: String...) throws -> Executable.Outcome {
    try Executable.run(["status"] + words, in: folder.path)
  }

  /// The figures of a locale and folder that are not 0.
  private func figures(_ locale: String, _ words: [String], in inside: String = "") throws
    -> [String: Double]
  {
    let run = try Executable.run(["status", "--format=json"] + words, in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let rows = try #require(report?["rows"] as? [[String: Any]])
    let row = rows.first {
      $0["locale"] as? String == locale && $0["folder"] as? String == inside
    }
    return (row ?? [:]).compactMapValues { ($0 as? NSNumber)?.doubleValue }.filter {
      $0.value != 0
        && !["segments", "sourceWords", "score", "faults", "faultsPer1000Segments"].contains($0.key)
    }
  }

  private func git(_ line: String) throws {
    let run = try Executable.run(
      ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        + line.split(separator: " ").map(String.init),
      as: try #require(Executable.find("git")), in: folder.path)
    #expect(run.status == 0, "\(run.error)")
  }

  private func commit() throws -> String {
    try git("add -A")
    try git("commit -q -m all")
    return try #require(Git(root: folder.path).ask("rev-parse", "HEAD"))
  }

  // MARK: Pairs

  private static let templates = """
    source:
      - target: content/{locale}/{path}
        source: content/en/{path}
    site: hugo

    """

  @Test func `Pages that name commits are current, stale, orphaned or unknown`() throws {
    try git("init -q -b trunk")
    try folder.write("loclint.yml", Self.templates)
    for name in ["same", "changed", "gone", "missing"] {
      try folder.write("content/en/docs/\(name).md", "# Hub\n\nOpen the \(name) lid.\n")
    }
    let old = try commit()
    try folder.write(
      "content/en/docs/changed.md", "# Hub\n\nOpen the changed lid.\n\nWait for it.\n")
    try FileManager.default.removeItem(atPath: folder.path("content/en/docs/gone.md"))
    for name in ["same", "changed", "gone", "never"] {
      // Names of commits may be abbreviated.
      let pin = name == "changed" ? String(old.prefix(8)) : old
      try folder.write(
        "content/it/docs/\(name).md",
        "---\ndefault_lang_commit: \(pin)\n---\n\n# Arnia\n\nApri il coperchio.\n")
    }
    try folder.write("content/en/a.md", "Here.\n")
    try folder.write(
      "content/it/a.md",
      "---\ndefault_lang_commit: \(String(repeating: "0", count: 40))\n---\n\nQui.\n")
    _ = try commit()
    let all: [String: Double] = [
      "pages": 5, "current": 1, "stale": 1, "commitsBehind": 1, "wordsBehind": 3, "orphaned": 1,
      "unknown": 2, "missing": 1,
    ]
    #expect(try figures("it", ["content"]) == all)
    #expect(try figures("it", ["content"], in: ".") == ["pages": 1, "unknown": 1])
    #expect(try figures("it", ["content"], in: "docs")["missing"] == 1)
    let text = try status("content")
    #expect(text.output.contains("commits behind"), "\(text.output)")
    // A column in which nothing is counted.
    #expect(!text.output.contains("machine-translated"), "\(text.output)")
  }

  @Test func `A page that names nothing is compared with the source at its last commit`() throws {
    try git("init -q -b trunk")
    try folder.write("loclint.yml", Self.templates)
    try folder.write("content/en/a.md", "Here.\n")
    try folder.write("content/it/a.md", "Qui.\n")
    _ = try commit()
    #expect(try figures("it", ["content"]) == ["pages": 1, "current": 1])
    try folder.write("content/en/a.md", "Here and there.\n")
    _ = try commit()
    #expect(
      try figures("it", ["content"])
        == ["pages": 1, "stale": 1, "commitsBehind": 1, "wordsBehind": 3])
  }

  // MARK: Side by side

  private static func page(_ hash: String, _ type: String = "HT") -> String {
    """
    ---
    title: Arnia
    ms.openlocfilehash: \(hash)
    ms.translationtype: \(type)
    ms.contentlocale: it-IT
    ---
    <span data-ttu-id="7e0c1-102">Apri il coperchio.</span><span class="sxs-lookup"><span data-stu-id="7e0c1-102">Open the lid.</span></span>

    """
  }

  @Test func `A hash is held against the source with its line ends, or the others`() throws {
    let source = "# Hub\n\nOpen the lid.\n"
    try folder.write("docs/en-us/lf.md", source)
    try folder.write("docs/en-us/crlf.md", source.replacing("\n", with: "\r\n"))
    try folder.write("docs/en-us/new.md", source + "\nWait.\n")
    let names = ["lf", "crlf", "new", "none"]
    for (name, form) in zip(names, [source.replacing("\n", with: "\r\n"), source, source, source]) {
      try folder.write(
        "docs/it-it/\(name).md",
        Self.page(Digest.sha1(form.utf8Span.span), name == "new" ? "MT" : "HT"))
    }
    let all: [String: Double] = [
      "pages": 4, "current": 2, "stale": 1, "unknown": 1, "machineTranslated": 1,
    ]
    #expect(try figures("it-IT", ["--source=docs/en-us", "docs"]) == all)
    let words = ["--source=docs/en-us", "--verbose", "--select=stale-translation,suppressions"]
    let found = try Executable.run(words + ["docs"], in: folder.path).output
    #expect(
      found.contains(
        "docs/it-it/new.md:3:21: note: the source is another one than '"),
      "\(found)")
    #expect(found.contains("Found 1 fault") || found.contains("1 of 4 files"), "\(found)")
    // What the source says no more is told by the names of segments.
    try folder.write(
      "docs/it-it/new.md",
      Self.page("0123456789012345678901234567890123456789")
        .replacing("Open the lid.", with: "Open the lid of the *blue* hive."))
    let lacking = try Executable.run(words + ["docs"], in: folder.path).output
    #expect(
      lacking.contains("names: it lacks the texts of '1' of '1' segments, '7e0c1-102' [stale"),
      "\(lacking)")
    // It is one of those that run where there are sources.
    let usual = try Executable.run(["--source=docs/en-us", "docs"], in: folder.path)
    #expect(
      usual.output.contains("note: 1 of 4 files")
        || usual.output.contains("[stale-translation]"), "\(usual.output)")
    try folder.write(
      "docs/it-it/new.md",
      Self.page("0123456789012345678901234567890123456789")
        + "\n<!-- loclint-disable-file stale-translation: soon -->\n")
    let kept = try Executable.run(words + ["docs"], in: folder.path)
    #expect(!kept.output.contains("[stale-translation]"), "\(kept.output)")
    try folder.write("docs/it-it/new.md", Self.page(Digest.sha1(source.utf8Span.span), "MT"))
    // Without sources nobody knows.
    #expect(
      try figures("it-IT", ["docs/it-it"]) == ["pages": 4, "unknown": 4, "machineTranslated": 1])
  }

  // MARK: Formats

  @Test func `Reports are for people, programs and spreadsheets, and tell what has changed`() throws
  {
    try folder.write("docs/it-it/a.md", Self.page("0", "MT"))
    let json = try status("--format=json", "docs")
    try folder.write("before.json", json.output)
    try folder.write("docs/it-it/b.md", Self.page("0"))
    let text = try status("--compare-with=before.json", "docs")
    #expect(text.output.contains("2 (+1)"), "\(text.output)")
    let markdown = try status("--compare-with=before.json", "--format=markdown", "docs")
    #expect(markdown.output.hasPrefix("| locale | folder | pages |"), "\(markdown.output)")
    #expect(markdown.output.contains("| it-IT |  | 2 (+1) |"), "\(markdown.output)")
    let page = try status("--compare-with=before.json", "--format=html", "docs")
    #expect(page.output.hasPrefix("<!DOCTYPE html>"), "\(page.output)")
    #expect(page.output.contains(">it-IT</th><td>2 (+1)</td>"), "\(page.output)")
    let csv = try status("--compare-with=before.json", "--format=csv", "docs")
    let since = try status("--compare-with=before.json", "--format=json", "docs").output
    #expect(since.contains("\"before\": {\n        \"pages\": 1,"), "\(since)")
    #expect(!json.output.contains("before"))
    let lines = csv.output.split(separator: "\r\n")
    #expect(lines.count == 2 && lines[0].contains("\"before:pages\""), "\(csv.output)")
    #expect(lines[0].split(separator: ",").count == lines[1].split(separator: ",").count)
    #expect(try status("--compare-with=docs/it-it/a.md", "docs").status == 2)
    try folder.write("before.json", "{\"status\": 99}")
    #expect(try status("--compare-with=before.json", "docs").error.contains("another version"))
    #expect(try status("--compare-with=none.json", "docs").status == 2)
  }

  @Test func `Locales and folders that are gone have rows in what is compared`() throws {
    for path in ["it-IT/a/a", "it-IT/b/a", "fr-FR/a"] {
      let page = Self.page("0", "MT").replacing("it-IT", with: String(path.prefix(5)))
      try folder.write("docs/\(path).md", page)
    }
    try folder.write("before.json", try status("--format=json", "docs").output)
    try FileManager.default.removeItem(atPath: folder.path("docs/it-IT/b"))
    try FileManager.default.removeItem(atPath: folder.path("docs/fr-FR"))
    let csv = try status("--compare-with=before.json", "--format=csv", "docs").output
    let rows = csv.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).prefix(3)
        .map { $0.replacing("\"", with: "") }.joined(separator: " ")
    }
    #expect(
      rows.dropFirst() == ["fr-FR  0", "it-IT  1", "it-IT a 1", "it-IT b 0"], "\(csv)")
    let text = try status("--compare-with=before.json", "docs").output
    #expect(text.contains("0 (−1)") && text.contains(" 1 (−1)"), "\(text)")
    let json = try status("--compare-with=before.json", "--format=json", "docs").output
    #expect(json.contains("\"locale\": \"fr-FR\""), "\(json)")
  }

  @Test func `Where there is no page nothing is told`() throws {
    try folder.write("docs/a.md", "Text.\n")
    let run = try status("docs")
    #expect(run.status == 0 && run.output == "No translated pages.\n", "\(run)")
  }
}
