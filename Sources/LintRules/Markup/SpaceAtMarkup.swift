import LintCore
import LintText

/// A space between markup and the punctuation that belongs to it.
struct SpaceAtMarkup: Rule {
  private static let before = Message("before", "a space stands between markup and '{0}'")
  private static let after = Message("after", "a space stands between '{0}' and markup")

  let info = RuleInfo(
    id: "space-at-markup", family: "markup",
    finds:
      "a space put between markup and punctuation where the source has none, as in `**OK** .`.",
    why: """
      Machine translation takes markup out and puts it back with spaces around it, and the full stop \
      ends up alone, sometimes on the next line. Delete the space: `--fix=suggested` does so.
      """,
    precision: """
      Of 40 findings read on real pages, 40 were true; at 17 in 1,000 segments of machine translation \
      they are too many for a gate.
      """,
    severity: .warning, profile: .strict, issueType: .whitespace, fixable: .suggested,
    messages: [before, after],
    fails: [
      Example(
        "Before a full stop.",
        .segment(source: "Select **Save**.", target: "Seleziona **Salva**⟦ ⟧.")),
      Example(
        "Inside parentheses.",
        .segment(
          source: "The hub ([guide](a.md))", target: "L'hub (⟦ ⟧[guida](a.md)⟦ ⟧)")),
      Example(
        "After code, before a comma.",
        .segment(source: "Set `a`, then go.", target: "Imposta `a`⟦ ⟧, poi vai.")),
    ],
    passes: [
      Example("None.", .segment(source: "Select **Save**.", target: "Seleziona **Salva**.")),
      Example(
        "The source has it too.",
        .segment(source: "Select **Save** .", target: "Seleziona **Salva** .")),
      Example(
        "The line ends there in the source.",
        .segment(source: "Select **Save**\n.", target: "Seleziona **Salva** .")),
      Example(
        "French sets a space before its colon.", locale: "fr-FR",
        .segment(source: "**Note**: open it.", target: "**Remarque** : ouvrez-le.")),
      Example(
        "Plain words.", .segment(source: "Save it.", target: "Salva .")),
    ])

  func check(on kind: PageKind) -> Check? {
    .segments(.inlines, SegmentLook(isFrench: kind.language == "fr"))
  }

  private struct SegmentLook: SegmentCheck {
    let isFrench: Bool

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      SpaceAtMarkup.check(segment, isFrench: isFrench, &report)
    }
  }

  private static func check(
    _ segment: borrowing Segment, isFrench: Bool, _ report: inout Findings
  ) {
    // What the whole source is searched for, once a segment: a space before each sign, and one
    // after a parenthesis.
    var hasSpaced: [UInt8: Bool] = [:]
    var hasSpaceInParenthesis: Bool?
    var index = 0
    while index < segment.targetInlines.count {
      let inline = segment.targetInlines[index]
      index += 1
      guard Self.isMarkup(inline) else { continue }
      let bytes = segment.target.bytes
      let (start, end) = (
        inline.range.lower - segment.target.range.lower,
        inline.range.upper - segment.target.range.lower
      )
      if bytes.has("( ", at: start - 2) {
        let isSources =
          hasSpaceInParenthesis ?? Self.hasSpaceInParenthesis(segment.source.bytes)
        hasSpaceInParenthesis = isSources
        if !isSources {
          let space = segment.target[start - 1..<start]
          report(space, Self.after, "(", fix: Self.deletion(of: space))
        }
      }
      if bytes.has(" ", at: end), end + 1 < bytes.count,
        Self.isClosing(bytes[end + 1], isFrench: isFrench),
        !Self.isOperator(bytes, end + 1)
      {
        let isSources =
          hasSpaced[bytes[end + 1]]
          ?? Self.hasSpaced(segment.source, segment.sourceInlines, before: bytes[end + 1])
        hasSpaced[bytes[end + 1]] = isSources
        if !isSources {
          let sign = segment.target[end + 1..<end + 2].string
          let space = segment.target[end..<end + 1]
          report(space, Self.before, sign, fix: Self.deletion(of: space))
        }
      }
    }
  }

  private static func deletion(of space: borrowing Text) -> Fix {
    Fix(.suggested, "Delete the space.", [Fix.Edit(space.range)])
  }

  private static func isMarkup(_ inline: Inline) -> Bool {
    switch inline.kind {
    case .code, .link, .strong, .emphasis, .autolink: true
    default: false
    }
  }

  /// Whether a sign has no space before it; French sets one before `:`, `;`, `!` and `?`.
  private static func isClosing(_ byte: UInt8, isFrench: Bool) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x29: true
    case 0x3A, 0x3B, 0x21, 0x3F: !isFrench
    default: false
    }
  }

  /// Whether a sign begins `.NET`, `:::image`, `...` or the like and is no mark of the sentence.
  private static func isOperator(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    if bytes[index] == 0x29 { return false }
    return next.isLetterOrDigit || next == bytes[index] || next == 0x2F || next == 0x3D
  }

  private static func hasSpaceInParenthesis(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while let found = bytes.firstIndex(of: 0x28, from: index) {
      index = found + 1
      if index < bytes.count, bytes[index].isSpace { return true }
    }
    return false
  }

  /// Whether the source has a space, or a line that ends, between markup and the same sign.
  private static func hasSpaced(
    _ source: borrowing Text, _ inlines: Span<Inline>, before sign: UInt8
  ) -> Bool {
    var index = 0
    while index < inlines.count {
      let end = inlines[index].range.upper - source.range.lower
      var next = end
      while next < source.count, source.bytes[next].isSpace { next += 1 }
      if next > end, next < source.count, source.bytes[next] == sign { return true }
      index += 1
    }
    return false
  }
}
