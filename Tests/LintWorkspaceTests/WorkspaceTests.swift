import Foundation
import LintCore
import LintText
import LintWorkspace
import TestSupport
import Testing

/// The library as an editor uses it: a folder is opened, and texts are linted that nobody has saved.
@Suite struct WorkspaceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder(".git")
    try folder.write(
      "loclint.yml",
      """
      locale: docs/{locale}
      select: [changed-link-target, replacement-character]
      exclude: ["*.draft.md"]
      severity: {changed-link-target: warning}
      overrides: [{files: docs/fr-fr, ignore: [changed-link-target]}]

      """)
    try folder.write("docs/it-it/saved.md", "\u{FFFD}\n")
    try folder.write("docs/it-it/later.draft.md", "\u{FFFD}\n")
  }

  private static let page = """
    <span data-ttu-id="28c26-103">Leggi la [guida](panel.md).</span><span class="sxs-lookup">\
    <span data-stu-id="28c26-103">Read the [guide](guide.md).</span></span>

    """

  private func rule(_ finding: PlacedFinding, _ workspace: Workspace) -> String {
    workspace.activeRules[finding.rule].info.id
  }

  @Test func textsAreLintedThatNobodyHasSaved() throws {
    let workspace = try Workspace(at: folder.path)
    let bytes = Array(Self.page.utf8)
    let report = try #require(workspace.lint(bytes, of: "docs/it-it/new.md"))
    #expect(report.path == "docs/it-it/new.md" && report.locale == "it-IT")
    let finding = try #require(report.findings.first)
    #expect(report.findings.count == 1)
    #expect(rule(finding, workspace) == "changed-link-target")
    #expect(finding.severity == .warning)
    #expect(String(decoding: bytes[finding.range.range], as: UTF8.self) == "panel.md")
    let edits = try #require(finding.fix?.fix.edits)
    #expect(edits.map { String(decoding: $0.replacement, as: UTF8.self) } == ["guide.md"])
    #expect(edits.map(\.range) == [finding.range])
    let mended = workspace.mended(bytes, of: "docs/it-it/new.md", upTo: .safe)
    #expect(String(decoding: mended, as: UTF8.self) == Self.page.replacing("panel", with: "guide"))
  }

  /// An absolute path, and one through a link, are the same page.
  @Test func whatHoldsForAPathIsAsked() throws {
    try folder.link("docs/linked", to: "fr-fr")
    try folder.makeFolder("docs/fr-fr")
    let workspace = try Workspace(at: folder.path("docs"))
    #expect(workspace.folder == folder.path("docs") && workspace.root == folder.path)
    for path in ["fr-fr/a.md", "linked/a.md", folder.path("docs/fr-fr/a.md")] {
      let report = try #require(workspace.lint(Array(Self.page.utf8), of: path))
      #expect(report.findings.isEmpty, "\(path)")
      #expect(report.repositoryPath == "docs/fr-fr/a.md" && report.locale == "fr-FR")
    }
    #expect(workspace.lint([], of: "picture.png") == nil)
  }

  @Test func pagesAreFound() throws {
    let workspace = try Workspace(at: folder.path)
    #expect(workspace.pages.map(\.repositoryPath) == ["docs/it-it/saved.md"])
    #expect(workspace.excludes("docs/it-it/later.draft.md"))
    #expect(!workspace.excludes("docs/it-it/saved.md"))
    let reports = workspace.pages.map { workspace.lint($0) }
    #expect(reports.map { rule($0.findings[0], workspace) } == ["replacement-character"])
  }

  @Test func mistakesHavePlaces() throws {
    try folder.write("loclint.yml", "select: [chnged-link-target]\n")
    let path = folder.path("loclint.yml")
    let error = #expect(throws: UsageError.self) { try Workspace(at: folder.path) }
    #expect(
      error?.description
        == "\(path):1:10: there is no rule 'chnged-link-target'; did you mean "
        + "'changed-link-target'?")
  }

  @Test func aFolderWithoutConfigurationHasTheDefault() throws {
    let plain = try TemporaryFolder()
    let workspace = try Workspace(at: plain.path)
    #expect(!workspace.rules.isEmpty && workspace.remarks.isEmpty)
    #expect(workspace.lint(Array("\u{FFFD}\n".utf8), of: "a.md")?.findings.count == 1)
  }

  @Test func aFolderThatIsNotThereIsRefused() {
    #expect(throws: UsageError.self) { try Workspace(at: folder.path("nowhere")) }
  }

  /// What the configuration says of findings counts in an editor as on the command line.
  @Test func baselineAndLimitsCount() throws {
    let second = Self.page.replacing("103", with: "104")
    let pages = Self.page + "\n" + second
    let bytes = Array(pages.utf8)
    #expect(
      try Workspace(at: folder.path).lint(bytes, of: "docs/it-it/new.md")?.findings.count == 2)
    let configuration = try #require(folder.read("loclint.yml"))
    try folder.write("known.txt", "changed-link-target\tdocs/it-it/new.md\t103\tpanel.md\t0\n")
    try folder.write("loclint.yml", configuration + "baseline: known.txt\n")
    let known = try Workspace(at: folder.path).lint(bytes, of: "docs/it-it/new.md")
    #expect(known?.findings.map(\.number) == ["104"])
    try folder.write("no.txt", "changed-link-target\tdocs/it-it/new.md\t104\tpanel.md\tso it is\n")
    try folder.write("loclint.yml", configuration + "baseline: known.txt\ndismissed: no.txt\n")
    let dismissed = try Workspace(at: folder.path)
    #expect(dismissed.lint(bytes, of: "docs/it-it/new.md")?.findings.isEmpty == true)
    #expect(dismissed.mended(bytes, of: "docs/it-it/new.md", upTo: .suggested) == bytes)

    try folder.write("loclint.yml", configuration + "max-findings-per-rule: 1\nmax-file-size: 1K\n")
    let limited = try Workspace(at: folder.path)
    let report = limited.lint(bytes, of: "docs/it-it/new.md")
    #expect(report?.findings.count == 1 && report?.unlisted.map(\.count) == [1])
    let mended = limited.mended(bytes, of: "docs/it-it/new.md", upTo: .safe)
    #expect(!String(decoding: mended, as: UTF8.self).contains("panel.md"))
    let large = limited.lint(Array(repeating: 0x20, count: 1025), of: "docs/it-it/new.md")
    guard case .unreadable("is larger than 1 KiB") = large?.outcome else {
      Issue.record("a text beyond the limit is linted")
      return
    }
  }

  @Test(
    arguments: [
      // What is left as it is keeps its line end.
      (
        "msgid \"Use :func:`lid.open` here\"\nmsgstr \"\"\n\"Usa :func:`coperchio.\"\n\"open` qui\"\n",
        "\"Usa :func:`lid.\"\n\"open` qui\"\n"
      ),
      // The signs and the letter of a conversion are put in once.
      (
        "#, python-format\nmsgid \"Open %(name)s now\"\nmsgstr \"Apri % (name)s ora\"\n",
        "msgstr \"Apri %(name)s ora\"\n"
      ),
      // The name of a role in another script.
      (
        "msgid \"See :func:`~lid.open` here\"\nmsgstr \"Смотри :функция:`~lid.open` тут\"\n",
        "msgstr \"Смотри :func:`~lid.open` тут\"\n"
      ),
      // Numbered placeholders and others are not mixed.
      (
        "#, c-format\nmsgid \"%s, line %d\"\nmsgstr \"%3$d: %1$s\"\n", "msgstr \"%3$d: %1$s\"\n"
      ),
      // The whole literal, and none of its parts.
      (
        "msgid \"As ``a[i] += f(x)``, ``a[i]`` and ``f(x)``\"\nmsgstr \"Come ``a[i] += f(x)`, ``a[i]`` e ``f(x)``\"\n",
        "msgstr \"Come ``a[i] += f(x)``, ``a[i]`` e ``f(x)``\"\n"
      ),
    ])
  func `Fixes of messages put in what is lost and nothing else`(entry: String, end: String) throws {
    let folder = try TemporaryFolder()
    let header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
    let workspace = try Workspace(at: folder.path)
    let mended = workspace.mended(Array((header + entry).utf8), of: "it.po", upTo: .safe)
    let text = String(decoding: mended, as: UTF8.self)
    #expect(text.hasSuffix(end), "\(text)")
  }
}
