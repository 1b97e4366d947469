import LintCore

/// How many findings there are of each severity.
struct SeverityCounts: Sendable {
  private var notes = 0
  private var warnings = 0
  private var errors = 0

  subscript(severity: Severity) -> Int {
    get {
      switch severity {
      case .note: notes
      case .warning: warnings
      case .error: errors
      }
    }
    set {
      switch severity {
      case .note: notes = newValue
      case .warning: warnings = newValue
      case .error: errors = newValue
      }
    }
  }

  init() {}

  init(_ findings: [PlacedFinding], _ more: [MoreFindings]) {
    for finding in findings { self[finding.severity] += 1 }
    for more in more { self[more.severity] += more.count }
  }

  mutating func add(_ other: SeverityCounts) {
    notes += other.notes
    warnings += other.warnings
    errors += other.errors
  }

  var total: Int { notes + warnings + errors }

  /// `3 errors, 1 warning`; empty when there are none.
  var text: String {
    Severity.allCases.reversed().filter { self[$0] > 0 }
      .map { Numeral.count(self[$0], $0.rawValue) }.joined(separator: ", ")
  }
}
