public import LintCore
import LintText

extension PlacedFinding {
  /// The message with its arguments as reports may show them: without what could give a terminal a
  /// command, and each cut to a length that a line has room for.
  public var sentence: String {
    message.text(arguments.map { $0.visible(longest: String.longestArgument) })
  }

  /// What mends it: `--fix`; `nil` where nothing does.
  var remedy: String? {
    switch fix?.safety {
    case .safe: "--fix"
    case .suggested: "--fix=suggested"
    case nil: nil
    }
  }

  /// The sentence, and what mends the fault where something does, for reports that have no field for
  /// that.
  var sentenceWithRemedy: String { sentence + (remedy.map { " (\($0) mends it)" } ?? "") }

  /// `path:line:column: severity: sentence [rule]`, as GNU programs write it.
  func line(path: String, rule: RuleInfo) -> String {
    "\(path.pathForLogs):\(start.line):\(start.column): \(severity): \(sentenceWithRemedy) [\(rule.id)]"
  }

  /// A digest of the fingerprint in 32 hexadecimal digits.
  func digest(rule: RuleInfo, path: String) -> String {
    Digest.short(fingerprint(rule: rule, path: path))
  }
}

extension [UInt8] {
  /// Puts the line of a finding behind these bytes, as `PlacedFinding.line` has it.
  ///
  /// - Parameters:
  ///   - sentence: The finding's.
  ///   - path: As it begins a line.
  mutating func append(
    line finding: PlacedFinding, _ sentence: String, path: String, rule: RuleInfo
  ) {
    append(contentsOf: path.utf8)
    append(UInt8(ascii: ":"))
    append(decimal: finding.start.line)
    append(UInt8(ascii: ":"))
    append(decimal: finding.start.column)
    append(contentsOf: ": ".utf8)
    append(contentsOf: finding.severity.rawValue.utf8)
    append(contentsOf: ": ".utf8)
    append(contentsOf: sentence.utf8)
    if let remedy = finding.remedy { append(contentsOf: " (\(remedy) mends it)".utf8) }
    append(contentsOf: " [".utf8)
    append(contentsOf: rule.id.utf8)
    append(UInt8(ascii: "]"))
  }
}
