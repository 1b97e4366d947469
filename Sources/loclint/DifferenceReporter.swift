import LintCore

/// The report of a file that takes differences: nothing but them, which the writer knows.
struct DifferenceReporter: Reporter {
  var needs: PlacementNeeds { .none }

  mutating func begin(_ run: Run, to output: inout Output) {}
  mutating func add(_ file: FileReport, in run: Run, to output: inout Output) {}
  mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {}
}
