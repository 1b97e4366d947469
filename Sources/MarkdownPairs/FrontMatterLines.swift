import LintText

/// The lines of a page's front matter, without reading them as YAML or TOML: of pages that are damaged, too,
/// and of any length, keys at the beginnings of lines are found.
struct FrontMatterLines {
  private let content: ByteRange?

  init(_ page: Span<UInt8>) {
    let start = page.has("\u{FEFF}", at: 0) ? 3 : 0
    guard page.has("---", at: start) || page.has("+++", at: start) else {
      content = nil
      return
    }
    let mark = page[start]
    let first = page.endOfLine(from: start)
    var line = first
    while line < page.count {
      if page[line] == mark, line + 2 < page.count, page[line + 1] == mark, page[line + 2] == mark {
        content = ByteRange(first, line)
        return
      }
      line = page.endOfLine(from: line)
    }
    content = nil
  }

  /// Each without its end.
  func lines(of page: Span<UInt8>) -> [ByteRange] {
    guard let content else { return [] }
    var lines: [ByteRange] = []
    var start = content.lower
    while start < content.upper {
      let next = page.endOfLine(from: start)
      var end = next
      while end > start, page[end - 1] == 0x0A || page[end - 1] == 0x0D { end -= 1 }
      lines.append(ByteRange(start, end))
      start = next
    }
    return lines
  }
}
