/// What texts of messages are written in where nothing in their file says so.
public enum MessageSyntax: String, CaseIterable, Sendable {
  /// ICU MessageFormat: plurals, selects and values in braces.
  case icu
  /// Inline markup of Markdown: links, code, emphasis.
  case markdown
}
