import LintCore
import LintFormats
import Testing

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
}
