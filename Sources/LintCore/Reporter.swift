/// A way to write a report. Files arrive one by one, in path order.
///
/// A report is a function of what arrives: no clock, no file system, no environment.
public protocol Reporter: Sendable {
  /// What it shows of findings and what takes time to work out.
  var needs: PlacementNeeds { get }

  mutating func begin(_ run: Run, to output: inout Output)
  mutating func add(_ file: FileReport, in run: Run, to output: inout Output)
  mutating func end(_ summary: Summary, in run: Run, to output: inout Output)

  /// What people should know of the report and can't read in it: what had to be left out. Each is a
  /// clause; they are asked for after `end`.
  var remarks: [String] { get }
}

extension Reporter {
  public var remarks: [String] { [] }
}
