import LintCore
import LintText

/// Findings of one rule in one file that count and are not listed. Reports tell of them where the
/// last listed finding of the rule is.
struct MoreFindings: Sendable {
  /// An index into `Run.rules`.
  let rule: Int
  let severity: Severity
  let count: Int
  let start: Place
  let end: Place

  /// How people get to see them.
  static let remedy = "--max-findings-per-rule=none lists them"

  /// What is said of them beside findings of the same file.
  var sentence: String { "and \(Numeral.grouped(count)) more like these" }

  /// The same where what stands around it may be about other files.
  var sentenceAlone: String { "\(sentence) in this file" }

  /// `path:line:column: severity: sentence [rule]`.
  func line(path: String, rule: RuleInfo) -> String {
    "\(path.pathForLogs):\(start.line):\(start.column): \(severity): \(sentenceAlone) [\(rule.id)]"
  }

  /// By what they are known again in the next run, however many they are: 32 hexadecimal digits.
  func digest(rule: RuleInfo, path: String) -> String {
    Digest.short("unlisted\t\(rule.id)\t\(path)")
  }
}

extension FileReport {
  /// What counts and is not listed, by rule.
  var more: [MoreFindings] {
    unlisted.map { unlisted in
      let last = findings.last { $0.rule == unlisted.rule }
      let first = Place(line: 1, column: 1, byteColumn: 1, displayColumn: 1)
      return MoreFindings(
        rule: unlisted.rule, severity: unlisted.severity, count: unlisted.count,
        start: last?.start ?? first, end: last?.end ?? first)
    }
  }

  /// Rules that have found something here, by index.
  var rulesWithFindings: Set<Int> { Set(findings.map(\.rule) + unlisted.map(\.rule)) }
}
