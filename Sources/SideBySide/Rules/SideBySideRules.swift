import LintCore

/// The rules about what only side-by-side Markdown has: spans, and the keys of its tools.
///
/// A gap in the numbers of span IDs is no rule of its own: nearly all are natural.
enum SideBySideRules {
  /// - Parameter settings: what a configuration says of a rule of this name.
  static func rules(settings: (String) -> RuleSettings) -> [any Rule] {
    [
      // spans
      UnpairedSpan(), UnclosedSpan(), EscapedSpanMarkup(), MalformedSpanID(), MismatchedSpanID(),
      DuplicateSpanID(), MisorderedSpanID(), ForeignSpanPrefix(), MissingSegment(),
      SpanInCode(), InconsistentSource(),
      // metadata
      MissingFrontMatter(), LeakedFrontMatter(), MissingMetadata(),
      MalformedMetadata(settings("malformed-metadata")), MachineTranslated(),
      InconsistentMetadata(), OlderSource(),
    ]
  }
}
