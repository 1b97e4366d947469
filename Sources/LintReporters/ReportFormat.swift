public import LintCore

/// A kind of report: what it is called and for, and how its reporter is made.
public struct ReportFormat: Sendable, Hashable {
  /// What people ask for it by.
  public let name: String
  /// What it is, in a line.
  public let about: String
  /// How its files end, without the dot.
  public let fileExtension: String
  /// Whether it links back to the repository, so that git has to be asked.
  public let linksToRepository: Bool
  /// Whether it can show what comments and the baseline keep back.
  public let showsWithheld: Bool
  /// Whether it has a place for figures about the run.
  public let hasFigures: Bool
  /// Whether a configuration may ask for it, and standard output can take it.
  public let isForConfigurations: Bool
  /// Whether it tells of scores, for which words have to be counted.
  public let hasScores: Bool
  /// The variable by which a build agent that reads it is known.
  public let variable: String?
  private let make: @Sendable (ReportOptions) -> any Reporter

  init(
    _ name: String, _ about: String, fileExtension: String, linksToRepository: Bool = false,
    showsWithheld: Bool = false, hasFigures: Bool = true, isForConfigurations: Bool = true,
    hasScores: Bool = false, variable: String? = nil,
    _ make: @escaping @Sendable (ReportOptions) -> any Reporter
  ) {
    self.name = name
    self.about = about
    self.fileExtension = fileExtension
    self.linksToRepository = linksToRepository
    self.showsWithheld = showsWithheld
    self.hasFigures = hasFigures
    self.isForConfigurations = isForConfigurations
    self.hasScores = hasScores
    self.variable = variable
    self.make = make
  }

  /// A reporter for one run.
  public func reporter(_ options: ReportOptions = ReportOptions()) -> any Reporter { make(options) }

  public static func == (left: ReportFormat, right: ReportFormat) -> Bool {
    left.name == right.name
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
