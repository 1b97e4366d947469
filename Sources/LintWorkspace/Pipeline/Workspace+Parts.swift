package import LintCore

extension Workspace {
  /// What holds for the pages of a configuration.
  struct Part: Sendable {
    let settings: Settings
    let configuration: Configuration
    let features: RuleFeatures
    /// Those of the workspace, each as this configuration has it.
    var rules: [(rule: any Rule, severity: Severity)]
    /// The indices of those that run on pages of other configurations alone.
    var idle: Set<Int> = []

    init(
      _ settings: Settings, _ configuration: Configuration, _ features: RuleFeatures,
      _ rules: [(rule: any Rule, severity: Severity)]
    ) {
      self.settings = settings
      self.configuration = configuration
      self.features = features
      self.rules = rules
    }

    /// The indices of rules that run on other files alone.
    ///
    /// - Parameter kind: `.pair` or `.messages`; `nil` for pages that hold their sources.
    func absent(on kind: RuleFeature?) -> Set<Int> {
      guard kind.map({ features.contains($0) }) ?? true else { return [] }
      return Set(
        rules.indices.filter {
          settings.selection.leavesAlone(rules[$0].rule.info, on: kind, with: features)
        })
    }

    /// Whether a rule runs on messages of programs and on no pages.
    func looksAtMessagesAlone(_ rule: Int) -> Bool {
      let info = rules[rule].rule.info
      return settings.selection.leavesAlone(info, on: nil, with: features)
        && (!features.contains(.pair)
          || settings.selection.leavesAlone(info, on: .pair, with: features))
    }

    /// Puts the rules in the order of a list that holds them all.
    mutating func align(to all: [(rule: any Rule, severity: Severity)]) {
      let own = Dictionary(
        rules.map { ($0.rule.info.id, $0) }, uniquingKeysWith: { first, _ in first })
      idle = Set(all.indices.filter { own[all[$0].rule.info.id] == nil })
      rules = all.map { own[$0.rule.info.id] ?? $0 }
    }
  }

  /// The same with the configurations of other folders.
  ///
  /// - Parameter settings: Those in force where a configuration counts.
  package func joined(
    by tree: ConfigurationTree, _ settings: (Configuration) throws(UsageError) -> Settings
  ) throws(UsageError) -> Workspace {
    guard tree.configurations.count > 1 else { return self }
    var (parts, remarks): ([Part], [String]) = ([], remarks + tree.remarks)
    var team = Dictionary(
      book.teamNames.map { ($0, book.files) }, uniquingKeysWith: { first, _ in first })
    var files = book.files
    for (index, configuration) in tree.configurations.enumerated() {
      guard index != tree.root else {
        parts.append(self.parts[0])
        continue
      }
      var settings = try settings(configuration)
      // Pages of all configurations are compared, or none.
      settings.looksAcross = self.settings.looksAcross
      settings.leavesAcrossOut = self.settings.leavesAcrossOut
      let book = try book.replacingRules(settings.rules)
      for name in book.teamNames {
        // Reports know a rule by its name alone.
        guard team.updateValue(book.files, forKey: name).map({ $0 == book.files }) ?? true else {
          throw UsageError(
            "\(configuration.files.first ?? ""): '\(name)' is a rule of another configuration, too",
            isInHelp: false)
        }
      }
      files += book.files
      try book.check(configuration)
      let known = try book.rules(for: settings, configuration)
      let rules = try settings.selection.rules(of: known)
      for remark in book.remarks(on: settings.selection.names, configuration)
      where !remarks.contains(remark) { remarks.append(remark) }
      parts.append(Part(settings, configuration, known.features, rules))
    }
    return Workspace(self, tree, parts, remarks, files)
  }

  /// Whether a rule looks at a page, as far as its configuration says what runs.
  package func runs(_ rule: String, on file: SourceFile) -> Bool {
    let path = file.repositoryPath
    let part =
      parts.count == 1
      ? parts[0] : parts[tree.index(of: path.hasPrefix("/") ? path : "\(root)/\(path)")]
    return part.rules.indices.contains {
      part.rules[$0].rule.info.id == rule && !part.idle.contains($0)
    }
  }

  /// Whether a rule that looks across files is named, on the command line or in a configuration.
  package var namesAcross: Bool {
    parts.contains { book.needAcross($0.settings.selection.names) }
  }

  /// All rules of some parts, in the order of the catalogue.
  static func union(_ parts: [Part], _ order: [String: Int]) -> [(
    rule: any Rule, severity: Severity
  )] {
    var known: Set<String> = []
    var all: [(rule: any Rule, severity: Severity)] = []
    for part in parts {
      for rule in part.rules where known.insert(rule.rule.info.id).inserted { all.append(rule) }
    }
    func place(_ rule: any Rule) -> (Int, String) { (order[rule.info.id] ?? .max, rule.info.id) }
    return all.sorted { place($0.rule) < place($1.rule) }
  }
}
