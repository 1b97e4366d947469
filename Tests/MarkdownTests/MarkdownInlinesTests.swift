import LintCore
import LintText
import SideBySide
import TestSupport
import Testing

/// The inlines of a target half, and its prose with `·` for each blanked byte.
private func dump(_ markdown: String, page: String = "") -> String {
  let text =
    "<span data-ttu-id=\"7e0c1-103\">\(markdown)</span><span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">x</span></span>"
    + page
  let document = SideBySideMarkdown().read(Array(text.utf8), Page())
  let segment = document.segment(0)
  var parts: [String] = []
  for index in segment.targetInlines.indices {
    let inline = segment.targetInlines[index]
    var part = "\(inline.kind) \(segment.target[inline.range].string)"
    if inline.isLink { part += " → \(segment.target[inline.destination].string)" }
    parts.append(part)
  }
  let prose = segment.target.prose
  var plain: [UInt8] = []
  for index in prose.indices {
    plain += prose[index] == UInt8.blank ? Array("·".utf8) : [prose[index]]
  }
  return (parts + [String(decoding: plain, as: UTF8.self)]).joined(separator: " | ")
}

struct InlineCase: CustomTestStringConvertible, Sendable {
  let markdown: String
  let expected: String

  init(_ markdown: String, _ expected: String) {
    self.markdown = markdown
    self.expected = expected
  }

  var testDescription: String { markdown }
}

@Suite struct MarkdownInlinesTests {
  @Test(arguments: [
    InlineCase("plain", "plain"),
    InlineCase("a `b` c", "code `b` | a ··· c"),
    InlineCase("``a ` b`` c", "code ``a ` b`` | ········· c"),
    InlineCase("a ` b", "a ` b"),
    InlineCase("`a``b`", "code `a``b` | ······"),
    InlineCase("[a](b.md)", "link [a](b.md) → b.md | ·a·······"),
    InlineCase("![a](b.png \"t\")", "image ![a](b.png \"t\") → b.png | ··a············"),
    InlineCase("[a](<b c>)", "link [a](<b c>) → b c | ·a········"),
    InlineCase("[a](b(c).md)", "link [a](b(c).md) → b(c).md | ·a··········"),
    InlineCase("[a](b c)", "[a](b c)"),
    InlineCase("[a] (b)", "[a] (b)"),
    InlineCase("[](b)", "link [](b) → b | ·····"),
    InlineCase("[a [b](c) d](e)", "link [b](c) → c | [a ·b···· d](e)"),
    InlineCase(
      "[![a](b)](c)", "link [![a](b)](c) → c | image ![a](b) → b | ···a········"),
    InlineCase("[!INCLUDE[a](b)]", "link [a](b) → b | [!INCLUDE·a····]"),
    InlineCase(
      "[!INCLUDE[a](b)](c)",
      "link [!INCLUDE[a](b)](c) → c | link [a](b) → b | ·!INCLUDE·a········"),
    // Far more brackets than any sentence opens: which of them can be closed is looked at then.
    InlineCase(
      String(repeating: "[", count: 40) + "[a](b) [c](d) [[",
      "link [a](b) → b | link [c](d) → d | " + String(repeating: "[", count: 40)
        + "·a···· ·c···· [["),
    InlineCase("[`]`](a)", "link [`]`](a) → a | code `]` | ········"),
    InlineCase("\\[a](b)", "escape \\[ | ·[a](b)"),
    InlineCase("<https://a.b>", "autolink <https://a.b> → https://a.b | ·············"),
    InlineCase("<xref:A.B%2A>", "autolink <xref:A.B%2A> → xref:A.B%2A | ·············"),
    InlineCase("<a.b@c.example>", "autolink <a.b@c.example> → a.b@c.example | ···············"),
    InlineCase("<xs:element>", "<xs:element>"),
    InlineCase("see http://a.b/c).", "see ············)."),
    InlineCase("a<br/>b", "tag <br/> | a·····b"),
    InlineCase(
      "<a href=\"x > y\">b</a>", "tag <a href=\"x > y\"> | tag </a> | ················b····"),
    InlineCase("1 < 2", "1 < 2"),
    InlineCase("{0} and {{x}}", "placeholder {0} | placeholder {{x}} | ··· and ·····"),
    InlineCase(
      "${x} $(y) %VAR%", "placeholder ${x} | placeholder $(y) | placeholder %VAR% | ···· ···· ·····"
    ),
    InlineCase("50% of 100% done", "50% of 100% done"),
    InlineCase(
      "{{ x }} ${ y } {{ z}}", "placeholder {{ x }} | placeholder ${ y } | ······· ······ {{ z}}"),
    InlineCase("{{m/d/yy}} h{{hh:mm}}", "{{m/d/yy}} h{{hh:mm}}"),
    InlineCase("{{< a b=\"c d\" >}}", "placeholder {{< a b=\"c d\" >}} | ·················"),
    InlineCase("{% a b.md %}", "placeholder {% a b.md %} | ············"),
    InlineCase(
      "%s, %1$s, %(a)s, %02d",
      "placeholder %s | placeholder %1$s | placeholder %(a)s | placeholder %02d | ··, ····, ·····, ····"
    ),
    InlineCase("5%d, %da, % d, %20d, x%E4%BD%A0", "5%d, %da, % d, %20d, x%E4%BD%A0"),
    InlineCase("a $x + y$ b", "math $x + y$ | a $x + y$ b"),
    InlineCase("$(-1)^d$, $$a_b$$", "math $(-1)^d$ | math $$a_b$$ | $(-1)^d$, $$a_b$$"),
    InlineCase("$5 or $6, $a $b $", "$5 or $6, $a $b $"),
    InlineCase("$(a)$(b)", "placeholder $(a) | placeholder $(b) | ········"),
    InlineCase("% AppData% x", "% AppData% x"),
    InlineCase("**a** b", "strong **a** | ··a·· b"),
    InlineCase("*a* _b_", "emphasis *a* | emphasis _b_ | ·a· ·b·"),
    InlineCase("***a***", "emphasis ***a*** | strong **a** | ···a···"),
    InlineCase("** a**", "literalDelimiters ** | literalDelimiters ** | ** a**"),
    InlineCase("a ** b", "literalDelimiters ** | a ** b"),
    InlineCase(
      "\\*\\*a\\*\\*",
      "unescapedStrong \\*\\*a\\*\\* | escape \\* | escape \\* | escape \\* | escape \\* | ·*·*a·*·*"
    ),
    InlineCase("snake_case_name", "literalDelimiters _ | literalDelimiters _ | snake_case_name"),
    InlineCase(
      "クリックします**\\<x\\>**.",
      "literalDelimiters ** | escape \\< | escape \\> | literalDelimiters ** | クリックします**·<x·>**."),
    InlineCase("[**a**](b)", "link [**a**](b) → b | strong **a** | ···a······"),
    InlineCase("**[a](b)**", "strong **[a](b)** | link [a](b) → b | ···a······"),
    InlineCase("**a `**` b**", "strong **a `**` b** | code `**` | ··a ···· b··"),
  ])
  func `Inlines are those of CommonMark`(_ test: InlineCase) {
    let parts = test.expected.split(separator: " | ")
    #expect(dump(test.markdown) == test.expected, "\(parts.count) parts")
  }

  @Test(arguments: [
    InlineCase("[a][Label]", "reference [a][Label] | ·a········"),
    InlineCase("[a][ label ]", "reference [a][ label ] | ·a··········"),
    InlineCase("[a][other]", "[a][other]"),
    InlineCase("[label][]", "reference [label][] | ·label···"),
    InlineCase("a [label] b", "reference [label] | a ·label· b"),
    InlineCase("[label][other]", "[label][other]"),
    InlineCase(
      "[a [label] b][label]", "reference [label] | reference [label] | [a ·label· b]·label·"),
    InlineCase("![a][label]", "reference ![a][label] | ··a········"),
    InlineCase("[^1] and `[label]`", "code `[label]` | [^1] and ·········"),
    InlineCase("[a](label)", "link [a](label) → label | ·a········"),
  ])
  func `A link refers to a label that the page defines`(_ test: InlineCase) {
    #expect(
      dump(test.markdown, page: "\n\n[Label]: a.md\n[^1]: A note.\nNo [other]: label.\n")
        == test.expected)
  }
}
