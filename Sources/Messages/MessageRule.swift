package import LintCore

/// A rule that looks at messages of programs, one at a time, and knows what their format knows of them.
package protocol MessageRule: Rule {
  /// The rule finds nothing in a segment that has none of these, and is not shown it.
  var needs: SegmentTraits { get }

  /// The rule for pages of a kind: some ask what their language has.
  func adapted(to kind: PageKind) -> Self

  /// Reports every occurrence of the fault in a message.
  func check(
    _ segment: borrowing Segment, _ detail: any MessageDetail, _ shared: inout SharedWork,
    _ report: inout Findings)
}

extension MessageRule {
  package func adapted(to kind: PageKind) -> Self { self }

  package func check(on kind: PageKind) -> Check? {
    guard kind.holdsMessages else { return nil }
    return .pass(needs) { [rule = adapted(to: kind)] document in
      (document.detail as? any MessageDetail).map { MessagePass(rule: rule, detail: $0) }
    }
  }
}

/// A rule on its way through a file of messages.
private struct MessagePass<Checked: MessageRule>: PagePass {
  let rule: Checked
  let detail: any MessageDetail

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    rule.check(segment, detail, &shared, &report)
  }
}
