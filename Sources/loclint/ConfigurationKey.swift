/// What a `loclint.yml` can say; its schema and its help are made from this.
enum ConfigurationKey: String, CaseIterable, Sendable {
  case extends, paths, exclude, locale
  case sourceLocale = "source-locale"
  case profile, select, ignore, severity, settings, overrides
  case rules, glossaries
  case doNotTranslate = "do-not-translate"
  case outputs
  case failOn = "fail-on"
  case maxWarnings = "max-warnings"
  case minScore = "min-score"
  case penalties
  case maxFindings = "max-findings-per-rule"
  case maxFileSize = "max-file-size"
  case baseline
  case requireReason = "require-reason"

  /// What it means, in a sentence or two.
  var about: String {
    switch self {
    case .extends:
      "Other files of this kind, read before this one, which has the last word. Lists are joined. One "
        + "that is named more than once is read where it is named first."
    case .paths: "What is checked when the command line names nothing."
    case .exclude:
      "Files and folders below the paths that are left out: globs, as seen from the folder of this "
        + "file. One without a slash is a name at any depth; ** goes through folders. What git "
        + "ignores is left out anyway."
    case .locale:
      "The locale that the pages must have: one tag, or the place of the tag in their paths, as in "
        + "docs/{locale}; * is any folder."
    case .sourceLocale:
      "The locale of the sources, en unless told otherwise: rules about languages go by it."
    case .profile: "Which rules run."
    case .select:
      "These rules, families or packs instead of the profile's; with a + in front, besides them."
    case .ignore: "Rules and families that do not run."
    case .severity: "The severity of the findings of a rule or family."
    case .settings: "What rules let one change; `loclint explain RULE` names it."
    case .overrides: "Other severities, and rules that do not run, for some of the files."
    case .rules: "Folders with a team's own rules."
    case .glossaries: "Glossaries: TBX, or tables in CSV or TSV."
    case .doNotTranslate: "Lists of names that must stay as they are, one on a line."
    case .outputs: "Reports to write to files, by format."
    case .failOn: "The severity from which a finding fails the run."
    case .maxWarnings: "More warnings than this fail the run too."
    case .minScore: "A locale whose score is below this fails the run."
    case .penalties:
      "What a finding costs in a score, by its severity: error 5, warning 1 and note 0 unless told "
        + "otherwise."
    case .maxFindings:
      "How many findings of a rule are listed of a file, 100 at most; the others are counted. The command "
        + "line may ask for more."
    case .maxFileSize:
      "The largest file that is read, 64M at most: bytes, with K or M for powers of 1,024. The command "
        + "line may ask for more."
    case .baseline: "The list of old findings that are left out; --write-baseline makes it."
    case .requireReason: "Whether a comment that keeps findings back must say why."
    }
  }

  /// The option that says the same.
  var option: Option.Name? {
    switch self {
    case .extends, .paths, .exclude, .sourceLocale, .settings, .overrides, .penalties: nil
    case .locale: .locale
    case .profile: .profile
    case .select: .select
    case .ignore: .ignore
    case .severity: .severity
    case .rules: .rules
    case .glossaries: .glossary
    case .doNotTranslate: .doNotTranslate
    case .outputs: .output
    case .failOn: .failOn
    case .maxWarnings: .maxWarnings
    case .minScore: .minScore
    case .maxFindings: .maxFindings
    case .maxFileSize: .maxFileSize
    case .baseline: .baseline
    case .requireReason: .requireReason
    }
  }
}

extension ConfigurationKey {
  /// An example of it, as YAML.
  var sample: String {
    switch self {
    case .extends: "extends: shared/loclint.yml"
    case .paths: "paths: [docs]"
    case .exclude: "exclude: [\"*.draft.md\", docs/archive]"
    case .locale: "locale: docs/{locale}"
    case .sourceLocale: "source-locale: en-US"
    case .profile: "profile: default"
    case .select: "select: [+typography/fr]"
    case .ignore: "ignore: [machine-translated]"
    case .severity: "severity:\n  empty-link-text: error"
    case .settings: "settings:\n  malformed-metadata:\n    translation-types: [MT, HT]"
    case .overrides:
      "overrides:\n  - files: docs/*/archive\n    ignore: [links]\n    severity: {spans: warning}"
    case .rules: "rules: [house-rules]"
    case .glossaries: "glossaries: [terms.csv]"
    case .doNotTranslate: "do-not-translate: [names.txt]"
    case .outputs: "outputs:\n  sarif: loclint.sarif\n  junit: loclint.xml"
    case .failOn: "fail-on: error"
    case .maxWarnings: "max-warnings: 0"
    case .minScore: "min-score: 98"
    case .penalties: "penalties: {error: 5, warning: 1, note: 0}"
    case .maxFindings: "max-findings-per-rule: 100"
    case .maxFileSize: "max-file-size: 64M"
    case .baseline: "baseline: known.txt"
    case .requireReason: "require-reason: true"
    }
  }
}
