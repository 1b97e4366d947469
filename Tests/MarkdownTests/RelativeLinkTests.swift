import LintCore
import LintText
import Testing

@testable import Markdown

/// Where links lead in a tree of files.
@Suite struct RelativeLinkTests {
  private func link(_ text: String) -> RelativeLink? { RelativeLink(text.utf8Span.span) }

  @Test(arguments: [
    "https://example.org/a.md", "mailto:a@example.org", "xref:a", "/a.md", "//example.org",
    "{{< a >}}",
    "a|b", "%1", "@site/a.md", "a\\b.md", "", "?a=1", ".", "ENGLISH_URL", "%2Fa", "a%00.md",
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
    #expect(try #require(link("README")).path == ["README"])
    #expect(link(String(repeating: "a", count: 2000)) == nil)
  }

  private static let files = ListedFiles([
    "docs/it/guide/lid.md", "docs/it/guide/_index.md", "docs/it/lamp.it.md", "docs/it/guide/a.png",
    "docs/it/page.md", "docs/en/guide/only.md", "docs/en/page.md",
  ])

  private func leads(_ text: String, from path: String = "docs/it/page.md", source: String? = nil)
    throws -> String
  {
    switch LinkedPath(
      try #require(link(text)), from: PagePlace(path, source: source, in: Self.files))
    {
    case .page(let path): path
    case .missing(let path): "missing \(path)"
    case .unknown: "unknown"
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

  @Test func `What the source has readers get`() throws {
    #expect(try leads("guide/only.md", source: "docs/en/page.md") == "unknown")
    #expect(try leads("guide/old.md", source: "docs/en/page.md") == "missing docs/it/guide/old.md")
    // The source's folder may be elsewhere, too.
    #expect(try leads("guide/old.md", source: "src/page.md") == "unknown")
  }

  @Test func `Names are compared by letters and digits`() {
    func hash(_ text: String) -> UInt32? { PageNames.hash(text.utf8Span.span) }
    #expect(hash("The-Lid") == hash("the--lid") && hash("the-lid") != hash("the-lid-2"))
    #expect(hash("Ä-b") == hash("äb") && hash("-") == nil)
  }
}
