import Foundation
import LintReporters
import LintWorkspace
import TestSupport
import Testing

@testable import loclint

/// The README and the manual: every command that they show runs, every link leads somewhere, and every
/// option stands there.
@Suite struct ManualTests {
  /// A page that tells people what to type.
  struct Page: CustomTestStringConvertible, Sendable {
    let path: String

    var testDescription: String { path }
    var text: String { get throws { try Checkout.text(of: path) } }

    /// The folder that its links are seen from.
    var folder: String {
      path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    static let manual: [Page] = {
      let names = try? FileManager.default.contentsOfDirectory(atPath: "\(Checkout.root)/docs")
      return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { Page(path: "docs/\($0)") }
    }()
    static let ofCommands = [Page(path: "README.md"), Page(path: "SECURITY.md")] + manual
    static let ofLinks =
      ofCommands
      + [
        "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LIMITS.md", "Samples/README.md",
        "Benchmarks/README.md", "Rules/FORMAT.md",
      ].map { Page(path: $0) }
  }

  /// What is shown and not run, by how it begins, and why.
  private static let notRun: [(beginning: String, reason: String)] = [
    ("make ", "builds; `make test` and CI run it, PackagingTests what it writes"),
    ("pip ", "installs; `make check-dist` does it in a clean root"),
    ("sudo ", "installs; `make check-dist` does it in a clean root"),
    ("tar ", "installs; `make check-dist` does it in a clean root"),
    ("podman ", "wants a server of images; `make check-dist` runs the image's steps"),
    ("swift ", "builds; the tests of Benchmarks run what was built"),
    ("loclint man | man", "wants a pager; ShellTests hold the page to what man reads"),
    ("git push", "wants a server; HookCommandTests push to a folder"),
  ]

  // MARK: - Commands

  /// Each block runs in a tree of its own, line by line, as somebody would type it.
  @Test(.enabled(if: Executable.find("git") != nil), arguments: Page.ofCommands)
  func `Every command that a page shows runs`(_ page: Page) throws {
    for block in Fence.all(in: try page.text) where block.language == "sh" {
      let tree = try Self.tree(for: page, isNew: block.text.contains("loclint init"))
      for line in block.text.split(separator: "\n").map(String.init) {
        try Self.run(line, in: tree, page)
      }
    }
  }

  /// The same of commands in sentences, in tables and in jobs, but for those with a `PLACEHOLDER`.
  ///
  /// The page of options is made of what help says.
  @Test(
    .enabled(if: Executable.find("git") != nil),
    arguments: Page.ofCommands.filter { $0.path != "docs/options.md" })
  func `Every command in a sentence or a job runs`(_ page: Page) throws {
    let fences = Fence.all(in: try page.text)
    let prose = Fence.removed(from: try page.text)
    var commands = prose.matches(of: /`(loclint [^`]+)`/).map { String($0.1) }
    for fence in fences where fence.language == "yaml" {
      commands += fence.text.matches(of: /(?:run|script): (loclint .*)/).map { String($0.1) }
    }
    for command in commands where !command.contains(/\b[A-Z]{4,}\b|\bRULE\b|…/) {
      let tree = try Self.tree(for: page, isNew: command.contains("loclint init"))
      try Self.run(command, in: tree, page)
    }
  }

  private static func run(_ line: String, in tree: TemporaryFolder, _ page: Page) throws {
    guard !line.hasPrefix("#"), !notRun.contains(where: { line.hasPrefix($0.beginning) }) else {
      return
    }
    let program = URL(filePath: Executable.loclint).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let outcome = try Executable.run(
      ["--noprofile", "--norc", "-c", line], as: try #require(Executable.find("bash")),
      in: tree.path("work"),
      environment: ["PATH": "\(program):\(path)", "HOME": tree.path("home")])
    // 1 says that there are findings, and there are.
    #expect([0, 1].contains(outcome.status), "\(page): \(line)\n\(outcome.error)")
    #expect(
      !outcome.error.contains(/(?m)^(error|fatal|bash|loclint: unknown)/),
      "\(page): \(line)\n\(outcome.error)")
  }

  /// A repository with pages, and the files that a page shows: those of blocks that begin with `# NAME`.
  ///
  /// - Parameter isNew: Whether it has no configuration yet.
  private static func tree(for page: Page, isNew: Bool) throws -> TemporaryFolder {
    let tree = try TemporaryFolder()
    for (folder, files) in [
      "it-it": ["index.md", "configure.md"], "fr-fr": ["release-notes.md"], "ru-ru": ["index.md"],
    ] {
      for file in files {
        try tree.write(
          "work/docs/\(folder)/\(file)", Checkout.bytes(of: "Samples/\(folder)/\(file)"))
      }
    }
    try tree.write("work/Samples/it-it/install.md", Checkout.bytes(of: "Samples/it-it/install.md"))
    try tree.write("work/docs/it-it/hub.md", verse)
    for page in ["en/hub.md", "en/sensors.md", "it/hub.md", "it/sensors.md"] {
      try tree.write("work/content/\(page)", Checkout.bytes(of: "Samples.pairs/content/\(page)"))
    }
    for file in ["it.po", "pl.po"] {
      try tree.write("work/po/\(file)", Checkout.bytes(of: "Samples.messages/po/\(file)"))
    }
    try tree.write("work/terms.csv", "source,it-IT\nhive,arnia\n")
    try tree.write("work/names.txt", "HiveLantern\n")
    try tree.write("work/known.txt", "")
    try tree.write("work/house-rules/polite-phrase.yml", try politePhrase())
    if !isNew { try tree.write("work/loclint.yml", "paths: [docs]\n") }
    for fence in Fence.all(in: try page.text) {
      // A configuration has a test of its own.
      guard let name = fence.fileName, !name.hasSuffix("loclint.yml") else { continue }
      try tree.write("work/\(name)", fence.text)
    }
    try tree.makeFolder("home")
    let made = try Executable.run(
      [
        "-ec",
        """
        git init --quiet --initial-branch=main
        git add .
        git -c user.name=a -c user.email=a commit --quiet --message=a
        git update-ref refs/remotes/origin/main HEAD
        """,
      ], as: try #require(Executable.find("bash")), in: tree.path("work"))
    #expect(made.status == 0, "\(made.error)")
    return tree
  }

  /// A page with a word twice on line 12, as pages show it.
  private static let verse =
    String(repeating: "\n", count: 11)
    + "<span data-ttu-id=\"7e0c1-103\">Vola il il sciame.</span>"
    + "<span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">The swarm flies.</span></span>\n"

  private static func politePhrase() throws -> String {
    let page = try Checkout.text(of: "docs/own-rules.md")
    return try #require(
      Fence.all(in: page).first { $0.fileName?.hasPrefix("house-rules/") == true }
    )
    .text
  }

  @Test func `What is not run is shown`() throws {
    let shown = try Page.ofCommands.map { try $0.text }.joined(separator: "\n")
    for (beginning, _) in Self.notRun where beginning != "swift " {
      #expect(shown.contains("\n\(beginning)") || shown.contains("`\(beginning)"), "\(beginning)")
    }
  }

  /// Blocks that begin with `# loclint.yml`.
  @Test(arguments: Page.ofCommands) func `Configurations are understood`(_ page: Page) throws {
    for fence in Fence.all(in: try page.text) where fence.fileName == "loclint.yml" {
      let tree = try Self.tree(for: page, isNew: true)
      try tree.write("work/loclint.yml", fence.text)
      let run = try Executable.run(["config"], in: tree.path("work"))
      #expect(run.status == 0 && run.error == "", "\(page)\n\(fence.text)\n\(run.error)")
    }
  }

  /// A checkout without history has nothing to compare with.
  @Test(arguments: Page.ofCommands) func `Who compares fetches the history`(_ page: Page) throws {
    for fence in Fence.all(in: try page.text)
    where fence.language == "yaml" && fence.text.contains("--changed-since") {
      #expect(
        fence.text.contains("fetch-depth: 0") || fence.text.contains("GIT_DEPTH: \"0\""),
        "\(page)\n\(fence.text)")
    }
  }

  /// Tables are read as glossaries, and none of them takes a product for a term.
  @Test(arguments: Page.ofCommands) func `Glossaries are understood`(_ page: Page) throws {
    for fence in Fence.all(in: try page.text) where fence.language == "csv" {
      let tree = try Self.tree(for: page, isNew: true)
      try tree.write("work/shown.csv", fence.text)
      let run = try Executable.run(
        ["--quiet", "--select=terms", "--glossary=shown.csv", "docs/it-it"], in: tree.path("work"))
      #expect(run.status == 0 && run.error == "", "\(page)\n\(fence.text)\n\(run.error)")
      #expect(!run.output.contains("'HiveLantern' is not"), "\(page)\n\(run.output)")
    }
  }

  /// The names of configurations that somebody must look at are those that are searched for.
  @Test func `Who owns the gate owns each of its files`() throws {
    let owned = try Page(path: "docs/ci.md").text
    for name in Configuration.fileNames {
      let last = name.split(separator: "/").last.map(String.init) ?? name
      #expect(owned.contains("\n\(last) "), "\(last)")
    }
  }

  // MARK: - Options

  @Test func `The page of options says what the command line says`() {
    #expect(GoldenFile.difference(OptionsPage.text, wholeFile: "docs/options.md") == nil)
  }

  /// Somewhere people are told what it is for, not only that it is there.
  @Test func `Every option stands in the manual`() throws {
    let pages = try Page.ofCommands.filter { $0.path != "docs/options.md" }.map { try $0.text }
      .joined()
    let untold = Option.all.map(\.long).filter { !pages.contains($0) }
    #expect(untold == [])
    let commands = Subcommand.all.filter { $0 != .check }.map { "loclint \($0.name)" }
    #expect(commands.filter { !pages.contains($0) } == [])
  }

  @Test func `Every format and every key stands in the manual`() throws {
    let reports = try Checkout.text(of: "docs/reports.md")
    #expect(AllReporters.all.map(\.name).filter { !reports.contains("| `\($0)` |") } == [])
    let pages = try Page.manual.map { try $0.text }.joined()
    let untold = ConfigurationKey.all.map(\.name).filter {
      !pages.contains("`\($0)") && !pages.contains("\n\($0):")
    }
    #expect(untold == [])
  }

  @Test func `The README is short and leads to every page`() throws {
    let readme = try Checkout.text(of: "README.md")
    #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count <= 200)
    for page in Page.manual { #expect(readme.contains("](\(page.path))"), "\(page.path)") }
  }

  // MARK: - Links

  @Test(arguments: Page.ofLinks) func `Links lead somewhere`(_ page: Page) throws {
    let prose = Fence.removed(from: try page.text).replacing(/`[^`\n]*`/, with: "code")
    for match in prose.matches(of: /\]\(<?([^)\s>]+)>?\)/) {
      let link = String(match.1)
      guard !link.contains(/^[a-z]+:/) else { continue }
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target =
        parts[0].isEmpty
        ? page.path
        : URL(filePath: "/\(page.folder)/\(parts[0])").standardized.path.dropFirst().description
      let file = "\(Checkout.root)/\(target)"
      #expect(FileManager.default.fileExists(atPath: file), "\(page): \(link)")
      guard parts.count == 2, target.hasSuffix(".md") else { continue }
      let anchors = try Self.anchors(of: Checkout.text(of: target))
      #expect(anchors.contains(String(parts[1])), "\(page): \(link)")
    }
  }

  /// The anchors that GitHub and GitLab give headings: lower case, hyphens for spaces, no punctuation.
  private static func anchors(of text: String) -> Set<String> {
    var anchors: Set<String> = []
    for heading in Fence.removed(from: text).matches(of: /(?m)^#+ (.*)$/) {
      let kept = heading.1.lowercased().filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
      anchors.insert(kept.replacing(" ", with: "-"))
    }
    for name in text.matches(of: /<a (?:name|id)="([^"]+)">/) { anchors.insert(String(name.1)) }
    return anchors
  }
}

/// A block of code on a page.
private struct Fence {
  let language: String
  let text: String

  /// The file that it shows: its first line is `# NAME`.
  var fileName: String? {
    text.firstMatch(of: /\A# (\S+\.\S+)\n/).map { String($0.1) }
  }

  static func all(in page: String) -> [Fence] {
    page.matches(of: /(?ms)^```([a-z]*)\n(.*?)^```$/).map {
      Fence(language: String($0.1), text: String($0.2))
    }
  }

  static func removed(from page: String) -> String {
    page.replacing(/(?ms)^(`{3,})[a-z]*\n.*?^\1$/, with: "")
  }
}
