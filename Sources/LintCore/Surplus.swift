/// Findings that count and are not kept: how many, and how many of them have a fix.
struct Surplus: Sendable {
  private(set) var count = 0
  private(set) var fixes = FixCount()

  /// Adds a finding.
  ///
  /// - Parameter safety: that of its fix, if it has one.
  mutating func add(_ safety: Fix.Safety?) {
    count += 1
    fixes.add(safety)
  }

  static func += (left: inout Surplus, right: Surplus) {
    left.count += right.count
    left.fixes += right.fixes
  }
}
