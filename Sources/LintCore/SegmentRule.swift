/// A rule that looks at segments of all pages alike, one at a time.
public protocol SegmentRule: Rule, SegmentCheck {
  /// The rule finds nothing in a segment that has none of these, and is not shown it.
  var needs: SegmentTraits { get }
}

extension SegmentRule {
  public func check(on kind: PageKind) -> Check? { .segments(needs, self) }
}
