/// Something that is looked for in documents.
///
/// Rules are values, so that one written in Swift and one declared in a file are alike. A rule knows
/// its own settings and what kind of page it is asked about: no severity, no configuration, no file, no
/// other rule.
public protocol Rule: Sendable {
  var info: RuleInfo { get }

  /// How the rule looks at pages of a kind; `nil` where it has nothing to look for: it has no tables of
  /// the language, or no words were given to it.
  ///
  /// It is asked once for each kind of page in a run.
  func check(on kind: PageKind) -> Check?
}

/// A rule that looks at segments of all pages alike, one at a time.
public protocol SegmentRule: Rule, SegmentCheck {
  /// The rule finds nothing in a segment that has none of these, and is not shown it.
  var needs: SegmentTraits { get }
}

extension SegmentRule {
  public func check(on kind: PageKind) -> Check? { .segments(needs, self) }
}

/// A rule that looks at all documents alike, each as a whole.
public protocol DocumentRule: Rule, DocumentCheck {}

extension DocumentRule {
  public func check(on kind: PageKind) -> Check? { .document(self) }
}
