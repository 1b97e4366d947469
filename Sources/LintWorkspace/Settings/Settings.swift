package import LintCore
package import LintReporters
package import LintText
package import MarkdownPairs

/// What a `loclint.yml` can say, as typed values: a file fills it, a command line fills another one,
/// and the two are put together.
///
/// What is `nil` or empty was not said. Each value has one reader (`ValueKind`) for both; who writes a
/// mistake is told in the words of where it stands.
package struct Settings: Sendable {
  /// Where a value comes from.
  package enum Origin: Sendable, CustomStringConvertible {
    case file(FilePlace)
    case commandLine
    /// By the name of the variable.
    case environment(String)

    package var description: String {
      switch self {
      case .file(let place): place.description
      case .commandLine: "command line"
      case .environment(let name): name
      }
    }
  }

  /// When findings fail a run.
  package enum Gate: String, CaseIterable, Sendable {
    case error, warning, note, never

    /// The severity from which they do; `nil` for none.
    package var severity: Severity? { Severity(rawValue: rawValue) }
  }

  /// Which findings a score is made of.
  package enum Scored: String, CaseIterable, Sendable {
    case all, new
  }

  /// A severity for a rule or family.
  package struct NamedSeverity: Sendable {
    package let name: String
    package let severity: Severity

    package init(_ name: String, _ severity: Severity) {
      self.name = name
      self.severity = severity
    }

    /// As options write it: `empty-link-text=error`.
    package var text: String { "\(name)=\(severity.rawValue)" }
  }

  /// What holds for some of the files.
  package struct Override: Sendable {
    package let files: [Glob]
    package let ignore: [String]
    package let severities: [NamedSeverity]
    package let place: FilePlace
  }

  /// What texts of some of the files are written in.
  package struct SyntaxOfFiles: Sendable {
    package let files: [Glob]
    package let syntax: MessageSyntax
    package let place: FilePlace
  }

  /// A value of a rule's setting, as written: what kind it is, only the rule knows.
  package struct RuleValue: Sendable {
    package let rule: Mention
    package let name: Mention
    package let words: [String]
  }

  /// A report that is written to a file.
  package struct Report: Sendable {
    package let format: ReportFormat
    package let path: String
    /// Who wants it: a configuration may not name any file.
    package let author: WritePermission.Author

    package init(_ format: ReportFormat, to path: String, by author: WritePermission.Author) {
      self.format = format
      self.path = path
      self.author = author
    }

    /// What stands against writing a report to a path beside others; `nil` for nothing.
    package static func refusal(
      of format: ReportFormat, to path: String, beside others: [Report]
    ) -> String? {
      if path == "-" {
        return "write to standard output with "
          + (format == AllReporters.difference ? "--diff" : "--format=\(format.name)")
      }
      return others.contains { $0.path == path }
        ? "two reports can't be written to '\(path)'" : nil
    }

    /// As options write it: `sarif=loclint.sarif`.
    package var text: String { "\(format.name)=\(path)" }
  }

  package var isRoot: Bool?
  package var paths: [String] = []
  package var exclude: [Glob] = []
  package var locale: WrittenValue<LocaleTag>?
  /// The place of the locale in paths: `docs/{locale}`.
  package var localeTemplate: String?
  package var sourceLocale: LocaleTag?
  package var sourceLocalePlace: FilePlace?
  /// The folder of sources that the command line names.
  package var sourceFolder: String?
  /// Where a configuration says that sources lie.
  package var sources: [SourceTemplate] = []
  /// What publishes the pages.
  package var site: Site?
  /// Which version of its source a page is compared with.
  package var sourceChoice: SourceChoice?
  /// What keys of pages name, besides those that are known.
  package var sourcePins: [(key: String, kind: SourcePin.Kind)] = []
  package var profile: Profile?
  package var select: [String] = []
  package var ignore: [String] = []
  package var severities: [NamedSeverity] = []
  package var ruleValues: [RuleValue] = []
  package var overrides: [Override] = []
  package var messageSyntax: [SyntaxOfFiles] = []
  package var rules: [String] = []
  package var glossaries: [String] = []
  package var doNotTranslate: [String] = []
  package var outputs: [Report] = []
  package var gate: Gate?
  package var maxWarnings: WrittenValue<Int>?
  package var minScore: WrittenValue<Double>?
  package var scored: Scored?
  /// Those that are said; the others are standard.
  package var penalties: [Severity: Double] = [:]
  package var maxFindings: WrittenValue<Int?>?
  package var maxFileSize: WrittenValue<Int>?
  package var baseline: String?
  package var dismissed: String?
  package var requiresReason: Bool?
  /// Whether pages are compared with each other.
  package var looksAcross: Bool?
  /// Whether a configuration says so, and the run is one that leaves rules out which look across files.
  package var leavesAcrossOut = false
  /// The address of the pages about rules.
  package var rulePages: WrittenValue<RulePages>?

  /// Where names of rules stand in a file; they can be looked up only when a team's rules are read.
  package var mentions: [Mention] = []
  /// The names of the keys whose values a user says, and where.
  private var given: [(key: String, origin: Origin)] = []
  /// Where a file says values. A list, for few are said, and a dictionary's type takes long to be made.
  private var places: [KeyPlaces] = []

  package init() {}

  /// How much of anything a run takes.
  package var limits: Limits {
    var limits = Limits()
    if let maxFindings { limits.findingsPerRule = maxFindings.value }
    if let maxFileSize { limits.fileSize = maxFileSize.value }
    return limits
  }

  /// Whether anything is said of sources that are files of their own.
  package var hasSources: Bool { sourceFolder != nil || !sources.isEmpty }

  /// How sources are read.
  var sourceOptions: PageSources.Options {
    var options = PageSources.Options()
    options.site = site
    options.choice = sourceChoice ?? .pin
    for pin in sourcePins { options.pins[pin.key] = pin.kind }
    options.mostBytes = limits.fileSize
    return options
  }

  private struct KeyPlaces {
    let key: String
    var places: [FilePlace]
  }

  /// Where the value of a key comes from; empty where nobody says it.
  package func origins(of key: ConfigurationKey) -> [Origin] {
    places(of: key).map { .file($0) } + given.filter { $0.key == key.name }.map(\.origin)
  }

  /// Whether a value comes from a file alone.
  package func isConfigured(_ key: ConfigurationKey) -> Bool {
    !places.isEmpty && !places(of: key).isEmpty && !isGiven(key)
  }

  private func isGiven(_ key: ConfigurationKey) -> Bool { given.contains { $0.key == key.name } }

  /// Notes that a user says a value.
  ///
  /// - Parameter key: The name of its key.
  package mutating func note(_ key: String, from origin: Origin) { given.append((key, origin)) }

  /// Notes that a file says a value.
  mutating func note(_ place: FilePlace, of key: ConfigurationKey) {
    setPlaces((key.isJoined ? places(of: key) : []) + [place], of: key)
  }

  /// Where files say it.
  func places(of key: ConfigurationKey) -> [FilePlace] {
    places.first { $0.key == key.name }?.places ?? []
  }

  /// Takes back what files say of being the root: each speaks for itself alone.
  mutating func forgetRoot() {
    isRoot = nil
    places.removeAll { $0.key == ConfigurationKey.root.name }
  }

  private mutating func setPlaces(_ new: [FilePlace], of key: ConfigurationKey) {
    if let index = places.firstIndex(where: { $0.key == key.name }) {
      places[index].places = new
    } else {
      places.append(KeyPlaces(key: key.name, places: new))
    }
  }

  /// Which rules run.
  package var selection: RuleSelection {
    RuleSelection(
      profile: profile ?? .default, select: select, ignore: ignore, severities: severities)
  }

  /// Takes over what a file says of a key and these settings don't; lists are joined.
  package mutating func adopt(_ key: ConfigurationKey, of file: Settings) {
    let said = file.places(of: key)
    guard !said.isEmpty else { return }
    let isTaken = key.merge(&self, file)
    if isTaken || !isGiven(key) { setPlaces(said, of: key) }
  }
}
