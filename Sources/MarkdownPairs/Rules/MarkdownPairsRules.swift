import LintCore

/// The rules about pages whose sources are files of their own.
///
/// There is none about keys of front matter that a page lacks: nearly all are left out on purpose.
enum MarkdownPairsRules {
  /// - Parameter settings: what a configuration says of a rule of this name.
  static func rules(settings: (String) -> RuleSettings) -> [any Rule] {
    [
      // metadata
      ChangedFrontMatter(), StaleTranslation(),
      // structure
      MissingBlock(), ExtraBlock(), ChangedHeadingLevel(), ChangedCodeLine(), ChangedCodeBlock(),
      ChangedShortcode(), ChangedLabel(),
    ]
  }
}
