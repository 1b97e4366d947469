import LintCore
import LintText

/// A backtick that opens or closes no code.
struct UnclosedCode: SegmentRule {
  private static let unclosed = Message("unclosed", "'{0}' neither opens nor closes code")

  let info = RuleInfo(
    id: "unclosed-code", family: "markup",
    finds: "a backtick that is left alone, so that what was code is text, and text may be code.",
    why: """
      The reader sees a backtick, and code looks like words, or words like code. Put the backtick back that the \
      source has at the other end.
      """,
    severity: .warning, profile: nil, profiles: [.pair: .default], required: .pair,
    issueType: .markup, messages: [unclosed],
    fails: [
      Example(
        "The closing one is lost.",
        .pair(source: "Set `Owner` here.\n", target: "Imposta ⟦`⟧Owner qui.\n")),
      Example(
        "Text between two pieces of code became one.",
        .pair(
          source: "Set `Owner` and `Hive`.\n", target: "Imposta `Owner e `Hive⟦`⟧.\n")),
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
    report(
      segment.target[first], Self.unclosed, segment.target[first].string,
      related: Finding.Related(segment.source.range))
  }

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
