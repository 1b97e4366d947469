package import LintCore

/// What is known of some translated pages, in numbers.
package struct StatusFigures: Sendable, Equatable {
  package internal(set) var pages = 0
  package internal(set) var current = 0
  package internal(set) var stale = 0
  /// Commits to the sources of stale pages since their versions, and words in blocks that are new, as far as
  /// these are known.
  package internal(set) var commitsBehind = 0
  package internal(set) var wordsBehind = 0
  package internal(set) var unknown = 0
  package internal(set) var orphaned = 0
  /// Sources without a page.
  package internal(set) var missing = 0
  package internal(set) var machineTranslated = 0
  package internal(set) var segments = 0
  package internal(set) var unfinished = 0
  package internal(set) var completeness = Completeness()
  /// Errors and warnings.
  package internal(set) var faults = 0
  package internal(set) var sourceWords = 0
  var penalty = 0.0

  package init() {}

  init(_ page: FileFigures, _ standing: SourceStanding, in run: Run) {
    let report = page.report
    pages = 1
    machineTranslated = report.isMachineTranslated ? 1 : 0
    segments = report.segments
    unfinished = report.pages.reduce(0) { $0 + $1.unfinished }
    completeness = report.completeness ?? Completeness()
    sourceWords = report.pages.reduce(0) { $0 + $1.sourceWords }
    faults = page.count(of: .error) + page.count(of: .warning)
    penalty = page.penalty(in: run)
    switch standing {
    case .current: current = 1
    case .stale(let commits, let words):
      stale = 1
      (commitsBehind, wordsBehind) = (commits ?? 0, words ?? 0)
    case .orphaned: orphaned = 1
    case .unknown: unknown = 1
    }
  }

  static func + (left: StatusFigures, right: StatusFigures) -> StatusFigures {
    var sum = left
    for number in numbers { sum[keyPath: number.path] += right[keyPath: number.path] }
    sum.penalty += right.penalty
    return sum
  }

  /// Errors and warnings per 1,000 segments; `nil` without segments.
  var rate: Double? { segments == 0 ? nil : Double(faults) * 1000 / Double(segments) }

  /// As `LocaleSummary.score(in:)` has it.
  var score: Double? {
    sourceWords == 0 ? nil : max(0, 100 * (1 - penalty / Double(sourceWords)))
  }

  /// All whole numbers, by their names in JSON and CSV, in the order of columns.
  static var numbers: [(name: String, title: String, path: WritableKeyPath<StatusFigures, Int>)] {
    let own: [(name: String, title: String, path: WritableKeyPath<StatusFigures, Int>)] = [
      ("pages", "pages", \.pages), ("current", "current", \.current), ("stale", "stale", \.stale),
      ("commitsBehind", "commits behind", \.commitsBehind),
      ("wordsBehind", "words behind", \.wordsBehind), ("unknown", "unknown", \.unknown),
      ("orphaned", "orphaned", \.orphaned), ("missing", "missing", \.missing),
      ("machineTranslated", "machine-translated", \.machineTranslated),
      ("segments", "segments", \.segments), ("unfinished", "unfinished", \.unfinished),
      ("faults", "faults", \.faults), ("sourceWords", "source words", \.sourceWords),
    ]
    return own
      + Completeness.figures.map { figure in
        let path: WritableKeyPath<StatusFigures, Completeness> = \.completeness
        return (name: figure.name, title: figure.name, path: path.appending(path: figure.path))
      }
  }
}
