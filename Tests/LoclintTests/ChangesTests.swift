import Foundation
import TestSupport
import Testing

@testable import LintWorkspace
@testable import loclint

/// Runs that look only at what has changed.
@Suite(.enabled(if: Executable.find("git") != nil)) struct ChangesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try git("init -q -b trunk")
    for name in ["kept", "edited", "moved", "deleted", "staged"] {
      try folder.write("docs/\(name).md", Self.page(name))
    }
    try commit("first")
  }

  private static func page(_ name: String) -> String {
    (1...20).map { "\(name) \($0) \u{FFFD}\n\n" }.joined()
  }

  @discardableResult
  private func git(_ line: String, in folder: String? = nil) throws -> String {
    let run = try Executable.run(
      ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        + line.split(separator: " ").map(String.init),
      as: try #require(Executable.find("git")), in: folder ?? self.folder.path)
    #expect(run.status == 0, "\(run.error)")
    return run.output
  }

  private func commit(_ message: String) throws {
    try git("add -A")
    try git("commit -q -m \(message)")
  }

  private func run(_ words: String..., in folder: String? = nil) throws -> Executable.Outcome {
    try Executable.run(["--quiet"] + words, in: folder ?? self.folder.path)
  }

  /// File and line of each finding.
  private func places(_ words: String..., in folder: String? = nil) throws -> [String] {
    try Executable.run(["--quiet"] + words, in: folder ?? self.folder.path).output
      .split(separator: "\n").map { line in
        line.split(separator: ":").prefix(2).joined(separator: ":")
      }
  }

  private func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try #require(folder.read(name))
    #expect(text.contains(old))
    try folder.write(name, text.replacing(old, with: new))
  }

  @Test func nothingHasChanged() throws {
    for words in [["--changed-since=trunk"], ["--changed-since=HEAD", "--changed-lines"]] {
      let run = try Executable.run(["--quiet"] + words, in: folder.path)
      #expect(run.status == 0 && run.output == "" && run.error == "", "\(run)")
    }
  }

  @Test func whatDiffersIsChecked() throws {
    try git("checkout -q -b work")
    try edit("docs/edited.md", "edited 3 \u{FFFD}", "edited three \u{FFFD}")
    try git("mv docs/moved.md docs/new-name.md")
    try git("rm -q docs/deleted.md")
    try commit("second")
    // What the other branch does meanwhile does not count.
    try git("checkout -q trunk")
    try edit("docs/kept.md", "kept 1 ", "kept one ")
    try commit("third")
    try git("checkout -q work")
    try edit("docs/new-name.md", "moved 5 ", "moved five ")
    try edit("docs/staged.md", "staged 2 \u{FFFD}\n", "staged 2\n")
    try git("add docs/staged.md")
    try folder.write("docs/päge \"x\".md", "new \u{FFFD}\n")
    try folder.write(".gitignore", "ignored.md\n")
    try folder.write("docs/ignored.md", "ignored \u{FFFD}\n")

    let files = Set(
      try places("--changed-since=trunk").map { $0.prefix { $0 != ":" } })
    #expect(
      files == ["docs/edited.md", "docs/new-name.md", "docs/staged.md", "docs/päge \"x\".md"])
    let lines = try places("--changed-since=trunk", "--changed-lines")
    #expect(
      lines == ["docs/edited.md:5", "docs/new-name.md:9", "docs/päge \"x\".md:1"])
    // From a folder below, and for a part of the tree.
    #expect(
      try places("--changed-since=trunk", "--changed-lines", "edited.md", in: folder.path("docs"))
        == ["edited.md:5"])
  }

  @Test func linesAroundADeletionCount() throws {
    try edit("docs/edited.md", "edited 4 \u{FFFD}\n\nedited 5 \u{FFFD}\n\n", "")
    try edit("docs/edited.md", "edited 3 \u{FFFD}\n\n", "edited 3 \u{FFFD}\n")
    #expect(
      try places("--changed-since=HEAD", "--changed-lines")
        == ["docs/edited.md:5", "docs/edited.md:6"])
  }

  @Test func patches() {
    let patch = """
      diff --git a/a.md b/b c.md
      --- a/a.md
      +++ b/b c.md\t
      @@ -1 +1,2 @@ x
      -+++ b/no.md
      +++ b/no.md
      +++ b/no.md
      \\ No newline at end of file
      @@ -7,2 +8,0 @@
      -a
      -b
      diff --git "a/\\303\\244\\".md" "b/\\303\\244\\".md"
      --- "a/\\303\\244\\".md"
      +++ "b/\\303\\244\\".md"
      @@ -0,0 +1 @@
      +x

      """
    #expect(
      Changes.touchedLines(Array(patch.utf8)) == ["b c.md": [1...2, 8...9], "ä\".md": [1...1]])
  }

  @Test func linesAroundAHunkAreNotTouched() throws {
    // Settings of the user and of the shell, which no option of git's takes back.
    try edit("docs/edited.md", "edited 3 \u{FFFD}", "edited three \u{FFFD}")
    try edit("docs/edited.md", "edited 6 \u{FFFD}\n\n", "")
    try edit("docs/edited.md", "edited 9 \u{FFFD}", "edited nine \u{FFFD}")
    try edit("docs/kept.md", "kept 1 \u{FFFD}", "kept one \u{FFFD}")
    let lines = ["docs/edited.md:5", "docs/edited.md:11", "docs/edited.md:15", "docs/kept.md:1"]
    let words = ["--changed-since=HEAD", "--changed-lines"]
    try git("config diff.interHunkContext 9")
    #expect(try places(words[0], words[1]) == lines)
    try git("config --unset diff.interHunkContext")
    let run = try Executable.run(
      ["--quiet"] + words, in: folder.path, environment: ["GIT_DIFF_OPTS": "-u3"])
    #expect(run.output.split(separator: "\n").count == lines.count, "\(run.output)")
  }

  @Test func `A page whose source alone has changed has no touched lines`() throws {
    let tree = try TemporaryFolder()
    func git(_ line: String) throws {
      let run = try Executable.run(
        ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
          + line.split(separator: " ").map(String.init),
        as: try #require(Executable.find("git")), in: tree.path)
      #expect(run.status == 0, "\(run.error)")
    }
    try tree.write("en/a.md", "See [it](lid.md).\n")
    try tree.write("it/a.md", "Vedi [qui](lidd.md).\n")
    try git("init -q -b trunk")
    try git("add -A")
    try git("commit -q -m first")
    try tree.write("en/a.md", "See [it](lid.md).\n\nNew.\n")
    let words = ["--quiet", "--select=links", "--source=en", "--changed-since=HEAD", "it"]
    #expect(try Executable.run(words, in: tree.path).output.hasPrefix("it/a.md:1:"))
    #expect(try Executable.run(words + ["--changed-lines"], in: tree.path).output == "")
  }

  @Test func linesThatGitDoesNotCountAreNotLost() throws {
    try folder.write("docs/old-mac.md", "one\rtwo\rthree\nfour \u{FFFD}\n")
    try commit("second")
    try edit("docs/old-mac.md", "four", "4")
    #expect(try places("--changed-since=HEAD", "--changed-lines") == ["docs/old-mac.md:4"])
  }

  @Test func whatGitCannotSayIsTold() throws {
    func error(_ words: String..., in folder: String? = nil, path: String? = nil) throws -> String {
      let run = try Executable.run(
        words, in: folder ?? self.folder.path, environment: path.map { ["PATH": $0] } ?? [:])
      #expect(run.status == 2)
      return run.error
    }
    #expect(
      try error("--changed-since=nope") == "loclint: git knows no revision 'nope'\n")
    #expect(
      try error("--changed-since=--all") == "loclint: git knows no revision '--all'\n")
    #expect(
      try error("--changed-lines")
        == "loclint: --changed-lines wants --changed-since=REVISION\nTry 'loclint --help'.\n")
    let outside = try TemporaryFolder()
    try outside.write("a.md", "a\n")
    #expect(
      try error("--changed-since=trunk", in: outside.path)
        == "loclint: --changed-since wants a git repository, and this is none\n")
    #expect(
      try error("--changed-since=trunk", path: outside.path)
        == "loclint: --changed-since wants git, which can't be run: no such file or directory\n")
    try outside.makeFolder(".git")
    #expect(
      try error("--changed-since=trunk", in: outside.path)
        .hasPrefix("loclint: git can't read the repository: "))

    try git("checkout -q --orphan alone")
    try git("commit -q --allow-empty -m alone")
    #expect(
      try error("--changed-since=trunk")
        == "loclint: 'trunk' and what is checked out have no commit in common\n")
    try git("clone -q --depth=1 --branch=trunk file://\(folder.path) \(outside.path)/clone")
    #expect(
      try error("--changed-since=HEAD~1", in: outside.path("clone"))
        == "loclint: git knows no revision 'HEAD~1'; the history here is shallow, "
        + "`git fetch --unshallow` completes it\n")
  }
}
