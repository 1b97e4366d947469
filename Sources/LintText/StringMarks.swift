internal import CScan

/// Which marks a text has that may begin something else than prose.
public struct StringMarks: OptionSet, Sendable {
  public var rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// `$`
  public static let dollar = StringMarks(rawValue: 1)
  /// `%`
  public static let percent = StringMarks(rawValue: 2)
  /// `<`
  public static let less = StringMarks(rawValue: 4)
  /// `` ` ``
  public static let backtick = StringMarks(rawValue: 8)
  /// `{`
  public static let brace = StringMarks(rawValue: 16)
  /// `|`
  public static let bar = StringMarks(rawValue: 32)
  /// `]`
  public static let bracket = StringMarks(rawValue: 64)
  /// `:`
  public static let colon = StringMarks(rawValue: 128)

  public static let all = StringMarks(rawValue: .max)
}
