/// All that there is to know of a rule besides its code; tests, help, documentation and the rule
/// tables of reports are made from this and from nothing else.
///
/// An object, for every rule holds one and is copied into the plan of each kind of page: as a value it took
/// 300 bytes and 15 counters there, 0.5 MB in a run over 60 locales.
public final class RuleInfo: Sendable {
  /// The fault's name, in kebab case: what configuration, suppressions and reports call the rule.
  public let id: String
  /// The group of the catalogue that it belongs to: `links`.
  public let family: String
  /// What is reported, in one line that follows the word "Finds".
  public let finds: String
  /// What goes wrong for the reader, and how to mend it.
  public let why: String
  /// What was measured on real pages, in a sentence: `Of 40 findings read, 39 were true.`
  public let precision: String?
  public let severity: Severity
  /// The first profile that holds the rule; `nil` for one that runs only when it is asked for, or
  /// when the run has a feature that `profiles` names.
  public let profile: Profile?
  /// The first profile that holds it where the run has a feature, if that is another.
  public let profiles: FeatureProfiles
  /// The feature without which it finds nothing.
  public let required: RuleFeature?
  /// Whether, where there are sources in files of their own, it looks also at pages that hold their sources.
  public let looksAtAllPages: Bool
  /// What it was called before; these names go on working for a while.
  public let formerNames: FormerNames
  public let issueType: IssueType
  /// How sure the rule is of the fixes that it has for some of its findings; `nil` when it has none.
  public let fixable: Fix.Safety?
  /// What is said of files with such a finding where they are counted and not listed, after
  /// "7 of 43 files": `are machine-translated`.
  public let countedAs: String?
  /// Whether what people read counts its findings in one line rather than list them.
  public var isCounted: Bool { countedAs != nil }
  /// Every message that the rule can give.
  public let messages: [Message]
  /// What a configuration may change.
  public let settings: [RuleSetting]
  /// Documents with the fault, the reported part marked `⟦…⟧`.
  public var fails: [Example] { makeFails() }
  /// Documents that look as if they had the fault and don't.
  public var passes: [Example] { makePasses() }
  // Examples are made when they are asked for: a run makes all rules, and asks for none.
  private let makeFails: @Sendable () -> [Example]
  private let makePasses: @Sendable () -> [Example]

  public init(
    id: String, family: String, finds: String, why: String, precision: String? = nil,
    severity: Severity, profile: Profile? = .default, profiles: FeatureProfiles = [:],
    required: RuleFeature? = nil, looksAtAllPages: Bool = false,
    formerNames: FormerNames = FormerNames(), issueType: IssueType,
    fixable: Fix.Safety? = nil, countedAs: String? = nil,
    messages: [Message], settings: [RuleSetting] = [],
    fails: @escaping @autoclosure @Sendable () -> [Example],
    passes: @escaping @autoclosure @Sendable () -> [Example] = []
  ) {
    self.id = id
    self.family = family
    self.finds = finds
    self.why = why
    self.precision = precision
    self.severity = severity
    self.profile = profile
    self.profiles = profiles
    self.required = required
    self.looksAtAllPages = looksAtAllPages
    self.formerNames = formerNames
    self.issueType = issueType
    self.fixable = fixable
    self.countedAs = countedAs
    self.messages = messages
    self.settings = settings
    makeFails = fails
    makePasses = passes
  }

  /// The names that a rule had.
  public struct FormerNames: Sendable {
    public let names: [String]
    /// The version that no longer knows them: `2.0`.
    public let until: String

    public init(_ names: String..., until: String = "") {
      self.names = names
      self.until = until
    }

    public var isEmpty: Bool { names.isEmpty }
  }

  /// The first profile that holds the rule in a run that has some features, on some of its files.
  public func profile(with features: RuleFeatures) -> Profile? {
    var first = profile(with: features, on: nil)
    for kind in RuleFeature.ofFiles where features.contains(kind) {
      guard let other = profile(with: features, on: kind) else { continue }
      first = first.map { min($0, other) } ?? other
    }
    return first
  }

  /// The same on files of a kind. What is right for pages may be wrong for the short texts of programs: there
  /// only rules run that say so.
  ///
  /// - Parameter kind: `.pair` or `.messages`; `nil` for pages that hold their sources.
  public func profile(with features: RuleFeatures, on kind: RuleFeature?) -> Profile? {
    let kind = kind == nil && looksAtAllPages && features.contains(.pair) ? .pair : kind
    var first = kind.flatMap { profiles[$0] } ?? (kind == .messages ? nil : profile)
    if kind == .messages, first == nil { return nil }
    for feature in RuleFeature.allCases
    where !RuleFeature.ofFiles.contains(feature) && features.contains(feature) {
      guard let other = profiles[feature] else { continue }
      first = first.map { min($0, other) } ?? other
    }
    return first
  }
}

extension Sequence<RuleInfo> {
  /// The present name of a rule for each former one.
  public var presentNames: [String: String] {
    Dictionary(
      flatMap { info in info.formerNames.names.map { ($0, info.id) } },
      uniquingKeysWith: { first, _ in first })
  }
}
