public import LintCore
public import LintText

/// Makes rules from the resources that they need, so that no rule has to know where tables,
/// glossaries or other rules come from.
public struct RuleLibrary: Sendable {
  /// The rules of `make`, made from `resources` alone, without anything that a run adds.
  public let rules: [any Rule]
  /// Declared rules, which are read only when a run names them or their pack.
  public let packs: @Sendable () -> [PackRule]
  /// What rules are made from when a run adds nothing.
  public let resources: RuleResources
  private let make: @Sendable (RuleResources) -> [any Rule]

  /// - Parameters:
  ///   - resources: What rules are made from when a run adds nothing.
  ///   - packs: Declared rules, which are read only when a run names them or their pack.
  ///   - make: Makes the rules from resources; called once here, and again where a run adds some.
  public init(
    _ resources: RuleResources, packs: @escaping @Sendable () -> [PackRule] = { [] },
    make: @escaping @Sendable (RuleResources) -> [any Rule]
  ) {
    self.resources = resources
    self.packs = packs
    self.make = make
    rules = make(resources)
  }

  /// A library of the same rules, whatever a run adds.
  public init(_ rules: [any Rule]) {
    self.init(RuleResources(Languages())) { _ in rules }
  }

  /// The rules and packs that loclint is built with.
  public static let builtIn = RuleLibrary(
    RuleResources(Languages()), packs: { PackRule.builtIn }
  ) { resources in
    let rules = AllRules.rules(from: resources)
    let known = KnownRules(rules.map(\.info)) { PackRule.builtIn.map(\.id) }
    return rules + [UnusedSuppression(known, requiresReason: resources.requiresReason)]
  }

  /// The rules of a run with some resources, without those that require a feature, such as a
  /// glossary, that the resources lack.
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
