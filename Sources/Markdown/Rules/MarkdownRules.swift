public import LintCore

/// The rules that hold for every format that is made of Markdown.
///
/// An anchor that stands twice is no rule of its own: that is natural.
public enum MarkdownRules {
  /// - Parameter settings: what a configuration says of a rule of this name.
  public static func rules(settings: (String) -> RuleSettings) -> [any Rule] {
    [
      // metadata
      InvalidFrontMatter(),
      // links
      ChangedHeadingAnchor(settings("changed-heading-anchor")), BrokenDirective(), DeadLink(),
      DeadAnchor(),
      // markup
      UnknownAlert(), UnclosedTabGroup(), BrokenTableRow(),
    ]
  }
}
