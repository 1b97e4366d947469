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

  /// Where the source has what is meant, and at which version, if it is a file of its own:
  /// `source: docs/hub.md:3 at 1a2b3c4d5e6f`.
  var placeInSource: String? {
    guard let related, let file = related.file else { return nil }
    return "\(related.label): \(file.repositoryPath.pathForLogs):\(related.start.line)"
      + file.atRevision
  }

  /// What stands behind the sentence in reports that have no fields for it, in parentheses; empty where there
  /// is nothing.
  var addition: String {
    let parts = [placeInSource, remedy.map { "\($0) mends it" }].compactMap(\.self)
    return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
  }

  /// The sentence with where the source has what is meant, in another file, and what mends the fault.
  var sentenceWithAddition: String { sentence + addition }

  /// `path:line:column: severity: sentence [rule]`, as GNU programs write it.
  func line(path: String, rule: RuleInfo) -> String {
    "\(path.pathForLogs):\(start.line):\(start.column): \(severity): \(sentenceWithAddition) [\(rule.id)]"
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
    append(contentsOf: finding.addition.utf8)
    append(contentsOf: " [".utf8)
    append(contentsOf: rule.id.utf8)
    append(UInt8(ascii: "]"))
  }
}
