/// What is measured of a file besides its findings, at some cost.
public struct Measurements: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// `FileReport.sourceWords`.
  public static let sourceWords = Measurements(rawValue: 1)
  /// `FileReport.ruleSeconds`.
  public static let ruleSeconds = Measurements(rawValue: 2)
}
