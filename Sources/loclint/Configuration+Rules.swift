import LintCore
import LintRules
import LintText
import LintWorkspace
import LintYAML

extension Configuration {
  /// Refuses names that no rule has.
  func check(among catalogue: [any Rule], packs: [PackRule]) throws(UsageError) {
    let infos = catalogue.map(\.info)
    var known: Set<String> = []
    for mention in mentions
    where known.insert(mention.name).inserted
      && !infos.contains(where: { $0.isCalled(mention.name) })
      && !packs.contains(where: { $0.isCalled(mention.name) })
    {
      throw unknown(
        mention, "rule",
        infos.map(\.id) + packs.map(\.id) + Set(infos.map(\.family) + packs.map(\.pack)).sorted())
    }
    for setting in settings where !infos.contains(where: { $0.isNamed(setting.rule.name) }) {
      throw unknown(setting.rule, "rule", infos.filter { !$0.settings.isEmpty }.map(\.id))
    }
  }

  private func unknown(_ mention: Mention, _ kind: String, _ known: [String]) -> UsageError {
    let meant = Spelling.closest(to: mention.name, among: known)
    return mistake(
      mention,
      "there is no \(kind) '\(mention.name)'" + (meant.map { "; did you mean '\($0)'?" } ?? ""))
  }

  private func mistake(_ mention: Mention, _ message: String) -> UsageError {
    UsageError(mention.origin.source.mistake(message, at: mention.origin.offset))
  }

  /// Refuses a language of sources that there are no words for.
  func checkSourceLocale(_ isKnown: (LocaleTag) -> Bool) throws(UsageError) {
    guard let sourceLocale, !isKnown(sourceLocale), let origin = sourceLocaleOrigin else {
      return
    }
    throw UsageError(
      origin.source.mistake(
        "no words of the language of '\(sourceLocale)' are known", at: origin.offset))
  }

  /// Where rules are named.
  var namesOfRules: [Mention] { mentions + settings.map(\.rule) }

  /// What is written for the settings of each rule, by its name.
  func settings(of infos: [RuleInfo]) throws(UsageError) -> [String: RuleSettings] {
    guard !settings.isEmpty else { return [:] }
    var result: [String: RuleSettings] = [:]
    for info in infos {
      var values: [String: RuleSetting.Value] = [:]
      for setting in settings where info.isNamed(setting.rule.name) {
        guard let known = info.settings.first(where: { $0.name == setting.name.name }) else {
          throw unknown(setting.name, "setting", info.settings.map(\.name))
        }
        switch known.standard {
        case .words: values[known.name] = .words(setting.words)
        case .share:
          guard let word = setting.words.first, setting.words.count == 1,
            let share = Double(word), (0...1).contains(share)
          else { throw mistake(setting.name, "'\(known.name)' is a number from 0 to 1") }
          values[known.name] = .share(share)
        }
      }
      if !values.isEmpty { result[info.id] = RuleSettings(values) }
    }
    return result
  }

  /// A file's path as globs see it: relative to `folder`.
  func path(of canonical: String) -> String { FileFinder.relative(canonical, to: folder) }

  /// Whether a file or folder is left out.
  ///
  /// - Parameter orFolders: Whether a folder above it counts too: a folder that is named on the
  ///   command line is taken, whatever lies above.
  func excludes(_ canonical: String, orFolders: Bool = false) -> Bool {
    guard !exclude.isEmpty else { return false }
    let path = path(of: canonical)
    return exclude.contains { $0.matches(path, orFolders: orFolders) }
  }

  /// What holds for each file of a run.
  ///
  /// - Parameters:
  ///   - root: The canonical folder that repository paths begin at.
  ///   - locale: The locale of all pages, if there is one.
  func treatment(of rules: [RuleInfo], root: String, locale: Page.Statement?)
    -> @Sendable (
      SourceFile
    ) -> FileTreatment
  {
    let standard = FileTreatment(locale: locale)
    let template = locale == nil ? localeTemplate : nil
    guard !overrides.isEmpty || template != nil else { return { _ in standard } }
    func indices(_ name: String) -> [Int] { rules.indices.filter { rules[$0].isCalled(name) } }
    let changes = overrides.map { override in
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
      for change in changes where change.files.contains(where: { $0.matches(path) }) {
        treatment.ignored.formUnion(change.ignored)
        for (rule, severity) in change.severities { treatment.severities[rule] = severity }
      }
      return treatment
    }
  }

  /// The locale in a path, by a template such as `docs/{locale}` or `*/docs.{locale}`.
  static func locale(of path: String, _ template: String) -> LocaleTag? {
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
