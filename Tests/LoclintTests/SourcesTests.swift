import Foundation
import LintCore
import TestSupport
import Testing

@testable import LintWorkspace
@testable import loclint

/// Pages whose sources are files of their own.
@Suite(.enabled(if: Executable.find("git") != nil)) struct SourcesTests {
  private let folder: TemporaryFolder

  private static let source = "# The hub\n\nOpen [the lid](lid.md).\n\nWait 30 seconds.\n"
  private static let templates = """
    source:
      - target: content/{locale}/{path}
        source: content/en/{path}

    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("content/en/hub.md", Self.source)
    try folder.write("content/it/hub.md", Self.page("lidd.md"))
  }

  /// A page whose link leads to a destination.
  private static func page(_ destination: String, head: String = "") -> String {
    head + "# L'hub\n\nApri [il coperchio](\(destination)).\n\nAspetta 30 secondi.\n"
  }

  private func git(_ line: String) throws {
    let run = try Executable.run(
      ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        + line.split(separator: " ").map(String.init),
      as: try #require(Executable.find("git")), in: folder.path)
    #expect(run.status == 0, "\(run.error)")
  }

  /// Commits all that there is.
  ///
  /// - Returns: The commit's name.
  @discardableResult
  private func commit() throws -> String {
    if folder.read(".git/HEAD") == nil { try git("init -q -b trunk") }
    try git("add -A")
    try git("commit -q -m all")
    return try #require(Git(root: folder.path).ask("rev-parse", "HEAD"))
  }

  private func run(_ words: String..., in path: String = ".") throws -> Executable.Outcome {
    try Executable.run(words, in: folder.path(path))
  }

  /// Path, line and rule of each finding about links.
  private func found(_ words: String..., in path: String = ".") throws -> [String] {
    try Executable.run(["--quiet", "--select=links"] + words, in: folder.path(path)).output
      .split(separator: "\n").map { line in
        let parts = line.split(separator: ":")
        return "\(parts[0]):\(parts[1]) \(line.split(separator: "[").last ?? "")"
      }
  }

  /// What standard output says of versions.
  private func versions(_ words: String...) throws -> String? {
    let output = try Executable.run(["--select=links"] + words, in: folder.path).output
    return output.split(separator: "\n").first { $0.hasPrefix("Sources: ") }.map(String.init)
  }

  // MARK: Where sources lie

  @Test func `A folder of sources is named on the command line`() throws {
    let expected = ["content/it/hub.md:3 changed-link-target]"]
    #expect(try found("--source=content/en", "content/it") == expected)
    #expect(try found("--source=content/en", "content/it/hub.md") == expected)
    #expect(try found("--source=content/en", "content") == expected)
    #expect(try found("--source=content/en") == expected)
    #expect(try found("content/it") == [])
    let run = try run("--source=content/de", "content/it")
    #expect(run.status == 2 && run.error.contains("'content/de' is no folder"))
  }

  @Test func `A configuration names sources, which are no pages`() throws {
    try folder.write("loclint.yml", Self.templates)
    #expect(try found() == ["content/it/hub.md:3 changed-link-target]"])
    #expect(try run().output.contains("1 document"))
    try git("init -q -b trunk")
    #expect(try found("hub.md", in: "content/it") == ["hub.md:3 changed-link-target]"])
  }

  @Test func `Pages of a configuration below have its sources`() throws {
    try folder.write(
      "content/loclint.yml", "source:\n  - {target: '{locale}/{path}', source: 'en/{path}'}\n")
    try folder.write("content/it/mdx.mdx", Self.page("lidd.md"))
    try folder.write("content/en/mdx.mdx", Self.source)
    #expect(
      try found(".") == [
        "content/it/hub.md:3 changed-link-target]", "content/it/mdx.mdx:3 changed-link-target]",
      ])
  }

  @Test func `A page that holds its source is read as before`() throws {
    try folder.write(
      "content/it/spans.md",
      "<span data-ttu-id=\"7e0c1-103\">Apri.</span><span class=\"sxs-lookup\">"
        + "<span data-stu-id=\"7e0c1-103\">Open [it](a.md).</span></span>\n")
    try folder.write("content/en/spans.md", Self.source)
    try folder.write("loclint.yml", Self.templates)
    #expect(
      try found() == [
        "content/it/hub.md:3 changed-link-target]", "content/it/spans.md:1 missing-link]",
      ])
  }

  @Test func `A page without a source is a plain file`() throws {
    try folder.write("content/it/other.md", Self.page("x.md"))
    try folder.write("loclint.yml", Self.templates)
    #expect(try run().output.contains("and 1 plain file"))
  }

  @Test(
    arguments: [
      ("{target: 'content/{locale}/{path}', source: '../en/{path}'}", "leads out of the folder"),
      ("{target: 'content/{locale}/{path}', source: '/en/{path}'}", "no path below the folder"),
      (
        "{target: 'content/{path}', source: 'en/{locale}/{path}'}",
        "'{locale}' is not in the target"
      ),
      ("{target: 'content/{path', source: 'en/{path}'}", "a brace is open"),
      ("{target: 'a/{path}/{path}', source: 'en/{path}'}", "stands in it twice"),
      ("{target: 'a/b', source: 'en/b'}", "holds no name in braces"),
      ("{target: 'a/{path}', source: 'a/{path}'}", "the same as the target"),
      ("{target: 'a/{one}{two}', source: 'a/{one}'}", "with nothing between them"),
      ("{target: 'a/x{path}', source: 'a/{path}'}", "all between two slashes"),
      ("{target: 'a/{path}'}", "'source' is missing"),
    ])
  func `Mistakes in templates are told`(_ entry: String, _ message: String) throws {
    try folder.write("loclint.yml", "source:\n  - \(entry)\n")
    let run = try run()
    #expect(run.status == 2 && run.error.contains(message), "\(run.error)")
  }

  // MARK: What may be read

  @Test func `A source that a link leads out of is not read`() throws {
    let other = try TemporaryFolder()
    try other.write("secret.md", Self.source)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("content/en/linked.md"),
      withDestinationPath: other.path("secret.md"))
    try folder.write("content/it/linked.md", Self.page("lidd.md"))
    try folder.write("loclint.yml", Self.templates)
    let configured = try run()
    #expect(configured.status == 2)
    #expect(
      configured.error.contains("can't be compared with its source content/en/linked.md")
        || configured.output.contains("can't be compared with its source content/en/linked.md"))
    #expect(!configured.output.contains("linked.md:3"))
    let named = try run("--no-config", "--source=content/en", "content/it")
    #expect(named.status == 2 && !named.output.contains("linked.md:3"))
  }

  @Test func `A source that can't be read is told with its path`() throws {
    try FileManager.default.removeItem(atPath: folder.path("content/en/hub.md"))
    try folder.makeFolder("content/en/hub.md")
    let run = try run("--source=content/en", "content/it")
    #expect(run.status == 2)
    #expect(
      (run.output + run.error).contains("can't be compared with its source content/en/hub.md"))
  }

  // MARK: Which version

  @Test func `Without git, what lies there is the source`() throws {
    #expect(
      try versions("--source=content/en", "content/it")
        == "Sources: 1 page compared, 1 with the source given.")
    let hash = "---\nms.openlocfilehash: \(String(repeating: "0", count: 40))\n---\n"
    try folder.write("content/it/hub.md", Self.page("lidd.md", head: hash))
    #expect(
      try versions("--source=content/en", "content/it")
        == "Sources: 1 page compared, 1 with that of today. Of them 1 names a version that was not "
        + "found.")
  }

  @Test(arguments: ["\n", "\r\n"])
  func `A hash is that of the bytes, with the ends of lines or the others`(_ end: String) throws {
    try folder.write("content/en/hub.md", Self.source.replacing("\n", with: end))
    for hashed in ["\n", "\r\n"] {
      let source = Self.source.replacing("\n", with: hashed)
      try folder.write("hashed.txt", source)
      let sum = try Executable.run(
        ["hashed.txt"], as: try #require(Executable.find("sha1sum")), in: folder.path)
      let head = "---\nms.openlocfilehash: \(sum.output.prefix(40))\n---\n"
      try folder.write("content/it/hub.md", Self.page("lidd.md", head: head))
      #expect(
        try versions("--source=content/en", "content/it")
          == "Sources: 1 page compared, 1 with the version that they name.")
    }
  }

  @Test func `A commit that a page names is asked of git`() throws {
    let pin = try commit()
    try folder.write(
      "content/it/hub.md",
      Self.page("lidd.md", head: "---\ndefault_lang_commit: \(pin) # patched\n---\n"))
    try folder.write("content/en/hub.md", "# The hub\n\nOther\n\nMore\n\n" + Self.source)
    try commit()
    try folder.write("loclint.yml", Self.templates)
    #expect(try found() == ["content/it/hub.md:6 changed-link-target]"])
    #expect(
      try versions() == "Sources: 1 page compared, 1 with the version that they name.")
    #expect(
      try run("--select=links").output.contains("content/en/hub.md:3:16 at \(pin.prefix(12))"))
    let json = try run("--select=links", "--format=jsonl").output
    #expect(json.contains("\"comparedWith\":{\"path\":\"content/en/hub.md\""))
    #expect(json.contains("\"version\":\"pin\",\"revision\":\"\(pin)\""))
    #expect(json.contains("\"sourceVersions\":{\"pin\":1,\"given\":0,\"commit\":0,\"today\":0}"))
    let sarif = try run("--select=links", "--format=sarif").output
    #expect(sarif.contains("\"loclint/sourceRevision\": \"\(pin)\""))
    #expect(
      try versions("--source-at=today") == "Sources: 1 page compared, 1 with that of today.")
    #expect(
      try versions("--source-at=given") == "Sources: 1 page compared, 1 with the source given.")
  }

  @Test func `Of a commit the file of that name counts, and no link or folder`() throws {
    try folder.write("content/en/deep/hub/lid.md", Self.source)
    try folder.write("content/en/deep/hub.md/lid.md", Self.source)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("content/en/deep/link.md"), withDestinationPath: "hub/lid.md")
    let pin = try commit()
    try FileManager.default.removeItem(atPath: folder.path("content/en/deep/hub.md"))
    try FileManager.default.removeItem(atPath: folder.path("content/en/deep/link.md"))
    for path in ["hub/lid", "hub", "link"] {
      try folder.write("content/en/deep/\(path).md", "# The hub\n\nMore\n\n" + Self.source)
      try folder.write(
        "content/it/deep/\(path).md",
        Self.page("lidd.md", head: "---\ndefault_lang_commit: \(pin)\n---\n"))
    }
    let run = try run("--source=content/en", "--format=jsonl", "content/it/deep")
    #expect(run.output.contains("\"sourceVersions\":{\"pin\":1,"), "\(run.output)")
  }

  @Test func `Folders of a name with a locale are told apart, and one inside them may be given`()
    throws
  {
    try folder.write("hive.en/help/hub.md", Self.source)
    try folder.write("hive.de-DE/help/hub.md", Self.page("lidd.md"))
    for words in [["."], ["help"], ["help/hub.md"]] {
      let run = try Executable.run(
        ["--source=../hive.en", "--format=csv-pages"] + words, in: folder.path("hive.de-DE"))
      #expect(run.output.contains("help/hub.md\",\"de-DE\""), "\(words): \(run.output)")
    }
    #expect(
      try found("--source=../hive.en", "help", in: "hive.de-DE") == [
        "help/hub.md:3 changed-link-target]"
      ])
  }

  @Test func `A page without a pin is compared with the source of its last commit`() throws {
    try commit()
    try folder.write("content/en/hub.md", "# The hub\n\nOther\n\n" + Self.source)
    try commit()
    try folder.write("loclint.yml", Self.templates)
    #expect(try found() == ["content/it/hub.md:3 changed-link-target]"])
    #expect(
      try versions() == "Sources: 1 page compared, 1 with that of their last commit.")
    // One that git does not know.
    let pin = String(repeating: "0", count: 40)
    try folder.write(
      "content/it/hub.md", Self.page("lidd.md", head: "---\nsource-git-commit: \(pin)\n---\n"))
    try commit()
    #expect(
      try versions()
        == "Sources: 1 page compared, 1 with that of their last commit. Of them 1 names a version "
        + "that was not found.")
  }

  @Test func `A page that was changed since its last commit is compared with today's source`()
    throws
  {
    try commit()
    try folder.write("content/en/hub.md", "# The hub\n\nOther\n\n" + Self.source)
    try commit()
    try folder.write("content/it/hub.md", Self.page("lidd.md") + "\nAltro.\n")
    try folder.write("loclint.yml", Self.templates)
    #expect(try versions() == "Sources: 1 page compared, 1 with that of today.")
  }

  @Test func `Of a history that is cut off the oldest commit says nothing of a page`() throws {
    try folder.write("loclint.yml", Self.templates)
    try commit()
    try folder.write("content/en/hub.md", "# The hub\n\nOther\n\n" + Self.source)
    try commit()
    let other = try TemporaryFolder()
    try git("clone -q --depth 1 file://\(folder.path) \(other.path)/clone")
    let run = try Executable.run(["--select=links"], in: other.path("clone"))
    #expect(run.output.contains("Sources: 1 page compared, 1 with that of today."))
  }

  @Test func `A stale page tells in how many commits its source has changed`() throws {
    let pin = try commit()
    for number in 1...3 {
      try folder.write("content/en/hub.md", Self.source + "\nMore \(number).\n")
      try commit()
    }
    try folder.write("other.txt", "")
    try commit()
    try folder.write("loclint.yml", Self.templates)
    for name in [pin, String(pin.prefix(9))] {
      try folder.write(
        "content/it/hub.md", Self.page("lid.md", head: "---\ndefault_lang_commit: \(name)\n---\n"))
      let output = try run("--select=stale-translation", "--format=jsonl").output
      #expect(output.contains("'1' of its blocks are new, with '2' words"))
      #expect(output.contains("in '3' commits"))
    }
  }

  @Test func `A source that was renamed since is found where the version has it`() throws {
    let pin = try commit()
    try folder.write("hashed.txt", Self.source)
    let sum = try Executable.run(
      ["hashed.txt"], as: try #require(Executable.find("sha1sum")), in: folder.path)
    try folder.write("content/en/hub.md", Self.source + "\nMore.\n")
    try commit()
    for (former, name) in [("hub", "nest"), ("nest", "deep/lid")] {
      let source = try #require(folder.read("content/en/\(former).md"))
      try FileManager.default.removeItem(atPath: folder.path("content/en/\(former).md"))
      try folder.write("content/en/\(name).md", source)
      try commit()
    }
    try FileManager.default.removeItem(atPath: folder.path("content/it/hub.md"))
    try folder.write("loclint.yml", Self.templates)
    for key in [
      "l10n.sourceCommit: \(pin)", "default_lang_commit: \(pin.prefix(9))",
      "ms.openlocfilehash: \(sum.output.prefix(40))",
    ] {
      try folder.write("content/it/deep/lid.md", Self.page("lidd.md", head: "---\n\(key)\n---\n"))
      #expect(
        try versions() == "Sources: 1 page compared, 1 with the version that they name.")
      #expect(
        try run("--select=links").output.contains("content/en/hub.md:3:16 at \(pin.prefix(9))"))
      #expect(
        try run("--select=stale-translation", "--format=jsonl").output.contains("in '3' commits"))
    }
  }

  @Test func `A source that was renamed after its page is found where the page's commit has it`()
    throws
  {
    try commit()
    try folder.write("content/it/lid.md", Self.page("lidd.md"))
    try commit()
    try folder.write("content/en/lid.md", Self.source + "\nMore.\n")
    try FileManager.default.removeItem(atPath: folder.path("content/en/hub.md"))
    try commit()
    try folder.write("loclint.yml", Self.templates)
    #expect(
      try versions("content/it/lid.md")
        == "Sources: 1 page compared, 1 with that of their last commit.")
  }

  @Test func `A hash is looked for in the history of the source`() throws {
    try commit()
    try folder.write("content/en/hub.md", Self.source + "\nMore.\n")
    try commit()
    try folder.write("hashed.txt", Self.source)
    let sum = try Executable.run(
      ["hashed.txt"], as: try #require(Executable.find("sha1sum")), in: folder.path)
    let hash = "ms.openlocfilehash: \(sum.output.prefix(40))\n"
    try folder.write("content/it/hub.md", Self.page("lid.md", head: "---\n\(hash)---\n"))
    try folder.write("loclint.yml", Self.templates)
    #expect(
      try versions() == "Sources: 1 page compared, 1 with the version that they name.")
    #expect(
      try run("--select=stale-translation", "--format=jsonl").output.contains("in '1' commits"))
    // A commit that has another file than the hash names says nothing.
    let head = try commit()
    try folder.write(
      "content/it/hub.md",
      Self.page("lid.md", head: "---\n\(hash)ms.sourcegitcommit: \(head)\n---\n"))
    #expect(
      try versions() == "Sources: 1 page compared, 1 with the version that they name.")
  }

  @Test func `The folder that stands where sources have another one tells the locale`() throws {
    func locale(_ words: String...) throws -> String? {
      let run = try Executable.run(["--format=csv-pages"] + words, in: folder.path)
      return run.output.split(whereSeparator: \.isNewline).dropFirst().first?.split(separator: ",")[
        1
      ]
      .description
    }
    #expect(try locale("--source=content/en", "content/it") == "\"it\"")
    #expect(try locale("--source=content/en", "content") == "\"it\"")
    #expect(try locale("--source=content/en", "content/it/hub.md") == "\"it\"")
    try folder.write(
      "content/it/hub.md", Self.page("lid.md", head: "---\nms.contentlocale: it-ch\n---\n"))
    #expect(try locale("--source=content/en", "content/it") == "\"it-CH\"")
  }

  @Test(
    arguments: [
      ("docs", "docs/nl"), ("src/content/docs", "src/content/docs/nl"),
      ("docs", "i18n/nl/docusaurus-plugin-content-docs/current"),
    ])
  func `A locale's folder among the sources or deep in its own tells the locale`(
    source: String, pages: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("\(source)/a.md", "See [it](/en/b).\n\nOpen [the lid](lid.md).\n")
    try folder.write("\(pages)/a.md", "Zie [dit](/nl/b).\n\nOpen [het deksel](lidd.md).\n")
    let run = try Executable.run(["--source=\(source)", pages, "--format=csv"], in: folder.path)
    #expect(run.output.contains("a.md\",\"3\",\"19\",\"nl\""), "\(run.output)")
  }

  @Test func `A page of MDX without a source is a plain file`() throws {
    try folder.write("content/it/other.mdx", Self.page("x.md"))
    try folder.write("loclint.yml", Self.templates)
    let run = try run("--fail-on=never")
    #expect(run.status == 0 && run.output.contains("and 1 plain file"))
  }

  @Test func `Keys of a team's own name versions`() throws {
    let pin = try commit()
    try folder.write("content/en/hub.md", "Other\n")
    try commit()
    try folder.write(
      "content/it/hub.md", Self.page("lidd.md", head: "---\ntranslation:\n  of: '\(pin)'\n---\n"))
    try folder.write("loclint.yml", Self.templates + "source-pins: {translation.of: commit}\n")
    #expect(try found() == ["content/it/hub.md:7 changed-link-target]"])
    let stale = try run("--select=stale-translation", "--format=csv").output
    #expect(stale.contains("content/it/hub.md"), "\(stale)")
    #expect(stale.contains("\"3\",\"8\""), "\(stale)")
  }

  @Test func `A pair is looked at when either half has changed`() throws {
    try folder.write("content/it/other.md", Self.page("lidd.md"))
    try folder.write("content/en/other.md", Self.source)
    try folder.write("loclint.yml", Self.templates)
    try commit()
    #expect(try found("--changed-since=HEAD") == [])
    try folder.write("content/en/hub.md", Self.source + "\nMore.\n")
    #expect(try found("--changed-since=HEAD") == ["content/it/hub.md:3 changed-link-target]"])
    try folder.write("content/it/other.md", Self.page("liddd.md"))
    #expect(
      try found("--changed-since=HEAD") == [
        "content/it/hub.md:3 changed-link-target]", "content/it/other.md:3 changed-link-target]",
      ])
  }

  // MARK: The same tooling

  @Test func `A baseline knows a finding again when the page has changed`() throws {
    try folder.write("loclint.yml", Self.templates)
    _ = try run("--select=links", "--write-baseline=known.txt", ".")
    #expect(folder.read("known.txt")?.contains("the-hub/1") == true)
    for (name, text) in [("en", Self.source), ("it", Self.page("lidd.md"))] {
      try folder.write("content/\(name)/hub.md", "# Zero {#zero}\n\nZero\n\n" + text)
    }
    #expect(try found("--baseline=known.txt") == [])
  }

  @Test func `Comments and dismissals keep findings back by their key`() throws {
    try folder.write("loclint.yml", Self.templates + "dismissed: left.txt\n")
    let dismissal = try run(
      "dismiss", "content/it/hub.md:3", "changed-link-target", "--reason=moved")
    #expect(dismissal.status == 0, "\(dismissal.error)")
    #expect(try found() == [])
    try FileManager.default.removeItem(atPath: folder.path("left.txt"))
    try folder.write("left.txt", "")
    try folder.write(
      "content/it/hub.md",
      "<!-- loclint-disable-segment the-hub/1 changed-link-target: moved -->\n\n"
        + Self.page("lidd.md"))
    #expect(try run("--select=links").output.contains("suppressed"))
  }

  @Test func `A fix changes the page and not its source`() throws {
    try folder.write("loclint.yml", Self.templates)
    #expect(try run("--fix", "--select=links").status == 0)
    #expect(folder.read("content/it/hub.md") == Self.page("lid.md"))
    #expect(folder.read("content/en/hub.md") == Self.source)
  }

  @Test func `Segments are listed with the places of their sources`() throws {
    let run = try run("segments", "--source=content/en", "content/it")
    #expect(
      run.output.split(separator: "\n").map { $0.split(separator: "\t").dropFirst() } == [
        ["the-hub", "2", "7", "2", "9", "content/en/hub.md"],
        ["the-hub/1", "9", "38", "11", "34", "content/en/hub.md"],
        ["the-hub/2", "40", "59", "36", "52", "content/en/hub.md"],
      ], "\(run.output)")
  }

  @Test func `A workspace lints and mends a pair`() throws {
    try folder.write("loclint.yml", Self.templates)
    let workspace = try Workspace(at: folder.path)
    let bytes = Array(Self.page("lidd.md").utf8)
    let report = try #require(workspace.lint(bytes, of: "content/it/hub.md"))
    #expect(report.source?.version == .given)
    #expect(report.findings.count == 1)
    #expect(
      workspace.mended(bytes, of: "content/it/hub.md", upTo: .safe)
        == Array(Self.page("lid.md").utf8))
  }

  @Test func `The samples have the fault that they have on purpose`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: "\(Checkout.root)/Samples.pairs", toPath: folder.path("pairs"))
    let run = try Executable.run(
      ["--quiet", "--select=changed-link-target"], in: folder.path("pairs"))
    #expect(
      run.output.hasPrefix("content/it/hub.md:28:")
        && run.output.split(separator: "\n").count == 1, "\(run.output)")
  }

  // MARK: A first configuration

  @Test(
    arguments: [
      ("content/en/a.md", "content/it/a.md", "content/{locale}/{path}", "hugo"),
      (
        "docs/b/a.md", "i18n/it/docusaurus-plugin-content-docs/current/b/a.md",
        "i18n/{locale}/docusaurus-plugin-content-docs/current/{path}", "docusaurus"
      ),
      ("docs/b/a.md", "docs/it/b/a.md", "docs/{locale}/{path}", "vitepress"),
      (
        "src/content/docs/a.mdx", "src/content/docs/it/a.mdx", "src/content/docs/{locale}/{path}",
        "starlight"
      ),
      ("docs/a.md", "docs/a.it.md", "docs/{name}.{locale}.md", "hugo"),
      ("docs/b/a.en.md", "docs/b/a.it.md", "docs/b/{name}.{locale}.md", "hugo"),
      ("files/en-us/a/index.md", "files/it/a/index.md", "files/{locale}/{path}", "mdn"),
      (
        "website/docs/b/a.md",
        "website/i18n/it/docusaurus-plugin-content-docs/current/b/a.md",
        "website/i18n/{locale}/docusaurus-plugin-content-docs/current/{path}", "docusaurus"
      ),
      ("book/src/a.md", "book/it/src/a.md", "book/{locale}/src/{path}", "mdbook"),
      (
        "site/content/en/a.md", "site/content/it/a.md", "site/content/{locale}/{path}", "hugo"
      ),
    ])
  func `init recognises layouts`(
    _ source: String, _ page: String, _ template: String, _ site: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(source, Self.source)
    try folder.write(page, Self.page("lidd.md"))
    let first = try Executable.run(["init"], in: folder.path)
    #expect(first.status == 0 && first.output.contains(template), "\(first.output)")
    let written = try #require(folder.read("loclint.yml"))
    #expect(written.contains("\nsite: \(site)\n"), "\(written)")
    let run = try Executable.run(["--quiet", "--select=links"], in: folder.path)
    #expect(run.output.hasPrefix("\(page):3:"), "\(run.output)\(run.error)")
  }

  @Test func `init writes all sites of a repository that are kept alike`() throws {
    let folder = try TemporaryFolder()
    let sites = (1...12).map { "site\($0 < 10 ? "0" : "")\($0)" }
    for site in sites {
      try folder.write("\(site)/content/en/a.md", Self.source)
      try folder.write("\(site)/content/it/a.md", Self.page("lidd.md"))
    }
    try folder.write("other/content/a.md", Self.source)
    let first = try Executable.run(["init"], in: folder.path)
    let written = try #require(folder.read("loclint.yml"))
    for site in sites {
      #expect(first.output.contains("Pages at \(site)/content/{locale}/{path}"), "\(first.output)")
      #expect(written.contains("target: \"\(site)/content/{locale}/{path}\""), "\(written)")
    }
    #expect(!written.contains("other/"), "\(written)")
    let run = try Executable.run(["--quiet", "--select=links"], in: folder.path)
    let found = run.output.split(separator: "\n").filter { $0.contains("/content/it/a.md:3:") }
    #expect(found.count == 12, "\(run.output)\(run.error)")
  }

  @Test func `init tells the site of a folder above the pages`() throws {
    let folder = try TemporaryFolder()
    try folder.write("web/mkdocs.yml", "site_name: Hive\n")
    for name in ["a", "b/c"] {
      try folder.write("web/docs/\(name).en.md", Self.source)
      try folder.write("web/docs/\(name).it.md", Self.page("lid.md"))
    }
    _ = try Executable.run(["init"], in: folder.path)
    #expect(folder.read("loclint.yml")?.contains("\nsite: mkdocs\n") == true)
  }

  @Test(arguments: [("exl-id: 3f1", "adobe"), ("ms.author: mia", "microsoft")])
  func `init tells how pages whose sources are elsewhere are checked`(
    _ key: String, _ site: String
  ) throws {
    let folder = try TemporaryFolder()
    let pin = site == "adobe" ? "source-git-commit" : "ms.sourcegitcommit"
    try folder.write(
      "help/a.md",
      "---\n\(key)\n\(pin): 0123456789012345678901234567890123456789\n---\n# Uno\n")
    let run = try Executable.run(["init"], in: folder.path)
    #expect(run.status == 0 && run.output.contains("loclint --source FOLDER"), "\(run.output)")
    let written = try #require(folder.read("loclint.yml"))
    #expect(written.contains("\nsite: \(site)\n"), "\(written)")
    #expect(!written.contains("\nsource:"), "\(written)")
  }

  // MARK: Fixes that must not go wrong

  /// What a page looks like when all safe fixes are made.
  private func mended(_ page: String, _ source: String, _ words: String...) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("en/a.md", source)
    try folder.write("it/a.md", page)
    let run = try Executable.run(
      ["--fix", "--source=en", "--site=hugo", "--quiet"] + words + ["it"], in: folder.path)
    #expect(run.status != 2, "\(run.error)")
    return try #require(folder.read("it/a.md"))
  }

  @Test func `Anchors of other headings stay where they are`() throws {
    // The second section is missing and the last one stands twice, so that the sequences are equal.
    let source = "# Hive\n\n## Open lid\n\nA.\n\n## Close lid\n\nB.\n\n## Clean lid\n\nC.\n"
    let page =
      "# Alveare\n\n## Apri {#open-lid}\n\nA.\n\n## Pulisci {#clean-lid}\n\nC.\n\n"
      + "## Pulisci ancora {#clean-again}\n\nC.\n"
    #expect(try mended(page, source).contains("## Pulisci {#clean-lid}"))
  }

  @Test func `An anchor without its brace is closed, and not put in twice`() throws {
    #expect(
      try mended("## Spia {#lamp\n\nA.\n", "## Lamp {#lamp}\n\nA.\n")
        == "## Spia {#lamp}\n\nA.\n")
  }

  @Test func `Where a mark of code is lost no space is put into code`() throws {
    let page = "Apri `lid, `lamp`e `hive`ora.\n"
    #expect(
      try mended(page, "Open `lid`, `lamp` and `hive` now.\n", "--select=missing-space-at-markup")
        == page)
  }

  @Test func `A fragment that the page does not have is put nowhere`() throws {
    let page = "# Alveare\n\n[Apri](#aprire-il-coperchioo)\n\n## Aprire il coperchio\n\nA.\n"
    let source = "# Hive\n\n[Open](#open-lid)\n\n## Open lid\n\nA.\n"
    #expect(try mended(page, source, "--select=changed-link-target") == page)
  }

  /// What is found about links of a Dutch page that has another one beside it.
  private func sections(_ source: String, _ page: String) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("en/docs/a.md", source)
    try folder.write("nl/docs/a.md", page)
    try folder.write("en/docs/b.md", "# B\n\n## Examples\n\nA.\n\n## Wax\n\nB.\n")
    try folder.write("nl/docs/b.md", "# B\n\n## Voorbeelden\n\nA.\n\n## Bijenwas {#wax}\n\nB.\n")
    return try Executable.run(
      ["--quiet", "--source=en", "--select=changed-link-target", "nl"], in: folder.path
    ).output
  }

  @Test(
    arguments: [
      ("b.md#examples", "b.md#voorbeelden"), ("/docs/b/#examples", "/nl/docs/b/#voorbeelden"),
      ("./b.md#examples", "./b.md#wax"),
    ])
  func `A link to a section that the other page has is no fault`(right: String, own: String) throws
  {
    #expect(try sections("See [it](\(right)).\n", "Zie [dit](\(own)).\n") == "")
  }

  @Test(
    arguments: [
      ("b.md#wax", "b.md#bijenwas"), ("/docs/b/#wax", "/nl/docs/b/#bijenwas"),
      ("b.md#examples", "b.md#voorbeeldjes"),
    ])
  func `A link to a section that the other page lacks is a fault`(right: String, own: String) throws
  {
    #expect(
      try sections("See [it](\(right)).\n", "Zie [dit](\(own)).\n")
        .contains("nl/docs/a.md:1:11: error:"))
  }

  @Test func `A link to the other one of two sections is a fault`() throws {
    let source = "See [it](b.md#wax) or [that](c.md#lid).\n\nSee [more](c.md#bees).\n"
    #expect(
      try sections(source, "Zie [dit](b.md#wax) of [dat](c.md#lid).\n\nZie [meer](c.md#lid).\n")
        .contains("nl/docs/a.md:3:12: error:"))
  }

  @Test func `Where no page is known a section's name tells by the other ones`() throws {
    let source = "See [it](x.md#wax) or [that](x.md#lid).\n\nSee [more](x.md#bees).\n"
    let kept = "Zie [dit](x.md#wax) of [dat](x.md#lid).\n\nZie [meer](x.md#bijen).\n"
    #expect(try sections(source, kept).contains("nl/docs/a.md:3:12: error:"))
    let own = "Zie [dit](x.md#was) of [dat](x.md#deksel).\n\nZie [meer](x.md#bijen).\n"
    #expect(try sections(source, own) == "")
  }

  @Test func `No page outside the locale's folder is read for its sections`() throws {
    let folder = try TemporaryFolder()
    try folder.write("en/a.md", "See [it](../b.md#wax).\n")
    try folder.write("nl/a.md", "Zie [dit](../b.md#bijenwas).\n")
    try folder.write("b.md", "## Wax\n\nA.\n")
    let run = try Executable.run(
      ["--quiet", "--source=en", "--select=changed-link-target", "nl"], in: folder.path)
    #expect(run.output == "", "\(run.output)")
  }

  @Test func `A title needs no anchor where the other headings have some`() throws {
    let folder = try TemporaryFolder()
    try folder.write("en/a.md", "# Hive\n\n## Lid\n\nA.\n\n## Lamp\n\nB.\n")
    try folder.write("it/a.md", "# Arnia\n\n## Coperchio {#lid}\n\nA.\n\n## Spia {#lamp}\n\nB.\n")
    let run = try Executable.run(
      ["--quiet", "--source=en", "--select=changed-heading-anchor", "it"], in: folder.path)
    #expect(run.output == "", "\(run.output)")
  }
}
