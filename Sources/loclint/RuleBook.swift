import LintCore
import LintRules

/// All rules that a command line can name: the catalogue's, those of packs, a team's own.
struct RuleBook {
  private let catalogue: [any Rule]
  private let packs: () -> [PackRule]
  private let team: [any Rule]
  /// Of a team's own rules.
  let files: [String]

  init(_ arguments: Arguments, _ catalogue: [any Rule], _ packs: @escaping () -> [PackRule])
    throws(UsageError)
  {
    self.catalogue = catalogue
    self.packs = packs
    let folders = arguments.values(.rules)
    let own =
      folders.isEmpty ? nil : try TeamRules(folders, besides: catalogue, packs())
    team = own?.rules ?? []
    files = own?.files ?? []
  }

  /// Every rule there is.
  var everything: [any Rule] {
    get throws(UsageError) {
      do throws(PlacedError) {
        return catalogue + (try Self.read(packs())) + team
      } catch {
        throw UsageError(error)
      }
    }
  }

  /// The catalogue, the team's rules, and those rules of packs that are named.
  func rules(for names: [String]) throws(UsageError) -> [any Rule] {
    var read: [any Rule] = []
    let known = catalogue + team
    let others = names.filter { name in !known.contains { $0.info.isCalled(name) } }
    if !others.isEmpty {
      let all = packs()
      for name in others where !all.contains(where: { $0.isCalled(name) }) {
        throw UsageError(
          unknown: "rule", name,
          among: known.map(\.info.id) + all.map(\.id)
            + Set(known.map(\.info.family) + all.flatMap(\.packs)).sorted())
      }
      do throws(PlacedError) {
        read = try Self.read(all.filter { rule in others.contains { rule.isCalled($0) } })
      } catch {
        throw UsageError(error)
      }
    }
    return catalogue + read + team
  }

  /// Refuses a configuration that names rules which nobody knows.
  func check(_ configuration: Configuration) throws(UsageError) {
    try configuration.check(
      among: catalogue + team, packs: configuration.mentions.isEmpty ? [] : packs())
  }

  /// The same as `rules(for:)`, with the lists of words that a run was given.
  func rules(
    for names: [String], _ arguments: Arguments, _ configuration: Configuration = Configuration()
  ) throws(UsageError) -> [any Rule] {
    let lists = try TermLists(arguments)
    if lists.glossary == nil, let name = names.first(where: TermRules.wantGlossary.contains) {
      throw UsageError("rule '\(name)' wants a glossary: --glossary=FILE")
    }
    let rules = TermRules.configured(
      try configuration.configured(try rules(for: names)), glossary: lists.glossary,
      names: lists.names)
    return SuppressionRules.configured(
      rules, requiresReason: arguments.has(.requireReason))
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
