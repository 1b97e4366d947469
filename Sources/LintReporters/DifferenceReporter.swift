package import LintCore

/// The report of a file that takes differences: nothing but them, which the writer knows.
package struct DifferenceReporter: Reporter {
  package var needs: PlacementNeeds { .none }

  package mutating func begin(_ run: Run, to output: inout Output) {}
  package mutating func join(_ file: FileReport, in run: Run, to output: inout Output) {}
  package mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {}
}
