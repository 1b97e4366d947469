package import LintCore
import LintReporters
import LintRules
import LintYAML

/// All rules that a command line can name: the catalogue's, those of packs, a team's own.
package struct RuleBook {
  /// The rules that a run may choose from, and the features that decide which profiles they are in.
  package struct Rules: Sendable {
    package let rules: [any Rule]
    package let features: RuleFeatures
    /// Names of rules that the run leaves out, whoever asks for them.
    package let leftOut: Set<String>
  }

  private let library: RuleLibrary
  private let team: [any Rule]
  /// The files of a team's own rules.
  package let files: [String]

  /// - Parameter folders: Those of a team's own rules.
  package init(_ library: RuleLibrary, _ folders: [String]) throws(UsageError) {
    self.library = library
    let own =
      folders.isEmpty ? nil : try TeamRules(folders, besides: library.rules, library.packs())
    team = own?.rules ?? []
    files = own?.files ?? []
  }

  /// Where people read about rules: what settings say, else what the program was built with.
  package func pages(_ settings: Settings) -> RulePages? {
    settings.rulePages?.value ?? builtPages
  }

  /// Where the pages are that the program was built with, which know nothing of a team's rules; `nil` where
  /// it was built with none.
  private var builtPages: RulePages? {
    let address = Product.rulePages
    guard !address.isEmpty else { return nil }
    return RulePages(
      address, isConfigured: false,
      of: Set(library.rules.map(\.info.id) + library.packs().map(\.id)))
  }

  /// The same with a team's other rules.
  func replacingRules(_ folders: [String]) throws(UsageError) -> RuleBook {
    try RuleBook(library, folders)
  }

  /// The names of a team's own rules.
  var teamNames: [String] { team.map(\.info.id) }

  /// Where a rule stands among all; those of packs and of teams stand at the end.
  var order: [String: Int] {
    Dictionary(
      library.rules.enumerated().map { ($1.info.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every rule there is.
  package var everything: [any Rule] {
    get throws(UsageError) {
      do throws(PlacedError) {
        return library.rules + (try Self.read(library.packs())) + team
      } catch {
        throw UsageError(error)
      }
    }
  }

  /// The catalogue, the team's rules, and those rules of packs that are named.
  package func rules(for names: [String]) throws(UsageError) -> [any Rule] {
    library.rules + (try packs(for: names)) + team
  }

  /// Those rules of packs that are named.
  private func packs(for names: [String]) throws(UsageError) -> [any Rule] {
    let known = library.rules + team
    let others = names.filter { name in !known.contains { $0.info.isCalled(name) } }
    if others.isEmpty { return [] }
    let all = library.packs()
    for name in others where !all.contains(where: { $0.isCalled(name) }) {
      throw UsageError(
        unknown: "rule", name,
        among: known.map(\.info.id) + all.map(\.id)
          + Set(known.map(\.info.family) + all.flatMap(\.packs)).sorted())
    }
    do throws(PlacedError) {
      return try Self.read(all.filter { rule in others.contains { rule.isCalled($0) } })
    } catch {
      throw UsageError(error)
    }
  }

  /// Refuses a configuration that names rules, or languages of sources, which nobody knows.
  package func check(_ configuration: Configuration) throws(UsageError) {
    try configuration.check(
      among: library.rules + team,
      packs: configuration.settings.mentions.isEmpty ? [] : library.packs())
    try configuration.checkSourceLocale(library.resources.languages.knowsWords)
  }

  /// The rules for a run, made from what it was given.
  ///
  /// - Parameters:
  ///   - settings: Those in force.
  ///   - configuration: The file that some of them come from.
  package func rules(for settings: Settings, _ configuration: Configuration) throws(UsageError)
    -> Rules
  {
    let names = settings.selection.names
    var resources = library.resources
    if !settings.glossaries.isEmpty || !settings.doNotTranslate.isEmpty {
      let lists = try TermLists(glossaries: settings.glossaries, names: settings.doNotTranslate)
      resources.glossary = lists.glossary.map { Glossary($0) }
      resources.names = lists.names
    }
    resources.requiresReason = settings.requiresReason ?? false
    resources.hasSources = settings.hasSources
    resources.looksAcross = settings.looksAcross ?? false
    let packs = try packs(for: names)
    let own = try configuration.ruleSettings(of: library.rules.map(\.info))
    if !own.isEmpty { resources.settings = own }
    let features = resources.features
    var leftOut: Set<String> = []
    for info in library.rules.map(\.info) {
      guard let feature = info.required, !features.contains(feature),
        let name = names.first(where: { info.isNamed($0) })
      else { continue }
      if feature == .across, settings.leavesAcrossOut {
        leftOut.formUnion(names.filter { info.isNamed($0) })
        continue
      }
      throw UsageError(
        "rule '\(name)' wants \(feature.phrase): \(feature.usage)")
    }
    return Rules(
      rules: library.rules(from: resources) + packs + team, features: features, leftOut: leftOut)
  }

  /// Whether one of some names is that of a rule which looks across files.
  func needAcross(_ names: [String]) -> Bool {
    library.rules.contains { rule in
      rule.info.required == .across && names.contains { rule.info.isNamed($0) }
    }
  }

  /// The present name of a rule for each former one.
  package var renamed: [String: String] { library.rules.map(\.info).presentNames }

  /// What is said of former names of rules that are still known.
  ///
  /// - Parameter names: those on the command line and in the configuration.
  package func remarks(on names: [String], _ configuration: Configuration) -> [String] {
    var remarks: [String] = []
    var told: Set<String> = []
    for mention in configuration.namesOfRules {
      guard let remark = remark(on: mention.name) else { continue }
      told.insert(mention.name)
      remarks.append("\(mention.place): \(remark)")
    }
    for name in names where told.insert(name).inserted {
      if let remark = remark(on: name) { remarks.append(remark) }
    }
    return remarks
  }

  private func remark(on name: String) -> String? {
    library.rules.map(\.info).first { $0.formerNames.names.contains(name) }.map { info in
      "rule '\(name)' is called '\(info.id)' now; loclint knows the old name until "
        + info.formerNames.until
    }
  }

  private static func read(_ files: [PackRule]) throws(PlacedError) -> [any Rule] {
    var rules: [any Rule] = []
    for file in files { rules.append(try file.rule()) }
    return rules
  }
}

extension PackRule {
  /// Its pack and the folder that the pack lies in.
  var packs: [String] {
    [String(pack.prefix { $0 != "/" }), pack]
  }

  /// Whether a name is the rule's, its pack's, or that of the folder that the pack lies in.
  func isCalled(_ name: String) -> Bool {
    id == name || pack == name || pack.hasPrefix(name + "/")
  }
}
