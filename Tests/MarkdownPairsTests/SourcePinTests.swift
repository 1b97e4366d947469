import LintText
import Testing

@testable import MarkdownPairs

/// What a page says of its source's version.
@Suite struct SourcePinTests {
  private static let hash = "2b6f0cc904d137be2e1730235f5664094b831186"
  private static let long = String(repeating: "0123456789abcdef", count: 4)

  private func pins(_ page: String) -> [String] {
    SourcePin.read(Array(page.utf8).span, SourcePin.keys).map { "\($0.kind) \($0.name)" }
  }

  @Test func `Each key says what it names, and hashes come first`() {
    #expect(
      pins(
        """
        ---
        title: a
        ms.sourcegitcommit: \(Self.long)
        ms.openlocfilehash: \(Self.hash.uppercased())
        ---
        """) == ["hash \(Self.hash)", "commit \(Self.long)"])
    #expect(pins("---\nsource-git-commit: '\(Self.hash)'\n---\n") == ["commit \(Self.hash)"])
    #expect(pins("---\ni18n_source_sha: \"\(Self.hash)\"\n---\n") == ["blob \(Self.hash)"])
  }

  @Test func `A comment may follow, and a key may be one of a mapping`() {
    #expect(
      pins("---\r\ndefault_lang_commit: \(Self.hash) # patched\r\n---\r\n")
        == ["commit \(Self.hash)"])
    #expect(
      pins("---\nl10n:\n  sourceCommit: \(Self.hash)\n---\n") == ["commit \(Self.hash)"])
    #expect(pins("---\nother:\n  sourceCommit: \(Self.hash)\n---\n") == [])
    #expect(pins("+++\ndefault_lang_commit = \"\(Self.hash)\"\n+++\n") == ["commit \(Self.hash)"])
  }

  @Test(
    arguments: [
      "abcdef", hash + "0", hash + ":etc/passwd", "--help", "HEAD", hash + "^{tree}", "'; rm",
      hash.dropLast() + "g", "",
    ])
  func `Nothing but digits is a name`(_ value: String) {
    #expect(pins("---\nms.sourcegitcommit: \(value)\n---\n") == [])
  }

  @Test(
    arguments: [
      "ms.sourcegitcommit: \(hash)\n", "---\nms.sourcegitcommit: \(hash)\n",
      "---\n---\nms.sourcegitcommit: \(hash)\n", "",
    ])
  func `Only front matter that is closed names a version`(_ page: String) {
    #expect(pins(page) == [])
  }

  @Test func `A page's keys tell its site`() {
    func site(_ page: String) -> Site? { Site(of: Array(page.utf8).span) }
    #expect(site("---\ntitle: a\nms.date: 1\n---\n") == .microsoft)
    #expect(site("\u{FEFF}---\nexl-id: a\n---\n") == .adobe)
    #expect(site("---\ndefault_lang_commit: a\n---\n") == .hugo)
    #expect(site("---\ntitle: a\n---\nms.date: 1\n") == nil)
    #expect(Site(ofFolder: { $0 == "mkdocs.yml" }) == .mkdocs)
    #expect(Site(ofFolder: { _ in false }) == nil)
  }
}
