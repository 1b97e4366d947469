/// Findings that count and are not kept: how many, and how many of them have a fix.
struct Surplus: Sendable {
  private(set) var count = 0
  private(set) var fixes = FixCount()

  mutating func add(_ finding: Finding) {
    count += 1
    fixes.add(finding.fix?.safety)
  }

  static func += (left: inout Surplus, right: Surplus) {
    left.count += right.count
    left.fixes += right.fixes
  }
}
