import LintCore
import LintText
import Testing

@Suite struct LocaleTagTests {
  @Test(arguments: [
    ("it-it", "it-IT"), ("IT", "it"), ("zh-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"),
    ("sr-Latn-RS", "sr-Latn-RS"), ("de-1996", "de-1996"), ("ca-ES-valencia", "ca-ES-valencia"),
    ("zh-yue-HK", "zh-HK-yue"), ("en-US-u-ca-buddhist", "en-US-u-ca-buddhist"),
    ("en-x-private", "en-x-private"), ("ast", "ast"), ("de-a-bbb-x-c", "de-a-bbb-x-c"),
  ])
  func wellFormed(_ tag: String, _ description: String) throws {
    #expect(try #require(LocaleTag(tag)).description == description)
  }

  @Test(arguments: [
    "", "i", "italiano", "it_IT", "it-", "-it", "it--IT", "it-I", "it-IT-x", "it-ITA-toolongpart9",
    "it IT", "1t", "it-è", "en-u", "x-private", "it-IT-a",
  ])
  func illFormed(_ tag: String) {
    #expect(LocaleTag(tag) == nil)
  }

  @Test(arguments: [
    ("docs/it-it/a.md", ["it-IT"]), ("docs.ru-ru/x/a.md", ["ru-RU"]), ("how-to/a.md", []),
    ("it/a.md", []), ("zh-hans/pt-br/a.md", ["zh-Hans", "pt-BR"]), ("no-op/a.md", []),
    ("it-it.md", []), ("zh-Hant-TW/a.md", ["zh-Hant-TW"]),
  ])
  func inPath(_ path: String, _ tags: [String]) {
    #expect(
      LocaleExpectation(path: path, configured: nil).inPath.map(\.description) == tags)
  }
}
