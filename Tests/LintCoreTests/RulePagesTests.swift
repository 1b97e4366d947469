import LintCore
import Testing

@Test(arguments: [
  ("https://docs.example.com/rules/{rule}", "https://docs.example.com/rules/lost-lamp"),
  ("http://localhost:8080/r?of={rule}&v=1", "http://localhost:8080/r?of=lost-lamp&v=1"),
  ("https://example.com/README.md#{rule}", "https://example.com/README.md#lost-lamp"),
])
func `The page about a rule stands where the address says`(template: String, page: String) {
  let pages = RulePages(template, isConfigured: true)
  #expect(pages?.address(of: "lost-lamp") == page)
}

@Test(arguments: [
  "", "docs.example.com/{rule}", "javascript:alert(1)//{rule}", "ftp://example.com/{rule}",
  "HTTPS://example.com/{rule}", "https://{rule}", "https://{rule}/", "https:///{rule}",
  "https://example.com/", "https://example.com/{rule}/{rule}", "https://example.com/{rules}",
  // It looks like another host.
  "https://example.com@evil.test/{rule}", "https://example.com\\@evil.test/{rule}",
  "https://exаmple.com/{rule}", "https://example.com:80:80/{rule}", "https://example.com:x/{rule}",
  "https://.example.com/{rule}", "https://example.com?/{rule}",
  // It ends what it stands in.
  "https://example.com/{rule})", "https://example.com/\"{rule}", "https://example.com/<{rule}",
  "https://example.com/{rule} x", "https://example.com/{rule}\n", "https://example.com/'{rule}",
  "https://example.com/{rule}]", "https://example.com/`{rule}`", "https://example.com/|{rule}",
  "https://example.com/\u{202E}{rule}",
  "https://example.com/" + String(repeating: "a", count: 500) + "{rule}",
])
func `What could lead elsewhere than it says is no address of pages`(template: String) {
  #expect(RulePages(template, isConfigured: true) == nil)
}

@Test func `A rule without a page has no address`() {
  let pages = RulePages("https://example.com/{rule}", isConfigured: false, of: ["lost-lamp"])
  #expect(pages?.address(of: "lost-lamp") == "https://example.com/lost-lamp")
  #expect(pages?.address(of: "house-rule") == nil)
  #expect(pages?.host == "example.com")
}
