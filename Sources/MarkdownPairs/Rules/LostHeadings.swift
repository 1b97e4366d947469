import LintText
import Markdown

/// Headings of the source whose partners in the page are paragraphs: the marks before them were lost, or the space
/// behind these.
struct LostHeadings {
  /// Leaves of the source and of the page, by their indices.
  private(set) var list: [LeafAlignment.Pair] = []
  private(set) var sources: Set<Int> = []
  private(set) var targets: Set<Int> = []

  init(_ pair: PairDetail, _ partners: LeafPartners, _ bytes: Span<UInt8>) {
    let (leaves, others) = (pair.source.list, pair.target.list)
    for run in LeafRuns.alone(partners.targets) where leaves[run].contains(where: \.isHeading) {
      if let pair = Self.pushed(run, leaves, others, partners, bytes) {
        list.append(pair)
        sources.insert(pair.source)
        targets.insert(pair.target + 1)
        continue
      }
      let gap = Self.gap(run, partners)
      guard !gap.isEmpty, gap.upperBound <= others.count,
        gap.allSatisfy({ partners.sources[$0] == nil })
      else { continue }
      // From top to bottom, in both.
      var next = gap.lowerBound
      for heading in run where leaves[heading].isHeading {
        let isOnly = run.count == 1 && gap.count == 1
        while next < gap.upperBound, !Self.isHeading(others[next], isOnly: isOnly, bytes) {
          next += 1
        }
        guard next < gap.upperBound else { break }
        list.append(LeafAlignment.Pair(target: next, source: heading))
        sources.insert(heading)
        targets.insert(next)
        next += 1
      }
    }
  }

  /// A heading whose paragraph was taken for the first one of its section, and that for one too many.
  private static func pushed(
    _ run: Range<Int>, _ leaves: [Leaf], _ others: [Leaf], _ partners: LeafPartners,
    _ bytes: Span<UInt8>
  ) -> LeafAlignment.Pair? {
    guard run.count == 1, gap(run, partners).isEmpty, run.upperBound < leaves.count,
      leaves[run.upperBound].kind == .block(.paragraph),
      let partner = partners.targets[run.upperBound], partner + 1 < others.count,
      partners.sources[partner + 1] == nil, others[partner + 1].kind == .block(.paragraph),
      isHeading(others[partner], isOnly: true, bytes),
      bytes.has("#", at: others[partner].content.lower)
        || others[partner].content.count < others[partner + 1].content.count
    else { return nil }
    return LeafAlignment.Pair(target: partner, source: run.lowerBound)
  }

  /// The leaves of the page between the partners of those around a run of the source's.
  private static func gap(_ run: Range<Int>, _ partners: LeafPartners) -> Range<Int> {
    let lower = run.lowerBound == 0 ? 0 : (partners.targets[run.lowerBound - 1] ?? -1) + 1
    let upper =
      run.upperBound == partners.targets.count
      ? partners.sources.count : partners.targets[run.upperBound] ?? 0
    return lower < upper ? lower..<upper : 0..<0
  }

  /// Whether a paragraph was one: it begins with the marks, or is one short line in its place.
  private static func isHeading(_ leaf: Leaf, isOnly: Bool, _ bytes: Span<UInt8>) -> Bool {
    guard leaf.kind == .block(.paragraph) else { return false }
    if bytes.has("#", at: leaf.content.lower) { return true }
    return isOnly && leaf.content.count <= 200
      && bytes.extracting(leaf.content.range).firstIndex(of: 0x0A, from: 0) == nil
  }
}
