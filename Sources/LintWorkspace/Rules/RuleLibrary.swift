public import LintCore
public import LintRules
import Markdown
import Messages

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
    // Those of pairs and messages come last, so that they change nothing in the order of the others.
    let rules = byFamily(
      AllFormats.pages.flatMap { $0.rules(settings: resources.settings(of:)) }
        + MarkdownRules.rules(settings: resources.settings(of:))
        + GeneralRules.rules(from: resources)
        + AllFormats.pairs.flatMap { $0.rules(settings: resources.settings(of:)) }
        + AllFormats.messages.flatMap { $0.rules(settings: resources.settings(of:)) }
        + MessageRules.rules(settings: resources.settings(of:)))
    let aboutSuppressions = GeneralRules.ruleAboutSuppressions(
      rules.map(\.info), packs: { PackRule.builtIn.map(\.id) }, from: resources)
    return rules + [aboutSuppressions]
  }

  /// Rules of several rooms with those of a family together, in which people look for them.
  private static func byFamily(_ rules: [any Rule]) -> [any Rule] {
    var families: [String] = []
    var members: [[any Rule]] = []
    for rule in rules {
      if let index = families.firstIndex(of: rule.info.family) {
        members[index].append(rule)
      } else {
        families.append(rule.info.family)
        members.append([rule])
      }
    }
    return members.flatMap { $0 }
  }

  /// The rules of a run with some resources, without those that require a feature, such as a
  /// glossary, that the resources lack.
  public func rules(from resources: RuleResources) -> [any Rule] {
    (resources.isPlain ? rules : make(resources)).filter { rule in
      rule.info.required.map { resources.features.contains($0) } ?? true
    }
  }
}
