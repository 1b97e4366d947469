/// What a reporter wants to know of findings and what takes time to work out.
public struct PlacementNeeds: Sendable {
  /// What of a finding a reporter does without, so that it is left empty.
  public struct Omissions: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `PlacedFinding.words`, `number` and `ordinal`: by what it is known again.
    public static let identity = Omissions(rawValue: 1)
    /// `PlacedFinding.excerpt` and `segment`, what `changes` is, and `related` but where it is a place in
    /// another file.
    public static let texts = Omissions(rawValue: 2)
    /// All but the message and the fix, of findings that people read as one line for all files.
    public static let counted = Omissions(rawValue: 4)
    /// `PlacedFinding.excerpt`, and that of `related`.
    public static let excerpts = Omissions(rawValue: 8)
    /// `PlacedFinding.PlacedFix.changes`.
    public static let changes = Omissions(rawValue: 16)
  }

  /// Whether it shows `PlacedFinding.context`.
  public var context: Bool
  /// Works out what some lines of a file are known by, for `PlacedFinding.lineHash`: they are counted from
  /// 1, come in rising order, and each once. `nil` where nobody asks for that.
  public var lineHashes: (@Sendable (Span<UInt8>, [Int]) -> [String])?
  /// How many columns a scalar beyond ASCII takes, for `Place.displayColumn`; `nil` where nobody asks
  /// for that.
  public var width: (@Sendable (UInt32) -> Int)?
  /// What nobody asks for, which nearly everybody does.
  public var omissions: Omissions
  /// Whether findings of a rule are only counted in this run, which `Omissions.counted` depends on; until
  /// somebody says so, those of none are.
  public var isCounted: @Sendable (Run.ActiveRule) -> Bool = { _ in false }

  public init(
    context: Bool = false, lineHashes: (@Sendable (Span<UInt8>, [Int]) -> [String])? = nil,
    width: (@Sendable (UInt32) -> Int)? = nil, omissions: Omissions = []
  ) {
    self.context = context
    self.lineHashes = lineHashes
    self.width = width
    self.omissions = omissions
  }

  /// What several reporters want; none at all want what is quick.
  public init(of reporters: [any Reporter]) {
    self = reporters.first?.needs ?? .none
    for reporter in reporters.dropFirst() { formUnion(reporter.needs) }
  }

  /// Nothing that takes long.
  public static let none = PlacementNeeds()

  /// Adds what another reporter wants.
  public mutating func formUnion(_ other: PlacementNeeds) {
    context = context || other.context
    lineHashes = lineHashes ?? other.lineHashes
    width = width ?? other.width
    omissions.formIntersection(other.omissions)
  }
}
