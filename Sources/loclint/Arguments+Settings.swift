import LintCore
import LintReporters
import LintText
import LintWorkspace
import MarkdownPairs

extension Arguments {
  /// What the command line says of what a configuration can say, too.
  func settings() throws(UsageError) -> Settings {
    var settings = Settings()
    settings.select = list(.select)
    settings.ignore = list(.ignore)
    settings.rules = values(.rules)
    settings.glossaries = values(.glossary)
    settings.doNotTranslate = values(.doNotTranslate)
    settings.profile = value(.profile).flatMap(Profile.init)
    settings.gate = value(.failOn).flatMap(Settings.Gate.init)
    settings.baseline = value(.baseline)
    settings.dismissed = value(.dismissed)
    if has(.requireReason) { settings.requiresReason = true }
    if has(.across) || has(.factsOut) || effective == .judge { settings.looksAcross = true }
    settings.outputs = try reports()
    settings.maxWarnings = try value(.maxWarnings, as: .warnings)
    settings.severities = try severities()
    settings.locale = try locale()
    settings.minScore = try value(.minScore, as: .score)
    settings.scored = value(.score).flatMap(Settings.Scored.init)
    settings.maxFindings = try value(.maxFindings, as: .findings)
    settings.maxFileSize = try value(.maxFileSize, as: .size)
    settings.exclude = try exclusions()
    settings.sourceFolder = try sourceFolder()
    settings.sourceChoice = value(.sourceAt).flatMap(SourceChoice.init)
    settings.site = value(.site).flatMap(Site.init)
    for name in values.names {
      settings.note(name.key, from: variables[name].map { .environment($0) } ?? .commandLine)
    }
    return settings
  }

  /// The settings of the command line with what a configuration says besides.
  ///
  /// - Parameter given: Those of the command line.
  func inForce(_ given: Settings, _ configuration: Configuration) -> Settings {
    guard !configuration.isSilent else { return given }
    var settings = given
    for key in ConfigurationKey.all where takes(key, given) {
      settings.adopt(key, of: configuration.settings)
    }
    settings.leavesAcrossOut =
      configuration.settings.looksAcross == true && settings.looksAcross != true
    return settings
  }

  /// The same for pages that are not the root file's: what decides the gate is the root's alone.
  func inForce(_ given: Settings, onPagesOf configuration: Configuration) -> Settings {
    var settings = given
    for key in ConfigurationKey.all where !key.isOfRun && takes(key, given) {
      settings.adopt(key, of: configuration.settings)
    }
    return settings
  }

  /// Whether a configuration has a say in what a key means.
  private func takes(_ key: ConfigurationKey, _ given: Settings) -> Bool {
    if let option = key.option, !effective.takes(option) { return false }
    switch key {
    // Rules that the command line names without a plus are all that runs, whatever the file says.
    case .select, .ignore: return given.select.allSatisfy { $0.hasPrefix("+") }
    case .baseline: return !has(.writeBaseline)
    // The file's outputs are for whole runs: a run over one text or for a baseline must not replace
    // them.
    case .outputs: return !has(.factsOut) && !has(.stdinPath) && !has(.writeBaseline)
    // A page that is mended, or whose text is an editor's, is no longer what was compared.
    case .across: return !CheckOptions.changesPages(self, given)
    default: return true
    }
  }

  /// A value that command line and configuration write alike; `nil` where it isn't given.
  func value<Value>(_ name: Option.Name, as kind: @autoclosure () -> ValueKind<Value>)
    throws(UsageError)
    -> WrittenValue<Value>?
  {
    guard let word = value(name) else { return nil }
    let kind = kind()
    guard let value = kind.read(word) else {
      throw UsageError("\(spelling(of: name)) wants \(kind.phrase), not '\(word)'")
    }
    return WrittenValue(value, as: word)
  }

  /// The locale that is asked for; `nil` if none is.
  private func locale() throws(UsageError) -> WrittenValue<LocaleTag>? {
    guard let word = value(.locale) else { return nil }
    if let tag = LocaleTag(word) { return WrittenValue(tag, as: word) }
    let meant = LocaleTag(fileName: String(word.prefix { $0 != "." }))
    throw UsageError(
      "--locale: '\(word)' is not a well-formed BCP 47 tag"
        + (meant.map { "; did you mean '\($0)'?" } ?? ""))
  }

  /// The folder of sources that is asked for.
  private func sourceFolder() throws(UsageError) -> String? {
    guard let folder = value(.source) else { return nil }
    guard FileFinder.isFolder(folder) else {
      throw UsageError("--source: '\(folder)' is no folder", isInHelp: false)
    }
    return folder
  }

  private func exclusions() throws(UsageError) -> [Glob] {
    var globs: [Glob] = []
    for text in values(.exclude) {
      do throws(Glob.Failure) {
        globs.append(try Glob(text))
      } catch {
        throw UsageError("\(spelling(of: .exclude)): '\(text)' is no glob: \(error.message)")
      }
    }
    return globs
  }

  /// What `--set` says of keys that have no option of one value.
  func valuesOfKeys() throws(UsageError) -> [(key: ConfigurationKey, text: String)] {
    var result: [(key: ConfigurationKey, text: String)] = []
    for word in values(.set) {
      guard let equals = word.firstIndex(of: "="), word.index(after: equals) < word.endIndex else {
        throw UsageError(
          "\(spelling(of: .set)) wants a key of loclint.yml and its value: KEY=VALUE")
      }
      let name = String(word[..<equals])
      guard let key = ConfigurationKey.named(name) else {
        throw UsageError(unknown: "key", name, among: ConfigurationKey.all.map(\.name))
      }
      let other: String? =
        switch key {
        case .paths: "as paths behind the options"
        case .outputs: "with --output"
        case .exclude: "with --exclude"
        case .extends, .root: "in a file alone"
        default: nil
        }
      if let other { throw UsageError("'\(name)' is said \(other), and not with --set") }
      result.append((key, String(word[word.index(after: equals)...])))
    }
    return result
  }

  private func severities() throws(UsageError) -> [Settings.NamedSeverity] {
    var severities: [Settings.NamedSeverity] = []
    for value in list(.severity) {
      guard let equals = value.firstIndex(of: "=") else {
        throw UsageError("option '--severity' wants a rule and a severity: RULE=error")
      }
      let word = String(value[value.index(after: equals)...])
      guard let severity = Severity(rawValue: word) else {
        throw UsageError(
          unknown: "severity", word, among: Severity.allCases.map(\.rawValue))
      }
      severities.append(Settings.NamedSeverity(String(value[..<equals]), severity))
    }
    return severities
  }

  /// The reports of `check` and `judge`; the one file that `merge` writes has no format.
  private func reports() throws(UsageError) -> [Settings.Report] {
    guard effective == .check || effective == .judge else { return [] }
    let formats = AllReporters.ofFiles
    var reports: [Settings.Report] = []
    for value in values(.output) {
      guard let equals = value.firstIndex(of: "="), value.index(after: equals) < value.endIndex
      else {
        throw UsageError(
          "option '--output' wants a format and a file: --output=\(AllReporters.all.last!.name)=FILE"
        )
      }
      let name = String(value[..<equals])
      let path = String(value[value.index(after: equals)...])
      guard let format = AllReporters.format(named: name) else {
        throw UsageError(unknown: "format", name, among: formats.map(\.name))
      }
      if let refusal = Settings.Report.refusal(of: format, to: path, beside: reports) {
        throw UsageError(refusal)
      }
      reports.append(Settings.Report(format, to: path, by: .commandLine))
    }
    return reports
  }
}

extension Option.Name {
  /// The name of the key of a configuration that says the same, if one does.
  fileprivate var key: String {
    switch self {
    case .glossary: "glossaries"
    case .output: "outputs"
    default: rawValue
    }
  }
}

extension ConfigurationKey {
  /// The option that says the same; `nil` where the command line can't say it: it has operands in place of
  /// `paths`, and `--config` in place of `extends`.
  fileprivate var option: Option.Name? { Option.Name.allCases.first { $0.key == name } }
}
