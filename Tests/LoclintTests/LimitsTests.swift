import Foundation
import LintCore
import TestSupport
import Testing

@testable import LintWorkspace
@testable import loclint

/// What a run takes of anything, and that it loses nothing by it.
@Suite struct LimitsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func run(_ words: String...) throws -> Executable.Outcome {
    try Executable.run(words, in: folder.path)
  }

  /// A page with so many errors of one rule, one on a line.
  private static func page(_ count: Int) -> String {
    (1...count).map { "Lantern \($0) \u{FFFD}\n" }.joined()
  }

  /// The lines of the findings that are listed.
  private static func lines(_ run: Executable.Outcome) -> [Int] {
    run.output.split(separator: "\n").compactMap { line in
      guard !line.contains(" more like these ") else { return nil }
      let fields = line.split(separator: ":")
      return fields.count > 2 ? Int(fields[1]) : nil
    }
  }

  @Test func `The first findings of a rule in a file are listed, all are counted`() throws {
    try folder.write("a.md", Self.page(250))
    try folder.write("b.md", Self.page(3))
    let run = try run("--quiet", "--statistics", ".")
    #expect(run.status == 1)
    #expect(Self.lines(run) == Array(1...100) + [1, 2, 3])
    // Where the last one is that is listed.
    #expect(run.output.contains("a.md:100:13: error: and 150 more like these "))
    let rows = run.output.split(separator: "\n").filter {
      $0.hasSuffix("error     replacement-character")
    }
    #expect(rows.contains { $0.contains("253") }, "\(run.output.suffix(1000))")
  }

  @Test(arguments: [("2", 2), ("100", 9), ("none", 9)])
  func `How many is an option`(most: String, count: Int) throws {
    try folder.write("a.md", Self.page(9))
    let run = try run("--quiet", "--max-findings-per-rule=\(most)", ".")
    #expect(run.status == 1)
    #expect(Self.lines(run).count == count)
  }

  @Test(arguments: ["0", "-1", "ten", "1e3"])
  func `What is no such number is a mistake`(word: String) throws {
    let run = try run("--max-findings-per-rule=\(word)", ".")
    #expect(run.status == 2)
    #expect(run.error.contains("wants a number, 1 or more, or 'none', not '\(word)'"))
  }

  @Test(arguments: ["64X", "4G", "M", "-1", "1.5M"])
  func `What is no size is a mistake`(word: String) throws {
    let run = try run("--max-file-size=\(word)", ".")
    #expect(run.status == 2)
    #expect(run.error.contains("option '--max-file-size' wants a number of bytes below 4G"))
  }

  @Test func `Warnings beyond the limit count for --max-warnings`() throws {
    try folder.write("a.md", Self.page(9))
    let severity = "--severity=replacement-character=warning"
    let run = try run(severity, "--max-findings-per-rule=1", "--max-warnings=8", ".")
    #expect(run.status == 1)
    #expect(run.error.contains("9 warnings, 1 more than --max-warnings allows"))
  }

  @Test func `A larger file is not read, and all else is`() throws {
    try folder.write("large.md", String(repeating: "a", count: 1025))
    try folder.write("small.md", String(repeating: "a", count: 1024))
    let run = try run("--max-file-size=1K", ".")
    #expect(run.status == 2)
    #expect(run.error == "large.md: error: is larger than 1 KiB\n")
    #expect(run.output.contains("1 plain file"))
  }

  @Test func `A comment is of use by what it keeps back, however much that is`() throws {
    let comment = "<!-- loclint-disable-next-line replacement-character: a sample -->"
    try folder.write("a.md", Self.page(5) + comment + "\n" + Self.page(1))
    let run = try run("--quiet", "--max-findings-per-rule=2", ".")
    #expect(Self.lines(run) == [1, 2])
    #expect(!run.output.contains("unused-suppression"))
  }

  @Test func `What comments keep back takes no place in the list`() throws {
    let kept = (1...9000).map { "Hive \($0) \u{FFFD}\n" }.joined()
    try folder.write(
      "a.md",
      "<!-- loclint-disable replacement-character: old -->\n" + kept
        + "<!-- loclint-enable replacement-character -->\n" + Self.page(3))
    #expect(Self.lines(try run("--quiet", "--max-findings-per-rule=2", ".")) == [9003, 9004])
  }

  @Test func `A baseline holds all, and takes no place in the list`() throws {
    try folder.write("a.md", Self.page(20_000))
    #expect(try run("--write-baseline=known.txt", "--fail-on=never", ".").status == 0)
    #expect(folder.read("known.txt")?.split(separator: "\n").count == 20_002)
    #expect(try run("--baseline=known.txt", ".").status == 0)
    try folder.write("a.md", Self.page(20_000) + "new \u{FFFD}\nnew \u{FFFD}\n")
    let run = try run("--quiet", "--baseline=known.txt", "--max-findings-per-rule=1", ".")
    #expect(run.status == 1)
    #expect(Self.lines(run) == [20_001])
    #expect(!run.error.contains("no longer"))
  }

  @Test(.disabled(if: Executable.isSanitized, "A sanitizer takes terabytes of addresses"))
  func `A page full of faults takes little memory`() throws {
    // Each piece of code is lost; held as they were, these findings took 1.4 GB.
    let pair =
      "<span data-ttu-id=\"7e0c1-103\">Apri</span><span class=\"sxs-lookup\">"
      + "<span data-stu-id=\"7e0c1-103\">\(String(repeating: "`a` ", count: 1 << 18))</span></span>\n"
    try folder.write("a.md", pair)
    try folder.write("known.txt", "")
    // In KiB of addresses, of which the program and its libraries take the most.
    let start = "ulimit -v 400000; exec \(Executable.loclint) -f jsonl --jobs=1"
    for more in ["", "--baseline=known.txt"] {
      let run = try Executable.run(
        ["-c", "\(start) --select=changed-code --fail-on=note \(more) a.md"], as: "/bin/bash",
        in: folder.path)
      #expect(run.hasExited && run.status == 1, "\(run.error.prefix(500))")
      #expect(run.output.contains(#""type":"unlisted""#))
      #expect(run.output.contains(#""count":262044"#), "\(run.output.suffix(700))")
    }
  }

  @Test(.disabled(if: Executable.isSanitized, "A sanitizer takes terabytes of addresses"))
  func `What comments keep back takes little memory beside a baseline`() throws {
    try folder.write("a.md", Self.page(1))
    #expect(try run("--write-baseline=known.txt", "--fail-on=never", ".").status == 0)
    // Half a million findings; held, each would take some hundred bytes.
    let lines = String(repeating: "Lantern \u{FFFD}\n", count: 1 << 19)
    try folder.write("a.md", "<!-- loclint-disable replacement-character: old -->\n\(lines)")
    // Held, they take more than 250,000 KiB of addresses with the program.
    let start = "ulimit -v 200000; exec \(Executable.loclint) --jobs=1 --fail-on=note"
    let run = try Executable.run(
      ["-c", "\(start) --select=replacement-character --baseline=known.txt a.md"],
      as: "/bin/bash", in: folder.path)
    #expect(run.hasExited && run.status == 0, "\(run.error.prefix(500))")
    #expect(run.output.contains("524,288 suppressed"), "\(run.output.suffix(700))")
  }

  @Test func `The page of all limits is that of the program`() throws {
    #expect(GoldenFile.difference(Limit.page, wholeFile: "LIMITS.md") == nil)
  }
}
