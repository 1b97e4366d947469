/// The features that a run has.
public struct RuleFeatures: Sendable {
  private var bits: UInt16 = 0

  public init() {}

  public mutating func insert(_ feature: RuleFeature) { bits |= 1 << feature.rawValue }

  public func contains(_ feature: RuleFeature) -> Bool { bits & 1 << feature.rawValue != 0 }
}
