import Foundation
import TestSupport
import Testing

@testable import LintWorkspace
@testable import loclint

/// Paths from lists, and pages from standard input.
@Suite struct InputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("docs/it-it/a.md", "a \u{FFFD}\n")
    try folder.write("docs/it-it/two words.md", "b \u{FFFD}\n")
    try folder.write("docs/it-it/c.md", "c\n")
    try folder.write("docs/panel.png", "\u{FFFD}")
  }

  private func run(_ words: [String], input: String = "") throws -> Executable.Outcome {
    try folder.write("input", input)
    return try Executable.run(
      ["--quiet"] + words, in: folder.path, input: folder.path("input"))
  }

  @Test(arguments: [
    ("docs/it-it/a.md\ndocs/it-it/two words.md\n", 2), ("docs/it-it/a.md", 1),
    ("docs/it-it/a.md\r\ndocs/panel.png\r\n", 1), ("docs/it-it/a.md\0docs/panel.png\0", 1),
    ("docs\n", 2), ("\n\n", 0), ("docs/panel.png\n", 0), ("", 0),
    ("docs/deleted.png\ndocs/it-it/a.md\n", 1),
  ])
  func lists(_ list: String, _ findings: Int) throws {
    for words in [["--files-from=-"], ["--files-from", "input"]] {
      let run = try run(words, input: list)
      #expect(run.status == (findings > 0 ? 1 : 0) && run.error == "", "\(run)")
      #expect(run.output.split(separator: "\n").count == findings)
    }
  }

  /// Found in folders and in lists, and read by name.
  @Test func `A page may end in markdown, in any case`() throws {
    try folder.write("docs/fr-fr/d.markdown", "d \u{FFFD}\n")
    try folder.write("docs/fr-fr/e.Markdown", "e \u{FFFD}\n")
    #expect(try run(["docs/fr-fr"]).output.split(separator: "\n").count == 2)
    #expect(try run(["docs/fr-fr/d.markdown"]).status == 1)
    #expect(try run(["--files-from=-"], input: "docs/fr-fr/d.markdown\n").status == 1)
  }

  @Test func listsStandBesidePaths() throws {
    let run = try run(["--files-from=-", "docs/it-it/a.md"], input: "docs/it-it/two words.md\n")
    #expect(run.output.split(separator: "\n").count == 2)
    let missing = try self.run(["--files-from=-"], input: "docs/none.md\n")
    #expect(missing.status == 2)
    #expect(missing.error == "docs/none.md: error: no such file or directory\n")
    #expect(
      try self.run(["--files-from=-"], input: "none\n").error
        == "none: error: no such file or directory\n")
    #expect(
      try self.run(["--files-from=none"]).error == "loclint: none: no such file or directory\n")
  }

  @Test func standardInputStandsForAFile() throws {
    for words in [
      ["check", "--stdin-path", "docs/./it-it/new.md", "-"], ["--stdin-path=docs/it-it/new.md"],
    ] {
      let run = try run(words, input: "---\nms.contentlocale: ru-RU\n---\n\u{FFFD}\n")
      #expect(run.status == 1)
      #expect(
        run.output.split(separator: "\n").map { $0.prefix { $0 != " " } } == [
          "docs/it-it/new.md:2:19:", "docs/it-it/new.md:4:1:",
        ], "\(run)")
    }
  }

  @Test func standardInputStandsForAFileBehindALink() throws {
    try folder.makeFolder(".git")
    try folder.link("here", to: ".")
    try folder.write(
      "loclint.yml", "overrides: [{files: docs/it-it, severity: {characters: note}}]\n")
    for name in ["a.md", "new.md", "new/new.md"] {
      let path = "\(folder.path)/here/docs/it-it/\(name)"
      let run = try run(["--stdin-path=\(path)", "-"], input: "\u{FFFD}\n")
      #expect(run.status == 0 && run.error == "")
      #expect(run.output.contains("here/docs/it-it/\(name):1:1: note: "), "\(run)")
    }
  }

  @Test(arguments: [
    (["--stdin-path=a.md", "b.md"], "with --stdin-path nothing else is read: not 'b.md'", true),
    (["--stdin-path=a.png"], "a.png: is not a kind of file that loclint reads", false),
    (
      ["-"],
      "standard input wants a path that it stands for, --stdin-path=PATH; a file of that name is './-'",
      true
    ),
    (
      ["--files-from=-", "--stdin-path=a.md"],
      "--files-from and --stdin-path exclude each other", true
    ),
  ])
  func mistakes(_ words: [String], _ message: String, _ isInHelp: Bool) throws {
    let run = try run(words)
    #expect(run.status == 2)
    #expect(
      run.error == "loclint: \(message)\n" + (isInHelp ? "Try 'loclint --help'.\n" : ""))
  }
}
