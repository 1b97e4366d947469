import LintCore

/// Findings by severity, and what does not count by reason.
struct FindingTally: Sendable {
  private var severities = SeverityCounts()
  private var suppressed = 0
  private var dismissed = 0
  private var known = 0

  /// Findings that count.
  var total: Int { severities.total }
  /// Those that don't, too.
  var whole: Int { total + suppressed + dismissed + known }

  mutating func add(_ count: Int, _ severity: Severity) { severities[severity] += count }

  mutating func add(_ count: Int, _ standing: Standing) {
    switch standing {
    case .suppressed: suppressed += count
    case .dismissed: dismissed += count
    case .known: known += count
    }
  }

  mutating func add(_ other: FindingTally) {
    severities.add(other.severities)
    suppressed += other.suppressed
    dismissed += other.dismissed
    known += other.known
  }

  private func count(of standing: Standing) -> Int {
    switch standing {
    case .suppressed: suppressed
    case .dismissed: dismissed
    case .known: known
    }
  }

  func write(to json: inout JSONWriter) {
    json.object("new") { json in
      for severity in Severity.allCases.reversed() {
        json.member(named: severity.rawValue, severities[severity])
      }
    }
    for standing in Standing.allCases.reversed() {
      json.member(named: "\(standing)", count(of: standing))
    }
  }
}
