import TestSupport
import Testing

@testable import LintWorkspace
@testable import loclint

/// What shells and manuals are given.
@Suite struct ShellTests {
  @Test(arguments: Completion.Shell.allCases)
  func completion(_ shell: Completion.Shell) throws {
    let script = Completion.script(for: shell)
    #expect(
      GoldenFile.difference(script, "completion/loclint.\(shell.rawValue)") == nil)
    for option in Option.all { #expect(script.contains(option.name.rawValue)) }
    for subcommand in Subcommand.all { #expect(script.contains(subcommand.name)) }
    // A shell that is not installed can't say anything.
    guard let program = Executable.find(shell.rawValue) else { return }
    let folder = try TemporaryFolder()
    try folder.write("script", script)
    let outcome = try Executable.run(["-n", "script"], as: program, in: folder.path)
    #expect(outcome.status == 0 && outcome.error == "")
  }

  /// What bash proposes for the last of these words.
  @Test(arguments: [
    (["exp"], ["explain"]),
    (["--form"], ["--format="]),
    (["--format", "=", "sa"], ["sarif"]),
    (["-f", "ju"], ["junit", "junit-extended"]),
    (["check", "--color", "="], ["auto", "always", "never"]),
    (["rules", "--for"], ["--format="]), (["merge", "--for"], []),
    (["rules", "--format", "="], ["text", "json"]),
    (["completion", ""], ["bash", "zsh", "fish"]),
    (["--select", "=", "spans,missing-li"], ["spans,missing-link"]),
    (["explain", "changed-link-t"], ["changed-link-target"]),
    (["--output", "=", "sar"], ["sarif="]), (["merge", "--output", "=", "Exam"], ["Example.md"]),
    (["merge", "-o", "sar"], []),
    (["Exam"], ["Example.md"]),
    (["--jobs", ""], []),
  ])
  func proposals(_ words: [String], _ proposed: [String]) throws {
    guard let bash = Executable.find("bash") else { return }
    let folder = try TemporaryFolder()
    try folder.write("Example.md", "")
    try folder.write("completion", Completion.script(for: .bash))
    let program = """
      compopt() { :; }
      loclint() { '\(Executable.loclint)' "$@"; }
      source ./completion
      COMP_WORDS=(loclint "$@")
      COMP_CWORD=$#
      _loclint
      if ((${#COMPREPLY[@]})); then printf '%s\\n' "${COMPREPLY[@]}"; fi
      """
    let outcome = try Executable.run(
      ["-c", program, "bash"] + words, as: bash, in: folder.path)
    #expect(outcome.error == "")
    #expect(outcome.output.split(separator: "\n").map(String.init) == proposed)
  }

  @Test func manualPage() throws {
    let page = ManPage.text
    #expect(GoldenFile.difference(page, "loclint.1") == nil)
    #expect(page.utf8.count == page.unicodeScalars.count)
    let folder = try TemporaryFolder()
    try folder.write("loclint.1", page)
    if let mandoc = Executable.find("mandoc") {
      // Without a date, for the page is made from what was built.
      let outcome = try Executable.run(
        ["-T", "lint", "-W", "error", "loclint.1"], as: mandoc, in: folder.path)
      #expect(outcome.status == 0 && outcome.output == "")
    }
    if let man = Executable.find("man") {
      let outcome = try Executable.run(
        ["--warnings", "-l", "./loclint.1"], as: man, in: folder.path,
        environment: ["LC_ALL": "C.UTF-8", "MANPAGER": "cat", "MANROFFSEQ": "", "MANWIDTH": "80"])
      #expect(outcome.error == "")
    }
  }

  @Test func wrongUse() {
    #expect(throws: UsageError("unknown shell 'bsh'; did you mean 'bash'?")) {
      try Arguments(["completion", "bsh"]).shell()
    }
    #expect(throws: UsageError("which shell? There are bash, zsh, fish")) {
      try Arguments(["completion"]).shell()
    }
  }
}
