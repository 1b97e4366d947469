import LintCore
import LintText
import TestSupport
import Testing

/// The one answer to "which locale is this page?".
@Suite struct PageTests {
  private static let tags = ["de-DE", "fr-FR", "es-ES", "it-IT"].compactMap { LocaleTag($0) }

  /// Who speaks, by command line, configuration, page and path, and who is heard.
  @Test(arguments: [
    (true, true, true, true), (false, true, true, true), (false, false, true, true),
    (false, false, false, true), (false, false, false, false),
  ])
  func order(_ commandLine: Bool, _ configuration: Bool, _ page: Bool, _ path: Bool) {
    let told: Page.Statement? =
      commandLine
      ? Page.Statement(Self.tags[0], by: .commandLine)
      : configuration ? Page.Statement(Self.tags[1], by: .configuration) : nil
    let line = "28c26-101|Apri|Open\n"
    let document = LineFormat().read(
      Array((page ? "locale es-ES\n" : "").utf8) + Array(line.utf8),
      Page(path: path ? "docs/it-it/a.md" : "docs/a.md", told: told))
    let heard =
      commandLine
      ? Self.tags[0]
      : configuration ? Self.tags[1] : page ? Self.tags[2] : path ? Self.tags[3] : nil
    #expect(document.page.locale == heard)
    #expect(document.page.stated == (page ? Self.tags[2] : nil))
  }

  @Test(arguments: ["italiano!", "und", ""])
  func whatIsNoTagSaysNothing(_ stated: String) {
    let document = LineFormat().read(
      Array("locale \(stated)\n".utf8), Page(path: "docs/it-it/a.md"))
    #expect(document.page.stated == nil)
    #expect(document.page.statement?.origin == .path)
  }

  @Test(arguments: [
    ("iw-IL", "he"), ("zh-TW", "zh"), ("qps-ploc", ""), ("en-XA", ""), ("no", "nb"),
  ])
  func language(_ tag: String, _ language: String) throws {
    let told = Page.Statement(try #require(LocaleTag(tag)), by: .commandLine)
    let kind = PageKind(format: "", locale: Page(told: told).textLocale)
    #expect(kind.language == language)
  }

  /// Page and path, and what the text is held to.
  @Test(arguments: [
    ("fr-FR", "it-it", nil), ("fr-CA", "fr-fr", "fr-CA"), ("iw-IL", "he-il", "iw-IL"),
    ("it-IT", "es-es/it-it", "it-IT"), ("it-IT", "how-to", "it-IT"),
    ("zh-TW", "zh-cn", nil), ("zh-Hans", "zh-cn", "zh-Hans"), ("it-IT", "qps-ploc", nil),
  ])
  func dispute(_ stated: String, _ folder: String, _ held: String?) {
    let document = LineFormat().read(
      Array("locale \(stated)\n".utf8), Page(path: "docs/\(folder)/a.md"))
    #expect(document.page.textLocale?.description == held)
    #expect(document.page.locale?.description == stated)
  }
}
