/// What a run may be given besides pages. A rule may find nothing without it, or be worth more with
/// it.
public enum RuleFeature: UInt8, CaseIterable, Sendable {
  case glossary
  /// A list of names that stay as they are.
  case doNotTranslate

  /// The option that gives it: `do-not-translate`.
  public var option: String {
    switch self {
    case .glossary: "glossary"
    case .doNotTranslate: "do-not-translate"
    }
  }

  /// What follows "default with" in help and catalogue: `a glossary`.
  public var phrase: String {
    switch self {
    case .glossary: "a glossary"
    case .doNotTranslate: "a do-not-translate list"
    }
  }
}

/// The features that a run has.
public struct RuleFeatures: Sendable {
  private var bits: UInt16 = 0

  public init() {}

  public mutating func insert(_ feature: RuleFeature) { bits |= 1 << feature.rawValue }

  public func contains(_ feature: RuleFeature) -> Bool { bits & 1 << feature.rawValue != 0 }
}

/// The first profiles that hold a rule where a run has a feature, if they are other ones than without.
///
/// Every rule has such a table, and each run begins with all rules: it is one number, four bits for a
/// feature, where a dictionary of its own type would take 1 % of a short run.
public struct FeatureProfiles: ExpressibleByDictionaryLiteral, Sendable {
  private var bits: UInt64 = 0

  public init(dictionaryLiteral elements: (RuleFeature, Profile)...) {
    for (feature, profile) in elements {
      let index = UInt64(Profile.allCases.firstIndex(of: profile) ?? 0)
      bits |= (index + 1) << UInt64(4 * feature.rawValue)
    }
  }

  public subscript(feature: RuleFeature) -> Profile? {
    let index = Int(bits >> UInt64(4 * feature.rawValue) & 0xF)
    return index == 0 ? nil : Profile.allCases[index - 1]
  }
}
