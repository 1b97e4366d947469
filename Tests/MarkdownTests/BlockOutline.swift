import LintText

@testable import Markdown

/// The blocks of a text for people: a line for each, indented as deep as it lies, with its level, its
/// `info` in parentheses, and of leaves what their lines say.
func outline(_ text: String, _ dialect: MarkdownDialect = []) -> String {
  let bytes = Array(text.utf8)
  let blocks = Blocks(bytes.span, dialect: dialect)
  func string(_ range: ByteRange) -> String { String(decoding: bytes[range.range], as: UTF8.self) }
  var depths: [Int] = []
  return blocks.list.map { block in
    let depth = block.parent.map { depths[$0] + 1 } ?? 0
    depths.append(depth)
    var line = String(repeating: "  ", count: depth) + "\(block.kind)"
    if block.level > 0 { line += " \(block.level)" }
    if !block.info.isEmpty { line += " (\(string(block.info)))" }
    if !block.kind.isContainer {
      let lines = blocks.lines(of: block)
      line +=
        " «" + (lines.isEmpty ? string(block.content) : lines.map(string).joined(separator: "/"))
      line += "»"
    }
    return line
  }.joined(separator: "\n")
}
