import LintCore

/// A sentence that was deleted with its markup.
struct MissingSegment: Rule {
  private static let one = Message("one", "segment '{0}' is missing before this one")
  private static let several = Message(
    "several", "segments '{0}' to '{1}' are missing before this one")

  let info = RuleInfo(
    id: "missing-segment", family: "spans",
    finds: "numbers that are skipped with nothing between the pairs to account for them.",
    why: """
      A sentence of the source is not on the page any more: someone deleted it with its markup, \
      often together with a line that was merged or moved. Fetch it again from the hand-off, or \
      from another locale's page with the same `ms.openlocfilehash`: numbers are the same in all. \
      Gaps are natural where an image's alternative text, a title or bare text took the numbers; \
      those are not reported.
      """,
    severity: .error, issueType: .omission, messages: [one, several],
    fails: [
      Example(
        "A list item was deleted.",
        .body(
          """
          - {{pair:103}}
          - {{pair:⟦105⟧}}
          """)),
      Example(
        "Two sentences were deleted from a paragraph.",
        .body("{{pair:103}} {{pair:⟦106⟧}}")),
      Example(
        "An image took one number, but two are skipped.",
        .body(
          """
          {{pair:103}}

          > [!NOTE]
          > ![Il pannello](panel.png)

          {{pair:⟦106⟧}}
          """)),
    ],
    passes: [
      Example(
        "An image's alternative text took the number.",
        .body(
          """
          {{pair:103}}

          ![Il pannello](panel.png)

          {{pair:105}}
          """)),
      Example("Text without spans took it.", .body("{{pair:103}}\n\nTesto nudo.\n\n{{pair:105}}")),
      Example(
        "A comment in code took it.",
        .body("{{pair:103}}\n\n```toml\n# lamp colours\nred = 1\n```\n\n{{pair:105}}")),
      Example(
        "The number stands elsewhere.", .body("{{pair:103}} {{pair:105}} {{pair:104}} {{pair:106}}")
      ),
      Example(
        "A whole paragraph took the numbers.", .body("{{pair:103}} {{pair:p101}} {{pair:106}}")),
    ])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    let records = document.records
    guard records.count > 1, Self.hasGap(records) else { return }
    let sequence = SpanSequence(document)
    // Where segments were moved, what stands between two no longer explains what they skip.
    guard !sequence.isMisordered else { return }
    let present = SpanSequence.numbers(records)
    let sorted = present.sorted()
    for index in 1..<records.count {
      let (before, after) = (records[index - 1], records[index])
      guard sequence.faults[index - 1] == nil, sequence.faults[index] == nil,
        !before.id.isParagraph, !after.id.isParagraph, after.id.number > before.id.number + 1
      else { continue }
      let skipped = before.id.number + 1..<after.id.number
      guard let first = skipped.first(where: { !present.contains($0) }),
        let last = skipped.last(where: { !present.contains($0) }),
        !document.isIrregular(near: ByteRange(before.range.lower, after.range.upper)),
        let between = GapContent.numbers(
          in: document.text(ByteRange(before.range.upper, after.range.lower)))
      else { continue }
      let explained =
        between + GapContent.numbers(in: document.segment(index - 1))
        + GapContent.numbers(in: document.segment(index))
      // Numbers that stand elsewhere took none of what is explained here.
      guard skipped.count - count(of: sorted, in: skipped) > explained else { continue }
      if first == last {
        report(after.id.range, Self.one, String(first))
      } else {
        report(after.id.range, Self.several, String(first), String(last))
      }
    }
  }

  /// How many sorted numbers lie in a range, by binary search: a gap may be as wide as numbers go.
  private func count(of sorted: [UInt32], in range: Range<UInt32>) -> Int {
    func firstIndex(from number: UInt32) -> Int {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < number { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return firstIndex(from: range.upperBound) - firstIndex(from: range.lowerBound)
  }

  private static func hasGap(_ records: [SegmentRecord]) -> Bool {
    for index in 1..<records.count
    where records[index].id.number > records[index - 1].id.number + 1 {
      return true
    }
    return false
  }
}
