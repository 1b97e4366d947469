package import LintCore

extension Check {
  /// How a rule about Markdown looks at files of messages: at those that are written in it.
  package static func markdownMessages(_ needs: SegmentTraits, _ check: any SegmentCheck) -> Check {
    .pass(needs) { document in
      guard let detail = document.detail as? any MessageDetail,
        document.records.indices.contains(where: { detail.isMarkdown($0) })
      else { return nil }
      return MarkdownPass(check: check, detail: detail)
    }
  }
}

private struct MarkdownPass: PagePass {
  let check: any SegmentCheck
  let detail: any MessageDetail

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard detail.isMarkdown(segment.index) else { return }
    check.check(segment, &shared, &report)
  }
}
