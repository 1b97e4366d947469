import Foundation
import LintCore
import TestSupport
import Testing

/// Lists of old findings, as files; `RewriteTests` tell for how long findings stay the same.
@Suite struct BaselineTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: "\(Checkout.root)/Samples", toPath: folder.path("docs"))
    try folder.makeFolder(".git")
  }

  private func run(_ words: String...) throws -> Executable.Outcome {
    try Executable.run(["--profile=all", "--quiet"] + words, in: folder.path)
  }

  @Test func `A list holds all that is found, in order`() throws {
    #expect(try run("docs").status == 1)
    let writing = try run("--write-baseline=known.txt", "docs")
    #expect(writing.status == 0 && writing.output == "", "\(writing)")
    #expect(try run("--baseline=known.txt", "--fail-on=note", "docs").status == 0)
    let list = try #require(folder.read("known.txt"))
    #expect(list.hasSuffix("\n") && list.hasPrefix("# "))
    let entries = list.split(separator: "\n").drop { $0.hasPrefix("#") }
    #expect(entries.count > 10 && Array(entries) == entries.sorted())
    #expect(writing.error == "loclint: known.txt: \(entries.count) findings written\n")
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

  @Test func `What a comment keeps back still occurs`() throws {
    try folder.write("a.md", "a \u{FFFD}\n\nb \u{FFFD} \u{FFFD}\n\nc \u{FFFD}\n")
    #expect(try run("--write-baseline=known.txt", "a.md").status == 0)
    try folder.write(
      "a.md",
      "<!-- loclint-disable-file -->\n\na \u{FFFD}\n\nb \u{FFFD} \u{FFFD}\n\nc \u{FFFD}\n")
    #expect(try run("--baseline=known.txt", "a.md").error == "")
    try folder.write("a.md", "<!-- loclint-disable-file -->\n\na \u{FFFD}\n")
    let gone = try run("--baseline=known.txt", "a.md").error
    #expect(gone.hasPrefix("loclint: known.txt: ") && gone.contains(" no longer occur"), "\(gone)")
  }

  @Test func `Files that are there stay in the list, whatever their names`() throws {
    for name in ["tab\t.md", "line\n.md", "return\r.md", "back\\\\t\t\\n.md", "back\\t.md"] {
      try folder.write(name, "\u{FFFD}\n")
    }
    try folder.write("a.md", "a\n")
    #expect(try run("--write-baseline=known.txt", ".").status == 0)
    #expect(try run("--baseline=known.txt", "a.md").error == "")
    #expect(try run("--baseline=known.txt", "--fail-on=note", ".").status == 0)
  }

  /// What a SARIF report tells of each result: line, state, justifications.
  private func results(_ words: String...) throws -> (status: Int32, [String]) {
    let run = try Executable.run(
      ["--format=sarif", "--select=replacement-character"] + words, in: folder.path)
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let runs = try #require(json?["runs"] as? [[String: Any]])
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    return (
      run.status,
      results.map { result in
        let location = (result["locations"] as? [[String: Any]])?.first
        let region = (location?["physicalLocation"] as? [String: Any])?["region"]
        let suppressions = result["suppressions"] as? [[String: String]]
        return [
          "\((region as? [String: Any])?["startLine"] ?? "")", result["baselineState"] as? String,
          suppressions.map { list in
            list.isEmpty
              ? "none" : list.map { "\($0["kind"] ?? "") \($0["justification"] ?? "-")" }.joined()
          },
        ].compactMap(\.self).joined(separator: " ")
      }
    )
  }

  @Test func `SARIF tells on request of what is kept back, and it never fails the run`() throws {
    try folder.write(
      "a.md",
      "a \u{FFFD}\n\nb \u{FFFD} \u{FFFD}\n\n<!-- loclint-disable-next-line : a quotation -->\n"
        + "c \u{FFFD}\n\n<!-- loclint-disable-next-line replacement-character -->\nd \u{FFFD}\n")
    let kept = [
      "1 none", "3 none", "6 inSource a quotation", "9 inSource -",
    ]
    #expect(try results("a.md") == (1, ["1", "3"]))
    #expect(try results("--show-suppressed", "a.md") == (1, kept))
    #expect(try run("--write-baseline=known.txt", "a.md").status == 0)
    #expect(try results("--baseline=known.txt", "a.md") == (0, []))
    try folder.write("a.md", try #require(folder.read("a.md")) + "\ne \u{FFFD}\n")
    #expect(
      try results("--baseline=known.txt", "--show-suppressed", "a.md") == (
        1,
        [
          "1 unchanged none", "3 unchanged none", "6 new inSource a quotation",
          "9 new inSource -", "11 new none",
        ]
      ))
    #expect(
      try results("--baseline=known.txt", "--show-suppressed", "--fail-on=never", "a.md").0 == 0)

    try folder.write("b.md", "a \u{FFFD}\n")
    for words in [
      ["--output=sarif=b.sarif", "b.md"],
      ["--output=sarif=a.sarif", "--baseline=known.txt", "--show-suppressed", "a.md"],
    ] {
      _ = try Executable.run(["-q", "--select=replacement-character"] + words, in: folder.path)
    }
    let merged = try Executable.run(["merge", "a.sarif", "b.sarif"], in: folder.path).output
    #expect(merged.matches(of: /"ruleIndex"/).count == 6)
    #expect(merged.matches(of: /"suppressions"/).count == 6)
    #expect(merged.matches(of: /"baselineState"/).count == 6)

    let text = try run("--show-suppressed", "a.md")
    #expect(text.status == 2)
    #expect(
      text.error == """
        loclint: --show-suppressed wants a SARIF report: --output=sarif=FILE
        Try 'loclint --help'.

        """)
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

  @Test(arguments: [
    ("", 1), ("\n\n# a\n", 1), ("ENTRY", 0), ("ENTRY\r\n", 0), ("\u{FEFF}ENTRY\n", 0),
    ("\u{FEFF}# a\r\nENTRY\r\n", 0),
  ])
  func `A list may have been through an editor`(_ text: String, _ status: Int32) throws {
    try folder.write("a.md", "a \u{FFFD}\n")
    let entry = "replacement-character\ta.md\t\t\u{FFFD}\t0"
    try folder.write("known.txt", text.replacing("ENTRY", with: entry))
    let run = try run("--baseline=known.txt", "a.md")
    #expect(run.status == status && run.error == "", "\(run)")
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
      (["--write-baseline=/"], "/: is a folder"),
      (["--write-baseline=/dev/full"], "/dev/full: no space left on device"),
      (
        ["--write-baseline=-"],
        "--write-baseline wants a file; one of that name is './-'\nTry 'loclint --help'."
      ),
    ] {
      let run = try Executable.run(
        words + ["a.md", "-o", "text=report.txt", "-q"], in: folder.path)
      #expect(run.status == 2)
      #expect(run.error == "loclint: \(message)\n")
    }
    #expect(try !folder.names().contains { $0.hasPrefix(".loclint") })
  }
}
