import Foundation
import TestSupport
import Testing

/// Repositories whose configuration names programs: none of them runs.
///
/// The keys of git's manual that name a program and are not here do so for commands that loclint has
/// no use for: `core.editor`, `core.askPass`, `credential.helper`, `gpg.program`, `merge.*.driver`,
/// `sequence.editor`, `mergetool.*`, `sendemail.*`, `alias.*` (never for a command that git has).
@Suite(.enabled(if: Executable.find("git") != nil)) struct GitSafetyTests {
  /// A program planted somewhere.
  struct Plant: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var configuration: [(key: String, value: String)] = []
    var attributes = ""
    /// By path; `MARK` stands for the program, `HOOK` alone for its text.
    var files: [(path: String, text: String)] = []
    var environment: [String: String] = [:]
    /// What git runs it with, if loclint asked without care.
    var command: String?
  }

  private static let diff = "diff --unified=0 --text HEAD --"
  private static let others = "ls-files -z --others --ignored --exclude-standard --directory"

  private static let plants: [Plant] = [
    Plant(
      testDescription: "core.fsmonitor", configuration: [("core.fsmonitor", "MARK")],
      command: others),
    Plant(
      testDescription: "filter.clean", configuration: [("filter.a.clean", "MARK")],
      attributes: "*.md filter=a", command: diff),
    Plant(
      testDescription: "filter.clean, required",
      configuration: [("filter.a.clean", "MARK"), ("filter.a.required", "true")],
      attributes: "*.md filter=a", command: diff),
    Plant(
      testDescription: "filter.process", configuration: [("filter.a.process", "MARK")],
      attributes: "*.md filter=a", command: diff),
    Plant(
      testDescription: "a filter with dots and spaces",
      configuration: [("filter.a.b \" c.clean", "MARK")],
      attributes: "*.md filter=a.b", command: nil),
    Plant(
      testDescription: "a filter with dots", configuration: [("filter.a.b.clean", "MARK")],
      attributes: "*.md filter=a.b", command: diff),
    Plant(
      testDescription: "a filter with a sign of equality",
      configuration: [("filter.a=b.clean", "MARK")], attributes: "*.md filter=a=b", command: diff),
    Plant(
      testDescription: "diff.external", configuration: [("diff.external", "MARK")],
      command: diff),
    Plant(
      testDescription: "diff.command", configuration: [("diff.a.command", "MARK")],
      attributes: "*.md diff=a", command: diff),
    Plant(
      testDescription: "diff.textconv", configuration: [("diff.a.textconv", "MARK")],
      attributes: "*.md diff=a", command: "diff --unified=0 HEAD --"),
    Plant(
      testDescription: "GIT_EXTERNAL_DIFF", environment: ["GIT_EXTERNAL_DIFF": "MARK"],
      command: diff),
    Plant(
      testDescription: "GIT_CONFIG_COUNT",
      environment: [
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": "MARK",
      ], command: others),
    Plant(
      testDescription: "GIT_CONFIG_GLOBAL", files: [("global", "[core]\n\tfsmonitor = MARK\n")],
      environment: ["GIT_CONFIG_GLOBAL": "global"], command: others),
    Plant(
      testDescription: "a relative HOME", files: [(".gitconfig", "[diff]\n\texternal = MARK\n")],
      environment: ["HOME": "."], command: diff),
    Plant(
      testDescription: "an included file", configuration: [("include.path", "../more")],
      attributes: "*.md filter=a",
      files: [("more", "[filter \"a\"]\n\tclean = MARK\n[core]\n\tfsmonitor = MARK\n")],
      command: diff),
    Plant(
      testDescription: "post-index-change", files: [(".git/hooks/post-index-change", "HOOK")],
      command: "diff HEAD --"),
    Plant(
      testDescription: "core.hooksPath", configuration: [("core.hooksPath", "hooks")],
      files: [("hooks/post-index-change", "HOOK")], command: "diff HEAD --"),
    Plant(
      testDescription: "core.pager", configuration: [("core.pager", "MARK")],
      command: nil),
    Plant(testDescription: "pager.diff", configuration: [("pager.diff", "MARK")], command: nil),
    Plant(testDescription: "alias", configuration: [("alias.diff", "!MARK")], command: nil),
    // What it would be run for is a commit that is signed.
    Plant(
      testDescription: "log.showSignature",
      configuration: [("log.showSignature", "true"), ("gpg.program", "MARK")]),
    Plant(testDescription: "core.gitProxy", configuration: [("core.gitProxy", "MARK")]),
    Plant(
      testDescription: "core.alternateRefsCommand",
      configuration: [("core.alternateRefsCommand", "MARK")]),
    Plant(
      testDescription: "git in the working folder", files: [("git", "HOOK")],
      environment: ["PATH": ".::/usr/local/bin:/usr/bin:/bin"]),
  ]

  @Test(arguments: plants) func `No program runs that a repository names`(_ plant: Plant) throws {
    let repository = try PlantedRepository()
    try repository.plant(plant)
    if let command = plant.command {
      try repository.git(
        command.split(separator: " ").map(String.init), plant.environment, mayFail: true)
      #expect(repository.takeMark(), "git alone does not run it")
      try repository.touch()
    }
    for words in [
      ["--quiet"], ["--quiet", "--changed-since=HEAD", "--changed-lines"],
      ["--quiet", "--format=sarif"],
      // The source of `a.md` as it was when that was changed last.
      ["--quiet", #"--set=source=[{target: "a.{x}", source: "same.{x}"}]"#, "."],
    ] {
      let run = try Executable.run(
        words, in: repository.folder.path, environment: repository.resolved(plant.environment))
      #expect(!repository.takeMark(), "\(words)")
      #expect(
        run.hasExited && run.status != 2 || run.error.contains("can't be switched off"),
        "\(run)")
    }
  }

  /// Objects that a partial clone lacks are fetched by programs of its choice.
  @Test(arguments: [
    ("ext", [("remote.origin.url", "ext::MARK"), ("protocol.ext.allow", "always")]),
    ("ssh", [("remote.origin.url", "ssh://host/a"), ("core.sshCommand", "MARK")]),
    ("uploadpack", [("remote.origin.url", "."), ("remote.origin.uploadpack", "MARK")]),
  ]) func `Nothing is fetched`(_ name: String, _ keys: [(String, String)]) throws {
    let repository = try PlantedRepository()
    let blob = try repository.git(["rev-parse", "HEAD:a.md"])
    let object = ".git/objects/\(blob.prefix(2))/\(blob.dropFirst(2).prefix(38))"
    try FileManager.default.removeItem(atPath: repository.folder.path(object))
    try repository.plant(
      Plant(
        testDescription: name,
        configuration: keys + [
          ("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"),
          ("remote.origin.promisor", "true"),
        ]))
    try repository.git(["diff", "--text", "HEAD", "--"], mayFail: true)
    #expect(repository.takeMark(), "git alone does not run it")
    let run = try Executable.run(
      ["--quiet", "--changed-since=HEAD", "--changed-lines"], in: repository.folder.path)
    #expect(!repository.takeMark())
    #expect(run.hasExited && run.status == 2)
    #expect(run.error.hasPrefix("loclint: git can't tell what has changed: "), "\(run.error)")
  }

  /// A look into a submodule would start another git there.
  @Test func `Submodules are left alone`() throws {
    let repository = try PlantedRepository()
    let inner = try PlantedRepository(at: repository.folder.path("inner"))
    try repository.git(["add", "inner"])
    try repository.git(["commit", "-q", "-m", "second"])
    try inner.plant(
      Plant(testDescription: "", configuration: [("core.fsmonitor", "MARK")]))
    try repository.git(["diff", "HEAD", "--"])
    #expect(inner.takeMark(), "git alone does not run it")
    let run = try Executable.run(
      ["--quiet", "--changed-since=HEAD", "--changed-lines"], in: repository.folder.path)
    #expect(!inner.takeMark())
    #expect(run.status == 0, "\(run)")
  }

  /// What leads to another repository or work tree.
  @Test(arguments: ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "core.worktree"])
  func `The repository is the one that was found`(_ name: String) throws {
    let repository = try PlantedRepository()
    let other = try PlantedRepository()
    try other.folder.write("b.md", "b \u{FFFD}\n")
    try other.git(["add", "b.md"])
    var environment: [String: String] = [:]
    switch name {
    case "GIT_DIR": environment[name] = other.folder.path(".git")
    case "GIT_INDEX_FILE": environment[name] = other.folder.path(".git/index")
    case "GIT_WORK_TREE": environment[name] = other.folder.path
    default: try repository.git(["config", "core.worktree", other.folder.path])
    }
    try repository.folder.write("a.md", "a \u{FFFD}\n")
    let run = try Executable.run(
      ["--quiet", "--changed-since=HEAD", "--changed-lines"], in: repository.folder.path,
      environment: environment)
    #expect(run.error.isEmpty)
    #expect(run.output.split(separator: "\n").map { $0.prefix(5) } == ["a.md:"], "\(run)")
  }

  @Test(.enabled(if: getuid() == 0))
  func `Whose the repository is still matters`() throws {
    let repository = try PlantedRepository()
    let home = try TemporaryFolder()
    for path in [".git", "."] {
      #expect(unsafe chown(repository.folder.path(path), 4711, 4711) == 0)
    }
    func run() throws -> Executable.Outcome {
      try Executable.run(
        ["--quiet", "--changed-since=HEAD"], in: repository.folder.path,
        environment: ["HOME": home.path])
    }
    let refused = try run()
    #expect(refused.status == 2)
    #expect(
      refused.error.hasPrefix("loclint: git can't read the repository: fatal: detected dubious"))
    try home.write(".gitconfig", "[safe]\n\tdirectory = \(repository.folder.path)\n")
    #expect(try run().status == 0)
  }
}

/// A repository with a page that was edited, and a program beside it that leaves a mark.
private struct PlantedRepository {
  let folder: TemporaryFolder
  private let root: String
  private let program: TemporaryFolder

  init(at path: String? = nil) throws {
    folder = try TemporaryFolder()
    program = try TemporaryFolder()
    root = path ?? folder.path
    try FileManager.default.createDirectory(
      atPath: root, withIntermediateDirectories: true)
    try write(program.path("mark"), script, isProgram: true)
    try git(["init", "-q", "-b", "trunk"])
    try write(root + "/a.md", "a\n")
    try write(root + "/same.md", "a\n")
    try git(["add", "a.md", "same.md"])
    try git(["commit", "-q", "-m", "first"])
    try touch()
  }

  private var script: String { "#!/bin/sh\n: > '\(program.path("marked"))'\n" }

  @discardableResult
  func git(_ words: [String], _ environment: [String: String] = [:], mayFail: Bool = false) throws
    -> String
  {
    let run = try Executable.run(
      ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"] + words,
      as: try #require(Executable.find("git")), in: root, environment: resolved(environment))
    #expect(mayFail || run.status == 0, "\(run.error)")
    return run.output
  }

  func resolved(_ environment: [String: String]) -> [String: String] {
    environment.mapValues { $0.replacing("MARK", with: program.path("mark")) }
  }

  func plant(_ plant: GitSafetyTests.Plant) throws {
    for (key, value) in plant.configuration {
      try git(["config", key, value.replacing("MARK", with: program.path("mark"))])
    }
    for (path, text) in plant.files {
      try write(
        root + "/" + path,
        text == "HOOK" ? script : text.replacing("MARK", with: program.path("mark")),
        isProgram: text == "HOOK")
    }
    if !plant.attributes.isEmpty { try write(root + "/.gitattributes", plant.attributes + "\n") }
    try touch()
  }

  /// Makes git look at the pages again: one has changed, of the other only the time.
  func touch() throws {
    try write(root + "/a.md", "b\n")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -1000 - Double.random(in: 0...1000))],
      ofItemAtPath: root + "/same.md")
  }

  /// Whether the program ran since this was asked last.
  func takeMark() -> Bool { unsafe unlink(program.path("marked")) == 0 }

  private func write(_ path: String, _ text: String, isProgram: Bool = false) throws {
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    if isProgram { unsafe chmod(path, 0o755) }
  }
}
