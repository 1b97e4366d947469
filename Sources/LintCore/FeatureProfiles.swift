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
