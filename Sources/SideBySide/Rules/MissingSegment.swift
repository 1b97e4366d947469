import LintCore
import LintText

/// A sentence that was deleted with its markup.
struct MissingSegment: SpanRule {
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
      Example(
        "Each sentence of the alternative text took one, and only the first is written down.",
        .body(
          """
          {{pair:103}}

          > [!NOTE]
          > ![Il pannello](panel.png)

          {{pair:107}}
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

  func check(
    _ document: borrowing Document, _ detail: SideBySideDetail, _ report: inout Findings
  ) {
    let pairs = detail.pairs
    guard pairs.count > 1, Self.hasGap(pairs) else { return }
    let sequence = SpanSequence(detail.pairs)
    let present = SpanSequence.numbers(pairs)
    var moves: MovedParagraphs?
    for index in 1..<pairs.count {
      let (before, after) = (pairs[index - 1], pairs[index])
      guard sequence.faults[index - 1] == nil, sequence.faults[index] == nil,
        !before.id.isParagraph, !after.id.isParagraph, after.id.number > before.id.number + 1
      else { continue }
      let skipped = before.id.number + 1..<after.id.number
      guard let first = skipped.first(where: { !present.containsSorted($0) }),
        let last = skipped.last(where: { !present.containsSorted($0) }),
        !document.isDamaged(near: ByteRange(before.range.lower, after.range.upper)),
        !GapContent.mayTakeNumbers(
          document.text(ByteRange(before.range.upper, after.range.lower))),
        !GapContent.mayTakeNumbers(document.segment(index - 1)),
        !GapContent.mayTakeNumbers(document.segment(index))
      else { continue }
      // Numbers that stand elsewhere in the file are not lost.
      let elsewhere = Self.indices(of: present, in: skipped)
      if moves == nil { moves = MovedParagraphs(pairs, present) }
      guard moves?.mayHaveTakenNumbers(around: present[elsewhere], document) == false else {
        continue
      }
      if first == last {
        report(after.id.range, Self.one, String(first))
      } else {
        report(after.id.range, Self.several, String(first), String(last))
      }
    }
  }

  /// The indices of the sorted numbers that lie in a range, by binary search: a gap may be as wide
  /// as numbers of 32 bits allow.
  private static func indices(of sorted: [UInt32], in range: Range<UInt32>) -> Range<Int> {
    sorted.partitionPoint {
      $0 < range.lowerBound
    }..<sorted.partitionPoint {
      $0 < range.upperBound
    }
  }

  private static func hasGap(_ pairs: [SpanPair]) -> Bool {
    let pairs = pairs.span
    var before = pairs[0].id.number
    for index in 1..<pairs.count {
      let number = pairs[index].id.number
      if number > before + 1 { return true }
      before = number
    }
    return false
  }
}

/// Whether numbers may have gone away with sentences that were moved: the text and the images beside
/// them had numbers, too, which no pair shows.
private struct MovedParagraphs {
  private let pairs: [SpanPair]
  /// The index of each number's first pair.
  private let firsts: [UInt32: Int]
  /// Whether a pair for a whole paragraph stands where no number of a sentence is free for it.
  private let hasWholeOne: Bool

  init(_ pairs: [SpanPair], _ present: [UInt32]) {
    var firsts: [UInt32: Int] = [:]
    var hasWholeOne = false
    // The number of the sentence before, and whether a whole paragraph stands behind it.
    var before: UInt32 = 0
    var isWaiting = false
    for (index, pair) in pairs.enumerated() where pair.id.isWellFormed {
      guard !pair.id.isParagraph else {
        isWaiting = true
        continue
      }
      let number = pair.id.number
      if firsts[number] == nil { firsts[number] = index }
      if isWaiting,
        number <= before || (before + 1..<number).allSatisfy({ present.containsSorted($0) })
      {
        hasWholeOne = true
      }
      (before, isWaiting) = (number, false)
    }
    self.pairs = pairs
    self.firsts = firsts
    self.hasWholeOne = hasWholeOne || isWaiting
  }

  func mayHaveTakenNumbers(
    around elsewhere: ArraySlice<UInt32>, _ document: borrowing Document
  ) -> Bool {
    guard !hasWholeOne else { return true }
    for number in elsewhere {
      guard let index = firsts[number] else { continue }
      for before in [index - 1, index]
      where before >= 0 && before + 1 < pairs.count {
        let (first, second) = (pairs[before], pairs[before + 1])
        if first.id.isParagraph || second.id.isParagraph
          || GapContent.mayTakeNumbers(
            document.text(ByteRange(first.range.upper, second.range.lower)))
        {
          return true
        }
      }
    }
    return false
  }
}
