import LintCore
import LintReporters
import LintWorkspace
import MarkdownPairs

/// One option of the command line: parsing, help and the error messages are made from this.
struct Option: Sendable {
  enum Name: String, CaseIterable, Sendable {
    case format, output, failOn = "fail-on", select, ignore, severity, profile, locale, jobs
    case statistics, times, minScore = "min-score", score, range, columnUnit = "column-unit"
    case fix, diff, rules, glossary, doNotTranslate = "do-not-translate"
    case requireReason = "require-reason", showSuppressed = "show-suppressed"
    case baseline, writeBaseline = "write-baseline", pruneBaseline = "prune-baseline"
    case explainBaseline = "explain-baseline", dismissed, reason
    case across, factsOut = "facts-out", compareWith = "compare-with"
    case changedSince = "changed-since", changedLines = "changed-lines"
    case maxWarnings = "max-warnings", maxFindings = "max-findings-per-rule"
    case minSeverity = "min-severity", groupBy = "group-by", maxListed = "max-findings"
    case failOnEmpty = "fail-on-empty"
    case maxFileSize = "max-file-size", config, noConfig = "no-config", exclude, set
    case allowOutside = "allow-outside"
    case filesFrom = "files-from", stdinPath = "stdin-path", source, site, sourceAt = "source-at"
    case schema, quiet, verbose, color, hyperlinks, help, version
  }

  enum Value: Sendable {
    case none
    /// Any word, by the name that help gives it.
    case word(String)
    case choice(String, of: @Sendable () -> [String])
    /// A value only after an equals sign, else this one.
    case optionalChoice(String, of: @Sendable () -> [String], otherwise: String)
  }

  let name: Name
  let short: Character?
  let value: Value
  /// Whether it may be given more than once; of any other the last one counts.
  let isRepeatable: Bool
  /// What counts when it is not given, in a word.
  let standard: String?
  private let makeHelp: @Sendable () -> String
  /// What it does; made when it is asked for, as some of it names what there is.
  var help: String { makeHelp() }
  /// Other spellings, without dashes, for what people know from other tools.
  let otherNames: [String]

  init(
    _ name: Name, _ short: Character?, _ value: Value, isRepeatable: Bool = false,
    standard: String? = nil, alsoCalled otherNames: [String] = [],
    _ help: @escaping @autoclosure @Sendable () -> String
  ) {
    self.otherNames = otherNames
    self.name = name
    self.short = short
    self.value = value
    self.isRepeatable = isRepeatable
    self.standard = standard
    makeHelp = help
  }

  /// `--format=FORMAT` without its value.
  var long: String { "--" + name.rawValue }

  /// Whether it is called so: `--format`.
  func isCalled(_ spelling: String) -> Bool {
    spelling == long || otherNames.contains { spelling == "--" + $0 }
  }
}

extension Option {
  /// Those that every subcommand takes.
  static let ofAll: [Name] = [.help, .version]
  /// Those of subcommands that read a configuration.
  static let ofConfigurations: [Name] = [.config, .noConfig, .allowOutside, .set]

  /// Those that say where sources lie, for subcommands that read pages.
  static let ofSources: [Name] = [.source, .sourceAt, .site]

  /// Every option, in the order of the help.
  static let all: [Option] = [
    Option(
      .format, "f",
      .choice("FORMAT", of: { AllReporters.all.map(\.name) + [AllReporters.automatic] }),
      standard: AllReporters.standard.name, alsoCalled: ["output-format"],
      "What to write to standard output; auto is "
        + AllReporters.ofAgents.map { "\($0.name) where \($0.variable ?? "") is set" }
        .joined(separator: ", ")
        + ", else \(AllReporters.standard.name); also called --output-format"),
    Option(
      .output, "o", .word("FORMAT=FILE"), isRepeatable: true,
      "Also write a report to a file, as a whole or not at all; text still goes to standard output "
        + "unless --format says otherwise; diff=FILE is the patch of --diff, or what --fix did"),
    Option(
      .failOn, nil, .choice("SEVERITY", of: { Settings.Gate.allCases.map(\.rawValue) }),
      standard: "error",
      "Exit with 1 when a finding is at least this severe"),
    Option(
      .maxWarnings, nil, .word("NUMBER"), "Exit with 1 also when there are more warnings than this"),
    Option(
      .failOnEmpty, nil, .none,
      "Exit with 2 also when folders were searched and no file in them holds a segment, as is done "
        + "where CI is set; no files after --changed-since or --files-from are no failure"),
    Option(
      .minScore, nil, .word("NUMBER"),
      "Exit with 1 when a locale's score is below this: 100 less a tenth of the penalties (error 5, "
        + "warning 1, note 0, or what loclint.yml says) per 1,000 words of source"),
    Option(
      .score, nil, .choice("FINDINGS", of: { Settings.Scored.allCases.map(\.rawValue) }),
      standard: "all",
      "Which findings a score is made of: all, or only new ones, without those that comments, "
        + "dismissals and the baseline keep back"),
    Option(
      .config, "c", .word("FILE"), standard: "loclint.yml, here or in a folder above",
      "The file that says what the options don't, and no other"),
    Option(.noConfig, nil, .none, "Read no such file"),
    Option(
      .exclude, nil, .word("GLOB"), isRepeatable: true,
      "Leave out files and folders below the paths, as seen from the working folder, besides what "
        + "loclint.yml leaves out"),
    Option(
      .allowOutside, nil, .none,
      "Let loclint.yml, and links in a repository, lead to rules, lists and other files outside of "
        + "it; they are only read"),
    Option(
      .profile, nil, .choice("PROFILE", of: { Profile.allCases.map(\.rawValue) }),
      standard: "default",
      "Which rules run; default holds those that are nearly always right, strict also those that a "
        + "team must agree on"),
    Option(
      .select, "s", .word("RULE,…"), isRepeatable: true,
      "Run only these rules, families or packs instead of the profile's; +RULE adds to the profile's"
    ),
    Option(
      .ignore, "i", .word("RULE,…"), isRepeatable: true,
      "Leave out these rules, families or packs, also selected ones"),
    Option(
      .fix, nil,
      .optionalChoice(
        "SAFETY", of: { Fix.Safety.allCases.map(\.rawValue) }, otherwise: Fix.Safety.safe.rawValue),

      "Mend what can be mended; suggested also does what somebody should look at"),
    Option(
      .diff, nil, .none,
      "Print what --fix would change, for git apply, and change nothing; exit with 1 when there is "
        + "something"),
    Option(
      .rules, nil, .word("FOLDER"), isRepeatable: true,
      "Also run a team's own rules, one in each .yml file in a folder"),
    Option(
      .glossary, nil, .word("FILE"), isRepeatable: true,
      "Hold translations to a glossary: TBX, or a table in CSV or TSV"),
    Option(
      .doNotTranslate, nil, .word("FILE"), isRepeatable: true,
      "Names that must stay as they are, one on a line"),
    Option(
      .severity, nil, .word("RULE=SEVERITY"), isRepeatable: true,
      "Give the findings of a rule or family another severity: error, warning or note"),
    Option(
      .set, nil, .word("KEY=VALUE"), isRepeatable: true,
      "Say what loclint.yml can say, as YAML and in its place: settings={…}, source-locale=de"),
    Option(
      .requireReason, nil, .none,
      "Tell also of comments that keep findings back and do not say why"),
    Option(
      .showSuppressed, nil, .none,
      "Write to SARIF also what comments, the baseline and dismissals keep back, marked as such; it "
        + "never fails the run"),
    Option(
      .baseline, nil, .word("FILE"), "Leave out the findings that a file lists"),
    Option(
      .writeBaseline, nil, .word("FILE"),
      "Write such a file of all that is found, which the report then counts as known"),
    Option(
      .pruneBaseline, nil, .none,
      "Take out of the file of --baseline what no longer occurs"),
    Option(
      .dismissed, nil, .word("FILE"),
      "Leave out the findings that a file lists with reasons; `loclint dismiss` adds to it"),
    Option(
      .explainBaseline, nil, .none,
      "Check nothing; print how many findings of which rules and folders the files of --baseline and "
        + "--dismissed leave out, and why"),
    Option(
      .reason, nil, .word("WHY"), "Why a finding stays as it is"),
    Option(
      .across, nil, .none,
      "Also compare pages with each other, the same page in several locales; each is then read twice"
    ),
    Option(
      .factsOut, nil, .word("FILE"),
      "Report nothing; write what --across keeps of the pages to a file, for 'loclint judge' to compare those of "
        + "several runs"),
    Option(
      .compareWith, nil, .word("FILE"),
      "Tell also what has changed since an earlier report, which was printed with --format=json"),
    Option(
      .changedSince, nil, .word("REVISION"),
      "Only files that differ from where the work tree left a revision of git; what is not "
        + "committed counts"),
    Option(
      .changedLines, nil, .none,
      "With --changed-since, only findings on lines that were touched"),
    Option(
      .filesFrom, nil, .word("FILE"),
      "Read more paths from a file, - for standard input, one on a line or with NUL between them; "
        + "what is no document is passed over"),
    Option(
      .stdinPath, nil, .word("PATH"),
      "Check what stands on standard input as if it were this file"),
    Option(
      .maxFindings, nil, .word("NUMBER"), standard: "100",
      "List so many findings of a rule in a file and count the others, which fail the run all the "
        + "same; none lists all"),
    Option(
      .minSeverity, nil, .choice("SEVERITY", of: { Severity.allCases.map(\.rawValue) }),
      standard: "note",
      "List only findings at least this severe on standard output; the others count all the same"),
    Option(
      .groupBy, nil, .choice("WHAT", of: { TextListing.Grouping.allCases.map(\.rawValue) }),
      "Put the findings of the text report together, under headings"),
    Option(
      .maxListed, nil, .word("NUMBER"), standard: "none",
      "List so many findings in the text report and count the others"),
    Option(
      .maxFileSize, nil, .word("SIZE"), standard: "64M",
      "Read no larger file: bytes, with K, M or G for powers of 1,024; one that is larger ends the "
        + "run with 2"),
    Option(
      .locale, "l", .word("TAG"),
      "The locale that the pages must have, as a BCP 47 tag: it-IT; rules says which of them have "
        + "no table for it"),
    Option(
      .source, nil, .word("FOLDER"),
      "Compare pages with their sources, Markdown files of the same paths below this folder"),
    Option(
      .sourceAt, nil, .choice("VERSION", of: { SourceChoice.allCases.map(\.rawValue) }),
      standard: "pin",
      "Which version of its source a page is compared with: the one that the page names, that of its last "
        + "commit, the latest, or the latest as what all pages were translated from"),
    Option(
      .site, nil, .choice("SITE", of: { Site.allCases.map(\.rawValue) }),
      "What publishes pages whose sources are files of their own; without it, their repository and their "
        + "front matter tell"),
    Option(
      .jobs, "j", .word("NUMBER"), standard: "one for each processor",
      "How many files to read at a time"),
    Option(
      .statistics, nil, .none,
      "Add figures by rule and by locale: findings per 1,000 segments, the share of "
        + "machine-translated documents, scores"),
    Option(.times, nil, .none, "Add what each rule took"),
    Option(
      .range, nil, .none,
      "Write also where a finding ends: line:column-line:column, in the text report"),
    Option(
      .columnUnit, nil, .choice("UNIT", of: { TextReporter.ColumnUnit.allCases.map(\.rawValue) }),
      standard: "utf16",
      "What the columns of the text report count; byte suits Vim, display Emacs"),
    Option(
      .schema, nil, .none,
      "Print the JSON Schema of loclint.yml instead, by which editors complete and check it"),
    Option(
      .quiet, "q", .none,
      "Write one line for each finding: no excerpts, no summary, nothing that is only counted"),
    Option(
      .verbose, "v", .none,
      "List also what is otherwise only counted, and show excerpts at full length"),
    Option(
      .color, nil, .choice("WHEN", of: { ["auto", "always", "never"] }),
      standard: "auto",
      "Color the text report; auto does on a terminal unless NO_COLOR is set, and where FORCE_COLOR or "
        + "CLICOLOR_FORCE is"),
    Option(
      .hyperlinks, nil, .choice("WHEN", of: { ["auto", "always", "never"] }),
      standard: "auto",
      "Make links of the addresses in the text report, which there are with rule-pages; auto does on "
        + "terminals that are known to take them, and as FORCE_HYPERLINK says"),
    Option(.help, "h", .none, "Show this help"),
    Option(.version, "V", .none, "Show the version"),
  ]
}
