/// The features that a run has.
public struct RuleFeatures: Sendable {
  private var bits: UInt16 = 0

  public init() {}

  public mutating func insert(_ feature: RuleFeature) { bits |= 1 << feature.rawValue }

  /// The same but for one.
  public func without(_ feature: RuleFeature) -> RuleFeatures {
    var features = self
    features.bits &= ~(1 << feature.rawValue)
    return features
  }

  public func contains(_ feature: RuleFeature) -> Bool { bits & 1 << feature.rawValue != 0 }
}
