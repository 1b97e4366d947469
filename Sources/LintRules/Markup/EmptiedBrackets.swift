import LintCore
import LintText

/// Brackets that markup has left behind or brought along.
struct EmptiedBrackets {
  let doubled: Message
  let emptied: Message

  func check(_ segment: borrowing Segment, _ report: inout Findings) {
    guard !segment.sourceInlines.isEmpty else { return }
    findDoubled(segment, &report)
    findEmptied(segment, &report)
  }

  /// Finds links whose text stands in brackets of its own, `[[text]](a.md)`, where no source has any.
  private func findDoubled(_ segment: borrowing Segment, _ report: inout Findings) {
    var isSources: Bool?
    var index = 0
    while index < segment.targetInlines.count {
      let inline = segment.targetInlines[index]
      index += 1
      guard inline.kind == .link, inline.content.count >= 2 else { continue }
      let text = segment.target[inline.content].trimmed
      guard text.bytes.has("[", at: 0), text.bytes.has("]", at: text.count - 1) else { continue }
      let source = segment.source.bytes
      let known = isSources ?? (source.contains("[[") || source.contains("[ ["))
      isSources = known
      if !known { report(text, doubled, text.string) }
    }
  }

  /// Finds parentheses with nothing in them, where the source has markup in its own.
  private func findEmptied(_ segment: borrowing Segment, _ report: inout Findings) {
    let bytes = segment.target.bytes
    var isPossible: Bool?
    var index = 0
    while let open = segment.target.prose.firstIndex(of: 0x28, from: index) {
      index = open + 1
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      guard index < bytes.count, bytes[index] == 0x29 else { continue }
      index += 1
      // `value()` is a call.
      guard open == 0 || !bytes[open - 1].isWordByte || index > open + 2 else { continue }
      let known = isPossible ?? Self.holdsMarkup(segment.source)
      isPossible = known
      guard known else { return }
      report(segment.target[open..<index], emptied, segment.target[open..<index].string)
    }
  }

  /// Whether markup follows a parenthesis, and none is empty.
  private static func holdsMarkup(_ source: borrowing Text) -> Bool {
    var isThere = false
    var index = 0
    while let open = source.prose.firstIndex(of: 0x28, from: index) {
      index = open + 1
      while index < source.count, source.bytes[index] == 0x20 { index += 1 }
      guard index < source.count else { break }
      if source.bytes[index] == 0x29 { return false }
      if source.prose[index] == UInt8.blank { isThere = true }
    }
    return isThere
  }
}
