/// A way to write a report.
///
/// A report is a function of what arrives: no clock, no file system, no environment. What it takes is
/// made in two steps: of each file its part, by whoever has linted the file and while other files are
/// linted, and then all parts are joined, one by one and in the order of paths.
public protocol Reporter: Sendable {
  /// What a file comes to before it is known what stands in front of it: mostly its bytes. Parts wait
  /// for those before them, so they hold no more than is written; without one, it is the file's report.
  associatedtype Part: Sendable = FileReport

  /// What it shows of findings and what takes time to work out.
  var needs: PlacementNeeds { get }

  mutating func begin(_ run: Run, to output: inout Output)

  /// Makes of a file what depends on no other one.
  ///
  /// It is asked for on copies of the reporter as `begin` has left it, by several threads at a time.
  func part(of file: FileReport, in run: Run) -> Part

  /// Writes the part of the next file in the order of paths, with what depends on those before it.
  mutating func join(_ part: Part, in run: Run, to output: inout Output)

  mutating func end(_ summary: Summary, in run: Run, to output: inout Output)

  /// What people should know of the report and can't read in it: what had to be left out. Each is a
  /// clause; they are asked for after `end`.
  var remarks: [String] { get }
}

extension Reporter {
  public var remarks: [String] { [] }

  /// Writes a file at once, for whoever lints one after the other.
  public mutating func add(_ file: FileReport, in run: Run, to output: inout Output) {
    join(part(of: file, in: run), in: run, to: &output)
  }

  /// Writes a part that `part(of:in:)` of this kind of reporter has made, for whoever has reporters of
  /// several kinds.
  public mutating func join(any part: any Sendable, in run: Run, to output: inout Output) {
    guard let part = part as? Part else { return }
    join(part, in: run, to: &output)
  }
}

extension Reporter where Part == FileReport {
  public func part(of file: FileReport, in run: Run) -> FileReport { file }
}
