import LintCore
import LintText
import Testing

@testable import Markdown

/// Where links lead in a tree of files.
@Suite struct RelativeLinkTests {
  private func link(_ text: String) -> RelativeLink? { RelativeLink(text.utf8Span.span) }

  @Test(arguments: [
    "https://example.org/a.md", "mailto:a@example.org", "xref:a", "/", "//example.org",
    "{{< a >}}",
    "a|b", "%1", "@hive/a.md", "~/", "@site/", "a\\b.md", "", "?a=1", ".", "ENGLISH_URL", "%2Fa",
    "a%00.md",
    "lid-hub@example.org",
  ])
  func `What can't be looked up is no relative link`(_ text: String) {
    #expect(link(text) == nil)
  }

  @Test func `Path and fragment are taken apart and decoded`() throws {
    let found = try #require(link("../a%20b/./c.md?view=1#d%C3%A9"))
    #expect(found.path == ["..", "a b", "c.md"] && found.fragment == "dé")
    #expect(try #require(link("#a")).isInPage)
    #expect(try #require(link("~/a/b.md")).path == ["a", "b.md"])
    #expect(try #require(link("@site/a/b.md")).path == ["a", "b.md"])
    #expect(try #require(link("/a/b/?view=1#c")).path == ["a", "b"])
    #expect(try #require(link("README")).path == ["README"])
    #expect(link(String(repeating: "a", count: 2000)) == nil)
  }

  private static let files = ListedFiles([
    "docs/it/guide/lid.md", "docs/it/guide/_index.md", "docs/it/lamp.it.md", "docs/it/guide/a.png",
    "docs/it/page.md", "docs/en/guide/only.md", "docs/en/page.md", "docs/en/img/b.png",
    "docs/en/hive/lamp.md", "static/img/logo.svg", "guide/root.md",
  ])

  private func leads(_ text: String, from path: String = "docs/it/page.md", source: String? = nil)
    throws -> String
  {
    switch LinkedPath(
      try #require(link(text)), from: PagePlace(path, source: source, in: Self.files))
    {
    case .page(let path, _): path
    case .fallback(let path, _): "source for \(path)"
    case .missing(let paths):
      "missing "
        + paths.map { "\($0.path)\($0.way == .address ? " by address" : "")" }
        .joined(separator: ", ")
    case .unknown: "unknown"
    case .lost: "lost"
    case .file: "file"
    }
  }

  @Test func `A page is found in all forms that sites have`() throws {
    for form in ["guide/lid.md", "guide/LID.md", "guide/lid", "guide/lid/", "guide/lid.html"] {
      #expect(try leads(form).lowercased() == "docs/it/guide/lid.md", "\(form)")
    }
    #expect(try leads("guide/") == "docs/it/guide/_index.md")
    // By the address of a page that is a folder on its site.
    #expect(try leads("../guide/lid/") == "docs/it/guide/lid.md")
    #expect(try leads("~/docs/it/guide/lid.md") == "docs/it/guide/lid.md")
    #expect(try leads("~/it/guide/lid.md") == "docs/it/guide/lid.md")
    #expect(try leads("lamp.md", from: "docs/it/page.it.md") == "docs/it/lamp.it.md")
  }

  @Test func `What is not there is missing where its folder is there`() throws {
    #expect(try leads("guide/old.md") == "missing docs/it/guide/old.md")
    #expect(try leads("hive/old.md") == "unknown")
    #expect(try leads("../../../../../../old.md") == "unknown")
    #expect(try leads("guide/b.png") == "unknown" && leads("guide/a.png") == "file")
  }

  @Test func `Addresses are seen from the page's folder or from its own address`() throws {
    #expect(
      try leads("old/", from: "docs/it/guide/lid.md") == "missing docs/it/guide/old")
    #expect(
      try leads("../old/", from: "docs/it/guide/lid.md")
        == "missing docs/it/old, docs/it/guide/old by address")
    // Both are the same.
    #expect(try leads("../old/", from: "docs/it/guide/_index.md") == "missing docs/it/old")
    #expect(try leads("../old.md", from: "docs/it/guide/lid.md") == "missing docs/it/old.md")
  }

  @Test func `What the source has readers get`() throws {
    let source = "docs/en/page.md"
    #expect(try leads("guide/only.md", source: source) == "source for docs/it/guide/only.md")
    #expect(try leads("guide/old.md", source: source) == "missing docs/it/guide/old.md")
    #expect(try leads("hive/old.md", source: source) == "missing docs/it/hive/old.md")
    #expect(try leads("hive/lamp.md", source: source) == "source for docs/it/hive/lamp.md")
    #expect(try leads("img/b.png", source: source) == "file")
    #expect(try leads("img/c.png", source: source) == "missing docs/it/img/c.png")
    // The source's folder may be elsewhere, too.
    #expect(try leads("guide/old.md", source: "src/page.md") == "unknown")
  }

  @Test func `From a root a page is found in any folder above, or in its source`() throws {
    let source = "docs/en/page.md"
    #expect(try leads("/guide/lid/") == "docs/it/guide/lid.md")
    #expect(try leads("/it/guide/lid") == "docs/it/guide/lid.md")
    #expect(try leads("@site/docs/it/guide/lid.md") == "docs/it/guide/lid.md")
    #expect(try leads("/hive/lamp/", source: source) == "source for docs/it/hive/lamp")
    #expect(try leads("/it/hive/lamp/", source: source) == "source for docs/it/hive/lamp")
    #expect(try leads("/img/logo.svg") == "file")
    #expect(try leads("/guide/root/") == "guide/root.md")
    // Two folders have it.
    #expect(try leads("/guide/") == "unknown")
  }

  @Test func `From a root a page is missing where its folder is there`() throws {
    let source = "docs/en/page.md"
    #expect(try leads("/guide/old/") == "missing docs/it/guide/old")
    #expect(try leads("~/docs/it/guide/old.md") == "missing docs/it/guide/old.md")
    #expect(try leads("/hive/old/", source: source) == "missing docs/it/hive/old")
    #expect(try leads("/img/old.svg") == "missing static/img/old.svg")
    #expect(try leads("/guide/new/old/") == "lost")
    for other in ["/old/", "/dotnet/api/old", "/hive/old/", "/guide/feed.xml", "/../guide/old"] {
      #expect(try leads(other) == "unknown", "\(other)")
    }
  }

  @Test func `A reference is seen from the page's folder and from that of all content`() throws {
    func leads(_ text: String) throws -> String {
      let path = LinkedPath(
        ofReference: try #require(link(text)),
        from: PagePlace("docs/it/guide/lid.md", in: Self.files))
      return switch path {
      case .page(let path, _): path
      case .missing(let paths): "missing \(paths.map(\.path))"
      default: "unknown"
      }
    }
    #expect(try leads("lid.md") == "docs/it/guide/lid.md")
    #expect(try leads("guide/lid.md") == "docs/it/guide/lid.md")
    #expect(try leads("/guide/lid") == "docs/it/guide/lid.md")
    #expect(try leads("/guide/old.md") == "missing [\"docs/it/guide/old.md\"]")
    #expect(try leads("../old.md") == "missing [\"docs/it/old.md\"]")
    #expect(try leads("old.md") == "unknown" && leads("hive/old.md") == "unknown")
  }

  @Test func `Names are compared by letters and digits`() {
    func hash(_ text: String) -> UInt32? { PageNames.hash(text.utf8Span.span) }
    #expect(hash("The-Lid") == hash("the--lid") && hash("the-lid") != hash("the-lid-2"))
    #expect(hash("Ä-b") == hash("äb") && hash("-") == nil)
  }
}
