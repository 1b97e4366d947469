/// A finding that is not counted.
public struct WithheldFinding: Sendable {
  public let finding: PlacedFinding
  /// What the comment says that keeps it back; `nil` when none does.
  public let reason: String?
  /// Whether the baseline lists it.
  public var isInBaseline: Bool

  public init(_ finding: PlacedFinding, reason: String?, isInBaseline: Bool) {
    self.finding = finding
    self.reason = reason
    self.isInBaseline = isInBaseline
  }
}
