/// How far a translation has come, where its format says so.
public enum SegmentState: UInt8, Sendable {
  case unfinished
  /// There is a text, but nobody uses it until somebody has looked at it.
  case needsReview
  case translated
  case final
  /// Its source is gone.
  case obsolete
  case notTranslatable

  /// Whether rules look at the text; segments in other states are counted.
  public var isLookedAt: Bool { self == .translated || self == .final }
}
