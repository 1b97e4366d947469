import LintCore

/// Findings by severity, and what does not count by reason.
struct FindingTally: Sendable {
  private var severities = SeverityCounts()
  private var standings = Standing.allCases.map { _ in 0 }

  /// Findings that count.
  var total: Int { severities.total }
  /// Those that don't, too.
  var whole: Int { total + standings.reduce(0, +) }

  mutating func add(_ count: Int, _ severity: Severity) { severities[severity] += count }

  mutating func add(_ count: Int, _ standing: Standing) { standings[standing.rawValue] += count }

  mutating func add(_ other: FindingTally) {
    for severity in Severity.allCases { severities[severity] += other.severities[severity] }
    for index in standings.indices { standings[index] += other.standings[index] }
  }

  func write(to json: inout JSONWriter) {
    json.object("new") { json in
      for severity in Severity.allCases.reversed() {
        json.member(severity.rawValue, severities[severity])
      }
    }
    for standing in Standing.allCases.reversed() {
      json.member("\(standing)", standings[standing.rawValue])
    }
  }
}
