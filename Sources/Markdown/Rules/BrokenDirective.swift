import LintCore
import LintText

/// An image directive that the site can't read.
struct BrokenDirective: DocumentRule {
  private static let after = Message("after", "'{0}' stands after the closing ':::'")
  private static let unclosed = Message("unclosed", "the directive '{0}' is never closed")

  let info = RuleInfo(
    id: "broken-directive", family: "links",
    finds: "`:::image … :::` with something after it on its line, or never closed.",
    why: """
      A directive must have its line to itself. With a full stop after it, which translation tools \
      like to add to the alternative text, the image is not shown, and the reader sees the \
      directive's own text. Delete what stands after the closing `:::`, as `--fix=suggested` does \
      with punctuation, or add the closing `:::`.
      """,
    precision: "Of 5 findings on real pages, all that there were, 5 were true.",
    severity: .error, issueType: .markup, fixable: .suggested, messages: [after, unclosed],
    fails: [
      Example(
        "A full stop at the end.",
        .body(
          "{{pair:103}}\n\n:::image type=\"content\" source=\"a.png\" alt-text=\"Il pannello\":::⟦.⟧\n"
        )),
      Example(
        "The end is missing.",
        .body(
          "- {{pair:103}}\n\n   ⟦:::image⟧ type=\"content\" source=\"a.png\" alt-text=\"Il pannello\"\n"
        )),
    ],
    passes: [
      Example(
        "As it should be.",
        .body(
          "{{pair:103}}\n\n:::image type=\"content\" source=\"a.png\" alt-text=\"Il pannello\":::  \n"
        )),
      Example(
        "An icon in a sentence.",
        .body("{{pair:103}} :::image type=\"icon\" source=\"a.svg\"::: {{pair:104}}\n")),
      Example(
        "A long description follows.",
        .body(
          """
          :::image type="complex" source="a.png" alt-text="Il pannello":::
             {{pair:103}}
          :::image-end:::
          """)),
      Example(
        "Code that shows one.", .body("```md\n:::image type=\"content\" source=\"a.png\"\n```\n")),
    ])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    let bytes = document.bytes.span
    guard document.isBilingual else { return }
    var fences = Fences(document)
    for offset in document.suspects where bytes.has(":::image ", at: offset) {
      let found = offset..<offset + 9
      guard isAtLineStart(bytes, found.lowerBound),
        document.indexOfRecord(at: ByteRange(found.lowerBound, found.upperBound)) == nil,
        !fences.surround(found.lowerBound, document)
      else { continue }
      let end = bytes.firstIndex(of: 0x0A, from: found.upperBound) ?? bytes.count
      guard let close = closing(bytes, from: found.upperBound, before: end) else {
        report(
          ByteRange(found.lowerBound, found.lowerBound + 8), Self.unclosed, ":::image")
        continue
      }
      let rest = document.text(ByteRange(close, end)).trimmed
      let directive = bytes.extracting(found.upperBound..<close)
      // An icon may stand in a sentence. Where a segment begins within the directive and goes on behind it,
      // the source has the same there.
      guard !rest.isEmpty, !directive.contains("\"icon\""),
        !(directive.contains("<span ") && !directive.contains("</span>"))
      else { continue }
      report(
        rest, Self.after, rest.string,
        fix: Self.isPunctuation(rest.bytes)
          ? Fix(
            .suggested, "Delete what stands after the directive.",
            [Fix.Edit(ByteRange(close, rest.range.upper))]) : nil)
    }
  }

  /// Whether a text is nothing but punctuation and spaces, so that nothing is lost with it.
  private static func isPunctuation(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let (value, length) = bytes.scalar(at: index)
      switch Unicode.Scalar(value)?.properties.generalCategory {
      case .otherPunctuation, .closePunctuation, .finalPunctuation, .dashPunctuation,
        .spaceSeparator:
        index += length
      default: return false
      }
    }
    return true
  }

  /// Where the closing `:::` ends; one inside the quotes of an attribute does not count.
  private func closing(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int? {
    var isQuoted = false
    var index = start
    var last: Int?
    while index < end {
      if bytes[index] == 0x22 { isQuoted.toggle() }
      if bytes.has(":::", at: index), index + 3 <= end {
        if !isQuoted { return index + 3 }
        last = index + 3
      }
      index += 1
    }
    // A quotation mark inside the alternative text makes the closing `:::` look quoted.
    return last
  }

  private func isAtLineStart(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    var before = index
    while before > 0, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
    return before == 0 || bytes[before - 1] == 0x0A
  }
}

/// Follows the code fences above an offset, from the last pair above it on, for no pair stands in a
/// fence. Offsets must be asked for in rising order, so that each line of the file is read once.
private struct Fences {
  /// The start of the next line to read.
  private var line: Int
  /// The next segment and the next damaged line that may lie there.
  private var record = 0
  private var damage = 0
  private var open: CodeFence?

  init(_ document: borrowing Document) {
    line = document.start
  }

  /// Whether a fence is open above the line of an offset.
  mutating func surround(_ offset: Int, _ document: borrowing Document) -> Bool {
    let bytes = document.bytes.span
    while let end = bytes.firstIndex(of: 0x0A, from: line), end < offset {
      let text = line + bytes.extracting(line..<end).trimmedRange.lowerBound
      if holdsSegment(ByteRange(line, end), document) {
        open = nil
      } else if let fence = CodeFence(bytes, at: text, before: end) {
        if let opened = open {
          if fence.closes(opened) { open = nil }
        } else {
          open = fence
        }
      }
      line = end + 1
    }
    return open != nil
  }

  /// Whether a segment begins on a line, or what is left of one.
  private mutating func holdsSegment(_ line: ByteRange, _ document: borrowing Document) -> Bool {
    while record < document.records.count, document.records[record].range.lower < line.lower {
      record += 1
    }
    while damage < document.damage.count, document.damage[damage].lower < line.lower { damage += 1 }
    return (record < document.records.count && document.records[record].range.lower < line.upper)
      || (damage < document.damage.count && document.damage[damage].lower < line.upper)
  }
}
