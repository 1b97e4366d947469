/// The lines of a page whose source is a file of its own, read without loclint's reader.
struct PairLines {
  struct Line {
    let range: Range<Int>
    let isCode: Bool
    /// Whether the line opens or closes code.
    let isFence: Bool
  }

  let list: [Line]
  private let bytes: [UInt8]

  init(_ page: Page) {
    bytes = page.bytes
    var lines: [Line] = []
    var fence: String?
    var isInComment = false
    var start = page.frontMatter?.upperBound ?? 0
    while start < bytes.count {
      let end = bytes.lineEnd(start)
      let text = bytes.text(start..<end).trimmed(" \t>-*0123456789.")
      var isFence = false
      if let open = fence {
        if text.hasPrefix(open) {
          fence = nil
          isFence = true
        }
      } else if text.hasPrefix("```") || text.hasPrefix("~~~") {
        fence = String(text.prefix(3))
        isFence = true
      }
      // What nobody sees is no victim.
      let opens = bytes.firstRange(of: "<!--", in: start..<end) != nil
      let closes = bytes.firstRange(of: "-->", in: start..<end) != nil
      lines.append(
        Line(
          range: start..<end, isCode: (fence != nil && !isFence) || isInComment, isFence: isFence))
      if opens || closes { isInComment = opens && !closes }
      start = end + 1
    }
    list = lines
  }

  func text(_ index: Int) -> String { bytes.text(list[index].range) }

  func isBlank(_ index: Int) -> Bool {
    !list.indices.contains(index) || !text(index).contains { $0 != " " && $0 != ">" && $0 != "\r" }
  }

  /// Whether a line is words and nothing that begins another kind of block.
  func isPlain(_ index: Int) -> Bool {
    guard list.indices.contains(index), !list[index].isCode, !list[index].isFence, !isBlank(index)
    else { return false }
    let text = text(index)
    guard let first = text.first else { return false }
    return !"#>-*+|<{:=\t !".contains(first) && !(first.isNumber && text.prefix(5).contains("."))
      && !text.hasPrefix("[")
  }

  /// From the first line of the block that holds a line to that line's end.
  func block(_ index: Int) -> Range<Int> {
    var first = index
    while first > 0, !isBlank(first - 1), !beginsBlock(first), !list[first - 1].isFence {
      first -= 1
    }
    return list[first].range.lowerBound..<list[index].range.upperBound
  }

  private func beginsBlock(_ index: Int) -> Bool {
    let text = text(index).trimmed(" >")
    return text.hasPrefix("#") || text.hasPrefix("- ") || text.hasPrefix("* ")
      || text.hasPrefix("+ ") || text.hasPrefix("|") || text.first?.isNumber == true
  }

  /// The last line above that is not empty.
  func lineBefore(_ index: Int) -> Range<Int>? {
    var before = index - 1
    while before >= 0, isBlank(before) { before -= 1 }
    return before >= 0 ? list[before].range : nil
  }
}

extension String {
  /// Without some characters at its beginning.
  func trimmed(_ characters: String) -> String { String(drop { characters.contains($0) }) }
}
