/// What is measured of a file besides its findings, at some cost.
public struct Measurements: Sendable {
  /// Whether to count `FileReport.sourceWords`.
  public var sourceWords = false
  /// What tells seconds that never go back, for `FileReport.ruleSeconds`; `nil` measures none.
  public var clock: (@Sendable () -> Double)?

  public init(sourceWords: Bool = false, clock: (@Sendable () -> Double)? = nil) {
    self.sourceWords = sourceWords
    self.clock = clock
  }
}
