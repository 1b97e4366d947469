package import LintCore
import LintText

/// A message that lost the space that its source begins or ends with.
package struct LostEdgeSpace: MessageRule {
  private static let first = Message("first", "the source begins with a space, '{0}' does not")
  private static let last = Message("last", "the source ends with a space, '{0}' does not")

  package let info = RuleInfo(
    id: "lost-edge-space", family: "messages",
    finds: "a message without the space that its source begins or ends with.",
    why: """
      Where a message begins or ends with a space, the program puts something beside it: a name, a number, \
      another message. Without the space the two are one word. Begin and end the translation as the source does; \
      `--fix=suggested` puts the space in.
      """,
    precision: "All 21 findings in 86,144 texts were true.",
    severity: .warning, profile: nil, profiles: [.messages: .default],
    issueType: .whitespace, fixable: .suggested, messages: [first, last],
    fails: [
      Example(
        "Lost at the end.", fileExtension: "po",
        .file("msgid \"Lid: \"\nmsgstr \"⟦Coperchio:⟧\"\n")),
      Example(
        "Lost at the beginning.", fileExtension: "po",
        .file("msgid \" and \"\nmsgstr \"⟦e⟧ \"\n")),
    ],
    passes: [
      Example(
        "Another kind of space.", fileExtension: "po",
        .file("msgid \"Lid: \"\nmsgstr \"Coperchio:\u{A0}\"\n")),
      Example(
        "A template's space around a value.", fileExtension: "po",
        .file("#, python-format\nmsgid \" By %(lid)s \"\nmsgstr \"Per %(lid)s\"\n")),
      Example(
        "Chinese sets no spaces.", locale: "zh-CN", fileExtension: "po",
        .file("msgid \"Lid: \"\nmsgstr \"盖子：\"\n")),
    ])

  package let needs: SegmentTraits = .always

  package func check(
    _ segment: borrowing Segment, _ detail: any MessageDetail, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    let (source, target) = (segment.source.bytes, segment.target.bytes)
    guard source.count > 1, !target.isEmpty else { return }
    guard source[0] == 0x20 || source[source.count - 1] == 0x20 else { return }
    // Before and behind a placeholder neither has such a script.
    guard !Self.isSetWithoutSpaces(target) else { return }
    // A source with space at both ends and a value inside has its neighbours in it: the space is a template's.
    if source[0] == 0x20, source[source.count - 1] == 0x20, !segment.sourceInlines.isEmpty {
      return
    }
    // Of a source that is all space nobody knows which end is which.
    let text = segment.target.trimmed
    guard !source.trimmedRange.isEmpty, !text.isEmpty else { return }
    if source[0] == 0x20, source[1] != 0x20 {
      let first = target.scalar(at: 0).value
      if !first.isEdgeSpace {
        let word = segment.target[target.firstWord]
        report(
          word, Self.first, word.string,
          fix: Self.fix(ByteRange(segment.target.range.lower, segment.target.range.lower)))
      }
    }
    if source[source.count - 1] == 0x20, source[source.count - 2] != 0x20 {
      let last = target.scalar(before: target.count).value
      if !last.isEdgeSpace {
        let word = segment.target[target.lastWord]
        report(
          word, Self.last, word.string,
          fix: Self.fix(ByteRange(segment.target.range.upper, segment.target.range.upper)))
      }
    }
  }

  private static func isSetWithoutSpaces(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let (value, length) = text.scalar(at: index)
      if value.isSetWithoutSpaces { return true }
      index += length
    }
    return false
  }

  private static func fix(_ place: ByteRange) -> Fix {
    Fix(.suggested, "Put the space in.", [Fix.Edit(place, [0x20])])
  }
}

extension UInt32 {
  /// Space of any width, a line break among them.
  fileprivate var isEdgeSpace: Bool {
    (self <= 0x20 && UInt8(truncatingIfNeeded: self).isSpace) || self == 0xA0 || self == 0x3000
      || (0x2000...0x200F).contains(self) || self == 0x202F
  }

  /// A character of a script that has no spaces between words, or of full width.
  fileprivate var isSetWithoutSpaces: Bool {
    (0x0E00..<0x0F00).contains(self) || (0x0F00..<0x1000).contains(self)
      || (0x1000..<0x10A0).contains(self) || (0x1780..<0x1800).contains(self)
      || (0x2E80..<0xA000).contains(self) || (0xF900..<0xFB00).contains(self)
      || (0xFF00..<0xFFF0).contains(self) || (0x20000..<0x40000).contains(self)
  }
}
