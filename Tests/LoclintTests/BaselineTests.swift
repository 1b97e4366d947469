import Foundation
import LintCore
import TestSupport
import Testing

/// A baseline keeps old findings away for as long as they are the same, and no new one.
@Suite struct BaselineTests {
  private let folder: TemporaryFolder
  /// Localized pages of the samples.
  private let pages: [String]

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: "\(Checkout.root)/Samples", toPath: folder.path("docs"))
    try folder.makeFolder(".git")
    pages = SamplesTests.Page.all.map { "docs/\($0.path)" }
  }

  private func run(_ words: String...) throws -> Executable.Outcome {
    try Executable.run(["--profile=all", "--quiet"] + words, in: folder.path)
  }

  private func change(_ change: (String) throws -> String) throws {
    for page in pages {
      try folder.write(page, try change(try #require(folder.read(page))))
    }
  }

  private func newFindings() throws -> [String] {
    let run = try run("--baseline=known.txt", "--fail-on=note", "docs")
    return run.output.split(separator: "\n").map { line in
      String(line[line.lastIndex(of: "[")!...])
    }
  }

  @Test func `Old findings do not come back, and new ones come up`() throws {
    #expect(try run("docs").status == 1)
    let writing = try run("--write-baseline=known.txt", "docs")
    #expect(writing.status == 0 && writing.output == "", "\(writing)")
    #expect(try run("--baseline=known.txt", "--fail-on=note", "docs").status == 0)
    let list = try #require(folder.read("known.txt"))
    #expect(list.hasSuffix("\n") && list.hasPrefix("# "))
    let entries = list.split(separator: "\n").drop { $0.hasPrefix("#") }
    #expect(entries.count > 10 && Array(entries) == entries.sorted())
    #expect(writing.error == "loclint: known.txt: \(entries.count) findings written\n")

    try change { page in
      var random = 0
      // Every prefix is another one, of all pages alike: a page may hold several.
      let prefixed = page.replacing(/([0-9a-f]{5})(-p?\d{3,}")/) { match in
        let prefix = String((UInt32(match.1, radix: 16)! ^ 0x5A5A5) & 0xFFFFF, radix: 16)
        return String(repeating: "0", count: 5 - prefix.count) + prefix + match.2
      }
      let spaced = prefixed.replacing("\n\n<span", with: "\n\n\n\n<span")
      return spaced.replacing(/(?m)^(<span [^>]*>[^<`\[]*?\w) (\w)/) { match in
        random += 1
        return random.isMultiple(of: 2) ? match.1 + "\n" + match.2 : match.0
      }
    }
    #expect(try newFindings() == [])

    let moved = pages[0]
    let text = try #require(folder.read(moved))
    var blocks = text.split(separator: "\n\n", omittingEmptySubsequences: false).map(String.init)
    let movable = blocks.indices.filter { blocks[$0].hasPrefix("<span") }
    try #require(movable.count > 2)
    blocks.swapAt(movable[0], movable[movable.count - 1])
    try folder.write(moved, blocks.joined(separator: "\n\n"))
    let found = try newFindings()
    #expect(!found.isEmpty && found.allSatisfy { $0 == "[misordered-span-id]" }, "\(found)")
    try folder.write(moved, text)

    try change { $0.replacing(#"</span><span class="sxs"#, with: "\u{FFFD}$0", maxReplacements: 1) }
    try change { page in
      page.replacing("$0", with: #"</span><span class="sxs"#, maxReplacements: 1)
    }
    let bilingual = try pages.filter { try #require(folder.read($0)).contains("\u{FFFD}") }
    let seeded = try newFindings()
    #expect(seeded.count { $0 == "[replacement-character]" } == bilingual.count)
    #expect(bilingual.count > 30)
  }

  @Test func `What no longer occurs is counted, and taken out on request`() throws {
    try folder.write("a.md", "a \u{FFFD}\n\nb \u{FFFD}\n\nc \u{FFFD}\n")
    try folder.write("sub/b.md", "a \u{FFFD}\n")
    #expect(try run("--write-baseline=known.txt", "a.md", "sub").status == 0)
    try folder.write("a.md", "a\n\nb\n\nc \u{FFFD}\n")
    // The run does not see the other file, nor look for the fault.
    let other = try run("--baseline=known.txt", "--select=empty-target", "a.md")
    #expect(other.status == 0 && other.error == "", "\(other)")
    let counted = try run("--baseline=known.txt", "a.md")
    #expect(
      counted.error == """
        loclint: known.txt: 2 findings no longer occur; --prune-baseline takes them out

        """)
    #expect(counted.status == 0 && counted.output == "")
    let pruned = try run("--baseline=known.txt", "--prune-baseline", "a.md")
    #expect(pruned.error == "loclint: known.txt: 2 findings taken out\n")
    try FileManager.default.removeItem(atPath: folder.path("sub/b.md"))
    #expect(
      try run("--baseline=known.txt", "--prune-baseline", "a.md").error
        == "loclint: known.txt: 1 finding taken out\n")
    #expect(
      folder.read("known.txt")?.split(separator: "\n").last
        == "replacement-character\ta.md\t\t\u{FFFD}\t0")
    #expect(try run("--baseline=known.txt", "a.md").error == "")
  }

  @Test func `What is told once a file is known again when its paragraphs move`() throws {
    func pair(_ number: Int, _ target: String, _ source: String) -> String {
      """
      <span data-ttu-id="7e0c1-\(number)">\(target)</span><span class="sxs-lookup">\
      <span data-stu-id="7e0c1-\(number)">\(source)</span></span>
      """
    }
    let paragraphs = [
      pair(101, "Apri Lamp. open e poi hivelantern.", "Open Lamp.Open and then HiveLantern."),
      pair(102, "Il pannello.", "The panel."),
      "![Il pannello](panel.png)",
      pair(104, "Chiudi lamp. open e poi HIVElantern.", "Close Lamp.Open and then HiveLantern."),
      pair(
        105, "The lamp blinks twice when the hub is ready.",
        "The lamp blinks twice when the hub is ready."),
    ]
    try folder.write("it-it/a.md", paragraphs.joined(separator: "\n\n"))
    #expect(try run("--write-baseline=known.txt", "it-it").status == 0)
    #expect(folder.read("known.txt")!.contains("changed-identifier\tit-it/a.md\t\t"))
    let moved = [3, 1, 2, 0, 4].map { paragraphs[$0] }.joined(separator: "\n\n")
    try folder.write("it-it/a.md", moved)
    let lines = try run("--baseline=known.txt", "--fail-on=note", "it-it").output
      .split(separator: "\n")
    #expect(
      !lines.isEmpty && lines.allSatisfy { $0.hasSuffix("[misordered-span-id]") }, "\(lines)")
    // Only one of the halves is wrapped.
    try folder.write(
      "it-it/a.md",
      paragraphs.joined(separator: "\n\n")
        .replacing("The lamp blinks", with: "The lamp\nblinks", maxReplacements: 1))
    #expect(try run("--baseline=known.txt", "--fail-on=note", "it-it").output == "")
  }

  @Test func `A baseline holds from any folder of the repository`() throws {
    try folder.write("sub/b.md", "a \u{FFFD}\n")
    #expect(try run("--write-baseline=known.txt", "sub").status == 0)
    let below = try Executable.run(
      ["--baseline=../known.txt", "--fail-on=note", "b.md"], in: folder.path("sub"))
    #expect(below.status == 0)
  }

  @Test func mistakes() throws {
    try folder.write("odd.txt", "# a\nrule\tpath\t103\twords\t0\n<<<<<<< HEAD\n")
    try folder.write("a.md", "a\n")
    for (words, message) in [
      (["--baseline=none.txt"], "none.txt: no such file or directory"),
      (
        ["--baseline=odd.txt"],
        "odd.txt:3: no line of a baseline: rule, file, number, words and a count, separated by tabs"
      ),
      (["--prune-baseline"], "--prune-baseline wants --baseline=FILE\nTry 'loclint --help'."),
      (
        ["--baseline=odd.txt", "--write-baseline=x"],
        "--baseline and --write-baseline exclude each other\nTry 'loclint --help'."
      ),
      (["--write-baseline=none/x"], "none/x: no such file or directory"),
    ] {
      let run = try Executable.run(
        words + ["a.md", "-o", "text=report.txt", "-q"], in: folder.path)
      #expect(run.status == 2)
      #expect(run.error == "loclint: \(message)\n")
    }
    #expect(try !folder.names().contains { $0.hasPrefix(".loclint") })
  }
}
