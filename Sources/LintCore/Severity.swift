/// How much a fault matters.
public enum Severity: String, Comparable, CaseIterable, Sendable {
  /// Worth a look.
  case note
  /// A reader is misled or sees damage.
  case warning
  /// The page is broken or can't be round-tripped.
  case error

  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  /// From 0, the least severe first.
  var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
