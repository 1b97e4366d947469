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
    ("it-it.md", []), ("docs/pt_br/a.md", ["pt-BR"]), ("b+sr+Latn/a.md", ["sr-Latn"]),
    ("to_do/a.md", []), ("qps-ploc/a.md", ["qps-Ploc"]), ("en-xa/a.md", ["en-XA"]),
    ("zh-Hant-TW/a.md", ["zh-Hant-TW"]),
  ])
  func inPath(_ path: String, _ tags: [String]) {
    #expect(
      LocaleTag.inFolders(of: path).map(\.description) == tags)
  }

  @Test(arguments: [
    ("iw-IL", "he-IL"), ("in-ID", "id-ID"), ("no-NO", "nb-NO"), ("zh-Hans", "zh-CN"),
    ("zh-Hant", "zh-TW"), ("zh-Hans-CN", "zh-cn"), ("sr-Latn", "sr-Latn-RS"),
    ("sr-RS", "sr-Cyrl-RS"),
    ("sh", "sr-Latn"), ("az-Latn-AZ", "az-AZ"), ("tl-PH", "fil-PH"), ("sr-ME", "sr-Latn-ME"),
    ("cmn-Hans", "zh-CN"),
    ("zh-yue", "yue"),
  ])
  func namesOfOneLocale(_ one: String, _ other: String) throws {
    let (one, other) = try (#require(LocaleTag(one)), #require(LocaleTag(other)))
    #expect(one.isSame(as: other) && other.isSame(as: one))
  }

  @Test(arguments: [
    ("it", "it-IT"), ("nn-NO", "nb-NO"), ("zh-TW", "zh-CN"), ("zh-HK", "zh-TW"), ("pt-BR", "pt-PT"),
    ("sr-Latn", "sr"),
  ])
  func namesOfSeveral(_ one: String, _ other: String) throws {
    #expect(try !#require(LocaleTag(one)).isSame(as: #require(LocaleTag(other))))
  }

  @Test(arguments: [
    ("fr-CA", "fr", true), ("zh-TW", "zh-Hant", true), ("zh-HK", "zh-Hant", true),
    ("zh-HK", "zh-TW", false), ("zh-CN", "zh-Hant", false), ("nb-NO", "no", true),
    ("iw", "he", true),
    ("sr-Latn-RS", "sr", true), ("sr-RS", "sr-Latn", false), ("fr", "fr-CA", false),
    ("ca-ES-valencia", "ca-ES", true), ("ca-ES", "ca-ES-valencia", false),
  ])
  func ranges(_ tag: String, _ range: String, _ isIn: Bool) throws {
    #expect(try #require(LocaleTag(tag)).isIn(#require(LocaleTag(range))) == isIn)
  }

  @Test(arguments: [
    ("fr-CA", ["fr", "fr-CA"]), ("zh-HK", ["zh", "zh-Hant", "zh-Hant-HK"]), ("no", ["nb"]),
    ("zh-TW", ["zh", "zh-Hant", "zh-Hant-TW"]),
    ("ca-ES-valencia", ["ca", "ca-ES", "ca-valencia", "ca-ES-valencia"]),
  ])
  func fallbacks(_ tag: String, _ chain: [String]) throws {
    #expect(try #require(LocaleTag(tag)).fallbacks.map(\.description) == chain)
  }

  @Test(arguments: ["qps-ploc", "qps-plocm", "qps-Latn-x-sh", "en-XA", "ar-XB"])
  func pseudoLocales(_ tag: String) throws {
    #expect(try #require(LocaleTag(tag)).isPseudo)
  }

  @Test(arguments: [
    ("pt_BR", "pt-BR"), ("zh_Hant_TW", "zh-Hant-TW"), ("b+sr+Latn", "sr-Latn"), ("pt-rBR", "pt-BR"),
    ("it-IT", "it-IT"),
  ])
  func fileNames(_ name: String, _ tag: String) {
    #expect(LocaleTag(fileName: name)?.description == tag)
  }

  @Test(arguments: [
    ("iw-IL", "he-IL"), ("zh-Hans", "zh-CN"), ("zh-Hant", "zh-TW"), ("zh-cn", "zh-CN"),
    ("sr-Latn", "sr-Latn-RS"), ("sr-RS", "sr-RS"), ("it", "it"), ("az-Latn-AZ", "az-AZ"),
    ("no-NO", "nb-NO"), ("es-419", "es-419"), ("ca-ES-valencia", "ca-ES-valencia"),
  ])
  func names(_ tag: String, _ name: String) throws {
    #expect(try #require(LocaleTag(tag)).name == name)
  }
}
