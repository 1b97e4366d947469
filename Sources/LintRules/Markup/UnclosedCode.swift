import LintCore
import LintText

/// A backtick that opens or closes no code.
struct UnclosedCode: SegmentRule {
  private static let unclosed = Message("unclosed", "'{0}' neither opens nor closes code")
  private static let open = Message(
    "open", "no backtick stands behind '{0}', which is code in the source")

  let info = RuleInfo(
    id: "unclosed-code", family: "markup",
    finds: "a backtick that is left alone, so that what was code is text, and text may be code.",
    why: """
      The reader sees a backtick, and code looks like words, or words like code. Put the backtick back that the \
      source has at the other end.
      """,
    severity: .warning, profile: nil, profiles: [.pair: .default], required: .pair,
    issueType: .markup, messages: [unclosed, open],
    fails: [
      Example(
        "The closing one is lost.",
        .pair(source: "Set `Owner` here.\n", target: "Imposta ⟦`⟧Owner qui.\n")),
      Example(
        "Text between two pieces of code became one.",
        .pair(
          source: "Set `Owner` and `Hive`.\n", target: "Imposta ⟦`Owner⟧ e `Hive`.\n")),
      Example(
        "Nobody knows which one, for the code is another.",
        .pair(
          source: "Set `Owner` and `Hive`.\n", target: "Imposta `Lid e `Wax⟦`⟧.\n")),
    ],
    passes: [
      Example(
        "The source has one, too.",
        .pair(source: "Press ` twice.\n", target: "Premi ` due volte.\n")),
      Example(
        "A backslash says that it is text.",
        .pair(source: "Press it.\n", target: "Premi \\`.\n")),
      Example(
        "All of them close.",
        .pair(source: "Set `Owner`.\n", target: "Imposta ``Owner``.\n")),
    ])

  let needs: SegmentTraits = .always

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard shared.sourceFile != nil, let first = Self.lone(segment.target.prose),
      Self.lone(segment.source.prose) == nil
    else { return }
    if let code = Self.overrun(segment) {
      report(
        segment.target[code], Self.open, segment.target[code].string,
        related: Finding.Related(segment.source.range))
      return
    }
    report(
      segment.target[first], Self.unclosed, segment.target[first].string,
      related: Finding.Related(segment.source.range))
  }

  /// Code of the source, with the mark before it, that goes on in the target up to the mark of the next code.
  private static func overrun(_ segment: borrowing Segment) -> Range<Int>? {
    var (found, index) = (0, 0)
    while index < segment.targetInlines.count, found < most {
      let inline = segment.targetInlines[index]
      index += 1
      guard inline.kind == .code else { continue }
      found += 1
      let text = segment.target[inline.content].bytes
      if let length = codeBegun(by: text, in: segment) {
        let lower = segment.target.range.lower
        return inline.range.lower - lower..<inline.content.lower - lower + length
      }
    }
    return nil
  }

  /// How long the longest code of the source is that a text begins with; `nil` where none is shorter, or one is the same.
  private static func codeBegun(by text: Span<UInt8>, in segment: borrowing Segment) -> Int? {
    var longest: Int?
    var (found, index) = (0, 0)
    while index < segment.sourceInlines.count, found < most {
      let inline = segment.sourceInlines[index]
      index += 1
      guard inline.kind == .code, !inline.content.isEmpty else { continue }
      found += 1
      let code = segment.source[inline.content].bytes
      guard text.count >= code.count, text.extracting(..<code.count).elementsEqual(code) else {
        continue
      }
      if text.count == code.count { return nil }
      longest = max(longest ?? 0, code.count)
    }
    return longest
  }

  /// Pieces of code that are looked at on each side.
  private static let most = 16

  /// The last run of backticks that no code stands in, without a backslash before it.
  private static func lone(_ prose: Span<UInt8>) -> Range<Int>? {
    var found: Range<Int>?
    var index = 0
    while let start = prose.firstIndex(of: 0x60, from: index) {
      var end = start
      while end < prose.count, prose[end] == 0x60 { end += 1 }
      index = end
      if start == 0 || prose[start - 1] != 0x5C && prose[start - 1] != .blank {
        found = start..<end
      }
    }
    return found
  }
}
