/// Which findings of a run count, besides what comments in the files say.
public struct FindingSelection: Sendable {
  /// A list of findings of old, and what it is used for.
  public var baseline: Baseline.Use?
  /// What somebody has looked at and left as it is.
  public var dismissals: Dismissals?
  /// The lines of a file, from 1, whose findings count; `nil` for all of them.
  public var lines: (@Sendable (SourceFile) -> [ClosedRange<Int>]?)?
  /// How many findings of each rule are listed of a file; the others are counted. `nil` lists all.
  public var most: Int?

  public init(
    baseline: Baseline.Use? = nil, dismissals: Dismissals? = nil,
    lines: (@Sendable (SourceFile) -> [ClosedRange<Int>]?)? = nil, most: Int? = nil
  ) {
    self.baseline = baseline
    self.dismissals = dismissals
    self.lines = lines
    self.most = most
  }
}
