/// Findings of one rule in one file that count and are not listed, for there are too many.
public struct UnlistedFindings: Sendable {
  /// An index into `Run.rules`.
  public let rule: Int
  public let severity: Severity
  public internal(set) var count: Int
  /// How many of them have a fix.
  public internal(set) var fixes: FixCount

  public init(rule: Int, severity: Severity, count: Int, fixes: FixCount = FixCount()) {
    self.rule = rule
    self.severity = severity
    self.count = count
    self.fixes = fixes
  }
}
