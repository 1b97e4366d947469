import LintCore
import LintRules
import TestSupport
import Testing

@testable import write_catalogue

@Suite struct CataloguePageTests {
  @Test func `Rules/README.md says what the rules say`() throws {
    let isCurrent = try Checkout.text(of: "Rules/README.md") == CataloguePage.builtIn().text
    #expect(isCurrent, "Rules/README.md is stale: run `make docs`")
  }

  @Test func `What can't be seen is written out, and fences are longer than what they hold`() {
    let info = RuleInfo(
      id: "odd-space", family: "typography/it", finds: "`a|b`.", why: "Why.",
      precision: "All were true.", severity: .note, profile: nil, issueType: .whitespace,
      messages: [],
      fails: [
        Example("A space.", .segment(source: "a", target: "⟦\u{A0}⟧```\u{202E}")),
        Example("A byte.", .bytes([0x61, 0xFF, 0x62], reported: [1..<2])),
      ])
    let text = CataloguePage([info]).text
    #expect(text.contains("\n**[typography/it](#typographyit)**\n"))
    #expect(text.contains("\n| [odd-space](#odd-space) | `a\\|b`. | note | – |\n"))
    #expect(text.contains("\n## typography/it\n\n### odd-space\n\nFinds `a|b`.\n\nWhy.\n\n"))
    #expect(text.contains("\nMeasured: All were true.\n"))
    #expect(
      text.contains("\n  ````text\n  source: a\n  target: ⟦\\u{A0}⟧```\\u{202E}\n  ````\n"))
    #expect(text.contains("\n  a⟦\u{FFFD}⟧b\n"))
  }
}
