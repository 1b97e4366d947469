import Foundation
import TestSupport
import Testing

@testable import LintWorkspace
@testable import loclint

/// Where patches go, and what pages can do there.
@Suite struct DifferenceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A page with something to mend, and what stands around it.
  private static func page(_ before: String = "", _ after: String = "", link: String = "panel.md")
    -> String
  {
    """
    ---
    title: Guida
    ms.openlocfilehash: 2b6f0cc904d137be2e1730235f5664094b831186
    ms.sourcegitcommit: 9fceb02d0ae598e95dc970b74767f19372d61af8
    ms.translationtype: HT
    ms.contentlocale: it-IT
    ms.lasthandoff: 04/23/2021
    ms.locfileid: "62132296"
    ---
    \(before)
    <span data-ttu-id="7e0c1-103">Vedi [guida](\(link)).</span>\
    <span class="sxs-lookup"><span data-stu-id="7e0c1-103">See [guide](guide.md).</span></span>
    \(after)

    """
  }

  /// Runs loclint with a pipe for standard output.
  private func runInPipe(_ words: String, _ environment: [String: String] = [:]) throws
    -> Executable.Outcome
  {
    try Executable.run(
      ["-c", "{ '\(Executable.loclint)' \(words); echo $? >status; } | cat"], as: "/bin/sh",
      in: folder.path, environment: environment)
  }

  private func apply(_ patch: String) throws {
    try folder.write("patch", patch)
    let git = try Executable.run(
      ["apply", "--whitespace=nowarn", "patch"], as: try #require(Executable.find("git")),
      in: folder.path,
      environment: ["GIT_CEILING_DIRECTORIES": (folder.path as NSString).deletingLastPathComponent])
    #expect(git.status == 0, "\(git.error)")
  }

  @Test(.enabled(if: Executable.find("git") != nil), arguments: ["", "\n"])
  func `In GitHub's log commands are stopped, and git applies the patch`(_ end: String) throws {
    let (before, after) = ("::add-mask::a", " ::error::b\u{1B}[2K" + end)
    try folder.write("it-it/a.md", Self.page(before, after))
    try folder.write("it-it/b.md", Self.page(before, after))
    let run = try runInPipe("--diff it-it", ["GITHUB_ACTIONS": "true"])
    #expect(folder.read("status") == "1\n")
    let lines = run.output.split(separator: "\n")
    let token = try #require(lines.first?.split(separator: ":").last)
    #expect(lines.first == "::stop-commands::\(token)" && lines.last == "::\(token)::")
    #expect(token.count > 24)
    let again = try runInPipe("--diff it-it", ["GITHUB_ACTIONS": "true"])
    #expect(!again.output.contains(token))
    #expect(run.output.contains("\n ::add-mask::a\n"))
    try apply(run.output)
    #expect(folder.read("it-it/a.md") == Self.page(before, after, link: "guide.md"))
    #expect(folder.read("it-it/b.md") == Self.page(before, after, link: "guide.md"))
    #expect(try runInPipe("--diff it-it", ["GITHUB_ACTIONS": "true"]).output.isEmpty)
  }

  @Test(arguments: [
    ("TF_BUILD", "##vso[task.setvariable variable=a]b"), ("TF_BUILD", "a ##[group]"),
    ("TEAMCITY_VERSION", "##teamcity[buildStatus text='a']"),
    ("GITLAB_CI", "\u{1B}[0Ksection_start:1:a\r\u{1B}[0K"), ("CI", "a\rb"),
  ]) func `Where a log can't be stopped there is no patch with a command`(
    _ variable: String, _ command: String
  ) throws {
    try folder.write("it-it/a.md", Self.page())
    try folder.write("it-it/b.md", Self.page(command))
    let run = try runInPipe("--diff it-it", [variable: "True"])
    #expect(folder.read("status") == "2\n")
    #expect(run.output.isEmpty)
    #expect(
      run.error == "loclint: standard output: the patch holds what a build's log could take for a "
        + "command; write it to a file, --output=diff=FILE\n")
    // A file is no log.
    #expect(
      try Executable.run(["--diff", "it-it"], in: folder.path, environment: [variable: "True"])
        .output.contains(command))
    // Nor does a log want anything of an ordinary patch.
    let good = try runInPipe("--diff it-it/a.md", [variable: "True"])
    #expect(good.output == (try Executable.run(["--diff", "it-it/a.md"], in: folder.path).output))
    #expect(good.output.hasPrefix("diff --git ") && folder.read("status") == "1\n")
  }

  @Test func `A pipe takes the bytes of a page`() throws {
    try folder.write("it-it/a.md", Self.page("a\u{1B}[2K\u{202E} ##vso[a]\rb"))
    #expect(try runInPipe("--diff it-it").output.contains("\n a\u{1B}[2K\u{202E} ##vso[a]\rb\n"))
  }

  @Test(.enabled(if: Executable.find("script") != nil && Executable.canOpenTerminal))
  func `On a terminal a patch is made visible`() throws {
    try folder.write("it-it/a.md", Self.page("a\t\u{1B}[2K\u{202E}\rb"))
    // A build may give its log the looks of a terminal.
    for isLog in [false, true] {
      let run = try Executable.run(
        ["-qec", "'\(Executable.loclint)' --diff it-it", "/dev/null"],
        as: try #require(Executable.find("script")), in: folder.path,
        environment: ["TERM": "xterm", "GITHUB_ACTIONS": isLog ? "true" : ""])
      #expect(run.output.contains(#" a\#t\u{1B}[2K\u{202E}\rb"#), "\(run)")
      #expect(run.output.contains("+<span data-ttu-id=\"7e0c1-103\">Vedi [guida](guide.md)"))
      #expect(!run.output.contains("\u{1B}[2K"))
      #expect(run.output.contains("::stop-commands::") == isLog)
    }
  }

  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
  func `A patch is no file that stands for standard output`(path: String) throws {
    try folder.write("it-it/a.md", Self.page(" ::add-mask::a"))
    let run = try Executable.run(
      ["--diff", "--output=diff=\(path)", "it-it"], in: folder.path,
      environment: ["GITHUB_ACTIONS": "true"])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.error.contains("a patch is written to a file; --diff writes it to standard output"))
  }

  @Test(.enabled(if: Executable.find("git") != nil))
  func
    `A patch goes to a file beside a report, instead of to standard output, or of what was done`()
    throws
  {
    try folder.write("it-it/a.md", Self.page("::a"))
    let printed = try Executable.run(["--diff", "it-it"], in: folder.path).output
    let report = try Executable.run(["--output=diff=fix.diff", "it-it"], in: folder.path)
    #expect(report.output.contains("it-it/a.md:11:") && report.status == 1)
    #expect(folder.read("fix.diff") == printed)
    let silent = try Executable.run(["--diff", "-o", "diff=2.diff", "it-it"], in: folder.path)
    #expect(silent.output.isEmpty && silent.error.isEmpty && silent.status == 1)
    #expect(folder.read("2.diff") == printed)
    let fixed = try Executable.run(["--fix", "-o", "diff=3.diff", "it-it"], in: folder.path)
    #expect(fixed.output.contains("Fixed 1 fault in 1 file: ") && fixed.status == 0)
    #expect(folder.read("3.diff") == printed)
    #expect(folder.read("it-it/a.md") == Self.page("::a", link: "guide.md"))
    try folder.write("it-it/a.md", Self.page("::a"))
    try apply(printed)
    #expect(folder.read("it-it/a.md") == Self.page("::a", link: "guide.md"))
    let none = try Executable.run(["-o", "diff=4.diff", "it-it"], in: folder.path)
    #expect(none.status == 0 && folder.read("4.diff") == "")
  }

  @Test func `A patch mends also what a report only counts`() throws {
    let page = Self.page()
    let start = try #require(page.range(of: "<span data-ttu-id"))
    let end = try #require(page.range(of: "</span></span>"))
    let segment = page[start.lowerBound..<end.upperBound]
    try folder.write(
      "it-it/a.md",
      page[..<start.lowerBound]
        + (103..<313).map { segment.replacing("-103", with: "-\($0)") + "\n\n" }.joined())
    let run = try Executable.run(["-o", "diff=fix.diff", "it-it"], in: folder.path)
    #expect(run.output.contains("it-it/a.md:"))
    let patch = try #require(folder.read("fix.diff"))
    #expect(patch.split(separator: "\n").count { $0.hasPrefix("+<") } == 210)
    #expect(patch == (try Executable.run(["--diff", "it-it"], in: folder.path).output))
  }

  @Test(arguments: [
    (["-o", "diff=-"], "write to standard output with --diff"),
    (["-o", "diff=a", "-o", "diff=b"], "a patch is written to one file"),
    (
      ["-o", "diff=a", "--stdin-path=a.md"],
      "--output=diff=FILE and --stdin-path exclude each other"
    ),
    (
      ["-o", "diff=a", "--write-baseline=b"],
      "--output=diff=FILE and --write-baseline exclude each other"
    ),
    (["-o", "dif=a"], "unknown format 'dif'; did you mean 'diff'?"),
    (["--format=diff"], "option '--format' knows no 'diff'"),
  ]) func `What a patch can't be asked for with`(_ words: [String], _ message: String) throws {
    let run = try Executable.run(words, in: folder.path)
    #expect(run.status == 2)
    #expect(run.error.hasPrefix("loclint: \(message)"), "\(run.error)")
  }
}
