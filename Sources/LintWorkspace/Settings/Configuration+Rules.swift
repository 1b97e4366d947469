package import LintCore
import LintRules
package import LintText
import LintYAML

extension Configuration {
  /// Refuses names that no rule has.
  func check(among catalogue: [any Rule], packs: [PackRule]) throws(UsageError) {
    let infos = catalogue.map(\.info)
    var known: Set<String> = []
    for mention in settings.mentions
    where known.insert(mention.name).inserted
      && !infos.contains(where: { $0.isCalled(mention.name) })
      && !packs.contains(where: { $0.isCalled(mention.name) })
    {
      throw mention.unknown(
        "rule",
        among: infos.map(\.id) + packs.map(\.id)
          + Set(infos.map(\.family) + packs.map(\.pack)).sorted())
    }
    for value in settings.ruleValues where !infos.contains(where: { $0.isNamed(value.rule.name) }) {
      throw value.rule.unknown("rule", among: infos.filter { !$0.settings.isEmpty }.map(\.id))
    }
  }

  /// Refuses a language of sources that there are no words for.
  func checkSourceLocale(_ isKnown: (LocaleTag) -> Bool) throws(UsageError) {
    guard let locale = settings.sourceLocale, !isKnown(locale),
      let place = settings.sourceLocalePlace
    else { return }
    throw place.mistake("no words of the language of '\(locale)' are known")
  }

  /// Where rules are named.
  var namesOfRules: [Mention] { settings.mentions + settings.ruleValues.map(\.rule) }

  /// What is written for the settings of each rule, by its name.
  func ruleSettings(of infos: [RuleInfo]) throws(UsageError) -> [String: RuleSettings] {
    guard !settings.ruleValues.isEmpty else { return [:] }
    var result: [String: RuleSettings] = [:]
    for info in infos {
      var values: [String: RuleSetting.Value] = [:]
      for setting in settings.ruleValues where info.isNamed(setting.rule.name) {
        guard let known = info.settings.first(where: { $0.name == setting.name.name }) else {
          throw setting.name.unknown("setting", among: info.settings.map(\.name))
        }
        switch known.standard {
        case .words: values[known.name] = .words(setting.words)
        case .share:
          guard let word = setting.words.first, setting.words.count == 1,
            let share = Double(word), (0...1).contains(share)
          else { throw setting.name.place.mistake("'\(known.name)' is a number from 0 to 1") }
          values[known.name] = .share(share)
        }
      }
      if !values.isEmpty { result[info.id] = RuleSettings(values) }
    }
    return result
  }

  /// Whether a file or folder is left out.
  ///
  /// - Parameter orFolders: Whether a folder above it counts too: a folder that is named on the
  ///   command line is taken, whatever lies above.
  package func excludes(_ canonical: String, orFolders: Bool = false) -> Bool {
    guard !settings.exclude.isEmpty else { return false }
    let path = FileFinder.relative(canonical, to: folder)
    return settings.exclude.contains { $0.matches(path, orFolders: orFolders) }
  }

  /// What holds for each file of a run.
  ///
  /// - Parameters:
  ///   - root: The canonical folder that repository paths begin at.
  ///   - locale: The locale of all pages, if there is one.
  ///   - sources: Where the pages' sources lie, whose templates may say a page's locale, too.
  ///   - idle: Rules of other pages, by their indices.
  package func treatment(
    of rules: [RuleInfo], root: String, locale: Page.Statement?, sources: SourcePlaces? = nil,
    without idle: Set<Int> = []
  ) -> @Sendable (SourceFile) -> FileTreatment {
    let standard = FileTreatment(locale: locale, without: idle)
    let template = locale == nil ? settings.localeTemplate : nil
    let sources = locale == nil ? sources : nil
    let syntaxes = settings.messageSyntax
    guard
      !settings.overrides.isEmpty || !syntaxes.isEmpty || template != nil || sources != nil
    else {
      return { _ in standard }
    }
    func indices(_ name: String) -> [Int] { rules.indices.filter { rules[$0].isCalled(name) } }
    let changes = settings.overrides.map { override in
      (
        files: override.files, ignored: Set(override.ignore.flatMap(indices)),
        severities: override.severities.flatMap { entry in
          indices(entry.name).map { (rule: $0, severity: entry.severity) }
        }
      )
    }
    let folder = folder
    return { file in
      let absolute =
        file.repositoryPath.hasPrefix("/") ? file.repositoryPath : "\(root)/\(file.repositoryPath)"
      let path = FileFinder.relative(absolute, to: folder)
      var treatment = standard
      if let template {
        treatment.locale = Self.locale(of: path, template).map {
          Page.Statement($0, by: .configuration)
        }
      }
      if treatment.locale == nil, let sources {
        treatment.locale = sources.partner(of: absolute)?.locale
      }
      for change in changes where change.files.contains(where: { $0.matches(path) }) {
        treatment.ignored.formUnion(change.ignored)
        for (rule, severity) in change.severities { treatment.severities[rule] = severity }
      }
      treatment.messageSyntax =
        syntaxes.last { $0.files.contains { $0.matches(path) } }?.syntax
      return treatment
    }
  }

  /// The locale in a path, by a template such as `docs/{locale}` or `*/docs.{locale}`.
  package static func locale(of path: String, _ template: String) -> LocaleTag? {
    let folders = path.split(separator: "/").dropLast()
    let parts = template.split(separator: "/")
    guard folders.count >= parts.count else { return nil }
    var locale: LocaleTag?
    for (folder, part) in zip(folders, parts) where part != "*" {
      guard let field = part.firstRange(of: "{locale}") else {
        guard folder == part else { return nil }
        continue
      }
      let (before, after) = (part[..<field.lowerBound], part[field.upperBound...])
      guard folder.utf8.count > before.utf8.count + after.utf8.count, folder.hasPrefix(before),
        folder.hasSuffix(after)
      else { return nil }
      let named = LocaleTag(
        fileName: String(folder.dropFirst(before.count).dropLast(after.count)))
      // `docs/api` stands beside `docs/it`.
      guard let named, named.isOfKnownLanguage else { return nil }
      locale = named
    }
    return locale
  }
}
