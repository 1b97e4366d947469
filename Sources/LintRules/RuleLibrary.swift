public import LintCore
public import LintText

/// Makes rules from what they need, so that no rule has to know where others, or tables, are to be had.
public struct RuleLibrary: Sendable {
  /// Rules that run, or may, made from what loclint is built with alone.
  public let rules: [any Rule]
  /// Rules that are read when they are named.
  public let packs: @Sendable () -> [PackRule]
  /// What rules are made from when a run adds nothing.
  public let resources: RuleResources
  private let make: @Sendable (RuleResources) -> [any Rule]

  /// - Parameters:
  ///   - packs: rules that are read when they are named.
  ///   - make: the rules, made from some resources.
  public init(
    _ resources: RuleResources, packs: @escaping @Sendable () -> [PackRule] = { [] },
    make: @escaping @Sendable (RuleResources) -> [any Rule]
  ) {
    self.resources = resources
    self.packs = packs
    self.make = make
    rules = make(resources)
  }

  /// The same rules, whatever a run adds.
  public init(_ rules: [any Rule]) {
    self.init(RuleResources(Languages())) { _ in rules }
  }

  /// What loclint is built with.
  public static let builtIn = RuleLibrary(
    RuleResources(Languages()), packs: { PackRule.builtIn }
  ) { resources in
    let rules = AllRules.rules(from: resources)
    let known = KnownRules(rules.map(\.info)) { PackRule.builtIn.map(\.id) }
    return rules + [UnusedSuppression(known, requiresReason: resources.requiresReason)]
  }

  /// The rules of a run, without those that find nothing for want of what they need.
  public func rules(from resources: RuleResources) -> [any Rule] {
    (resources.isPlain ? rules : make(resources)).filter { rule in
      rule.info.required.map { resources.features.contains($0) } ?? true
    }
  }

  /// Whether there is a table of the words of a locale's language.
  public func knowsWords(of locale: LocaleTag) -> Bool {
    resources.languages.index(of: locale) != nil
  }
}
