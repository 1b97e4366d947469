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
