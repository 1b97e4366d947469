public import LintCore

/// The report of a file that takes differences: nothing but them, which the writer knows.
public struct DifferenceReporter: Reporter {
  public var needs: PlacementNeeds { .none }

  public mutating func begin(_ run: Run, to output: inout Output) {}
  public mutating func add(_ file: FileReport, in run: Run, to output: inout Output) {}
  public mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {}
}
