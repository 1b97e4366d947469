import LintCore
import TestSupport
import Testing

@testable import LintFormats

private func dump(_ text: String) -> String {
  let document = SideBySideMarkdown().read(Array(text.utf8), LocaleExpectation())
  guard let frontMatter = document.frontMatter else { return "none" }
  var lines = frontMatter.entries.map { entry in
    "\(entry.style) \(document.text(entry.key).string) = «\(document.text(entry.value).string)»"
  }
  if !frontMatter.isClosed { lines.append("never closed") }
  if let problem = frontMatter.problem {
    lines.append("\(problem.message) at «\(document.text(problem.range).string)»")
  }
  return lines.joined(separator: "\n")
}

@Suite struct FrontMatterTests {
  @Test(arguments: [
    ReaderCase("none", "Text.\n", "none"),
    ReaderCase("a rule, then text", "---\nSome words here: none.\n", "none"),
    ReaderCase(
      "a colon in a value",
      "---\ntitle: Caffè: no\n---\n",
      "plain title = «Caffè»\nmapping values are not allowed in this context at «: no»"),
    ReaderCase(
      "places after wide characters",
      "---\ntitle: 'Caffè 𝄞 l''altro'\nms:assetid: 東\nempty:\nb: \"x\"\n---\n",
      "quoted title = «Caffè 𝄞 l''altro»\nplain ms:assetid = «東»\nplain empty = «»\nquoted b = «x»"),
    ReaderCase(
      "lists and folded text", "---\na:\n- b\n- c\nd: >\n  e\n  f\ng: h\n---\n",
      "other a = «- b\n- c»\nother d = «>\n  e\n  f»\nplain g = «h»"),
    ReaderCase("after a BOM, with CR LF", "\u{FEFF}---\r\na: b\r\n---\r\n", "plain a = «b»"),
    ReaderCase("never closed", "---\na: b\nc: d\n\nText.\n", "never closed"),
    ReaderCase(
      "never closed, an alert below",
      "---\na: b\n> [!NOTE]\n> <span data-ttu-id=\"7e0c1-101\">A\n---\n",
      "never closed"),
    ReaderCase("empty", "---\n---\n", ""),
    ReaderCase(
      "no list of keys", "---\n- a\n---\n", "is not a list of keys at «- a»"),
    ReaderCase(
      "a tab", "---\na:\n\tb: c\n---\n", "found character that cannot start any token at «b: c»"),
  ])
  func `Front matter is read with its places`(_ test: ReaderCase) {
    #expect(dump(test.text) == test.expected)
  }

  /// Lines that mean the same wherever they stand, and lines that don't.
  private static let lines = [
    "title: Guida", "description: Come si apre", "ms.date: 04/23/2021", "locale: it-IT", "empty:",
    "number: 1", "2: b", "colon:b", "open: 'x", "closes'", "quoted: \"q\"", "cut: \"q",
    "literal: |",
    "folded: >-", "  testo", "  altro: testo", "list:", "- e", "- f: g", "nested: - h", " odd: i",
    "\ttab: j", "flow: {k: l}", "begun: [m,", "ended]: n", "anchor: &o p", "alias: *o",
    "tag: !!str q", "comment: r # s", "# remark", "  # remark", "", "  ", "--- t", "? u", ": v",
    "word", "two: keys: w", "spaced : x", "é: y", "return: z\raa: bb",
    "separator: cc\u{2028}dd: ee",
    "nul: \u{0}", "caffè 𝄞: 𝄞", "crlf: x\r", "ff: " + String(repeating: "g", count: 400),
    String(repeating: "h", count: 1100) + ": i",
  ]

  @Test func `What was read before makes no difference`() {
    let memo = FrontMatterMemo()
    var random = SeededGenerator(state: 1)
    var faultless = 0
    for _ in 0..<20_000 {
      // Mostly lines that are whole, so that many a block is.
      let block = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        Self.lines[
          Int.random(in: 0..<(Bool.random(using: &random) ? 8 : Self.lines.count), using: &random)]
          + "\n"
      }
      let page = "---\n" + block.joined() + "---\n"
      let bytes = Array(page.utf8)
      guard let read = FrontMatterReader.read(bytes.span, from: 0, memo), read.isClosed else {
        continue
      }
      let (entries, problem) = FrontMatterReader.entries(bytes.span, in: read.content)
      if problem == nil { faultless += 1 }
      #expect(
        read.entries.map(Self.description) == entries.map(Self.description)
          && read.problem?.message == problem?.message && read.problem?.range == problem?.range,
        "\(page.debugDescription)")
    }
    #expect(faultless > 4000)
  }

  private static func description(_ entry: FrontMatter.Entry) -> String {
    "\(entry.key.range) \(entry.value.range) \(entry.style)"
  }
}
