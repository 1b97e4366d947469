/// Something about a rule that a configuration may change, as help, schema and configuration know it.
public struct RuleSetting: Sendable {
  public enum Value: Hashable, Sendable {
    /// A list of words, in order.
    case words([String])
    /// From 0 to 1.
    case share(Double)
  }

  /// In kebab case.
  public let name: String
  /// What it means, in one line.
  public let about: String
  public let standard: Value
}

extension RuleSetting.Value: CustomStringConvertible {
  /// As YAML has it.
  public var description: String {
    switch self {
    case .words(let words): "[\(words.joined(separator: ", "))]"
    case .share(let share): "\(share)"
    }
  }
}

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

/// A type that the value of a setting may have.
public protocol SettingValue: Sendable {
  /// `nil` for a value of another type.
  init?(_ value: RuleSetting.Value)

  var settingValue: RuleSetting.Value { get }
}

extension [String]: SettingValue {
  public init?(_ value: RuleSetting.Value) {
    guard case .words(let words) = value else { return nil }
    self = words
  }

  public var settingValue: RuleSetting.Value { .words(self) }
}

extension Double: SettingValue {
  public init?(_ value: RuleSetting.Value) {
    guard case .share(let share) = value else { return nil }
    self = share
  }

  public var settingValue: RuleSetting.Value { .share(self) }
}

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
