import LintText
import Testing

@Suite struct PathWithoutLocaleTests {
  @Test(
    arguments: [
      ("docs/it-it/a.md", nil, "docs/a.md"), ("docs.it-it/a.md", nil, "docs.a.md"),
      ("docs/a.md", nil, "docs/a.md"), ("content/it/a.md", "it", "content/a.md"),
      ("content/it/a.md", nil, "content/it/a.md"), ("zh-cn/b.c/a", "zh-CN", "b.c/a"),
      ("it/it.md", "it", "it.md"), ("how-to/a.md", "it-IT", "how-to/a.md"), ("", nil, ""),
    ] as [(String, String?, String)])
  func `Folders that name a locale are left out`(_ path: String, _ locale: String?, _ rest: String)
  {
    let found = LocaleTag.path(path, withoutFoldersOf: locale.flatMap { LocaleTag($0) })
    #expect(String(decoding: found, as: UTF8.self) == rest)
  }
}
