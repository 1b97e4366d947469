import LintCore
import LintReporters
import LintText
import LintYAML
import MarkdownPairs

extension ConfigurationKey {
  /// All of them, in the order of the schema.
  package static let all: [ConfigurationKey] = [
    root, extends, paths, exclude, locale, sourceLocale, source, sourceAt, sourcePins, site,
    profile, select, ignore, severity,
    ruleValues,
    overrides, messageSyntax, rules, glossaries, doNotTranslate, outputs, failOn, maxWarnings,
    minScore, score,
    penalties,
    maxFindings, maxFileSize, baseline, dismissed, requireReason, across, rulePages,
  ]

  /// The key of a name.
  package static func named(_ name: String) -> ConfigurationKey? { all.first { $0.name == name } }

  package static let root = ConfigurationKey(
    "root", .flag, { $1(&$0.isRoot) },
    "Whether no file above this one counts for the pages below: of several files above a page the nearest "
      + "counts, and what fails a run is for the highest to say, the root.",
    sample: "root: true", standard: "false", text: { $0.description }
  ) { (entry) throws(PlacedError) in try entry.map.flag(entry.key) }

  /// Read before all others, by `Configuration`.
  package static let extends = ConfigurationKey(
    "extends", .texts,
    "Other files of this kind, read before this one, which has the last word. Lists are joined. One "
      + "that is named more than once is read where it is named first.",
    sample: "extends: shared/loclint.yml", merge: { _, _ in false }, text: { _ in nil }
  ) { _, _ in }

  package static let paths = ConfigurationKey(
    "paths", .texts, "What is checked when the command line names nothing.",
    sample: "paths: [docs]", standard: "[.]"
  ) { settings, file in
    guard settings.paths.isEmpty else { return false }
    settings.paths = file.paths
    return true
  } text: {
    $0.paths.isEmpty ? nil : list($0.paths)
  } read: { (settings, entry) throws(PlacedError) in
    settings.paths = try entry.paths.pages(entry)
  }

  package static let exclude = ConfigurationKey(
    "exclude", .texts, list: { $1(&$0.exclude) },
    "Files and folders below the paths that are left out: globs, as seen from the folder of this "
      + "file. One without a slash is a name at any depth; ** goes through folders. What git "
      + "ignores is left out anyway.",
    sample: "exclude: [\"*.draft.md\", docs/archive]", text: { $0.text }
  ) { (_, entry) throws(PlacedError) in try entry.globs() }

  package static let locale = ConfigurationKey(
    "locale", .text,
    "The locale that the pages must have: one tag, or the place of the tag in their paths, as in "
      + "docs/{locale}; * is any folder.",
    sample: "locale: docs/{locale}"
  ) { settings, file in
    guard settings.locale == nil else { return false }
    (settings.locale, settings.localeTemplate) = (file.locale, file.localeTemplate)
    return true
  } text: {
    $0.locale?.word ?? $0.localeTemplate
  } read: { (settings, entry) throws(PlacedError) in
    (settings.locale, settings.localeTemplate) = try entry.localeOrTemplate()
  }

  package static let sourceLocale = ConfigurationKey(
    "source-locale", .text,
    "The locale of the sources, en unless told otherwise: rules about languages go by it.",
    sample: "source-locale: en-US", standard: PageKind.standardSource.description
  ) { settings, file in
    (settings.sourceLocale, settings.sourceLocalePlace) =
      (file.sourceLocale, file.sourceLocalePlace)
    return true
  } text: {
    $0.sourceLocale?.description
  } read: { (settings, entry) throws(PlacedError) in
    settings.sourceLocale = try entry.locale()
    settings.sourceLocalePlace = FilePlace(of: entry.node, in: entry.map.source)
  }

  package static let source = ConfigurationKey(
    "source", .sources,
    "Where the sources of pages lie that are files of their own: the path of a page, and that of its "
      + "source. {path} is any folders and a name, {locale} a locale, other names in braces are parts of a name.",
    sample: "source:\n  - target: content/{locale}/{path}\n    source: content/en/{path}",
    isJoined: true, standard: "[]"
  ) { settings, file in
    settings.sources += file.sources
    return !file.sources.isEmpty
  } text: { _ in
    nil
  } read: { (settings, entry) throws(PlacedError) in
    settings.sources += try entry.sources()
  }

  package static let sourceAt = ConfigurationKey(
    "source-at", .choice(SourceChoice.allCases.map { $0.rawValue }), { $1(&$0.sourceChoice) },
    "Which version of its source a page is compared with: the one that the page names (pin), that of its last "
      + "commit (commit), the latest (today), or the latest as what all pages were translated from (given). A page "
      + "that names none that is there is compared with that of its last commit, and where git knows nothing of "
      + "the sources, with what lies there.",
    sample: "source-at: pin", standard: SourceChoice.pin.rawValue, text: { $0.rawValue }
  ) { (entry) throws(PlacedError) in try entry.choice() }

  package static let sourcePins = ConfigurationKey(
    "source-pins", .pins,
    "Keys of front matter by which pages name the version of their source, besides those that are known, and "
      + "what each names: a commit, the hash (SHA-1) of the source's bytes, or its blob in git. A dot leads into a "
      + "mapping.",
    sample: "source-pins:\n  translated-from: commit", isJoined: true, standard: "{}"
  ) { settings, file in
    settings.sourcePins += file.sourcePins
    return !file.sourcePins.isEmpty
  } text: { _ in
    nil
  } read: { (settings, entry) throws(PlacedError) in
    settings.sourcePins += try entry.pins()
  }

  package static let site = ConfigurationKey(
    "site", .choice(Site.allCases.map { $0.rawValue }), { $1(&$0.site) },
    "What publishes pages whose sources are files of their own: it decides what they may hold and what "
      + "anchors headings get. Where nothing says it, the files beside loclint.yml and keys of pages do.",
    sample: "site: hugo", text: { $0.rawValue }
  ) { (entry) throws(PlacedError) in try entry.choice() }

  package static let profile = ConfigurationKey(
    "profile", .choice(Profile.allCases.map { $0.rawValue }), { $1(&$0.profile) },
    "Which rules run.",
    sample: "profile: default", standard: Profile.default.rawValue, text: { $0.rawValue }
  ) { (entry) throws(PlacedError) in try entry.choice() }

  package static let select = ConfigurationKey(
    "select", rules: { $1(&$0.select) },
    "These rules, families or packs instead of the profile's; with a + in front, besides them.",
    sample: "select: [+typography/fr]")

  package static let ignore = ConfigurationKey(
    "ignore", rules: { $1(&$0.ignore) }, "Rules and families that do not run.",
    sample: "ignore: [machine-translated]")

  package static let severity = ConfigurationKey(
    "severity", .severities, "The severity of the findings of a rule or family.",
    sample: "severity:\n  empty-link-text: error", isJoined: true, standard: "[]"
  ) { settings, file in
    settings.severities = file.severities + settings.severities
    return !file.severities.isEmpty
  } text: {
    $0.severities.isEmpty ? nil : list($0.severities.map { $0.text })
  } read: { (settings, entry) throws(PlacedError) in
    settings.severities += try entry.severities(&settings.mentions)
  }

  package static let ruleValues = ConfigurationKey(
    "settings", .ruleValues, "What rules let one change; `loclint explain RULE` names it.",
    sample: "settings:\n  malformed-metadata:\n    translation-types: [MT, HT]", isJoined: true
  ) { settings, file in
    settings.ruleValues = file.ruleValues
    return true
  } text: { _ in
    nil
  } read: { (settings, entry) throws(PlacedError) in
    settings.ruleValues += try entry.ruleValues()
  }

  package static let overrides = ConfigurationKey(
    "overrides", .overrides, "Other severities, and rules that do not run, for some of the files.",
    sample:
      "overrides:\n  - files: docs/*/archive\n    ignore: [links]\n    severity: {spans: warning}",
    isJoined: true
  ) { settings, file in
    settings.overrides = file.overrides
    return true
  } text: { _ in
    nil
  } read: { (settings, entry) throws(PlacedError) in
    settings.overrides += try entry.overrides(&settings.mentions)
  }

  package static let messageSyntax = ConfigurationKey(
    "message-syntax", .messageSyntax,
    "What texts of message files are written in, where no flag of an entry says so: ICU MessageFormat (icu) or "
      + "Markdown (markdown). Of several that name a file the last one counts.",
    sample: "message-syntax:\n  - files: locale/app\n    syntax: icu", isJoined: true,
    standard: "[]"
  ) { settings, file in
    settings.messageSyntax = file.messageSyntax + settings.messageSyntax
    return !file.messageSyntax.isEmpty
  } text: { _ in
    nil
  } read: { (settings, entry) throws(PlacedError) in
    settings.messageSyntax += try entry.messageSyntax()
  }

  package static let rules = ConfigurationKey(
    "rules", inputs: { $1(&$0.rules) }, "Folders with a team's own rules.",
    sample: "rules: [house-rules]")

  package static let glossaries = ConfigurationKey(
    "glossaries", inputs: { $1(&$0.glossaries) }, "Glossaries: TBX, or tables in CSV or TSV.",
    sample: "glossaries: [terms.csv]")

  package static let doNotTranslate = ConfigurationKey(
    "do-not-translate", inputs: { $1(&$0.doNotTranslate) },
    "Lists of names that must stay as they are, one on a line.",
    sample: "do-not-translate: [names.txt]")

  package static let outputs = ConfigurationKey(
    "outputs", .outputs,
    "Reports to write to files, by format, besides those of --output; one of the same format is written instead.",
    sample: "outputs:\n"
      + AllReporters.usual.map { "  \($0.name): loclint.\($0.fileExtension)" }
      .joined(separator: "\n"), standard: "[]"
  ) { settings, file in
    let said = settings.outputs
    // Those of the file come first, so that none of them is written over one that was asked for.
    settings.outputs =
      file.outputs.filter { report in
        !said.contains { $0.format == report.format || $0.path == report.path }
      } + said
    return said.isEmpty
  } text: {
    $0.outputs.isEmpty ? nil : list($0.outputs.map { $0.text })
  } read: { (settings, entry) throws(PlacedError) in
    settings.outputs = try entry.reports()
  }

  package static let failOn = ConfigurationKey(
    "fail-on", .choice(Settings.Gate.allCases.map { $0.rawValue }), { $1(&$0.gate) },
    "The severity from which a finding fails the run.", sample: "fail-on: error",
    standard: Settings.Gate.error.rawValue, text: { $0.rawValue }
  ) { (entry) throws(PlacedError) in try entry.choice() }

  package static let maxWarnings = ConfigurationKey(
    "max-warnings", .integer(from: 0, to: nil), { $1(&$0.maxWarnings) },
    "More warnings than this fail the run too.", sample: "max-warnings: 0", text: { $0.word }
  ) { (entry) throws(PlacedError) in try entry.value(.warnings) }

  package static let minScore = ConfigurationKey(
    "min-score", .number(to: 100), { $1(&$0.minScore) },
    "A locale whose score is below this fails the run.",
    sample: "min-score: 98", text: { $0.word }
  ) { (entry) throws(PlacedError) in try entry.value(.score) }

  package static let score = ConfigurationKey(
    "score", .choice(Settings.Scored.allCases.map { $0.rawValue }), { $1(&$0.scored) },
    "Which findings a score is made of: all, or only new ones, without those that comments, dismissals and "
      + "the baseline keep back.",
    sample: "score: all", standard: Settings.Scored.all.rawValue, text: { $0.rawValue }
  ) { (entry) throws(PlacedError) in try entry.choice() }

  package static let penalties = ConfigurationKey(
    "penalties", .penalties,
    "What a finding costs in a score, by its severity: error 5, warning 1 and note 0 unless told "
      + "otherwise.",
    sample: "penalties: {error: 5, warning: 1, note: 0}", isJoined: true
  ) { settings, file in
    settings.penalties = file.penalties
    return true
  } text: { settings in
    let penalties = Penalties.standard.replacing(settings.penalties)
    return list(
      Severity.allCases.map { "\($0.rawValue)=\(Numeral.shortest(penalties.of($0)))" })
  } read: { (settings, entry) throws(PlacedError) in
    settings.penalties.merge(try entry.penalties()) { $1 }
  }

  package static let maxFindings = ConfigurationKey(
    "max-findings-per-rule", .integer(from: 1, to: Limits.standardFindings),
    { $1(&$0.maxFindings) },
    "How many findings of a rule are listed of a file, 100 at most; the others are counted. The command "
      + "line may ask for more.",
    sample: "max-findings-per-rule: 100", standard: String(Limits.standardFindings),
    text: { $0.word }
  ) { (entry) throws(PlacedError) in try entry.value(.loweredFindings) }

  package static let maxFileSize = ConfigurationKey(
    "max-file-size", .size, { $1(&$0.maxFileSize) },
    "The largest file that is read, 64M at most: bytes, with K or M for powers of 1,024. The command "
      + "line may ask for more.",
    sample: "max-file-size: 64M", standard: Limits.standardFileSizeWord, text: { $0.word }
  ) { (entry) throws(PlacedError) in try entry.value(.loweredSize) }

  package static let baseline = ConfigurationKey(
    "baseline", .text, { $1(&$0.baseline) },
    "The list of old findings that are left out; --write-baseline makes it.",
    sample: "baseline: known.txt", text: { $0 }
  ) { (entry) throws(PlacedError) in
    _ = try entry.text()
    return try entry.paths.inputs(entry).last
  }

  package static let dismissed = ConfigurationKey(
    "dismissed", .text, { $1(&$0.dismissed) },
    "The list of findings that somebody has looked at and left as they are, with reasons; `loclint dismiss` "
      + "adds to it.",
    sample: "dismissed: dismissed.txt", text: { $0 }
  ) { (entry) throws(PlacedError) in
    _ = try entry.text()
    return try entry.paths.inputs(entry).last
  }

  package static let requireReason = ConfigurationKey(
    "require-reason", .flag, { $1(&$0.requiresReason) },
    "Whether a comment that keeps findings back must say why.", sample: "require-reason: true",
    standard: "false", text: { $0.description }
  ) { (entry) throws(PlacedError) in try entry.map.flag(entry.key) }

  package static let across = ConfigurationKey(
    "across", .flag, { $1(&$0.looksAcross) },
    "Whether pages are compared with each other, too: the same page in several locales, for which each is read "
      + "twice. A run that mends pages, or one over standard input, leaves it out.",
    sample: "across: true", standard: "false", text: { $0.description }
  ) { (entry) throws(PlacedError) in try entry.map.flag(entry.key) }

  package static let rulePages = ConfigurationKey(
    "rule-pages", .text, { $1(&$0.rulePages) },
    "The address of pages about rules, for reports to link to, with {rule} in place of a rule's name.",
    sample: "rule-pages: https://docs.example.com/rules/{rule}", text: { $0.word }
  ) { (entry) throws(PlacedError) in try entry.value(.rulePages) }
}

extension ConfigurationKey {
  /// A list of names of rules.
  private init(
    _ name: String, rules access: @escaping Access<[String]>, _ about: String, sample: String
  ) {
    self.init(name, .ruleNames, list: access, about, sample: sample, text: { $0 }) {
      (settings, entry) throws(PlacedError) in
      settings.mentions += entry.mentions
      return try entry.texts()
    }
  }

  /// A list of files that are read.
  private init(
    _ name: String, inputs access: @escaping Access<[String]>, _ about: String, sample: String
  ) {
    self.init(name, .texts, list: access, about, sample: sample, text: { $0 }) {
      (_, entry) throws(PlacedError) in try entry.paths.inputs(entry)
    }
  }
}
