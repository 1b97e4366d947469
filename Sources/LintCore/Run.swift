/// What a run is about to do: all that a reporter may know before the first file.
public struct Run: Sendable {
  /// A rule that takes part, with what it is in this run.
  public struct ActiveRule: Sendable {
    public let info: RuleInfo
    public let severity: Severity
    /// The first profile that holds it in this run; `nil` for one that was asked for.
    public let profile: Profile?
    /// Whether it looks at a kind of files alone of which the run has none, so that reports need not name it.
    public var isIdle = false

    public init(info: RuleInfo, severity: Severity, features: RuleFeatures = RuleFeatures()) {
      self.info = info
      self.severity = severity
      profile = info.profile(with: features)
    }

    /// Whether its findings may be counted rather than listed: never those that fail the run.
    ///
    /// - Parameter gate: The severity from which a finding does; `nil` when none does.
    public func isCounted(below gate: Severity?) -> Bool {
      info.isCounted && gate.map { severity < $0 } ?? true
    }
  }

  /// Where the files come from, for links back to them.
  public struct Repository: Sendable {
    /// Without credentials; absolute.
    public let url: String
    public let revision: String
    /// `nil` when no branch is checked out.
    public let branch: String?

    public init(url: String, revision: String, branch: String?) {
      self.url = url
      self.revision = revision
      self.branch = branch
    }
  }

  /// The version of loclint, as in Semantic Versioning 2.
  public let version: String
  public let rules: [ActiveRule]
  /// The severity from which a finding fails the run; `nil` when none does.
  public let gate: Severity?
  /// Seconds since 1970 when the run began.
  public let started: Int
  public let repository: Repository?
  /// What findings cost in a locale's score.
  public let penalties: Penalties
  /// The score below which a locale fails the run; `nil` when none does.
  public let minimumScore: Double?
  /// Whether scores leave out what comments, dismissals and the baseline keep back.
  public let scoresNewAlone: Bool
  /// More warnings than this fail the run; `nil` when none do.
  public let maximumWarnings: Int?
  /// Whether reports that have a way to show what is left out do so.
  public let showsWithheld: Bool
  public let hasBaseline: Bool
  /// Whether a run in which no file holds segments fails.
  public let failsWhenEmpty: Bool
  /// Where people read about rules; `nil` where nobody has said.
  public let rulePages: RulePages?

  public init(
    version: String, rules: [ActiveRule], gate: Severity?, started: Int,
    repository: Repository? = nil, penalties: Penalties = .standard, minimumScore: Double? = nil,
    scoresNewAlone: Bool = false, maximumWarnings: Int? = nil, showsWithheld: Bool = false,
    hasBaseline: Bool = false, failsWhenEmpty: Bool = false, rulePages: RulePages? = nil
  ) {
    self.version = version
    self.rules = rules
    self.gate = gate
    self.started = started
    self.repository = repository
    self.penalties = penalties
    self.minimumScore = minimumScore
    self.scoresNewAlone = scoresNewAlone
    self.maximumWarnings = maximumWarnings
    self.showsWithheld = showsWithheld
    self.hasBaseline = hasBaseline
    self.failsWhenEmpty = failsWhenEmpty
    self.rulePages = rulePages
  }

  /// Whether people read the findings of a rule as one line for all files.
  ///
  /// - Parameter rule: An index into `rules`.
  func isCounted(_ rule: Int) -> Bool { rules[rule].isCounted(below: gate) }

  /// Whether a finding of this severity fails the run.
  public func fails(_ severity: Severity) -> Bool {
    gate.map { severity >= $0 } ?? false
  }
}
