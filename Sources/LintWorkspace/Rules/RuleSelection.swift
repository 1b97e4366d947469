package import LintCore

/// Which rules run, and how severe their findings are.
package struct RuleSelection: Sendable {
  package var profile = Profile.default
  /// Rules and families: instead of the profile's, or, after a `+`, besides them.
  package var select: [String] = []
  package var ignore: [String] = []
  /// Rules and families with their severity; of several for one rule the last counts.
  package var severities: [Settings.NamedSeverity] = []

  package init(
    profile: Profile = .default, select: [String] = [], ignore: [String] = [],
    severities: [Settings.NamedSeverity] = []
  ) {
    self.profile = profile
    self.select = select
    self.ignore = ignore
    self.severities = severities
  }

  /// The rules that run, in the order of the catalogue.
  ///
  /// - Parameters:
  ///   - features: what the run has, by which rules belong to profiles.
  ///   - leftOut: names that are passed over, for the run has nothing that they could stand for.
  package func rules(
    of catalogue: [any Rule], with features: RuleFeatures = RuleFeatures(),
    leavingOut leftOut: Set<String> = []
  ) throws(UsageError) -> [(rule: any Rule, severity: Severity)] {
    var selected: Set<String> = []
    let instead = select.filter { !$0.hasPrefix("+") }
    if instead.isEmpty {
      selected = Set(
        catalogue.map(\.info).filter { info in
          info.profile(with: features).map { $0 <= profile } ?? false
        }.map(\.id))
    }
    for name in instead where !leftOut.contains(name) {
      selected.formUnion(try Self.rules(named: name, in: catalogue))
    }
    for name in select where name.hasPrefix("+") && !leftOut.contains(String(name.dropFirst())) {
      selected.formUnion(try Self.rules(named: String(name.dropFirst()), in: catalogue))
    }
    for name in ignore where !leftOut.contains(name) {
      selected.subtract(try Self.rules(named: name, in: catalogue))
    }
    var severity: [String: Severity] = [:]
    for entry in severities where !leftOut.contains(entry.name) {
      for id in try Self.rules(named: entry.name, in: catalogue) { severity[id] = entry.severity }
    }
    // A run that looks for nothing would always pass. One that leaves out what the configuration
    // asks for may be an editor's, or mend nothing.
    guard !selected.isEmpty || catalogue.isEmpty || !leftOut.isEmpty else {
      throw UsageError("no rule is left to run")
    }
    return catalogue.filter { selected.contains($0.info.id) }.map {
      ($0, severity[$0.info.id] ?? $0.info.severity)
    }
  }

  /// The same of what a book has for a run.
  func rules(of known: RuleBook.Rules) throws(UsageError) -> [(rule: any Rule, severity: Severity)]
  {
    try rules(of: known.rules, with: known.features, leavingOut: known.leftOut)
  }

  /// Whether a rule of the run leaves files of a kind alone, and is there for others.
  ///
  /// - Parameter kind: `.pair` or `.messages`; `nil` for pages that hold their sources.
  package func leavesAlone(_ info: RuleInfo, on kind: RuleFeature?, with features: RuleFeatures)
    -> Bool
  {
    guard select.allSatisfy({ $0.hasPrefix("+") }),
      !select.contains(where: { info.isCalled(String($0.dropFirst())) })
    else { return false }
    return info.profile(with: features, on: kind).map { $0 > profile } ?? true
  }

  /// The IDs of a rule or of a family's rules.
  private static func rules(named name: String, in catalogue: [any Rule]) throws(UsageError)
    -> [String]
  {
    let found = catalogue.map(\.info).filter { $0.isCalled(name) }.map(\.id)
    guard !found.isEmpty else { throw unknown(name, in: catalogue) }
    return found
  }

  /// All names of rules and families that were given.
  package var names: [String] {
    select.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 } + ignore + severities.map(\.name)
  }

  /// The error for a name that is neither a rule nor a family.
  package static func unknown(_ name: String, in catalogue: [any Rule]) -> UsageError {
    UsageError(
      unknown: "rule", name,
      among: catalogue.map(\.info.id) + Set(catalogue.map(\.info.family)).sorted())
  }
}

extension RuleInfo {
  /// Whether a name is the rule's, its family's, or that of the folder that a pack lies in.
  package func isCalled(_ name: String) -> Bool {
    isNamed(name) || family == name || family.hasPrefix(name + "/")
  }

  /// Whether a name is, or was, the rule's own.
  package func isNamed(_ name: String) -> Bool {
    id == name || formerNames.names.contains(name)
  }
}
