import LintCore
import LintReporters
import LintRules
import LintText
import LintYAML
import Messages

/// One of the limits of a run, for people: `LIMITS.md` and `loclint config` are made from the list.
package struct Limit: Sendable {
  /// In kebab case.
  package let name: String
  package let value: String
  /// What is limited, as the cell of a table.
  let about: String
  /// What happens beyond it.
  let consequence: String
  /// What changes it; `nil` where nothing does.
  package let key: ConfigurationKey?

  private init(
    _ name: String, _ value: String, _ about: String, _ consequence: String,
    key: ConfigurationKey? = nil
  ) {
    self.name = name
    self.value = value
    self.about = about
    self.consequence = consequence
    self.key = key
  }

  /// Limits that only shorten an excerpt are left out, for they hide no finding.
  package static let all: [Limit] = [
    Limit(
      ConfigurationKey.maxFindings.name, String(Limits.standardFindings),
      "findings of a rule that are listed of a file",
      "the others are counted, told as a number, and "
        + "fail the run all the same", key: .maxFindings),
    Limit(
      ConfigurationKey.maxFileSize.name, ByteCount.text(Limits.standardFileSize),
      "a page, also on standard input", "it is not read; status 2", key: .maxFileSize),
    Limit(
      "settings-size", ByteCount.text(Limits.settingsSize), "a configuration or a rule file",
      "a mistake; status 2"),
    Limit(
      "list-size", ByteCount.text(SourceFile.largest),
      "a glossary, a list of names or paths, a baseline, a list of dismissals, a SARIF report for `merge`",
      "a mistake; status 2"),
    Limit(
      "configuration-files", String(Configuration.mostFiles),
      "files of a configuration and those that it extends; configurations of several folders in one run",
      "a mistake; status 2"),
    Limit(
      "rule-folder-entries", Numeral.grouped(TeamRules.mostEntries),
      "files and folders below a folder of rules", "a mistake; status 2"),
    Limit(
      "yaml-depth", String(YAMLNode.deepest),
      "lists and mappings in each other, in a configuration or a rule file", "a mistake; status 2"),
    Limit(
      "term-length", "\(RuleLimits.termLength) bytes",
      "a term of a glossary, a name that must stay as it is", "a mistake; status 2"),
    Limit(
      "term-steps", Numeral.grouped(RuleLimits.termSteps),
      "letters that are compared with terms from one place of a page, where many terms begin alike",
      "longer terms are not found there"),
    Limit(
      "term-pairs", Numeral.grouped(RuleLimits.termPairs),
      "pairs of a source term and a locale in one concept of a glossary", "a mistake; status 2"),
    Limit(
      "pattern-steps", Numeral.grouped(RuleLimits.patternSteps),
      "steps that the patterns of a team's rule take in a file: about a second",
      "the rule gives up on the file, which is told; status 2"),
    Limit(
      "search-bytes",
      "\(Numeral.grouped(RuleLimits.searchBytes)) and \(RuleLimits.searchFactor) times the segment",
      "bytes that a rule searches in one segment for what the other half names",
      "the rule says no more of the segment; one that people wrote never comes near it"),
    Limit(
      "suggestions", String(RuleLimits.suggestions),
      "misspelt names in the comments of a file that a name is offered for",
      "the others are reported without"),
    Limit(
      "fix-rounds", String(FixApplier.mostRounds),
      "times that `--fix` goes through a file, for a fix that overlaps another waits for the next",
      "what is left is reported; run it again"),
    Limit(
      "source-cache", ByteCount.text(SourceCache.mostBytes),
      "sources in files of their own that are kept for the other pages of a run that need them",
      "the others are read again for each page; nothing is lost but time"),
    Limit(
      "source-versions", String(SourceHistory.mostVersions),
      "versions of a source in git that are tried for the hash that a page names",
      "the version counts as not found, which is told"),
    Limit(
      "log-commits", Numeral.grouped(ChangeLog.most),
      "commits of a repository that are read back for what a page names",
      "`stale-translation` and `status` tell no number of commits"),
    Limit(
      "renaming-commits", Numeral.grouped(FormerPaths.mostCommits),
      "commits with renamed files that are read back, where a commit lacks a source that is there today",
      "a source that was renamed before them counts as not found, which is told"),
    Limit(
      "facts-size", ByteCount.text(RunFiles.largest),
      "a file that `--facts-out` wrote", "`loclint judge` says so, and ends with status 2"),
    Limit(
      "plural-forms", String(MessageLimits.forms),
      "translations of one entry of a PO file that are compared with their sources",
      "the others are counted alone: `wrong-plural-count`"),
    Limit(
      "plural-depth", String(MessageLimits.depth),
      "parentheses, conditions and negations in each other, in the plural formula of a header; "
        + "arguments in each other in an ICU message",
      "the first form counts as that of one number, as in most languages; the message counts as malformed"
    ),
    Limit(
      "branches", String(MessageLimits.branches),
      "plural and select branches of an ICU message that are compared one by one",
      "only the names in the whole message are compared"),
    Limit(
      "plural-formula", String(MessageLimits.formula),
      "numbers, names and signs in the plural formula of a header",
      "it counts as one that can't be read: `unknown-plural-header`"),
    Limit(
      "lost-names", String(MessageLimits.lost),
      "placeholders or roles of a message that are looked for in a translation that lacks them",
      "the rule says no more of the message"),
    Limit(
      "jobs", String(Limits.jobs), "files that are read at a time", "a mistake; status 2"),
    Limit(
      "source-date-epoch", String(Limits.latestDate),
      "seconds in `SOURCE_DATE_EPOCH`: the end of the year 9999", "a mistake; status 2"),
  ]

  /// `LIMITS.md`.
  package static var page: String {
    """
    # Limits

    <!-- `make golden` writes this page from the list in the program; changes made here are lost. -->

    What a run takes of anything before it says so and goes on without the rest. A `key` stands on the
    command line, `--key=VALUE`, or in `loclint.yml`, which may only lower it, since who wrote it may be a stranger; the
    others are fixed. `loclint config`
    prints all of them as they are in force.

    | Limit | Value | Of | Beyond it |
    |---|---|---|---|

    """
      + all.map { limit in
        let name = limit.key == nil ? limit.name : "`\(limit.name)`"
        return "| \(name) | \(limit.value) | \(limit.about) | \(limit.consequence) |\n"
      }.joined() + """

        Reports have limits of their own, which are those of the programs that read them: GitHub shows ten annotations of
        each severity and takes 25,000 results of SARIF, a job's summary has 1 MB, a line for reviewdog 60,000 bytes. What
        a report leaves out for that it counts, and standard error tells.

        Memory for a page that is checked is at most 20 times its bytes and 64 MiB besides, with a baseline and
        `--changed-lines` too. `--fix`, `--diff`, `--write-baseline` and a larger `--max-findings-per-rule`, which only the command line can ask for, hold more
        findings of a page, up to 1 KB for each. A glossary of a million rows takes 400 MB.
        Sources that are kept for several locales take up to 100 MB.
        The time that a page takes grows with its length and with nothing else: `make check-growth` counts it.

        """
  }
}
