import Foundation
import Glibc
import TestSupport
import Testing

/// What may be written, and what may not. The folder holds `repository`, where loclint runs, and
/// `home`, which is none of its business.
@Suite struct WrittenFilesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("repository/.git")
    try folder.write("repository/docs/a.md", "a \u{FFFD}\n")
    try folder.write("home/secret", "secret\n")
  }

  /// A `%` stands for the folder.
  private func run(_ words: [String], config: String? = nil) throws -> Executable.Outcome {
    if let config { try folder.write("repository/loclint.yml", config + "\n") }
    return try Executable.run(
      words.map { $0.replacing("%", with: folder.path) }, in: folder.path("repository"))
  }

  /// Refused, before anything is checked, with nothing changed.
  private func expectRefusal(
    _ words: [String], config: String? = nil, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try run(words, config: config)
    #expect(outcome.status == 2, "\(outcome)", sourceLocation: sourceLocation)
    #expect(outcome.output == "", sourceLocation: sourceLocation)
    #expect(
      outcome.error.contains(message.replacing("%", with: folder.path)), "\(outcome.error)",
      sourceLocation: sourceLocation)
    let manager = FileManager.default
    #expect(
      try manager.contentsOfDirectory(atPath: folder.path("home")) == ["secret"],
      sourceLocation: sourceLocation)
    #expect(folder.read("home/secret") == "secret\n", sourceLocation: sourceLocation)
    #expect(folder.read("repository/docs/a.md") == "a \u{FFFD}\n", sourceLocation: sourceLocation)
    let names = try manager.subpathsOfDirectory(atPath: folder.path("repository"))
    #expect(!names.contains { $0.contains(".tmp") }, sourceLocation: sourceLocation)
  }

  @Test(
    arguments: [
      "planted", "dangling", "reports/new", "reports/secret", "docs/../reports/new",
      "../repository/reports/new", "%/repository/reports/new", "./reports//new", "docs/inside/new",
      "%/alias/reports/new", "%/repository/../repository/planted",
    ])
  func `Nothing is written through a link in the repository`(path: String) throws {
    try folder.link("repository/planted", to: "../home/secret")
    try folder.link("repository/dangling", to: "../home/none")
    try folder.link("repository/reports", to: "../home")
    try folder.link("repository/docs/inside", to: ".")
    try folder.link("alias", to: "repository")
    let message = "leads through the symbolic link '"
    try expectRefusal(["-o", "jsonl=\(path)", "docs"], message)
    try expectRefusal(["--write-baseline=\(path)", "docs"], message)
    try folder.write("one.sarif", "{}")
    try expectRefusal(["merge", "-o", path, "%/one.sarif"], message)
  }

  @Test func `The link is named`() throws {
    try folder.link("repository/docs/reports", to: "../../home")
    try expectRefusal(
      ["-o", "jsonl=docs/reports/new", "docs"],
      "loclint: docs/reports/new: leads through the symbolic link 'docs/reports', and nothing")
  }

  @Test func `Nor in another repository, nor below the working folder outside of any`() throws {
    try folder.makeFolder("other/.git")
    try folder.link("other/reports", to: "../home")
    try expectRefusal(["-o", "jsonl=../other/reports/new", "docs"], "'%/other/reports'")
    try FileManager.default.removeItem(atPath: folder.path("repository/.git"))
    try folder.link("repository/reports", to: "../home")
    try expectRefusal(["-o", "jsonl=reports/new", "docs"], "'reports'")
  }

  @Test func `Links outside of repositories are the user's own`() throws {
    try folder.link("latest", to: "home/secret")
    try folder.link("place", to: "home")
    #expect(try run(["-o", "jsonl=../latest", "-o", "text=../place/new", "docs"]).status == 1)
    #expect(try #require(folder.read("home/secret")).contains("replacement-character"))
    #expect(folder.read("home/new") != nil)
    #expect(try folder.names() == ["home", "latest", "place", "repository"])
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func `A link of somebody else's in a folder for all is not followed`() throws {
    try folder.makeFolder("all")
    try folder.link("all/planted", to: "../home/secret")
    #expect(unsafe chmod(folder.path("all"), 0o1777) == 0)
    #expect(unsafe lchown(folder.path("all/planted"), 1234, 1234) == 0)
    try expectRefusal(["-o", "jsonl=../all/planted", "docs"], "'%/all/planted'")
  }

  @Test func `What was given to the process is written to as it is`() throws {
    for path in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "//dev/./stdout"] {
      let outcome = try run(["-q", "-o", "jsonl=\(path)", "docs"])
      #expect(outcome.status == 1 && outcome.error == "")
      #expect(outcome.output.hasPrefix("docs/a.md:1:3: error:"))
      #expect(outcome.output.contains("\n{\"schema\""))
    }
    #expect(try run(["-q", "-o", "jsonl=/dev/stderr", "docs"]).error.hasPrefix("{\"schema\""))
    #expect(try run(["-q", "-o", "jsonl=/dev/null", "docs"]).status == 1)
    try expectRefusal(["-o", "jsonl=/dev/fd/99", "docs"], "/dev/fd/99: bad file descriptor")
  }

  @Test(.timeLimit(.minutes(1)))
  func `A pipe is written to if somebody reads it`() throws {
    let path = folder.path("repository/pipe")
    #expect(unsafe mkfifo(path, 0o600) == 0)
    try expectRefusal(["-o", "jsonl=pipe", "docs"], "pipe: is a pipe that nobody reads")
    #expect(try run(["--write-baseline=pipe", "docs"]).status == 2)
    let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    #expect(try run(["-o", "jsonl=pipe", "docs"]).status == 1)
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe read(reader, &bytes, bytes.count)
    #expect(String(decoding: bytes[..<max(count, 0)], as: UTF8.self).hasPrefix("{\"schema\""))
    try expectRefusal(
      ["docs"], config: "outputs: {jsonl: pipe}", "pipe: is not a file, and only the command line")
  }

  @Test func `Nothing is written over what the run reads`() throws {
    try folder.write("repository/terms.csv", "source,it-IT\nhive,arnia\n")
    try folder.write("repository/names.txt", "HiveLantern\n")
    try folder.write("repository/known.txt", "")
    try folder.write("repository/list", "docs/a.md\n")
    try folder.write("repository/base.yml", "fail-on: note\n")
    try folder.write("repository/loclint.yml", "extends: base.yml\n")
    try folder.write(
      "repository/house/a.yml", "kind: forbid\nfinds: a.\nwhy: It is so.\npattern: colour\n")
    let inputs = [
      "--glossary=terms.csv", "--do-not-translate=names.txt", "--baseline=known.txt",
      "--files-from=list", "--rules=house",
    ]
    for (name, kind) in [
      ("docs/a.md", "a page"), ("loclint.yml", "a configuration"), ("base.yml", "a configuration"),
      ("house/a.yml", "a rule"), ("terms.csv", "a glossary"), ("names.txt", "a list of names"),
      ("known.txt", "a baseline"), ("list", "a list of paths"),
    ] {
      let before = folder.read("repository/\(name)")
      let twin = "twin-\(kind.hashValue)"
      try? FileManager.default.linkItem(
        atPath: folder.path("repository/\(name)"), toPath: folder.path("repository/\(twin)"))
      for path in [name, "./docs/../\(name)", "%/repository/\(name)", twin] {
        try expectRefusal(
          inputs + ["-o", "jsonl=\(path)"],
          "\(path): is \(kind) that this run reads, and is not written over")
      }
      #expect(folder.read("repository/\(name)") == before)
    }
    for name in ["docs/a.md", "loclint.yml", "terms.csv"] {
      try expectRefusal(
        ["--glossary=terms.csv", "--write-baseline=\(name)", "docs"], "that this run reads")
    }
    try folder.write("one.sarif", "{}")
    try expectRefusal(["merge", "-o", "%/one.sarif", "%/one.sarif"], "is a report that this run")
  }

  @Test(
    arguments: [
      ("outputs: {jsonl: ../home/new}", "lies outside of the repository"),
      ("outputs: {jsonl: docs/../../home/new}", "lies outside of the repository"),
      ("outputs: {jsonl: none/../../home/new}", "lies outside of the repository"),
      ("outputs: {jsonl: %/home/new}", "lies outside of the repository"),
      ("outputs: {jsonl: /dev/stdout}", "lies outside of the repository"),
      ("outputs: {jsonl: reports/new}", "lies outside of the repository"),
      ("outputs: {jsonl: .git/config}", "lies in .git"),
      ("outputs: {jsonl: .GIT/hooks/x}", "lies in .git"),
      ("outputs: {jsonl: module/.Git/x}", "lies in .git"),
      ("outputs: {jsonl: .git}", "lies in .git"),
      ("outputs: {jsonl: docs}", "is a folder"),
      ("outputs: {jsonl: new/}", "is a folder"),
      ("outputs: {jsonl: docs/..}", "is a folder"),
      ("outputs: {jsonl: \"new\\0.txt\"}", "holds a NUL byte"),
      ("outputs: {jsonl: docs/a.md}", "is a page"),
      ("outputs: {jsonl: loclint.yml}", "is a configuration"),
      ("outputs: {jsonl: inside/new}", "leads through the symbolic link 'inside'"),
      ("outputs: {jsonl: new, text: docs/../new}", "are one file"),
    ])
  func `A configuration writes inside its repository, and over no input`(
    config: String, message: String
  ) throws {
    try folder.makeFolder("repository/module/.Git")
    try folder.link("repository/reports", to: "../home")
    try folder.link("repository/inside", to: "docs")
    try expectRefusal(
      ["docs"], config: config.replacing("%", with: folder.path), message)
    #expect(try run(["--no-config", "-q", "docs"]).status == 1)
  }

  @Test func `Where a configuration lies in no repository its folder is the boundary`() throws {
    try FileManager.default.removeItem(atPath: folder.path("repository/.git"))
    try expectRefusal(
      ["docs"], config: "outputs: {jsonl: ../home/new}",
      "lies outside of the folder of the configuration")
    #expect(try run(["-q", "docs"], config: "outputs: {jsonl: new}").status == 1)
    #expect(folder.read("repository/new") != nil)
  }

  @Test func `Nothing lets a configuration write outside`() throws {
    try expectRefusal(
      ["--allow-outside", "docs"], config: "outputs: {jsonl: ../home/new}",
      "lies outside of the repository")
    try expectRefusal(
      ["--allow-outside", "--prune-baseline", "docs"], config: "baseline: ../home/secret",
      "../home/secret")
  }

  @Test func `A baseline that a configuration names is pruned inside its repository`() throws {
    #expect(try run(["--write-baseline=known.txt", "docs"]).status == 0)
    try folder.write("repository/docs/a.md", "a\n")
    let outcome = try run(["-q", "--prune-baseline", "docs"], config: "baseline: known.txt")
    #expect(outcome.status == 0 && outcome.error == "loclint: known.txt: 1 finding taken out\n")
  }

  @Test func `The command line may name a file in the repository and beside it`() throws {
    let outcome = try run(["-q", "-o", "jsonl=docs/new", "-o", "text=../home/new", "docs"])
    #expect(outcome.status == 1 && outcome.error == "")
    #expect(folder.read("home/new") != nil && folder.read("repository/docs/new") != nil)
  }

  @Test func `The first configuration is not written through a link`() throws {
    try folder.link("repository/loclint.yml", to: "../home/none")
    try expectRefusal(["init"], "loclint.yml is already here")
  }
}
