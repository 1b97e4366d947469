public import LintCore

/// What rules are made from besides their own code.
public struct RuleResources: Sendable {
  /// What tells languages from each other.
  public let languages: Languages
  /// The terms of all glossaries of a run; `nil` when none was given.
  public var glossary: Glossary?
  /// Names that must stay as they are on every page.
  public var names: [String] = []
  /// Whether every suppression must say why.
  public var requiresReason = false
  /// Whether there are pages whose sources are files of their own.
  public var hasSources = false
  /// Whether pages are compared with each other.
  public var looksAcross = false
  /// What a configuration says of rules, by their names.
  public var settings: [String: RuleSettings] = [:]

  /// The resources of a run that adds nothing but these tables.
  public init(_ languages: Languages) {
    self.languages = languages
  }

  /// Whether a run adds nothing to what loclint is built with.
  public var isPlain: Bool {
    glossary == nil && names.isEmpty && !requiresReason && settings.isEmpty
  }

  /// What a configuration says of a rule.
  public func settings(of rule: String) -> RuleSettings { settings[rule] ?? RuleSettings() }

  /// The features that these resources make available, which a rule may require.
  public var features: RuleFeatures {
    var features = RuleFeatures()
    features.insert(.messages)
    if glossary != nil { features.insert(.glossary) }
    if !names.isEmpty { features.insert(.doNotTranslate) }
    if hasSources { features.insert(.pair) }
    if looksAcross { features.insert(.across) }
    return features
  }
}
