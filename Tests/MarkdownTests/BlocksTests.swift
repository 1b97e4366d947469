import LintText
import TestSupport
import Testing

@testable import Markdown

/// That blocks are those of CommonMark on real pages is what `make check-blocks` sees to.
@Suite struct BlocksTests {
  @Test(arguments: [
    ReaderCase("nothing", "", ""),
    ReaderCase("blank lines", "\n \n\t\n", ""),
    ReaderCase("a paragraph", "Open\n  the panel.\n", "paragraph «Open/the panel.»"),
    ReaderCase("no line end", "Open", "paragraph «Open»"),
    ReaderCase("CR LF and CR", "a\r\nb\rc\r\rd", "paragraph «a/b/c»\nparagraph «d»"),
    ReaderCase(
      "headings", "# Open #\n#\n####### a\n#a\nPanel\nof lamps\n===\nb\n--\n",
      "heading 1 «Open»\nheading 1 «»\nheading 1 «####### a/#a/Panel/of lamps»\nheading 2 «b»"),
    ReaderCase("a mark that is text", "## a#\n## \\##\n", "heading 2 «a#»\nheading 2 «\\##»"),
    ReaderCase(
      "rules", "***\n- - -\n__\n", "thematicBreak «***»\nthematicBreak «- - -»\nparagraph «__»"),
    ReaderCase(
      "lists", "- a\n- b\n\n  c\n+ d\n1. e\n2) f\n",
      """
      bulletList
        listItem
          paragraph «a»
        listItem
          paragraph «b»
          paragraph «c»
      bulletList
        listItem
          paragraph «d»
      orderedList
        listItem
          paragraph «e»
      orderedList
        listItem
          paragraph «f»
      """),
    ReaderCase("a number that interrupts no paragraph", "a\n2. b\n", "paragraph «a/2. b»"),
    ReaderCase(
      "an item that is empty", "-\n\n  a\n", "bulletList\n  listItem\nparagraph «a»"),
    ReaderCase(
      "code in an item, with a tab", "-\ta\n\n\t\tb\n",
      "bulletList\n  listItem\n    paragraph «a»\n    indentedCode «b»"),
    ReaderCase(
      "a quote that goes on lazily", "> a\nb\n>\n> - c\nd\n\ne\n",
      """
      quote
        paragraph «a/b»
        bulletList
          listItem
            paragraph «c/d»
      paragraph «e»
      """),
    ReaderCase(
      "code", "    a\n\n      b\n\n\nc\n    d\n", "indentedCode «a//  b»\nparagraph «c/d»"),
    ReaderCase(
      "fences", "```js x\na\n\n~~~\n````\n~~~ `\n  b",
      "fencedCode (js x) «a//~~~»\nfencedCode (`) «  b»"),
    ReaderCase(
      "a fence in an item", "- ```\n  a\nb\n",
      "bulletList\n  listItem\n    fencedCode «a»\nparagraph «b»"),
    ReaderCase(
      "HTML by its seven conditions",
      "<pre>\n\n</pre>\n<!-- a\n\nb --> c\n<? a ?>\n<!X>\n<![CDATA[a]]>\n<div>\na\n\n<b x='y'>\nc\n\nd\n<b>\n",
      """
      html 1 «<pre>//</pre>»
      html 2 «<!-- a//b --> c»
      html 3 «<? a ?>»
      html 4 «<!X>»
      html 5 «<![CDATA[a]]>»
      html 6 «<div>/a»
      html 7 «<b x='y'>/c»
      paragraph «d/<b>»
      """),
    ReaderCase(
      "comments", "<!-- a -->\n<!--b\n\nc-->\n<!-->\n-->\n",
      "comment 2 «<!-- a -->»\ncomment 2 «<!--b//c-->»\ncomment 2 «<!-->»\nparagraph «-->»"),
    ReaderCase(
      "a table below text", "a\n| b | c |\n|---|:-:|\n| d |\n\ne\n",
      "paragraph «a»\ntable «| b | c |/|---|:-:|/| d |»\nparagraph «e»"),
    ReaderCase("cells that don't match", "| a |\n|--|--|\n", "paragraph «| a |/|--|--|»"),
    ReaderCase(
      "a table ends with another block", "a|b\n-|-\nc\n> d\n",
      "table «a|b/-|-/c»\nquote\n  paragraph «d»"),
    ReaderCase(
      "definitions", "[a]: <b c> 'd\ne'\n[f]:\n/g\n[h]: i j\n",
      "definition (a) «[a]: <b c> 'd/e'»\ndefinition (f) «[f]://g»\nparagraph «[h]: i j»"),
    ReaderCase(
      "definitions above an underline", "[a]: b\n===\n[c]: d\ne\n---\n",
      "definition (a) «[a]: b»\nheading 2 «===/[c]: d/e»"),
    ReaderCase(
      "footnotes", "[^a]: b\n\n    c\nd\n\ne\n",
      "footnote (a)\n  paragraph «b»\n  paragraph «c/d»\nparagraph «e»"),
  ])
  func `Blocks of CommonMark, tables and footnotes`(_ test: ReaderCase) {
    #expect(outline(test.text) == test.expected)
  }

  @Test(arguments: [
    ("> [!NOTE]\n> a\n", MarkdownDialect.gitHub, "alert (NOTE)\n  paragraph «a»"),
    ("> [!NOTE] a\n", .gitHub, "quote\n  paragraph «[!NOTE] a»"),
    ("---\na: b\n---\nc\n", .gitHub, "frontMatter 1 «a: b\n»\nparagraph «c»"),
    ("+++\na = 1\n+++\nc\n", .hugo, "frontMatter 2 «a = 1\n»\nparagraph «c»"),
    ("+++\na = 1\n", .hugo, "paragraph «+++/a = 1»"),
    (
      "a\n:::image source=\"b\":::\n:::zone c\n::: zone-end\n:::\n:::no-loc text=\"d\"::: e\n",
      .microsoft,
      """
      paragraph «a»
      directive (image) «:::image source="b":::»
      directiveStart (zone) «:::zone c»
      directiveEnd (zone-end) «::: zone-end»
      directiveEnd «:::»
      paragraph «:::no-loc text="d"::: e»
      """
    ),
    (
      "a\n[!INCLUDE [b](c.md)]\n[!code-csharp[](d.cs)]\n[!a]\n\n[!INCLUDE b]\n", .microsoft,
      """
      paragraph «a»
      inclusion (INCLUDE) «[!INCLUDE [b](c.md)]»
      inclusion (code-csharp) «[!code-csharp[](d.cs)]»
      paragraph «[!a]»
      paragraph «[!INCLUDE b]»
      """
    ),
    (
      "# [A](#tab/a)\nb\n\n---\n\n---\n", .microsoft,
      "tab 1 (a) «[A](#tab/a)»\nparagraph «b»\ntabsEnd «---»\nthematicBreak «---»"
    ),
    (
      "a\n{{< b >}}\n{{% /c %}} {{< d\n  e >}}\n{{< f >}} g\n{{< h\n\n", .hugo,
      """
      paragraph «a»
      template (b) «{{< b >}}»
      template (/c) «{{% /c %}} {{< d/  e >}}»
      paragraph «{{< f >}} g/{{< h»
      """
    ),
    ("{%- if a %}\nb {% c %}\n", .jekyll, "template (if) «{%- if a %}»\nparagraph «b {% c %}»"),
    (
      "import a from 'b'\nexport const c = {\n\n}\n\nimported\n\nexport {\n\nd\n", .docusaurus,
      """
      module (import) «import a from 'b'/export const c = {//}»
      paragraph «imported»
      module (export) «export {»
      paragraph «d»
      """
    ),
    (
      "<A b={'>'} {...c}>\n  <D\n    e=\"f\"/>\n\n    g\n\n</A>\n<b>h</b> i\n{/* j */}\n{k} l\n",
      .docusaurus,
      """
      jsx (A) «<A b={'>'} {...c}>»
      jsx (D) «<D/    e="f"/>»
      paragraph «g»
      jsx (A) «</A>»
      paragraph «<b>h</b> i»
      expression «{/* j */}»
      paragraph «{k} l»
      """
    ),
  ])
  func `Blocks that some publishers have`(
    _ text: String, _ dialect: MarkdownDialect, _ expected: String
  ) {
    #expect(outline(text, dialect) == expected)
  }

  @Test func `Without a dialect none of these is more than CommonMark has`() {
    let kinds = Set(
      Blocks(
        Array(
          ":::a\n\n{{< b >}}\n\n[!INCLUDE [c](d)]\n\n{% e %}\n\n# [F](#tab/f)\n\nimport g\n".utf8
        )
        .span
      ).list.map(\.kind))
    #expect(kinds == [.paragraph, .heading])
  }

  @Test func `Containers are as deep as is allowed and no deeper`() {
    for marks in ["> ", "- ", "1. ", "[^a]: "] {
      let text = String(repeating: marks, count: 500) + "a\n"
      let blocks = Blocks(Array(text.utf8).span).list
      var depths: [Int] = []
      for block in blocks { depths.append(block.parent.map { depths[$0] + 1 } ?? 0) }
      #expect((BlockReader.deepest...BlockReader.deepest + 1).contains(depths.max() ?? 0))
      #expect(blocks.last?.kind == .paragraph)
    }
  }

  @Test(arguments: [
    ("| a | b |", ["a", "b"]), ("a|b", ["a", "b"]), ("|a \\| b|`|`|", ["a \\| b", "`", "`"]),
    ("| |", [""]), ("||a", ["", "a"]), ("\\\\|a", ["\\\\", "a"]), ("", []),
  ])
  func `Cells`(_ line: String, _ expected: [String]) {
    let bytes = Array(line.utf8)
    var row = TableRow(bytes.span, in: ByteRange(0, bytes.count))
    var cells: [String] = []
    while let cell = row.next(bytes.span) {
      cells.append(String(decoding: bytes[cell.range], as: UTF8.self))
    }
    #expect(cells == expected)
  }

  @Test func `Definitions say where their parts are`() {
    let bytes = Array("[A\\]b]: <c d> 'e'\n[f]: g\n".utf8)
    let blocks = Blocks(bytes.span)
    func string(_ range: ByteRange?) -> String? {
      range.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
    let parts = blocks.definitions.map {
      [string($0.label), string($0.destination), string($0.title)]
    }
    #expect(parts == [["A\\]b", "c d", "e"], ["f", "g", nil]])
    #expect(blocks.definitions.map { blocks.list[$0.block].kind } == [.definition, .definition])
  }
}

/// Pages of pieces at random, always the same ones.
@Suite struct MadePagesTests {
  private static let pieces = [
    "> ", ">", "- ", "* ", "1. ", "2) ", "# ", "## a ##", "```", "~~~", "    ", "  ", " ", "\t",
    "a",
    "\n", "\n", "\n\n", "\r\n", "\r", "|", "| a | b |\n|-|-|\n", "---", "***", "===", "<div>",
    "</div>",
    "<b>", "<a name='a'></a>", "<!-- a -->", "<!--", "-->", "<pre>", "[a]: b", "[b]:", "'t'",
    "[^a]: ",
    ":::a", ":::", "{{< a >}}", "{{% a", "%}}", "{% a %}", "[!INCLUDE [a](b)]", "> [!NOTE]",
    "# [A](#tab/a)", "import a", "export {", "<A b={", "/>", "{/* a */}", "{", "}", "{#a}", "+++\n",
    "\\",
    "é", "`", "\0",
  ]

  @Test(arguments: [
    MarkdownDialect(), .gitHub, .microsoft, .hugo, .jekyll, .docusaurus,
    MarkdownDialect.microsoft.union(.hugo).union(.jekyll).union(.docusaurus),
  ])
  func `Blocks lie in the page, in order and in each other`(_ dialect: MarkdownDialect) {
    var random = SplitMix64(seed: UInt64(dialect.rawValue), series: 0)
    for _ in 0..<4000 {
      var text = ""
      for _ in 0..<Int.random(in: 1..<16, using: &random) {
        text += Self.pieces.randomElement(using: &random)!
      }
      let bytes = Array(text.utf8)
      let broken = BlockInvariants.broken(Blocks(bytes.span, dialect: dialect), bytes.span)
      #expect(broken == nil, "\(text.debugDescription)")
    }
  }
}
