import LintCore
import LintText

/// Code spans of a page with a source of its own that have run together.
struct FusedCode: SegmentRule {
  private static let fused = Message("fused", "two pieces of code have run together: '{0}'")

  let info = RuleInfo(
    id: "fused-code", family: "markup",
    finds: "two code spans with nothing between them, which are read as one.",
    why: """
      The reader sees one piece of code with backticks in it, and what they copy does not work. Put \
      back what the source has between the two: a space, a comma or a word. Side by side, `changed-code` \
      tells this, too.
      """,
    precision: "Of 4 findings on real pages, all that there were, 4 were true.",
    severity: .error, profile: nil, profiles: [.pair: .default], required: .pair,
    issueType: .inconsistentEntities, messages: [fused],
    fails: [
      Example(
        "The word between two pieces of code was moved.",
        .pair(
          source: "`Owner` and `Hive` are set.\n", target: "⟦`Owner``Hive`⟧ sono impostati.\n"))
    ],
    passes: [
      Example(
        "A word stands between them.",
        .pair(
          source: "`Owner` and `Hive` are set.\n", target: "`Owner` e `Hive` sono impostati.\n")),
      Example(
        "Code that has backticks in the source, too.",
        .pair(source: "``` a``b ``` opens.\n", target: "``` a``b ``` apre.\n")),
    ])

  let needs: SegmentTraits = .differentInlines

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard shared.sourceFile != nil, let difference = shared.difference(of: .code, segment),
      let code = ChangedCode.fusedCode(segment, difference.extra)
    else { return }
    report(
      code.range, Self.fused, segment.target[code.content].string,
      related: Finding.Related(segment.source.range))
  }
}
