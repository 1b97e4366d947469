/// A finding that is not counted.
public struct WithheldFinding: Sendable {
  public let finding: PlacedFinding
  /// What the comment says that keeps it back; `nil` when none does.
  public let reason: String?
  /// Why it is dismissed; `nil` where it is not.
  public let dismissal: String?
  /// Whether the baseline lists it.
  public var isInBaseline: Bool

  public init(
    _ finding: PlacedFinding, reason: String?, dismissal: String? = nil, isInBaseline: Bool
  ) {
    self.finding = finding
    self.reason = reason
    self.dismissal = dismissal
    self.isInBaseline = isInBaseline
  }
}
