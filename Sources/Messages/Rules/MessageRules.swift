public import LintCore

/// The rules that every format of messages has.
public enum MessageRules {
  /// - Parameter settings: what a configuration says of a rule of this name.
  public static func rules(settings: (String) -> RuleSettings) -> [any Rule] {
    [
      // messages
      ChangedLineEnds(), LostEdgeSpace(), TooLongForLimit(), ChangedRole(), BrokenRole(),
      ChangedInlineMarkup(),
      ChangedAccelerator(), EscapedQuote(),
      MalformedMessage(), MissingPluralForm(), UnusedPluralForm(),
    ]
  }
}
