internal import CScan

/// Which marks a text has that may begin something else than prose.
public struct StringMarks: OptionSet, Sendable {
  public var rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// `$`
  public static let dollar = StringMarks(rawValue: UInt8(SCAN_DOLLAR))
  /// `%`
  public static let percent = StringMarks(rawValue: UInt8(SCAN_PERCENT))
  /// `<`
  public static let less = StringMarks(rawValue: UInt8(SCAN_LESS))
  /// `` ` ``
  public static let backtick = StringMarks(rawValue: UInt8(SCAN_BACKTICK))
  /// `{`
  public static let brace = StringMarks(rawValue: UInt8(SCAN_BRACE))
  /// `|`
  public static let bar = StringMarks(rawValue: UInt8(SCAN_BAR))
  /// `]`
  public static let bracket = StringMarks(rawValue: UInt8(SCAN_BRACKET))
  /// `:`
  public static let colon = StringMarks(rawValue: UInt8(SCAN_COLON))

  public static let all = StringMarks(rawValue: .max)
}
