/// Why a finding does not count: the first of these that holds.
public enum Standing: Int, CaseIterable, Comparable, Sendable {
  /// A comment of the page keeps it back.
  case suppressed
  /// The list of dismissals names it.
  case dismissed
  /// The baseline lists it, or is to list it.
  case known

  public static func < (left: Standing, right: Standing) -> Bool {
    left.rawValue < right.rawValue
  }
}
