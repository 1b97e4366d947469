/// A setting with the type of its value, as its rule knows it.
public struct Setting<Value: SettingValue>: Sendable {
  public let name: String
  public let standard: Value
  public let about: String

  /// - Parameters:
  ///   - name: in kebab case.
  ///   - about: what it means, in one line.
  public init(_ name: String, _ standard: Value, _ about: String) {
    self.name = name
    self.standard = standard
    self.about = about
  }

  /// For `RuleInfo`.
  public var declaration: RuleSetting {
    RuleSetting(name: name, about: about, standard: standard.settingValue)
  }
}
