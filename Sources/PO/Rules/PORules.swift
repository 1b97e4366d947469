import LintCore

/// The rules that only this format has.
enum PORules {
  static func rules(settings: (String) -> RuleSettings) -> [any Rule] {
    [
      // messages
      MalformedFile(), MissingHeader(), WrongPluralCount(), UnknownPluralHeader(), DuplicateKey(),
    ]
  }
}
