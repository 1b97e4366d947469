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
