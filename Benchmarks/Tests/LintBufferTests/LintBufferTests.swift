import LintCore
import LintWorkspace
import TestSupport
import Testing

@testable import lint_buffer

/// What the article about the library shows is compiled, and does what it says.
@Suite struct LintBufferTests {
  private static let page = """
    <span data-ttu-id="28c26-103">Leggi la [guida](panel.md).</span><span class="sxs-lookup">\
    <span data-stu-id="28c26-103">Read the [guide](guide.md).</span></span>

    """

  @Test func `A text that nobody has saved is linted`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder(".git")
    try folder.write("loclint.yml", "select: [changed-link-target]\nexclude: [drafts]\n")
    let workspace = try Workspace(at: folder.path)
    let found = diagnostics(of: Self.page, at: "docs/it-it/new.md", in: workspace)
    let one = try #require(found.first)
    #expect(found.count == 1 && one.rule == "changed-link-target" && one.severity == "error")
    #expect(one.start.line == 0 && one.end.character - one.start.character == "panel.md".count)
    #expect(one.edits == [Diagnostic.Edit(start: one.start, end: one.end, text: "guide.md")])
    #expect(diagnostics(of: Self.page, at: "drafts/it-it/new.md", in: workspace).isEmpty)
    #expect(diagnostics(of: Self.page, at: "docs/it-it/new.c", in: workspace).isEmpty)
  }

  @Test func `The article shows the example as it is`() throws {
    let article = try Checkout.text(of: "docs/lintkit.md")
    let example = try Checkout.text(of: "Benchmarks/LintBuffer/LintBuffer.swift")
    #expect(article.contains("```swift\n\(example)```\n"))
  }

  /// What the article names is there for others: a target of another package sees nothing else.
  @Test func `The article names what the example or the library has`() throws {
    let article = try Checkout.text(of: "docs/lintkit.md")
    for name in ["Workspace", "FileReport", "PlacedFinding", "RuleInfo", "AllReporters"] {
      #expect(article.contains("`\(name)`"))
    }
  }
}
