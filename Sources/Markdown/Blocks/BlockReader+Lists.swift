import LintText

/// Lists and their items: CommonMark 0.31.2 § 5.2 and § 5.3.
extension BlockReader {
  private struct Marker {
    let kind: Block.Kind
    let length: Int
    let mark: UInt8
  }

  mutating func openListItem(
    _ bytes: Span<UInt8>, _ matched: Int, _ isInParagraph: Bool
  ) -> Bool {
    guard matched < Self.deepest, let marker = marker(bytes, isInParagraph) else { return false }
    settle(matched, bytes)
    let start = cursor.first
    let offset = cursor.indent
    if stack.last.map({ $0.kind != marker.kind || $0.mark != marker.mark }) ?? true {
      endList()
      push(marker.kind, from: start, content: start, mark: marker.mark)
    }
    cursor.pass(marker.length, bytes)
    // Five columns and more are the indentation of code, and one of them belongs to the marker.
    let space = cursor.indent
    let padding = space >= 1 && space <= 4 && !cursor.isBlank ? space : 1
    cursor.passColumns(padding, bytes)
    push(
      .listItem, from: start, content: cursor.offset, indent: offset + marker.length + padding)
    return true
  }

  /// What an item begins with at the cursor.
  private func marker(_ bytes: Span<UInt8>, _ isInParagraph: Bool) -> Marker? {
    let byte = bytes[cursor.first]
    var index = cursor.first
    let marker: Marker
    if byte.isDigit {
      var number = 0
      while index < cursor.end, bytes[index].isDigit, index - cursor.first < 9 {
        number = number * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      guard index < cursor.end, bytes[index] == 0x2E || bytes[index] == 0x29,
        !isInParagraph || number == 1
      else { return nil }
      marker = Marker(kind: .orderedList, length: index + 1 - cursor.first, mark: bytes[index])
    } else {
      guard byte == 0x2D || byte == 0x2A || byte == 0x2B else { return nil }
      marker = Marker(kind: .bulletList, length: 1, mark: byte)
    }
    index += 1
    guard index == cursor.end || bytes[index].isBlankByte else { return nil }
    if isInParagraph {
      // An item that is empty can't interrupt a paragraph.
      while index < cursor.end, bytes[index].isBlankByte { index += 1 }
      guard index < cursor.end else { return nil }
    }
    return marker
  }
}
