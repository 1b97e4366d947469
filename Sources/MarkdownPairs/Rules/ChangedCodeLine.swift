import LintCore
import LintText
import Markdown

/// A line of code that has lost its end.
struct ChangedCodeLine: PairRule {
  private static let lost = Message("lost", "the line of code has lost its '{0}' at the end")

  let info = RuleInfo(
    id: "changed-code-line", family: "markup",
    finds:
      "a line of a code block that is its source's but for a `\\`, a comma or a bracket at its end.",
    why: """
      The reader copies the code, and it does not run: without its `\\` a command ends at the line, and its \
      options become commands. Copy the end of the line from the source. `--fix` does so.
      """,
    severity: .error, profile: nil, profiles: [.pair: .default], required: .pair,
    issueType: .inconsistentEntities, fixable: .safe, messages: [lost],
    fails: [
      Example(
        "A command that goes on.",
        .pair(
          source: "Run:\n\n```sh\nhive open \\\n  --lid 3\n```\n",
          target: "Esegui:\n\n```sh\n⟦hive open⟧\n  --lid 3\n```\n")),
      Example(
        "A bracket.",
        .pair(source: "```js\nopen(3, {\n})\n```\n", target: "```js\n⟦open(3,⟧\n})\n```\n")),
    ],
    passes: [
      Example(
        "A comment is text.",
        .pair(
          source: "```sh\nhive open # Open it.\n```\n", target: "```sh\nhive open # Aprilo.\n```\n")
      ),
      Example(
        "White space.",
        .pair(source: "```sh\nhive open  \n```\n", target: "```sh\nhive open\n```\n")),
      Example(
        "A full stop behind what the hub says.",
        .pair(source: "```text\nopen.\n```\n", target: "```text\nopen\n```\n")),
    ])

  func check(_ document: borrowing Document, _ pair: PairDetail, _ report: inout Findings) {
    let bytes = document.bytes.span
    let source = document.source?.bytes ?? []
    for code in CodePairs.changed(pair, bytes, source.span) {
      let (lines, others) = (
        pair.target.blocks.lines(of: code.target), pair.source.blocks.lines(of: code.source)
      )
      guard lines.count == others.count else { continue }
      for (line, other) in zip(lines, others) {
        let (text, right) = (
          Self.withoutSpaceBehind(bytes, line), Self.withoutSpaceBehind(source.span, other)
        )
        guard text.count < right.count,
          bytes.extracting(text.range).elementsEqual(
            source.span.extracting(right.lower..<right.lower + text.count))
        else { continue }
        let end = source.span.extracting(right.lower + text.count..<right.upper)
        let sign = end.extracting(end.trimmedRange)
        guard sign.count <= 3, sign.indices.allSatisfy({ Self.isEnd(sign[$0]) }) else { continue }
        report(
          text, Self.lost, String(sign), related: Finding.Related(right.inSource),
          fix: Fix(
            .safe, "Copy the end of the line from the source.",
            [Fix.Edit(ByteRange(text.upper, line.upper), [UInt8](end))]))
      }
    }
  }

  /// Whether a line of code ends with such a sign where it is no sentence.
  private static func isEnd(_ byte: UInt8) -> Bool { "\\,;(){}[]|&+=>\"'`".utf8.contains(byte) }

  private static func withoutSpaceBehind(_ bytes: Span<UInt8>, _ line: ByteRange) -> ByteRange {
    var upper = line.upper
    while upper > line.lower, bytes[upper - 1].isSpace { upper -= 1 }
    return ByteRange(line.lower, upper)
  }
}
