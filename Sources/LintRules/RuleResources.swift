public import LintCore

/// What rules are made from besides their own code.
public struct RuleResources: Sendable {
  /// What tells languages from each other.
  public let languages: Languages
  /// `nil` when none was given.
  public var glossary: Glossary?
  /// What stays as it is on every page.
  public var names: [String] = []
  /// Whether every suppression must say why.
  public var requiresReason = false
  /// What a configuration says of rules, by their names.
  public var settings: [String: RuleSettings] = [:]

  /// Those that loclint is built with.
  public init(_ languages: Languages) {
    self.languages = languages
  }

  /// Whether a run adds nothing to what loclint is built with.
  var isPlain: Bool {
    glossary == nil && names.isEmpty && !requiresReason && settings.isEmpty
  }

  /// What a configuration says of a rule.
  func settings(of rule: String) -> RuleSettings { settings[rule] ?? RuleSettings() }

  /// What a run with these has.
  public var features: RuleFeatures {
    var features = RuleFeatures()
    if glossary != nil { features.insert(.glossary) }
    if !names.isEmpty { features.insert(.doNotTranslate) }
    return features
  }
}
