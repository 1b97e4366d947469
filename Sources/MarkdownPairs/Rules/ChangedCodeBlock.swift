import LintCore
import LintText
import Markdown

/// A code block that says something else than its source's.
struct ChangedCodeBlock: PairRule {
  private static let changed = Message("changed", "the code is '{1}' here, and '{0}' in the source")
  private static let lines = Message(
    "lines", "the code has '{1}' lines; the source's has '{0}'")

  let info = RuleInfo(
    id: "changed-code-block", family: "markup",
    finds: "a code block that is not its source's, comments and texts in quotes aside.",
    why: """
      The reader copies code that nobody has tried. Some pages are meant to differ: what a program puts out \
      is shown in the reader's language, or the code was mended before the source was. Look at each once.
      """,
    severity: .warning, profile: nil, profiles: [.pair: .strict], required: .pair,
    issueType: .inconsistentEntities, messages: [changed, lines],
    fails: [
      Example(
        "An option was translated.",
        .pair(
          source: "```sh\nhive open --lid\n```\n", target: "```sh\n⟦hive open --coperchio⟧\n```\n")),
      Example(
        "A line is missing.",
        .pair(
          source: "```sh\nhive open\nhive count\n```\n", target: "```sh\n⟦hive open⟧\n```\n")),
    ],
    passes: [
      Example(
        "A comment, and a text in quotes.",
        .pair(
          source: "```sh\n# Open the lid.\nhive say \"Open\"\n```\n",
          target: "```sh\n# Apri il coperchio.\nhive say \"Aperto\"\n```\n")),
      Example(
        "A chart, and what a program puts out.",
        .pair(
          source: "```mermaid\nlid --> hive\n```\n\n```text\nopened\n```\n",
          target: "```mermaid\ncoperchio --> arnia\n```\n\n```text\naperto\n```\n")),
      Example(
        "A line that has lost its end is another rule's.",
        .pair(
          source: "```sh\nhive open \\\n  --lid 3\n```\n",
          target: "```sh\nhive open\n  --lid 3\n```\n")
      ),
    ])

  /// What such blocks say is no code.
  private static let texts: [StaticString] = [
    "mermaid", "text", "txt", "plaintext", "plain", "console", "output", "log", "md", "markdown",
    "none",
  ]

  func check(_ document: borrowing Document, _ pair: PairDetail, _ report: inout Findings) {
    let bytes = document.bytes.span
    let source = document.source?.bytes ?? []
    for code in CodePairs.changed(pair, bytes, source.span)
    where Self.isCode(code.source, source.span) {
      let lines = CodeLines(bytes, pair.target.blocks.lines(of: code.target))
      let others = CodeLines(source.span, pair.source.blocks.lines(of: code.source))
      if let (line, other) = lines.firstDifference(bytes, from: others, source.span) {
        report(
          line, Self.changed, String(source.span.extracting(other.range)),
          String(bytes.extracting(line.range)), related: Finding.Related(other.inSource))
      } else if lines.list.count != others.list.count,
        let last = lines.list.last ?? others.list.last
      {
        report(
          lines.list.isEmpty ? code.target.range : last.range, Self.lines,
          String(others.list.count), String(lines.list.count),
          related: Finding.Related(code.source.range.inSource))
      }
    }
  }

  private static func isCode(_ block: Block, _ source: Span<UInt8>) -> Bool {
    guard block.kind == .fencedCode, !block.info.isEmpty else { return false }
    let info = source.extracting(block.info.range)
    return !texts.contains { name in
      info.has(name, at: 0)
        && (info.count == name.utf8CodeUnitCount || !info[name.utf8CodeUnitCount].isLetterOrDigit)
    }
  }
}
