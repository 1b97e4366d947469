/// The values that a configuration gives the settings of one rule.
public struct RuleSettings: Sendable {
  private let values: [String: RuleSetting.Value]

  /// - Parameter values: by the names of the settings, each of the type of its standard.
  public init(_ values: [String: RuleSetting.Value] = [:]) {
    self.values = values
  }

  /// The value that is given, or else the standard.
  public subscript<Value>(_ setting: Setting<Value>) -> Value {
    values[setting.name].flatMap { Value($0) } ?? setting.standard
  }
}
