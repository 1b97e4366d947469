/// How many findings have a fix, by how sure it is.
public struct FixCount: Equatable, Sendable {
  public private(set) var safe = 0
  public private(set) var suggested = 0

  public init() {}

  public var isEmpty: Bool { safe == 0 && suggested == 0 }

  /// Adds a finding.
  ///
  /// - Parameter safety: That of its fix; `nil` where it has none.
  public mutating func add(_ safety: Fix.Safety?) {
    switch safety {
    case .safe: safe += 1
    case .suggested: suggested += 1
    case nil: break
    }
  }

  /// Without others of them.
  public func without(_ other: FixCount) -> FixCount {
    var rest = self
    rest.safe = max(0, safe - other.safe)
    rest.suggested = max(0, suggested - other.suggested)
    return rest
  }

  public static func += (left: inout FixCount, right: FixCount) {
    left.safe += right.safe
    left.suggested += right.suggested
  }
}
