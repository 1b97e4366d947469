import Foundation
import TestSupport
import Testing

/// The script that has git check pages before a push.
@Suite(.enabled(if: Executable.find("git") != nil)) struct HookCommandTests {
  private let folder: TemporaryFolder
  private let path = "clone/.git/hooks/pre-push"

  init() throws {
    folder = try TemporaryFolder()
    try git(["init", "-q", "--bare", "-b", "main", "server"], in: folder.path)
    try git(["clone", "-q", "server", "clone"], in: folder.path)
    try folder.write("clone/docs/it-it/a.md", "old \u{FFFD}\n")
    try commit()
    try git(["push", "-q", "origin", "HEAD:main"])
    try git(["fetch", "-q"])
  }

  @discardableResult
  private func git(
    _ words: [String], in place: String? = nil, environment: [String: String] = [:]
  ) throws -> Executable.Outcome {
    let binaries = URL(filePath: Executable.loclint).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try Executable.run(
      ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main"]
        + words, as: try #require(Executable.find("git")), in: place ?? folder.path("clone"),
      environment: ["PATH": "\(binaries):\(path)"].merging(environment) { $1 })
  }

  private func commit() throws {
    try git(["add", "-A"])
    try git(["commit", "-q", "-m", "Pages"])
  }

  private func loclint(_ words: String...) throws -> Executable.Outcome {
    try Executable.run(words, in: folder.path("clone"))
  }

  @Test func `A push with a new fault is kept back, and one without goes through`() throws {
    let installed = try loclint("hook", "install")
    #expect(installed.status == 0 && installed.error == "")
    #expect(installed.output.hasPrefix(".git/hooks/pre-push is written"))
    #expect(installed.output.contains("loclint hook remove"))
    #expect(FileManager.default.isExecutableFile(atPath: folder.path(path)))

    try folder.write("clone/docs/it-it/b.md", "new \u{FFFD}\n")
    try commit()
    let refused = try git(["push", "origin", "HEAD:main"])
    #expect(refused.status != 0)
    // Only what is new to the other side.
    let told = refused.output + refused.error
    #expect(told.contains("docs/it-it/b.md:1:5: error") && !told.contains("a.md"))
    #expect(told.contains("--no-verify"))
    // A branch that the other side does not know yet is held to its main one.
    #expect(try git(["push", "origin", "HEAD:other"]).status != 0)

    try folder.write("clone/docs/it-it/b.md", "new\n")
    try commit()
    let pushed = try git(["push", "origin", "HEAD:main"])
    #expect(pushed.status == 0, "\(pushed)")
    #expect(try git(["push", "origin", "HEAD:other"]).status == 0)
    #expect(try git(["push", "origin", ":other"]).status == 0)

    // A second time writes it anew.
    #expect(try loclint("hook", "install").status == 0)
    #expect(try loclint("hook", "remove").output == ".git/hooks/pre-push is gone.\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path(path)))
    #expect(try loclint("hook", "remove").output == ".git/hooks/pre-push: there is none.\n")
  }

  @Test func `What is pushed is checked, not what is checked out`() throws {
    #expect(try loclint("hook", "install").status == 0)
    let page = "clone/docs/it-it/b.md"
    let temporary = try TemporaryFolder()
    func push(_ words: [String]) throws -> (isThrough: Bool, told: String) {
      let outcome = try git(
        ["push", "origin"] + words, environment: ["TMPDIR": temporary.path])
      // Nothing is left of the second work tree.
      #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path) == [])
      #expect(try git(["worktree", "list"]).output.split(separator: "\n").count == 1)
      return (outcome.status == 0, outcome.output + outcome.error)
    }

    // A branch that is not checked out.
    try git(["checkout", "-q", "-b", "red"])
    try folder.write(page, "new \u{FFFD}\n")
    try commit()
    try git(["checkout", "-q", "main"])
    for words in [["red"], ["red", "main:other"], ["main:other", "red"]] {
      let refused = try push(words)
      #expect(!refused.isThrough && refused.told.contains("docs/it-it/b.md:1:5: error"))
    }
    // A tag of it, and one of something that is no commit.
    try git(["tag", "-a", "-m", "x", "one", "red"])
    try git(["tag", "blob", "red:docs/it-it/b.md"])
    #expect(try !push(["one"]).isThrough)
    #expect(try push(["blob"]).isThrough)

    // A mend that is not committed mends nothing.
    try git(["checkout", "-q", "red"])
    try folder.write(page, "new\n")
    let refused = try push(["red"])
    #expect(!refused.isThrough && refused.told.contains("docs/it-it/b.md:1:5: error"))
    // Nor does it matter what else lies about: a fault, or a page that git does not know.
    try commit()
    try folder.write(page, "new \u{FFFD}\n")
    try folder.write("clone/docs/it-it/c.md", "unknown \u{FFFD}\n")
    let pushed = try push(["red"])
    #expect(pushed.isThrough, "\(pushed)")
    #expect(folder.read(page) == "new \u{FFFD}\n")
  }

  @Test func `Checking what is pushed runs nothing that is configured`() throws {
    #expect(try loclint("hook", "install").status == 0)
    let mark = folder.path("mark")
    let script = "#!/bin/sh\n: >'\(folder.path("marked"))'\ncat\n"
    for path in ["mark", "clone/.git/hooks/post-checkout"] {
      try folder.write(path, script)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.path(path))
    }
    try folder.write("clone/.gitattributes", "*.md filter=a.b\n")
    try folder.write("clone/docs/it-it/b.md", "new \u{FFFD}\n")
    try commit()
    try folder.write("clone/docs/it-it/b.md", "new\n")
    for (key, value) in [
      ("core.fsmonitor", mark), ("filter.a.b.smudge", mark), ("filter.a.b.clean", mark),
      ("filter.a.b.required", "true"),
    ] { try git(["config", key, value]) }
    let outcome = try git(["push", "origin", "HEAD:other"])
    #expect(outcome.status != 0, "\(outcome)")
    #expect((outcome.output + outcome.error).contains("docs/it-it/b.md:1:5: error"))
    #expect(folder.read("marked") == nil)
  }

  @Test func `A hook that somebody else wrote stays`() throws {
    let own = "#!/bin/sh\necho mine\n# Written by `loclint hook install`\n"
    try folder.write(path, own)
    for action in ["install", "remove"] {
      let outcome = try loclint("hook", action)
      #expect(outcome.status == 2 && outcome.output == "")
      #expect(
        outcome.error.hasPrefix(
          "loclint: .git/hooks/pre-push: is not loclint's, and was left as it is"))
      #expect(folder.read(path) == own)
    }
  }

  @Test func `What git would not run is not written`() throws {
    try git(["config", "core.hooksPath", "hooks"])
    let outcome = try loclint("hook", "install")
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("git takes hooks from 'hooks', as core.hooksPath says"))
    #expect(!FileManager.default.fileExists(atPath: folder.path(path)))
    let outside = try Executable.run(["hook", "install"], in: folder.path)
    #expect(outside.status == 2 && outside.error.contains("there is no repository of git here"))
    #expect(try loclint("hook").error.contains("install or remove"))
    #expect(try loclint("hook", "instal").error.contains("did you mean 'install'?"))
  }

  @Test func `Nothing is written through a planted link`() throws {
    try FileManager.default.removeItem(atPath: folder.path("clone/.git/hooks"))
    try folder.makeFolder("elsewhere")
    try folder.link("clone/.git/hooks", to: folder.path("elsewhere"))
    let outcome = try loclint("hook", "install")
    #expect(outcome.status == 2 && outcome.error.contains("symbolic link"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("elsewhere/pre-push")))
  }
}
