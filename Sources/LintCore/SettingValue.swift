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
