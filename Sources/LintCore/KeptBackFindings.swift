/// Findings of one rule in one page that don't count, for the same reason.
public struct KeptBackFindings: Sendable {
  /// An index into `Run.rules`.
  public let rule: Int
  public let severity: Severity
  public let standing: Standing
  public let count: Int

  public init(rule: Int, severity: Severity, standing: Standing, count: Int) {
    self.rule = rule
    self.severity = severity
    self.standing = standing
    self.count = count
  }
}
